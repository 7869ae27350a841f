"""A file of an article → a clean Document: plain text, Markdown, saved web page, Word file or PDF.

Each format has a module of its own, which is imported only when a file of that format is read.
"""

from __future__ import annotations

import stat
from importlib import import_module
from pathlib import Path

from kit.classroom.document.block import Block, Document
from kit.classroom.document.cleaning import cleaned
from kit.classroom.document.filetype import SUFFIXES, recognise
from kit.errors import InputError

__all__ = ["LARGEST", "SUFFIXES", "Block", "Document", "of_bytes", "read_document"]

LARGEST = 50_000_000
"""Bytes of the largest file that is read."""


def read_document(path: Path) -> Document:
    """Read an article.

    Args:
        path: a file of plain text, Markdown or HTML, a Word file (.docx) or a PDF.

    Raises:
        InputError: there is no such file, it cannot be read, or it holds no Japanese article.
    """
    try:
        found = path.stat()
        if not stat.S_ISREG(found.st_mode):
            folder = stat.S_ISDIR(found.st_mode)
            problem = "this is a folder" if folder else "this is no file"
            raise InputError(problem, "name a file that holds the article", file=path)
        if found.st_size > LARGEST:
            raise _too_large(str(path))
        data = path.read_bytes()
    except InputError:
        raise
    except FileNotFoundError:
        raise InputError("there is no such file", "check the name", file=path) from None
    except PermissionError:
        mend = "change its permissions, or name another file"
        raise InputError("it may not be read", mend, file=path) from None
    except (OSError, ValueError) as error:  # a name that is too long, or holds a NUL
        why = getattr(error, "strerror", None) or error
        raise InputError(f"it cannot be read ({why})", "check the name", file=path) from None
    return of_bytes(str(path), data)


def of_bytes(name: str, data: bytes) -> Document:
    """Read an article from the bytes of a file, as a browser uploads it.

    Args:
        name: what the file is called; its ending helps to tell what it is.
        data: the whole file.

    Raises:
        InputError: it cannot be read, or it holds no Japanese article.
    """
    if len(data) > LARGEST:
        raise _too_large(name)
    if not data.strip(b"\0\t\n\r "):
        raise InputError("the file is empty", "name a file that holds the article", file=name)
    # The modules are named here and not imported: each brings a library that takes its time.
    module = import_module(f"kit.classroom.document.{recognise(data, name)}")
    document: Document = module.read(data, name)
    return cleaned(document, name)


def _too_large(name: str) -> InputError:
    problem = f"the file is larger than {LARGEST // 1_000_000} MB"
    return InputError(problem, "give the article alone, as text", file=name)
