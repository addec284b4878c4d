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
_PLAIN_EXPONENTS: Final = range(-7, 21)


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
    return value[1] == 0 or _decimal_places(reduce(value)[1]) is not None


def to_decimal_text(value: Rational) -> str:
    """The exact, shortest text without exponent; raises ValueError if the decimals never end."""
    numerator, denominator = reduce(value)
    sign = "-" if numerator < 0 else ""
    if denominator == 0:
        return sign + "inf"
    places = _decimal_places(denominator)
    if places is None:
        raise ValueError("the decimals of this value never end")
    digits = _digits(abs(numerator) * 10**places // denominator)
    return sign + _with_point(digits, places)


def _with_point(digits: str, places: int) -> str:
    if not places:
        return digits
    padded = digits.zfill(places + 1)
    return f"{padded[:-places]}.{padded[-places:]}"


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
