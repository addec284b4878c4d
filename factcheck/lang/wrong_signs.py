"""Signs that other languages and keyboards have, and what this language writes instead."""

from __future__ import annotations

import re
from typing import Final

WRONG_SIGNS: Final = {
    "===": "=",
    "!==": "!=",
    "==": "=",
    "&&": "and",
    "||": "or",
    "=>": ">=",
    "=<": "<=",
    "<>": "!=",
    ":=": "=",
    "**": "^",
    "!": "not",
    "&": "and",
    "|": "or",
    "~": "~=",
    "≅": "≈",
    "≃": "≈",
    "∼": "≈",
    "·": "×",
    "⋅": "×",
    "∙": "×",
    "•": "×",
    "–": "-",
    "—": "-",
    "‐": "-",
    "‑": "-",
    "⁄": "/",
    "∕": "/",
    "²": "^2",
    "³": "^3",
    "½": "half of",
    "⅓": "a third of",
    "⅔": "two thirds of",
    "¼": "a quarter of",
    "¾": "three quarters of",
}

_LEADS_RIGHT_SIGN: Final = ("!", "~")


def _pattern(sign: str) -> str:
    return re.escape(sign) + ("(?!=)" if sign in _LEADS_RIGHT_SIGN else "")


PATTERN: Final = "|".join(_pattern(sign) for sign in sorted(WRONG_SIGNS, key=len, reverse=True))
"""Matches a wrong sign, and never the beginning of a right one."""
