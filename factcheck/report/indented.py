"""JSON with one value a line, in a fraction of the time that the library takes.

`json.dumps` has a fast encoder, written in C, for documents on one line alone.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from json.encoder import encode_basestring
from typing import Final

_INDENT: Final = "  "
_LEAVES: Final[dict[type, Callable[..., str]]] = {str: encode_basestring, int: str}
"""How the commonest values are written; the library writes the others."""


def indented(value: object) -> str:
    """The very text of `json.dumps(value, ensure_ascii=False, indent=2)`; keys are texts."""
    pieces: list[str] = []
    _write(value, "\n", pieces)
    return "".join(pieces)


def _write(value: object, line: str, pieces: list[str]) -> None:
    """Add the text of a value; `line` ends a line and indents the next as the value's own."""
    below = line + _INDENT
    before = below
    if isinstance(value, dict) and value:
        pieces.append("{")
        for key, one in value.items():
            write = _LEAVES.get(type(one))
            if write is not None:
                pieces.append(f"{before}{encode_basestring(key)}: {write(one)}")
            else:
                pieces.append(f"{before}{encode_basestring(key)}: ")
                _write(one, below, pieces)
            before = "," + below
        pieces.append(line + "}")
    elif isinstance(value, list | tuple) and value:
        pieces.append("[")
        for one in value:
            pieces.append(before)
            _write(one, below, pieces)
            before = "," + below
        pieces.append(line + "]")
    else:
        leaf = _LEAVES.get(type(value))
        pieces.append(json.dumps(value) if leaf is None else leaf(value))
