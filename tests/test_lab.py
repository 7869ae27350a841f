from __future__ import annotations

import json
import socket
from pathlib import Path

import pytest

from kit import lab
from kit.errors import InputError


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    home = tmp_path / "home"
    home.mkdir()
    monkeypatch.setattr(Path, "home", lambda: home)
    return home


def test_a_workspace_is_opened_where_it_is(
    home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("notebooks", "vocab"):
        (tmp_path / "lessons" / name).mkdir(parents=True)
    monkeypatch.chdir(tmp_path / "lessons" / "vocab")
    assert lab.choose(None) == tmp_path / "lessons"


def test_an_empty_current_folder_is_taken(
    home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "空の フォルダー").mkdir()
    monkeypatch.chdir(tmp_path / "空の フォルダー")
    assert lab.choose(None) == tmp_path / "空の フォルダー"


def test_else_the_student_has_a_folder_at_home(
    home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert lab.choose(None) == home / "Seiji Kit"
    monkeypatch.chdir(home)
    assert lab.choose(None) == home / "Seiji Kit"


def test_a_named_folder_is_taken_at_its_word(
    home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert lab.choose(Path("mine")) == tmp_path / "mine"


@pytest.mark.parametrize("kind", ["taken", "no port"])
def test_a_port_that_cannot_be_used_is_refused(kind: str, home: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1] if kind == "taken" else 70_000
        with pytest.raises(InputError, match=rf"port {port} .*--port"):
            lab.lab(home, browser=False, port=port)


def test_jupyter_keeps_answered_widgets_and_asks_about_no_news() -> None:
    file = lab.JUPYTER / "labconfig" / "default_setting_overrides.json"
    settings = json.loads(file.read_text(encoding="utf-8"))
    assert settings["@jupyter-widgets/jupyterlab-manager:plugin"]["saveState"] is True
    assert settings["@jupyterlab/apputils-extension:notification"]["fetchNews"] == "false"


def test_the_kernel_is_this_python() -> None:
    kernel = json.loads((lab.JUPYTER / "kernels" / "python3" / "kernel.json").read_text("utf-8"))
    assert kernel["argv"][0] == "python", "which jupyter_client reads as sys.executable"
