"""`kit lab`: JupyterLab on `notebooks/start.ipynb`, in a workspace or in a folder of one's own."""

from __future__ import annotations

import os
import secrets
import socket
import sys
from pathlib import Path

from kit import workspace
from kit.errors import InputError
from kit.language.lexicon import dictionary

JUPYTER = Path(__file__).parent / "jupyter"
"""A Jupyter data and config folder: JupyterLab settings, and this Python as the kernel."""

HOST = "127.0.0.1"
START = "notebooks/start.ipynb"


def lab(folder: Path | None, *, browser: bool, port: int | None) -> int:
    """Start JupyterLab and stay until it ends.

    Args:
        folder: the workspace, made if it isn't one; None for the one that the current folder is
            in, else the current folder if it is empty, else `~/Seiji Kit`.
        browser: whether to open a browser, where the machine has a screen.
        port: the port to listen on; None for 8888 or the next one free.

    Returns:
        The exit status.

    Raises:
        InputError: the folder can't be written, the port is taken, or the dictionary is unusable.
    """
    if port is not None:
        _check(port)
    home = choose(folder)
    if not workspace.is_workspace(home) or workspace.is_copy(home):
        _report(home, workspace.copy(home))
    dictionary.default()  # compiled now, so that the first paragraph doesn't wait for it
    return _serve(home, browser=browser and _has_screen(), port=port)


def choose(folder: Path | None) -> Path:
    """The folder to work in, as `lab` describes it."""
    if folder is not None:
        return folder.absolute()
    here = Path.cwd()
    if found := workspace.find(here):
        return found
    return Path.home() / "Seiji Kit" if here == Path.home() or any(here.iterdir()) else here


def _report(home: Path, done: workspace.Plan) -> None:
    for verb, files in (("copied", done.add), ("updated", done.update)):
        if files:
            print(f"{home}: {len(files)} files {verb}")
    if done.keep:
        print(
            f"{home}: kept as you left them, though newer versions came: {', '.join(done.keep)} "
            "(rename one to get the new version)"
        )


def _has_screen() -> bool:
    """Whether a browser could show itself; else a terminal browser would take the terminal."""
    if sys.platform in ("win32", "darwin"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def _check(port: int) -> None:
    try:
        if not 0 < port < 65536:
            raise OSError
        socket.create_server((HOST, port)).close()
    except OSError:
        raise InputError(
            f"port {port} can't be used", "name another, or leave --port out to take any"
        ) from None


def _serve(home: Path, *, browser: bool, port: int | None) -> int:
    # Searched before a student's own folders, which stay as they are; a student's own settings
    # in JupyterLab still win over these defaults.
    for name in ("JUPYTER_PATH", "JUPYTER_CONFIG_PATH"):
        others = os.environ.get(name)
        os.environ[name] = os.pathsep.join([str(JUPYTER), others] if others else [str(JUPYTER)])

    from jupyterlab.labapp import LabApp  # half a second, for this alone

    page = f"lab/tree/{START}" if (home / START).is_file() else "lab"
    token = secrets.token_hex(24)
    arguments = [
        f"--ServerApp.root_dir={home}",
        f"--ServerApp.ip={HOST}",
        f"--ServerApp.open_browser={browser}",
        f"--ServerApp.allow_root={hasattr(os, 'geteuid') and os.geteuid() == 0}",
        f"--IdentityProvider.token={token}",
        f"--LabApp.default_url=/{page}",
        "--ServerApp.answer_yes=True",
        "--MappingKernelManager.transport_encryption=auto",
        "--Application.log_level=ERROR",
    ]
    if port is not None:
        arguments += [f"--ServerApp.port={port}", "--ServerApp.port_retries=0"]
    server = LabApp.initialize_server(argv=arguments)
    address = f"Seiji Kit is open at {server.connection_url}{page}?token={token}"
    # Runs when the server has begun to listen; before that the address would be refused.
    server.io_loop.add_callback(print, f"{address}\nPress Ctrl-C here to close it.", flush=True)
    server.start()
    return 0
