"""Where the notebooks and vocabulary that came with the kit are.

The wheel carries them as `kit/_content/` (a data folder can't share the name of this module); an
editable install finds them where they are written, at the top of the checkout.
"""

from __future__ import annotations

from pathlib import Path

PACKAGE = Path(__file__).parent


def folder(name: str) -> Path:
    """The folder that came with the kit under this name.

    Args:
        name: `notebooks` or `vocab`.

    Returns:
        Its absolute path. Read-only in spirit: a student works in a copy (see kit.workspace).
    """
    packaged = PACKAGE / "_content" / name
    return packaged if packaged.is_dir() else PACKAGE.parent / name
