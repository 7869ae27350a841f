"""What a widget leaves in a notebook for where it does not run: text and HTML that never change."""

from __future__ import annotations

from typing import Any


def bundle(widget: Any, plain: str, html: str) -> Any:
    """A widget's display data with its own text and HTML in it.

    Args:
        widget: what anywidget displays it with: data and metadata, or None where it can't.
        plain, html: what stands there where the widget does not run.
    """
    data, metadata = widget or ({}, {})
    return {**data, "text/plain": plain, "text/html": html}, metadata
