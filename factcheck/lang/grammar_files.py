"""The texts of the `grammar/` folder: inside an installed package, or beside it in a checkout."""

from __future__ import annotations

from pathlib import Path
from typing import Final

_PACKAGE: Final = Path(__file__).resolve().parent.parent
_FOLDERS: Final = (_PACKAGE / "_grammar", _PACKAGE.parent / "grammar")


def read(name: str) -> str:
    """The text of one file of the folder; FileNotFoundError means a broken installation."""
    for folder in _FOLDERS:
        path = folder / name
        if path.is_file():
            return path.read_text(encoding="utf-8")
    raise FileNotFoundError(f"grammar/{name} is neither in the package nor beside it")
