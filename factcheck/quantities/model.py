"""A figure as a text prints it."""

from typing import Literal, TypeAlias

from factcheck.records import Record, frozen
from factcheck.values.rational import Rational

Kind: TypeAlias = Literal[
    "amount",  # of money, or in a unit: 1600亿元, 5 km, 3 years; or with a scale alone: 43 trillion
    "count",  # of things that are named or have a counter: 20,000 units, 12家
    "number",  # nothing stands beside it that says what it counts
    "percent",  # a ratio: 12.5% is 1/8
    "points",  # a difference of percentages, as a ratio: 2 percentage points are 1/50
    "multiple",  # 12倍, twice, threefold
    "fraction",  # in words: half, two-thirds, 三成
    "ordinal",  # 第三, 3rd, No. 1
    "date",  # a year, quarter, month or day; `period` says which
    "time",  # of the day
]

Relation: TypeAlias = Literal["eq", "gt", "ge", "lt", "le", "order"]

Direction: TypeAlias = Literal["", "up", "down"]


@frozen
class Quantity(Record):
    """One figure of a text; places are Unicode code points from 0, ends excluded.

    `text == whole[start:end]`, and `number_start:number_end` lies inside `start:end`.
    """

    start: int
    """Of all the words that belong to the figure: hedge and relation, number, unit, per."""
    end: int
    text: str
    number_start: int
    """Of the number with its scale alone: `1600亿` of `约1600亿元`; of a range, both ends."""
    number_end: int
    kind: Kind
    confident: bool
    """False: this is not sure enough to hold against anyone; `why` says what is in doubt."""
    why: str = ""
    """In words for the user; empty if confident."""
    value: Rational | None = None
    """Expanded, in lowest terms: 1600亿 is 160000000000, 12.5% is 1/8. None: not read, or a date.

    If not confident, the likeliest reading where there is one.
    """
    value_to: Rational | None = None
    """The upper end of a printed range."""
    decimals: int | None = None
    """Place of the last printed digit: 1600亿: -8, 12.5%: 3; None for exact or spoken ones."""
    relation: Relation = "eq"
    """`order`: an order of magnitude, whose `value` is its lower end: 千亿级, billions."""
    relation_open: bool = False
    """The words may also give the number itself: as many as 30, over three years, more than the 45.
    """
    hedge: str = ""
    """A key of the policy of hedges, `about` or `nearly`; empty for none."""
    direction: Direction = ""
    """If words beside the figure say that it is a fall or a rise; `value` has no sign of it."""
    units: tuple[str, ...] = ()
    """Candidates, likeliest first: ISO 4217 codes or ids like `day`; two or more: ambiguous.

    Empty: none is printed. Percentages, multiples and fractions have none: they are ratios.
    """
    unit_text: str = ""
    """The unit as printed: `元`, `دولار`, `US$`, `个超算中心`."""
    per: tuple[str, ...] = ()
    """Candidates for what the figure is per: `day` in daily and 每天, `unit` in each."""
    period: str = ""
    """Of a date, as in the column `period`: 2026, 2025-Q3, 2025-H1, 2025-10, 2025-12-23, 2024/2025.

    Empty if the year is not printed.
    """
    converts: int | None = None
    """Index of the figure that this one restates in another unit: 160 billion RMB ($23 billion)."""
