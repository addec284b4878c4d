"""The labelled numbers of an axis: round ones, and few enough to be read."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from math import ceil, floor, log10
from typing import Final

from factcheck.records import Record, frozen
from factcheck.report.html.scale import Scale
from factcheck.values.rational import to_short_text

_MOST: Final = 6
_STEPS: Final = (Fraction(1), Fraction(2), Fraction(5, 2), Fraction(5), Fraction(10))
_FEW_DECADES: Final = 2
_WORDS: Final = ((10**12, "trillion"), (10**9, "billion"), (10**6, "million"))
_DIGITS: Final = 6
_LARGEST_PERCENT: Final = 2


@frozen
class Tick(Record):
    """A number of the axis in percent of the width, with its label."""

    place: float
    label: str


@frozen
class Axis(Record):
    """A scale with its ticks; `caption` is what they count, as `billion CNY`."""

    scale: Scale
    ticks: tuple[Tick, ...]
    caption: str


def axis_of(scale: Scale, unit: str) -> Axis:
    """The axis of a scale in a unit; shares below 2 read in percent."""
    numbers = list(_decades(scale) if scale.logarithmic else _round_numbers(scale))
    largest = max((abs(number) for number in (scale.low, scale.high)), default=Fraction(0))
    percent = unit == "ratio" and largest < _LARGEST_PERCENT and any(n % 1 for n in numbers)
    size, word = _word(largest) if not scale.logarithmic else (1, "")
    ticks = tuple(
        Tick(
            scale.at((number.numerator, number.denominator)), _label(number, size, percent=percent)
        )
        for number in numbers
    )
    return Axis(scale, ticks, " ".join(filter(None, (word, "" if unit == "ratio" else unit))))


def _word(largest: Fraction) -> tuple[int, str]:
    """A scale word that all ticks share, and its size."""
    return next(((size, word) for size, word in _WORDS if largest >= size), (1, ""))


def _label(number: Fraction, size: int, *, percent: bool) -> str:
    if percent:
        return f"{_text(number * 100)}%"
    if size == 1 and abs(number) >= _WORDS[-1][0]:
        size, word = _word(abs(number))
        return f"{_text(number / size)} {word}"
    return _text(number / size)


def _text(number: Fraction) -> str:
    """A round number with grouped digits, or with an exponent where it has too many."""
    text = to_short_text((number.numerator, number.denominator), _DIGITS)
    sign, digits = ("−", text[1:]) if text.startswith("-") else ("", text)
    whole, point, places = digits.partition(".")
    return f"{sign}{int(whole):,}{point}{places}" if whole.isdigit() else sign + digits


def _round_numbers(scale: Scale) -> Iterator[Fraction]:
    """Multiples of 1, 2, 2.5 or 5 times a power of ten."""
    step = _step((scale.high - scale.low) / _MOST)
    for times in range(ceil(scale.low / step), floor(scale.high / step) + 1):
        yield step * times


def _step(least: Fraction) -> Fraction:
    """The least round number that is not below `least`."""
    power = Fraction(10) ** floor(log10(least.numerator) - log10(least.denominator))
    return next((power * step for step in _STEPS if power * step >= least), power * 10)


def _decades(scale: Scale) -> Iterator[Fraction]:
    """Powers of ten, thinned where they are many; with 2 and 5 times them where they are few."""
    first = floor(log10(scale.low.numerator) - log10(scale.low.denominator))
    last = ceil(log10(scale.high.numerator) - log10(scale.high.denominator))
    stride = max(1, ceil((last - first) / _MOST))
    between = (1, 3) if last - first <= _FEW_DECADES + 1 else (1,)
    for exponent in range(first, last + 1, stride):
        for times in between:
            number = times * Fraction(10) ** exponent
            if scale.low <= number <= scale.high:
                yield number
