"""The pages of `docs/codes`: inside an installed package, or beside it in a checkout."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from factcheck.diagnostics.diagnostic import Code

_PACKAGE: Final = Path(__file__).resolve().parent.parent
_FOLDERS: Final = (_PACKAGE / "_codes", _PACKAGE.parent / "docs" / "codes")


def code_page(code: Code) -> str:
    """What is wrong, an example and what to write instead, as Markdown; at least the title."""
    for folder in _FOLDERS:
        path = folder / f"{code.id}.md"
        if path.is_file():
            return path.read_text(encoding="utf-8")
    return f"# {code.id}: {code.title}\n"
