"""The case of a finding as one text, the same in every format: `entity=bytedance;period=2026`."""

from __future__ import annotations

import re
from typing import Final

Case = tuple[tuple[str, str], ...]

_SPECIAL: Final = re.compile(r"([\\;])")
_FIELD: Final = re.compile(r"((?:[^\\;]|\\.)*)(;|$)", re.DOTALL)
_ESCAPED: Final = re.compile(r"\\(.)", re.DOTALL)


def written_case(case: Case) -> str:
    r"""The fields with their values; a `;` or `\` in a value has a `\` before it."""
    return ";".join(f"{name}={_escaped(value)}" for name, value in case)


def _escaped(value: str) -> str:
    return _SPECIAL.sub(r"\\\1", value)


def read_case(text: str) -> Case | None:
    """The case that was written so, spaces around fields aside; None for what is none."""
    if not text.strip():
        return ()
    case = []
    place = 0
    while place <= len(text):
        match = _FIELD.match(text, place)
        if match is None:
            return None
        name, equals, value = match[1].partition("=")
        if not equals or not name.strip():
            return None
        case.append((name.strip(), _ESCAPED.sub(r"\1", value.strip())))
        place = match.end() + (not match[2])
    return tuple(case)
