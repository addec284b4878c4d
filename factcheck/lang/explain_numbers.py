"""Explains numbers and names that are written as elsewhere: `160,000`, `.5`, `us-big-four`."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Final

from factcheck.diagnostics import language_codes as codes
from factcheck.diagnostics.diagnostic import Diagnostic
from factcheck.lang import literals
from factcheck.lang.explain_habits import text_of
from factcheck.lang.failure import Explained, Failure
from factcheck.lang.meant_period import meant_period
from factcheck.lang.words import Word

_GROUP: Final = 3
_PAIR: Final = 2
_GROUPED: Final = re.compile(r"[0-9]{1,3}(\.[0-9]{3})+(,[0-9]+)?|[0-9]{1,3}(\.[0-9]{3}){2,}")
_YEAR: Final = 4
_PARTING: Final = ("AND", "OR", "RSQB", "RBRACE", "LSQB", "COMMA", "EQUALS")
_AROUND: Final = ((4, 1), (3, 2), (2, 3), (3, 1), (2, 1), (2, 2), (1, 2), (1, 1))
"""So many words before and behind the offending one are looked at, the most first."""


def explain_number(failure: Failure) -> Explained | None:
    """Commas inside a number, and a point without a digit on one of its sides."""
    return _grouped_by_points(failure) or _comma(failure) or _point(failure)


def _grouped_by_points(failure: Failure) -> Explained | None:
    """`5.000.000,50`: read as `5.000`, `.`, `000`, ..."""
    start = end = failure.place
    while start and _touch_any(failure.words[start - 1 : start + 1]):
        start -= 1
    while _touch_any(failure.words[end : end + 2]):
        end += 1
    words = failure.words[start : end + 1]
    written = "".join(word.text for word in words)
    if not _GROUPED.fullmatch(written):
        return None
    right = written.replace(".", "_").replace(",", ".")
    message = f"`{written}` is not written as a number"
    help_ = f"groups of digits are parted by underscores, decimals by a point: `{right}`"
    span = words[0].span.to(words[-1].span)
    return Explained(Diagnostic(codes.BAD_NUMBER, message, span, help=help_))


def _touch_any(words: list[Word]) -> bool:
    """Whether two words are parts of a number, without space between them."""
    parts = ("NUMBER", "COMMA", "DOT")
    return (
        len(words) == _PAIR
        and words[0].end == words[1].start
        and (words[0].type in parts and words[1].type in parts)
    )


def _comma(failure: Failure) -> Explained | None:
    words, place = failure.words, failure.place
    if failure.found.type == "NUMBER":
        place -= 1
    start = place - 1
    if start < 0 or words[place].type != "COMMA" or words[start].type != "NUMBER":
        return None
    while start > 1 and _touch(words[start - 2 : start + 1], "NUMBER", "COMMA", "NUMBER"):
        start -= 2
    end = place - 1
    while _touch(words[end : end + 3], "NUMBER", "COMMA", "NUMBER"):
        end += 2
    numbers = [word.text for word in words[start : end + 1 : 2]]
    if len(numbers) < 2:  # noqa: PLR2004
        return None
    written = ",".join(numbers)
    if all(len(group.partition(".")[0]) == _GROUP for group in numbers[1:]):
        help_ = f"groups of digits are parted by underscores: `{'_'.join(numbers)}`"
    else:
        help_ = f"decimals stand behind a point: `{numbers[0]}.{''.join(numbers[1:])}`"
    message = f"`{written}` is not written as a number"
    span = words[start].span.to(words[end].span)
    return Explained(Diagnostic(codes.BAD_NUMBER, message, span, help=help_))


def _touch(words: list[Word], *kinds: str) -> bool:
    """Whether the words are of these types, without space between them."""
    if [word.type for word in words] != list(kinds):
        return False
    return all(a.end == b.start for a, b in pairwise(words))


def _point(failure: Failure) -> Explained | None:
    if failure.found.type != "DOT":
        return None
    around = failure.words[max(failure.place - 1, 0) : failure.place + 2]
    if _touch(around[-2:], "DOT", "NUMBER") and not _touch(around[:2], "NUMBER", "DOT"):
        first, last, right = around[-2], around[-1], f"0.{around[-1].text}"
    elif _touch(around, "NUMBER", "DOT", "NUMBER"):
        message = f"`{''.join(word.text for word in around)}` is not written as a number"
        help_ = "a number has one point, and groups of digits are parted by underscores: `1_234.5`"
        span = around[0].span.to(around[2].span)
        return Explained(Diagnostic(codes.BAD_NUMBER, message, span, help=help_))
    elif _touch(around[:2], "NUMBER", "DOT"):
        first, last, right = around[0], around[1], around[0].text
    else:
        return None
    message = f"`{first.text}{last.text}` is not written as a number"
    span = first.span.to(last.span)
    return Explained(Diagnostic(codes.BAD_NUMBER, message, span, help=f"write `{right}`"))


def explain_period(failure: Failure) -> Explained | None:
    """`Q3 2025`, `Dec 2025`, `23/12/2025`, `23.12.2025`."""
    for before, behind in _AROUND:
        start = failure.place - before
        words = failure.words[max(start, 0) : failure.place + behind]
        if start < 0 or len({word.line for word in words}) > 1:
            continue
        if not any(len(word.text) >= _YEAR and word.text[-_YEAR:].isdecimal() for word in words):
            continue
        meant = meant_period(text_of(words))
        if meant is not None and not any(word.type in ("END", *_PARTING) for word in words):
            return Explained(literals.other_period(meant, words[0].span.to(words[-1].span)))
    return None


def explain_hyphen(failure: Failure) -> Explained | None:
    """A name with hyphens where only a name may stand."""
    if failure.found.type != "MINUS" or "NAME" in failure.expected:
        return None
    end = failure.place
    while _is_hyphen(failure.words[end - 1 : end + 2]):
        end += 2
    if end == failure.place:
        return None
    parts = failure.words[failure.place - 1 : end]
    written = "".join(part.text for part in parts)
    message = f"`{written}` is read as a difference, and only a name may stand here"
    help_ = f"a name with a hyphen stands in backticks: `` `{written}` ``"
    span = parts[0].span.to(parts[-1].span)
    return Explained(Diagnostic(codes.UNEXPECTED, message, span, help=help_))


def _is_hyphen(words: list[Word]) -> bool:
    """Whether two names have a minus between them, without space; a word of clauses is one."""
    if len(words) != len(("name", "-", "name")) or words[1].type != "MINUS":
        return False
    named = all(word.text.isidentifier() or word.type == "NUMBER" for word in words[::2])
    return named and all(a.end == b.start for a, b in pairwise(words))
