"""Rationals as decimal text: read exactly, within limits; written exactly, or short for people."""

import re
from typing import Final

from factcheck.values.rational.arithmetic import Rational, less, reduce

MAX_DIGITS: Final = 100
_MAX_EXPONENT: Final = 308
_LONGEST_FRAME: Final = len("-.e-308")
_NUMERAL: Final = re.compile(r"([+-]?)([0-9]+)(?:\.([0-9]+))?(?:[eE]([+-]?[0-9]{1,3}))?")
_CHUNK: Final = 4000
"""Python converts up to 4300 digits at once; longer numbers are written in pieces of this many."""
_LONG: Final = 10**_CHUNK
_MANY: Final = 10**41
_PLAIN_EXPONENTS: Final = range(-7, 21)
_PLACES_OF: Final = {10**places: places for places in range(41)}
"""The decimal places of most denominators, which powers of ten are: figures are printed so."""


def parse_decimal(text: str, *, max_digits: int = MAX_DIGITS) -> Rational | None:
    """The exact value of a plain number; None for other text and beyond the limits.

    The limits are `max_digits` digits and an exponent of 308 either way.
    """
    if len(text) > max_digits + _LONGEST_FRAME:
        return None
    match = _NUMERAL.fullmatch(text)
    if match is None:
        return None
    sign, whole, places, exponent = match.groups("")
    shift = int(exponent or 0)
    if len(whole) + len(places) > max_digits or abs(shift) > _MAX_EXPONENT:
        return None
    digits = int(sign + whole + places)
    return shift_point(digits, shift - len(places))


def shift_point(digits: int, places: int) -> Rational:
    """The exact value of digits × 10 ^ places."""
    return (digits * 10**places, 1) if places >= 0 else (digits, 10**-places)


def _decimal_places(denominator: int) -> int | None:
    """The decimal places of a reduced fraction over `denominator`; None if they never end."""
    twos = (denominator & -denominator).bit_length() - 1
    rest = denominator >> twos
    fives = 0
    while rest % 5 == 0:
        rest //= 5
        fives += 1
    return max(twos, fives) if rest == 1 else None


def has_finite_decimal(value: Rational) -> bool:
    """True for the infinities and for every value whose decimal places end."""
    denominator = value[1]
    if denominator == 0 or denominator in _PLACES_OF:
        return True
    return _decimal_places(reduce(value)[1]) is not None


def to_decimal_text(value: Rational) -> str:
    """The exact, shortest text without exponent; raises ValueError if the decimals never end."""
    text = decimal_text(value)
    if text is None:
        raise ValueError("the decimals of this value never end")
    return text


def decimal_text(value: Rational) -> str | None:
    """As `to_decimal_text`; None if the decimals never end."""
    numerator, denominator = value
    sign = "-" if numerator < 0 else ""
    if denominator == 0:
        return sign + "inf"
    places = _PLACES_OF.get(denominator)
    if places is not None:
        return sign + _with_point(_digits(abs(numerator)), places)
    numerator, denominator = reduce(value)
    places = _decimal_places(denominator)
    if places is None:
        return None
    return sign + _with_point(_digits(abs(numerator) * 10**places // denominator), places)


def _with_point(digits: str, places: int) -> str:
    """The digits with a point before so many of them, and without idle zeros behind it."""
    if not places:
        return digits
    padded = digits.zfill(places + 1)
    whole, after = padded[:-places], padded[-places:].rstrip("0")
    return f"{whole}.{after}" if after else whole


def significant_digits(value: Rational) -> int | None:
    """The digits that a finite number takes from its first to its last but zero, 1 for zero.

    None where they never end, or nobody prints so many.
    """
    places = _PLACES_OF.get(value[1])
    if places is None or not -_MANY < value[0] < _MANY:
        return None
    return len(str(abs(value[0])).rstrip("0")) or 1


def _digits(number: int) -> str:
    if number < _LONG:
        return str(number)
    high, low = divmod(number, _LONG)
    return _digits(high) + str(low).zfill(_CHUNK)


def to_short_text(value: Rational, digits: int = 4) -> str:
    """For people: rounded half to even to `digits` significant digits.

    An exponent only below 1e-7 and from 1e21 on.
    """
    if value[0] == 0 or value[1] == 0:
        return to_decimal_text(value)
    if (significant_digits(value) or digits + 1) <= digits:
        exponent = leading_exponent((abs(value[0]), value[1]))
        if exponent in _PLAIN_EXPONENTS:
            return to_decimal_text(value)
    sign = "-" if value[0] < 0 else ""
    rounded, exponent = _rounded((abs(value[0]), value[1]), digits)
    if exponent in _PLAIN_EXPONENTS:
        return sign + to_decimal_text(shift_point(rounded, exponent + 1 - digits))
    return f"{sign}{to_decimal_text(shift_point(rounded, 1 - digits))}e{exponent}"


def _rounded(value: Rational, digits: int) -> tuple[int, int]:
    """A positive value as `digits` digits and the power of ten of the first of them."""
    exponent = leading_exponent(value)
    scale, divisor = shift_point(1, digits - 1 - exponent)
    denominator = value[1] * divisor
    rounded, rest = divmod(value[0] * scale, denominator)
    if (2 * rest, rounded % 2) > (denominator, 0):
        rounded += 1
    if rounded == 10**digits:
        return rounded // 10, exponent + 1
    return rounded, exponent


def leading_exponent(value: Rational) -> int:
    """The greatest e with 10 ^ e ≤ value, for a positive value."""
    places = _PLACES_OF.get(value[1])
    if places is not None and value[0] < _MANY:
        return len(str(value[0])) - 1 - places
    bits = value[0].bit_length() - value[1].bit_length() - 1
    exponent = bits * 30103 // 100_000 - 1
    while not less(value, shift_point(1, exponent + 1)):
        exponent += 1
    return exponent


def to_float(value: Rational) -> float:
    """The nearest float, an infinity where there is none: for display only."""
    try:
        return value[0] / value[1]
    except (OverflowError, ZeroDivisionError):
        return float("inf") if value[0] > 0 else float("-inf")
