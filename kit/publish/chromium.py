"""The Chrome, Chromium or Edge that is installed: found, and made to print a page."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from pathlib import Path

COMMANDS = (
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "microsoft-edge",
    "microsoft-edge-stable",
    "chrome",
    "msedge",
)

PLACES = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
    r"C:\Program Files\Google\Chrome\Application\chrome.exe",
    r"C:\Program Files (x86)\Google\Chrome\Application\chrome.exe",
    r"C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe",
    r"C:\Program Files\Microsoft\Edge\Application\msedge.exe",
)

FLAGS = (
    "--headless",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
)
"""What it is started with: no window, and nothing that asks another machine."""

SECONDS = 60
"""How long printing a page may take."""


class PrintingError(Exception):
    """The browser did not print. Its text is a short clause that says why."""


def find() -> str | None:
    """The path of an installed Chrome, Chromium or Edge."""
    on_path = (shutil.which(command) for command in COMMANDS)
    places = [*PLACES]
    if home := os.environ.get("LOCALAPPDATA"):  # where Chrome goes without an administrator
        places.append(str(Path(home, "Google", "Chrome", "Application", "chrome.exe")))
    placed = (place for place in places if Path(place).is_file())
    return next((path for path in (*on_path, *placed) if path), None)


def print_pdf(browser: str, page: Path, pdf: Path, seconds: float = SECONDS) -> None:
    """Print a page as PDF.

    Args:
        browser: the path of a Chrome, Chromium or Edge.
        page: an HTML file that needs no other.
        pdf: the file to write.
        seconds: the time limit.

    Raises:
        PrintingError: the browser does not start, does not end in time, or leaves no PDF.
    """
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile:
        command = [
            browser,
            *FLAGS,
            *unsandboxed(),
            # Whatever the page or the browser itself might ask for, there is no other machine.
            "--host-resolver-rules=MAP * ~NOTFOUND",
            f"--user-data-dir={profile}",
            "--no-pdf-header-footer",
            f"--print-to-pdf={pdf.absolute()}",
            page.absolute().as_uri(),
        ]
        try:
            subprocess.run(
                command,
                timeout=seconds,
                check=True,
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
            )
        except subprocess.TimeoutExpired:
            raise PrintingError(f"{browser} did not end in {seconds:g} seconds") from None
        except subprocess.CalledProcessError as error:
            raise PrintingError(f"{browser} ended with status {error.returncode}") from None
        except OSError as error:
            raise PrintingError(f"{browser} does not start ({error.strerror})") from None
    try:
        with pdf.open("rb") as file:
            printed = file.read(5) == b"%PDF-"
    except OSError:
        printed = False
    if not printed:
        raise PrintingError(f"{browser} left no PDF")


def unsandboxed() -> tuple[str, ...]:
    """The flag that it needs to start as root, as in a container, and should have nowhere else."""
    return ("--no-sandbox",) if hasattr(os, "geteuid") and os.geteuid() == 0 else ()
