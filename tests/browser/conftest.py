"""JupyterLab, Notebook 7 and Voila on a copy of the notebooks, and a browser that opens them.

Each server is started by the first test that asks for it. Answers are forgotten between tests.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import (
    Browser,
    ConsoleMessage,
    Page,
    Request,
    WebError,
    WebSocket,
    sync_playwright,
)

from kit.lab import JUPYTER
from tests.browser import chromium
from tests.browser.server import PATIENCE, Lab, Notebook7, Server, Voila, forget, leave_out, served

__all__ = ["PATIENCE", "SCREENSHOTS", "Server", "Voila"]

SCREENSHOTS = Path(__file__).parent / "screenshots"
LOCAL = ("http://127.0.0.1:", "ws://127.0.0.1:", "data:", "blob:", "file:")

# What the tests let pass, since it comes with an empty notebook too.
# Voila's page asks for icons, which the kit does not use; the browser cannot get out.
FONT_AWESOME = "https://cdn.jsdelivr.net/npm/@fortawesome/fontawesome-free@"
# Voila is refused when a page that is left asks it to end the kernel (voila issue 1458).
VOILA_SHUTDOWN = re.compile(r"http://127\.0\.0\.1:\d+/voila/api/shutdown/[\w-]+")
# Notebook 7.6 throws this while it loads its keyboard shortcuts, before a notebook is there.
SHORTCUTS = "Cannot read properties of undefined (reading 'schema')"


@pytest.fixture(scope="session")
def lab_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    home = tmp_path_factory.mktemp("学生 home")
    leave_out(home, "notebook", "voila")
    command = ("kit", "lab", str(home / "work"), "--no-browser", "--port", "PORT")
    with served(home, Lab, *command) as server:
        yield server


@pytest.fixture(scope="session")
def notebook7_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    home = tmp_path_factory.mktemp("学生 notebook")
    leave_out(home, "voila")
    command = (
        "notebook",
        "--no-browser",
        "--allow-root",
        "--ServerApp.ip=127.0.0.1",
        "--ServerApp.port=PORT",
        "--ServerApp.port_retries=0",
    )
    paths = {"JUPYTER_PATH": str(JUPYTER), "JUPYTER_CONFIG_PATH": str(JUPYTER)}
    with served(home, Notebook7, *command, **paths) as server:
        yield server


@pytest.fixture(scope="session")
def voila_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    home = tmp_path_factory.mktemp("学生 voila")
    command = (
        "voila",
        "--no-browser",
        "--Voila.ip=127.0.0.1",
        "--port=PORT",
        "--Voila.port_retries=0",
        # They are made for later Labs and fail to load into Voila, which is built on Lab 4.2.
        "--VoilaConfiguration.extension_denylist=@jupyter-notebook/lab-extension",
        "--VoilaConfiguration.extension_denylist=@jupyter/nbgrader",
    )
    with served(home, Voila, *command, JUPYTER_PATH=str(JUPYTER)) as server:
        yield server


@pytest.fixture
def server(lab_server: Server) -> Server:
    """JupyterLab, as `kit lab` starts it."""
    forget(lab_server)
    return lab_server


@pytest.fixture
def notebook7(notebook7_server: Server) -> Server:
    forget(notebook7_server)
    return notebook7_server


@pytest.fixture
def voila(voila_server: Voila) -> Voila:
    forget(voila_server)
    return voila_server


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    found = chromium.find()
    assert found, "install Chrome, Chromium or Edge: python tests/browser/chromium.py"
    only_here = "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"
    with sync_playwright() as playwright:
        flags = [*chromium.FLAGS, only_here]
        started = playwright.chromium.launch(executable_path=found, args=flags)
        yield started
        started.close()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A fresh page; the test fails if it logs an error or asks another machine for anything."""
    SCREENSHOTS.mkdir(exist_ok=True)
    context = browser.new_context(viewport={"width": 1280, "height": 900}, accept_downloads=False)
    context.set_default_timeout(PATIENCE)
    trouble: list[str] = []

    def console(said: ConsoleMessage) -> None:
        place = said.location["url"]
        harmless = place.startswith(FONT_AWESOME) or VOILA_SHUTDOWN.fullmatch(place)
        if said.type == "error" and not harmless:
            trouble.append(f"{said.text} ({place})")

    def thrown(error: WebError) -> None:
        name, stack = error.error.message, error.error.stack or ""
        if not (name == SHORTCUTS and "/static/notebook/notebook_core." in stack):
            trouble.append(stack or name)

    def asked(request: Request | WebSocket) -> None:
        if not request.url.startswith((*LOCAL, FONT_AWESOME)):
            trouble.append(f"asked for {request.url}")

    context.on("console", console)
    context.on("weberror", thrown)
    context.on("request", asked)
    opened = context.new_page()
    opened.on("websocket", asked)
    yield opened
    context.close()
    assert trouble == []
