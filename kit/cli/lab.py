"""`kit lab`: the lessons in JupyterLab."""

from __future__ import annotations

from argparse import Namespace

from kit.lab import lab


def run(arguments: Namespace) -> int:
    """Start JupyterLab and stay until it ends."""
    return lab(arguments.folder, browser=arguments.browser, port=arguments.port)
