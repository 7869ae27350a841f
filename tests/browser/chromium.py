"""The browser that browser tests use: found, or as root on Debian installed.

`python tests/browser/chromium.py` sees to it that Chrome, Chromium or Edge and a Japanese font are
there, and fails with one line that says what to install where it can't.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys

from kit.publish import chromium

find = chromium.find

FLAGS = (*chromium.FLAGS, "--no-sandbox")
"""What a test starts it with."""


def has_japanese_font() -> bool:
    """Whether a font for Japanese is installed; macOS and Windows come with one."""
    if not sys.platform.startswith("linux"):
        return True
    if not shutil.which("fc-list"):
        return False
    fonts = subprocess.run(["fc-list", ":lang=ja"], capture_output=True, text=True, check=False)
    return bool(fonts.stdout.strip())


def install() -> None:
    """Install Debian's Chromium and a Japanese font with apt."""
    apt = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    packages = ["chromium", "fonts-noto-cjk", "fontconfig"]
    for command in (["update"], ["install", "--yes", "--no-install-recommends", *packages]):
        subprocess.run(
            ["apt-get", "--quiet=2", *command],
            env=apt,
            check=True,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
        )


def main() -> str | None:
    """Make sure of browser and font; the mend in one line where that isn't possible."""
    if find() and has_japanese_font():
        return None
    mend = "install them: sudo apt-get install chromium fonts-noto-cjk"
    if shutil.which("apt-get") and os.geteuid() == 0:
        print("Installing Chromium and a Japanese font for the browser tests …", flush=True)
        try:
            install()
        except subprocess.CalledProcessError as error:
            reason = (error.stderr.strip().splitlines() or ["without a word"])[-1]
            mend = f"apt-get install chromium fonts-noto-cjk failed: {reason}"
    if find() and has_japanese_font():
        return None
    return f"The browser tests need Chrome, Chromium or Edge, and a Japanese font; {mend}"


if __name__ == "__main__":
    sys.exit(main())
