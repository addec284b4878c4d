"""A number while it is put together, and its exact decimal parts."""

from collections.abc import Sequence
from typing import Final

from factcheck.quantities.printed import Settled
from factcheck.quantities.tokens import Token
from factcheck.records import Factory, Record, define, evolve

Part = tuple[int, int]
"""(n, e): n × 10 ^ e, where e is the place of its last printed digit."""

HIGHEST: Final = 40
"""Beyond 10^40 a row of scales is no number."""
_TENS: Final = range(20, 100)


@define
class Number(Record):
    """What tokens `first` to `last` (excluded) say."""

    first: int
    last: int
    part: Part = (0, 0)
    upper: Part | None = None
    """The other end of an approximate pair: 两三百."""
    place: int = 0
    """Of the last digit if the number were written with digits and its scales: 8 for 三百亿."""
    printed: bool = False
    """In digits, at least in part."""
    scale: int = 0
    """The power of ten of the last scale; 0 for none."""
    order: bool = False
    bare: bool = False
    """A scale without a number before it: 百亿."""
    words: int = 0
    """How many words of numbers it has."""
    relation: str = ""
    hedge: str = ""
    doubt: str = ""
    settled_by: Settled = ""
    letter: str = ""
    """A scale in one letter that may be a unit: m."""
    dozens: bool = False
    grouped: bool = False
    decimal: bool = False
    accounted: bool = False
    """In brackets behind the sign of its currency: $(18.7) million."""
    spoken: bool = False
    """Half a year: no digit of it is printed."""


@define
class Sum(Record):
    """The parts of a number that is being read, each smaller than the place of the one before."""

    number: Number
    parts: list[Part] = Factory(list)

    def fits(self, part: Part) -> bool:
        """Whether the part is smaller than the last place so far."""
        return not self.parts or is_less(part, self.parts[-1][1])

    def push(self, part: Part, place: int = 0) -> None:
        """Adds a part, whose last digit would stand at `place` in digits."""
        self.parts.append(part)
        self.number.place = place

    def swaps(self, part: Part) -> bool:
        """Five and twenty."""
        return (
            len(self.parts) > 0
            and self.parts[-1][1] == 0
            and 0 < self.parts[-1][0] < 10  # noqa: PLR2004
            and part[0] * 10 ** part[1] in _TENS
            and part[1] == 1
            and (len(self.parts) == 1 or is_less((1, 1), self.parts[-2][1]))
        )

    def scaled(self, power: int, written: int = 3) -> bool:
        """Multiplies what stands before the scale; False if nothing there can be multiplied.

        From the power `written` on, scales stand behind digits: 300 thousand, not 3 hundred.
        """
        small = [one for one in self.parts if is_less(one, power)]
        if not small and not (len(self.parts) == 1 and self.number.printed):
            return False
        if self.parts and not small:
            small = self.parts
        rest = self.parts[: len(self.parts) - len(small)]
        n, e = total(small)
        if e + power > HIGHEST or (rest and not is_less((n, e + power), rest[-1][1])):
            return False
        self.parts = [*rest, (n, e + power)]
        if self.number.upper is not None:
            self.number.upper = _scaled_behind(self.number.upper, rest, power)
        self.number.scale = power
        if power >= written or self.number.printed:
            self.number.place += power
        return True


def _scaled_behind(upper: Part, rest: Sequence[Part], power: int) -> Part:
    """The upper end × 10 ^ power, but for what stands in larger places: 一千五六百."""
    if not rest:
        return upper[0], upper[1] + power
    n, e = total(rest)
    small = total([upper, (-n, e)])
    return total([(n, e), (small[0], small[1] + power)])


def is_less(part: Part, power: int) -> bool:
    """Whether the part is less than 10 ^ power."""
    n, e = part
    if n == 0:
        return True
    return len(str(n)) + e <= power


def total(parts: Sequence[Part]) -> Part:
    """The sum of the parts; its last digit is the last of theirs."""
    if not parts:
        return (1, 0)
    place = min(e for _, e in parts)
    return sum(n * 10 ** (e - place) for n, e in parts), place


def number_part(value: int) -> Part:
    """A word's number: its last digit is the last that is not 0, as in words."""
    place = 0
    while value and value % 10 == 0:
        value, place = value // 10, place + 1
    return value, place


def shifted(number: Number, power: int) -> Number:
    """The same number × 10 ^ power."""
    n, e = number.part
    upper = number.upper and (number.upper[0], number.upper[1] + power)
    return evolve(number, part=(n, e + power), upper=upper, scale=power, place=number.place + power)


def is_accounted(tokens: Sequence[Token], first: int) -> bool:
    """$(3.2) million, as accounts print what is below 0: a bracket between sign and number."""
    if first < 2 or tokens[first].gap or tokens[first - 1].gap:  # noqa: PLR2004
        return False
    sign = tokens[first - 2]
    return tokens[first - 1].text == "(" and sign.kind == "sign" and "money" in sign.roles
