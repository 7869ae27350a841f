"""JupyterLab, Notebook 7 and Voila, each on a copy of the notebooks in a home of its own."""

from __future__ import annotations

import json
import os
import re
import shutil
import socket
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

import pytest
from playwright.sync_api import Page

from kit import content
from tests.browser.axe import PARTS

ROOT = Path(__file__).parents[2]
PATIENCE = 60_000  # milliseconds: a busy machine is no failure


@dataclass(frozen=True)
class Server:
    """A server of notebooks: its address, which ends in the port, and the student's answers."""

    address: str
    token: str
    progress: Path

    def open(self, page: Page, notebook: str) -> None:
        """Open a notebook, named as in `notebooks/`, and wait until it can be used."""
        raise NotImplementedError

    def _open_with_kernel(self, page: Page, place: str) -> None:
        with page.expect_websocket(lambda socket: "/api/kernels/" in socket.url):
            page.goto(f"{self.address}/{place}")
        page.locator(".jp-Notebook .jp-Cell").first.wait_for()
        idle = page.locator('.jp-Notebook-ExecutionIndicator[data-status="idle"]')
        idle.wait_for(state="attached")


class Lab(Server):
    def open(self, page: Page, notebook: str) -> None:
        place = f"lab/tree/notebooks/{quote(notebook)}?token={self.token}&reset"
        self._open_with_kernel(page, place)


class Notebook7(Server):
    def open(self, page: Page, notebook: str) -> None:
        self._open_with_kernel(page, f"notebooks/notebooks/{quote(notebook)}?token={self.token}")


class Voila(Server):
    def open(self, page: Page, notebook: str, theme: str = "light") -> None:
        """Open a notebook, which Voila runs by itself, and wait until its widgets are drawn."""
        page.goto(f"{self.address}/voila/render/notebooks/{quote(notebook)}?theme={theme}")
        page.locator(PARTS).first.wait_for()


def environment(home: Path, progress: Path) -> dict[str, str]:
    """What a server is started with: nothing of the machine's own settings, but its caches."""
    folders = ("JUPYTER_CONFIG_DIR", "JUPYTER_DATA_DIR", "JUPYTER_RUNTIME_DIR")
    return os.environ | {
        "HOME": str(home),
        "KIT_PROGRESS": str(progress),
        "PYTHONPATH": str(ROOT),
        "XDG_CACHE_HOME": os.environ.get("XDG_CACHE_HOME", str(Path.home() / ".cache")),
        **{name: str(home / name.lower()) for name in folders},
    }


def leave_out(home: Path, *extensions: str) -> None:
    """Keep the other environments of this Python out of a server, as a student's has none."""
    lab = {
        "notebook": "@jupyter-notebook/lab-extension",
        "voila": "@voila-dashboards/jupyterlab-preview",
    }
    server = {"notebook": "notebook", "voila": "voila.server_extension"}
    config = home / "jupyter_config_dir"
    (config / "labconfig").mkdir(parents=True)
    off = {"jpserver_extensions": {server[name]: False for name in extensions}}
    (config / "jupyter_server_config.json").write_text(json.dumps({"ServerApp": off}))
    disabled = {"disabledExtensions": {lab[name]: True for name in extensions}}
    (config / "labconfig" / "page_config.json").write_text(json.dumps(disabled))


@contextmanager
def served(home: Path, kind: type[Server], *command: str, **more: str) -> Iterator[Server]:
    """A server, from when it listens until it has ended.

    Args:
        home: a folder of its own, in whose `work` it gets a copy of the notebooks.
        kind: the class of what is served.
        command: the module to run and its arguments, with PORT for a free port.
        more: environment variables.
    """
    for name in ("notebooks", "vocab"):
        shutil.copytree(content.folder(name), home / "work" / name)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = str(free.getsockname()[1])
    progress = home / "progress.sqlite"
    log = home / "log.txt"
    with log.open("wb") as said:
        process = subprocess.Popen(
            [sys.executable, "-m", *(part.replace("PORT", port) for part in command)],
            cwd=home / "work",
            env=environment(home, progress) | more,
            stdout=said,
            stderr=subprocess.STDOUT,
        )
    try:
        yield kind(f"http://127.0.0.1:{port}", listening(process, log, port), progress)
    finally:
        process.terminate()
        process.wait(PATIENCE / 1000)


def listening(process: subprocess.Popen[bytes], log: Path, port: str) -> str:
    """Wait until a server says where it listens; the token that it asks for, if any."""
    address = re.compile(rf"http://127\.0\.0\.1:{port}/(?:\S*token=(\w+))?")
    deadline = time.monotonic() + PATIENCE / 1000
    while not (found := address.search(log.read_text(encoding="utf-8"))):
        if process.poll() is not None or time.monotonic() > deadline:
            pytest.fail(f"the server did not start: {log.read_text(encoding='utf-8')}")
        time.sleep(0.05)
    return found[1] or ""


def forget(server: Server) -> None:
    """Empty the file of answers, under which a kernel of an earlier test may still run."""
    if server.progress.exists():
        with closing(sqlite3.connect(server.progress, timeout=10)) as answers, answers:
            answers.execute("delete from event")
