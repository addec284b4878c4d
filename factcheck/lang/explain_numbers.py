"""Explains numbers and names that are written as elsewhere: `160,000`, `.5`, `us-big-four`."""

from __future__ import annotations

from itertools import pairwise
from typing import Final

from factcheck.diagnostics import language_codes as codes
from factcheck.diagnostics.diagnostic import Diagnostic
from factcheck.lang import literals
from factcheck.lang.failure import Explained, Failure
from factcheck.lang.words import Word

_GROUP: Final = 3


def explain_number(failure: Failure) -> Explained | None:
    """Commas inside a number, and a point without a digit on one of its sides."""
    return _comma(failure) or _point(failure)


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
    elif _touch(around[:2], "NUMBER", "DOT"):
        first, last, right = around[0], around[1], around[0].text
    else:
        return None
    message = f"`{first.text}{last.text}` is not written as a number"
    span = first.span.to(last.span)
    return Explained(Diagnostic(codes.BAD_NUMBER, message, span, help=f"write `{right}`"))


def explain_period(failure: Failure) -> Explained | None:
    """`Q3 2025`."""
    part, year = failure.before, failure.found
    if year.type != "NUMBER" or not literals.is_year_part(year, part.text):
        return None
    return Explained(literals.other_period(year, part.text, part.span.to(year.span)))


def explain_hyphen(failure: Failure) -> Explained | None:
    """A name with hyphens where only a name may stand."""
    if failure.found.type != "MINUS":
        return None
    end = failure.place
    while _touch(failure.words[end - 1 : end + 2], "NAME", "MINUS", "NAME"):
        end += 2
    if end == failure.place:
        return None
    parts = failure.words[failure.place - 1 : end]
    written = "".join(part.text for part in parts)
    message = f"`{written}` is read as a difference, and only a name may stand here"
    help_ = f"a name with a hyphen stands in backticks: `` `{written}` ``"
    span = parts[0].span.to(parts[-1].span)
    return Explained(Diagnostic(codes.UNEXPECTED, message, span, help=help_))
