"""A figure while its words are gathered."""

from typing import Final

from factcheck.quantities.model import Direction, Kind
from factcheck.quantities.number import Number
from factcheck.records import Factory, Record, define
from factcheck.values.rational import Rational

TIMES: Final = frozenset(
    {"year", "month", "week", "day", "hour", "minute", "second", "decade", "century"}
)
"""Units of time: a whole number of them is a count."""


@define
class Draft(Record):
    """What is known so far of the figure of tokens `first` to `last` (excluded)."""

    number: Number
    first: int
    last: int
    kind: Kind | None = None
    """None: nothing beside the number says it yet."""
    ratio: Rational | None = None
    """The value, where no decimal number says it: two-thirds, twice."""
    power: int = 0
    """The unit shifts the number: -2 for percent."""
    relation: str = ""
    hedge: str = ""
    direction: Direction = ""
    negative: bool = False
    units: tuple[str, ...] = ()
    money: bool = False
    unit_tokens: list[tuple[int, int]] = Factory(list)
    """Where the words of the unit stand, each from its first token to its last (excluded)."""
    per: tuple[str, ...] = ()
    range_first: int | None = None
    """Where a word like `between` stands before it."""
    equivalent: bool = False
    """Words before it say that it restates the figure before: 约合, ما يعادل."""
    past_years: bool = False
    """近: nearly, or the last, which only the unit tells."""
    level: bool = False
    """A word behind it makes it an order of magnitude: 级."""
    half: bool = False
    """And a half of the unit: 两年半."""
    changed: bool = False
    """A word before `from` says that it goes from one number to another: rose from 3% to 5%."""
    restates: bool = False
    """It restates the figure before it, in brackets or so."""
    tentative: bool = False
    """A figure only as the lower end of a range: 三至五个月."""
    stroke: bool = False
    """A stroke before it is a minus or ties it to a word: 利润-3.5%."""
    doubts: list[str] = Factory(list)

    def add_units(self, units: tuple[str, ...], place: int, *, money: bool) -> bool:
        """Takes a unit; of two that stand side by side what both can be. False if they differ."""
        if self.units and self.money != money:
            return False
        common = tuple(one for one in self.units if one in units)
        if self.units and not common:
            return False
        self.units, self.money = common or units, money
        self.unit_tokens.append((place, place + 1))
        return True

    def gives_up_unit(self, units: tuple[str, ...], place: int) -> bool:
        """比特幣突破7萬美元: the unit behind it, where words part it from what is priced."""
        before = self.unit_tokens[0][1] if len(self.unit_tokens) == 1 else self.number.first
        if before >= self.number.first or not self.money:
            return False
        self.first = max(self.first, before)
        self.units, self.unit_tokens = units, [(place, place + 1)]
        return True
