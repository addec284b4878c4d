"""Published tables made from hidden exact figures, and how far each printed result may be off."""

from collections.abc import Callable, Mapping, Sequence
from fractions import Fraction
from itertools import product
from random import Random

from attrs import frozen

QUARTERS = ("2024-Q1", "2024-Q2", "2024-Q3", "2024-Q4")


@frozen
class Printed:
    """A number rounded to a place, as text and as the numbers that it allows."""

    value: Fraction
    decimals: int

    def step(self) -> Fraction:
        """One unit of the last digit."""
        return Fraction(10) ** -self.decimals

    def ends(self) -> tuple[Fraction, Fraction]:
        """Half a unit to each side."""
        return self.value - self.step() / 2, self.value + self.step() / 2

    def moved(self, steps: int) -> "Printed":
        """With another last digit."""
        return Printed(self.value + steps * self.step(), self.decimals)

    def text(self) -> str:
        """The number as it stands in a table."""
        if self.decimals <= 0:
            return str(int(self.value))
        digits = str(abs(int(self.value * 10**self.decimals))).zfill(self.decimals + 1)
        sign = "-" if self.value < 0 else ""
        return f"{sign}{digits[: -self.decimals]}.{digits[-self.decimals :]}"


def printed(exact: Fraction, decimals: int) -> Printed:
    """Rounded correctly, ties to even."""
    scale = Fraction(10) ** decimals
    return Printed(Fraction(round(exact * scale)) / scale, decimals)


@frozen
class Calculation:
    """A published result: its metric, its unit, the rule, and the calculation.

    `seen` is what the rule has on the side of the result, rising with it; a percentage is divided
    by 100 before.
    """

    metric: str
    unit: str
    rule: str
    operands: Sequence[tuple[str, str]]
    of: Callable[[Sequence[Fraction]], Fraction]
    seen: Callable[[Fraction], Fraction] = lambda x: x

    def factor(self) -> Fraction:
        """What one unit is."""
        return Fraction(1, 100) if self.unit == "%" else Fraction(1)


def _mean(x: Sequence[Fraction]) -> Fraction:
    return sum(x, Fraction(0)) / len(x)


YEARS = [("revenue", "2024"), ("revenue", "2023")]
ALL_QUARTERS = [("turnover", quarter) for quarter in QUARTERS]
CALCULATIONS = (
    Calculation(
        "growth", "%", "revenue / revenue[previous year] - 1", YEARS, lambda x: x[0] / x[1] - 1
    ),
    Calculation(
        "change",
        "%",
        "(revenue - revenue[previous year]) / revenue[previous year]",
        YEARS,
        lambda x: (x[0] - x[1]) / x[1],
    ),
    Calculation(
        "margin",
        "%",
        "(revenue - cost) / revenue",
        [("revenue", "2024"), ("cost", "2024")],
        lambda x: (x[0] - x[1]) / x[0],
    ),
    Calculation(
        "profit",
        "CNY",
        "revenue - cost",
        [("revenue", "2024"), ("cost", "2024")],
        lambda x: x[0] - x[1],
    ),
    Calculation(
        "sales",
        "CNY",
        "units_sold × unit_price",
        [("units_sold", "2024"), ("unit_price", "2024")],
        lambda x: x[0] * x[1],
    ),
    Calculation(
        "cost_share",
        "%",
        "cost / (cost + tax + revenue)",
        [("cost", "2024"), ("tax", "2024"), ("revenue", "2024")],
        lambda x: x[0] / (x[0] + x[1] + x[2]),
    ),
    Calculation(
        "annual", "CNY", "sum(turnover over quarters)", ALL_QUARTERS, lambda x: sum(x, Fraction(0))
    ),
    Calculation("average", "CNY", "mean(turnover over quarters)", ALL_QUARTERS, _mean),
    Calculation("lowest", "CNY", "min(turnover over quarters)", ALL_QUARTERS, min),
    Calculation("highest", "CNY", "max(turnover over quarters)", ALL_QUARTERS, max),
    Calculation(
        "cagr",
        "%",
        "revenue / revenue[3 years ago]",
        [("revenue", "2024"), ("revenue", "2021")],
        lambda x: x[0] / x[1],
        lambda g: (1 + g) ** 3,
    ),
)
UNITS = {"units_sold": "chip", "unit_price": "CNY/chip"}


def _result(one: Calculation, exact: Mapping[tuple[str, str], Fraction], decimals: int) -> Printed:
    found = one.of([exact[place] for place in one.operands])
    if one.metric != "cagr":
        return printed(found / one.factor(), decimals)
    rough = printed(Fraction(100 * (float(found) ** (1 / 3) - 1)), decimals)
    for step in (-1, 0, 1):  # a float is near enough: the right one is among its neighbours
        low, high = (one.seen(end / 100) for end in rough.moved(step).ends())
        if low <= found <= high:
            return rough.moved(step)
    raise AssertionError(rough)


@frozen
class Table:
    """The printed figures of one company, and the results with how far they may be off."""

    figures: Mapping[tuple[str, str], Printed]
    results: Mapping[str, Printed]

    def allowed(self, one: Calculation) -> tuple[Fraction, Fraction]:
        """The least and greatest result of the printed figures, at corners: all are monotone."""
        ends = [self.figures[place].ends() for place in one.operands]
        values = [one.of(corner) for corner in product(*ends)]
        return min(values), max(values)

    def fits(self, one: Calculation, result: Printed) -> bool:
        """Whether a printed result can be that of the printed figures."""
        least, greatest = self.allowed(one)
        low, high = (one.seen(end * one.factor()) for end in result.ends())
        return low <= greatest and least <= high

    def edge(self, one: Calculation, direction: int) -> Printed:
        """The last printed result in a direction that still fits."""
        near, far = 0, 1
        own = self.results[one.metric]
        while self.fits(one, own.moved(far * direction)):
            near, far = far, 2 * far
        while far - near > 1:
            middle = (near + far) // 2
            if self.fits(one, own.moved(middle * direction)):
                near = middle
            else:
                far = middle
        return own.moved(near * direction)


def table(random: Random) -> Table:
    """A company's figures, each rounded to some place of its own, or exact to the cent."""
    exact: dict[tuple[str, str], Fraction] = {}
    for one in CALCULATIONS:
        for place in one.operands:
            exact.setdefault(place, Fraction(random.randint(10**7, 10**10), 1000))
    figures = {
        place: printed(value, random.choice([-3, -2, -1, 0, 1, 2]))
        for place, value in sorted(exact.items())
    }
    results = {
        one.metric: _result(one, exact, 1 if one.unit == "%" else random.choice([-3, -2, 0, 2]))
        for one in CALCULATIONS
    }
    return Table(figures, results)
