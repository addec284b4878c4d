"""The plainest command lines of `factcheck validate`, read without click.

click and what it imports take a tenth of a run on a small package. What is not plainly an option
written out in full, or its value, is left to click, which knows what is wrong with it; of what is
read here, click would read the same.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from typing import Any, Final, TypeAlias

from factcheck.cli.formats import EXTRAS, FORMATS
from factcheck.cli.options import VALIDATE, Option

Asked: TypeAlias = dict[str, Any]
"""The parameters of a command by name, as click hands them over."""

_OPTIONS: Final = {one.written: one for one in VALIDATE}
_ONLY_CLICK: Final = frozenset({"--output", "--max-memory"})
"""What is checked on the way, or given another form."""
_COMPLETION: Final = "_FACTCHECK_COMPLETE"
"""Set where a shell asks how a line may go on."""
_COUNT_DIGITS: Final = 9


def plainly_asked(arguments: Sequence[str]) -> Asked | None:
    """What `validate` is asked for; None where click has to look."""
    if tuple(arguments[:1]) != ("validate",) or _COMPLETION in os.environ or os.name == "nt":
        return None  # on Windows click finds the files that a pattern names
    asked: Asked = {"package": None}
    asked |= {one.name: _absent(one) for one in VALIDATE}
    seen: set[str] = set()
    words = iter(arguments[1:])
    for word in words:
        option = _OPTIONS.get(word)
        name, value = ("package", _plain(word)) if option is None else _read(option, words)
        if value is None or (name in seen and not (option and option.multiple)):
            return None
        seen.add(name)
        asked[name] = (*asked[name], value) if option and option.multiple else value
    return asked if _has_plain_formats(asked["formats"]) else None


def _absent(option: Option) -> object:
    """What an option that is not given stands for."""
    return False if option.kind == "flag" else () if option.multiple else option.default


def _read(option: Option, words: Iterator[str]) -> tuple[str, object]:
    """The parameter and the value of an option; no value where that is not plain."""
    if option.kind == "flag":
        return option.name, True
    value = None if option.written in _ONLY_CLICK else _plain(next(words, ""))
    if option.kind == "choice" and value not in option.choices:
        value = None
    if option.kind == "count":
        return option.name, _count(value or "")
    return option.name, value


def _plain(word: str) -> str | None:
    """A word that is no option and no end of options."""
    return word if word and not word.startswith("-") else None


def _count(word: str) -> int | None:
    """A whole number above zero."""
    plain = word.isascii() and word.isdecimal() and len(word) <= _COUNT_DIGITS
    return (int(word) or None) if plain else None


def _has_plain_formats(formats: Sequence[str]) -> bool:
    """Whether the only report goes to standard output, and needs no library of others."""
    return not formats or (len(formats) == 1 and formats[0] in {*FORMATS} - {*EXTRAS})
