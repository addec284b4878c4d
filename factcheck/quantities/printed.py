"""Numbers in digits: what a run of digits, points, commas and spaces says."""

import re
from collections.abc import Iterator
from typing import Final, Literal, TypeAlias

from factcheck.quantities.lexicon import Lexicon
from factcheck.records import Record, frozen
from factcheck.values.rational import MAX_DIGITS

Settled: TypeAlias = Literal["", "scale", "measure", "unit"]
"""Nothing; a scale or a percent sign; a unit of measure as well; any unit as well."""

_PIECE: Final = re.compile("[0-9.,٫٬']+")
_SEPARATOR: Final = re.compile("[.,٫٬']")
_SPACES: Final = " \u00a0"
_MOST: Final = MAX_DIGITS
_GROUP: Final = 3


@frozen
class Printed(Record):
    """One number in digits, `digits × 10 ^ -places`, and its place in the run."""

    start: int
    end: int
    digits: int | None
    """None: it has no reading as a number (1.2.3), or is too long."""
    places: int
    form: str
    """plain, grouped, decimal, or `dotted`: an address, a version or a date."""
    doubt: str = ""
    """What else it could say; empty if nothing."""
    settled_by: Settled = ""
    """What behind the number settles the doubt."""


def printed_numbers(run: str, lexicon: Lexicon) -> Iterator[Printed]:
    """The numbers of one run; spaces between groups of three digits are part of a number."""
    pieces = list(_PIECE.finditer(run))
    first = 0
    while first < len(pieces):
        last = _grouped_by_spaces(run, pieces, first)
        start, end = pieces[first].start(), pieces[last].end()
        if last > first:
            yield _spaced(run[start:end], start, end)
        else:
            yield _number(run[start:end], start, end, lexicon)
        first = last + 1


def _grouped_by_spaces(run: str, pieces: list[re.Match[str]], first: int) -> int:
    """The last piece of the number that begins with the piece `first`."""
    head = pieces[first][0]
    if not (head.isdecimal() and len(head) <= _GROUP and head[0] != "0"):
        return first
    last, space = first, ""
    while last + 1 < len(pieces):
        between = run[pieces[last].end()]
        following = pieces[last + 1][0]
        whole = _SEPARATOR.split(following, maxsplit=1)[0]
        if len(whole) != _GROUP or (space and between != space):
            break
        last, space = last + 1, between
        if not following.isdecimal():
            break
    tail = pieces[last][0]
    if len(_SEPARATOR.findall(tail)) > 1:
        return first
    return last


def _spaced(text: str, start: int, end: int) -> Printed:
    whole, _, places = text.translate({ord(one): None for one in _SPACES}).partition(
        next(iter(_SEPARATOR.findall(text)), ".")
    )
    return _made(whole, places, start, end, "grouped")


def _made(
    whole: str,
    places: str,
    start: int,
    end: int,
    form: str,
    doubt: str = "",
    settled: Settled = "",
) -> Printed:
    if len(whole) + len(places) > _MOST:
        return Printed(start, end, None, 0, form, f"more than {_MOST} digits")
    return Printed(start, end, int(whole + places), len(places), form, doubt, settled)


def _number(text: str, start: int, end: int, lexicon: Lexicon) -> Printed:
    """A number without spaces."""
    marks = _SEPARATOR.findall(text)
    if not marks:
        return _made(text, "", start, end, "plain")
    parts = _SEPARATOR.split(text)
    if len(marks) == 1:
        return _one_mark(parts[0], parts[1], marks[0], (start, end), lexicon)
    if len(set(marks)) == 1:
        if _is_grouped(parts) and marks[0] != "٫":
            return _made("".join(parts), "", start, end, "grouped")
        return Printed(start, end, None, 0, "dotted", "this is no number that is written in groups")
    if len(set(marks[:-1])) == 1 and marks[-1] != marks[0] and _is_grouped(parts[:-1]):
        return _made("".join(parts[:-1]), parts[-1], start, end, "grouped")
    return Printed(start, end, None, 0, "dotted", "its points and commas do not make a number")


def _is_grouped(parts: list[str]) -> bool:
    """Groups of three; or, as in India, of two before the last three."""
    head, *others = parts
    if not 1 <= len(head) <= _GROUP or head[0] == "0":
        return False
    if all(len(one) == _GROUP for one in others):
        return True
    inner = others[:-1]
    return len(head) < _GROUP and len(others[-1]) == _GROUP and all(len(one) == 2 for one in inner)  # noqa: PLR2004


def _one_mark(
    left: str, right: str, mark: str, place: tuple[int, int], lexicon: Lexicon
) -> Printed:
    """`1.5`, `1,600`, `1.600`: a decimal or a group, by the habits of the languages at hand."""
    three = len(right) == _GROUP and 0 < len(left) <= _GROUP and left[0] != "0"
    if mark in "٬'":
        doubt = "" if three else f"`{mark}` does not stand before three digits"
        return _made(left + right, "", *place, "grouped", doubt)
    decimal, group = mark in lexicon.decimal or mark == "٫", mark in lexicon.group
    if three and group and not decimal:
        return _made(left + right, "", *place, "grouped")
    if three and mark != "٫":
        doubt = f"`{left}{mark}{right}` is either a decimal or in groups of three"
        settled: Settled = "scale" if decimal and not group else ""
        if settled and right[-1] != "0":
            settled = "measure"
        return _made(left, right, *place, "decimal", doubt, settled)
    if decimal:
        return _made(left, right, *place, "decimal")
    doubt = f"`{mark}` is not the decimal sign of these languages"
    return _made(left, right, *place, "decimal", doubt, "unit" if len(right) < _GROUP else "")
