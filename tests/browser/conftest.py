"""A real JupyterLab on a free port, on a copy of the notebooks, and a browser that opens it."""

import os
import shutil
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple
from urllib.parse import quote

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from kit import content
from tests.browser import chromium

ROOT = Path(__file__).parents[2]
SCREENSHOTS = Path(__file__).parent / "screenshots"
PATIENCE = 60_000  # milliseconds: a busy machine is no failure


class Server(NamedTuple):
    address: str
    token: str
    progress: Path

    def open(self, page: Page, notebook: str) -> None:
        """Open a notebook and wait until it is shown and has its kernel."""
        address = f"{self.address}/lab/tree/notebooks/{quote(notebook)}?token={self.token}&reset"
        with page.expect_websocket(lambda socket: "/api/kernels/" in socket.url):
            page.goto(address)
        page.locator(".jp-Notebook .jp-Cell").first.wait_for()
        idle = page.locator('.jp-Notebook-ExecutionIndicator[data-status="idle"]')
        idle.wait_for(state="attached")


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    home = tmp_path_factory.mktemp("学生 home")
    for name in ("notebooks", "vocab"):
        shutil.copytree(content.folder(name), home / "work" / name)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    progress = home / "progress.sqlite"
    environment = os.environ | {
        "HOME": str(home),
        "KIT_PROGRESS": str(progress),
        "PYTHONPATH": str(ROOT),
        "XDG_CACHE_HOME": os.environ.get("XDG_CACHE_HOME", str(Path.home() / ".cache")),
        **{
            name: str(home / name.lower())
            for name in ("JUPYTER_CONFIG_DIR", "JUPYTER_DATA_DIR", "JUPYTER_RUNTIME_DIR")
        },
    }
    command = [sys.executable, "-m", "kit", "lab", str(home / "work")]
    process = subprocess.Popen(
        [*command, "--no-browser", "--port", str(port)],
        cwd=home,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        encoding="utf-8",
    )
    assert process.stdout is not None
    try:
        said = []
        for line in process.stdout:
            said.append(line)
            if "?token=" in line:
                token = line.rpartition("?token=")[2].strip()
                break
        else:
            pytest.fail(f"kit lab ended: {''.join(said)}")
        yield Server(f"http://127.0.0.1:{port}", token, progress)
    finally:
        process.terminate()
        process.communicate(timeout=60)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    found = chromium.find()
    assert found, "install Chrome, Chromium or Edge: python tests/browser/chromium.py"
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=found, args=[*chromium.FLAGS])
        yield started
        started.close()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A fresh page; the test fails if it logs an error or asks another machine for anything."""
    SCREENSHOTS.mkdir(exist_ok=True)
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    context.set_default_timeout(PATIENCE)
    opened = context.new_page()
    trouble: list[str] = []
    opened.on("console", lambda said: trouble.append(said.text) if said.type == "error" else None)
    opened.on("pageerror", lambda error: trouble.append(str(error)))
    opened.on(
        "request",
        lambda request: (
            None
            if request.url.startswith(("http://127.0.0.1:", "data:", "blob:"))
            else trouble.append(f"asked for {request.url}")
        ),
    )
    yield opened
    context.close()
    assert trouble == []
