"""Rules drawn at random: expressions by their dimension, over the metrics of drawn packages."""

from __future__ import annotations

from random import Random

from tests.engines.drawn.claim_rules import ClaimRules
from tests.engines.drawn.vocabulary import RARE
from tests.engines.drawn.wheres import OF_FIGURES, WHERES

MONEY = ("whole", "whole", "part", "part", "gain", "debt")
SELECTORS = (
    *("previous year", "year ago", "previous", "2 quarters ago", "status = plan"),
    *("status = actual", "entity = e0", "period = 2024", "any region", "any status"),
    *("any source", "other entity", "any group", "any longer period", "any earlier period"),
    *("previous quarter", "previous half", "previous month", "month ago", "2 years ago"),
    *("status in {plan, estimate}", "status = target", "entity in {e0, e3}", "entity in g0"),
    *("period = 2024-Q1", "period in {2023, 2024}", "source = s0", "source in {s0, s2}"),
    *("region = north", "any entity", "any period", "hedge = none", "attributed_to = press"),
    *("previous year, status = plan", "status = plan, any source", "any entity, any status"),
    *("entity = g0, previous year", "other entity, any region", "year ago, region = south"),
    *("any line", "line = x, any region"),
)
AXES = (
    *("members", "members", "members", "quarters", "quarters", "months", "years", "halves"),
    *("members, quarters", "members, years"),
)
SCOPES = (
    *([""] * 9),
    "for each entity, period, source",
    "for each entity, period, status",
    "for each entity",
    "for each period",
    "for each entity, period, attributed_to",
    "for each entity, period, unit",
    "for each source, status",
    "for each entity, period, line",
)
OF_CASES = (
    *("entity in g0", "entity.kind = company", "period.end ≥ 2024-06-30", "period = 2024"),
    *("region = north", "entity ≠ e1", "period is stated", "days(period) ≥ 90 day"),
    *("months(period) = 3", "weekday(period.start) ≤ 3", "entity in {e0, e2, g1}"),
)
"""On fields that most cases have."""
FRACTIONS = ("0.5", "0.9", "0.1", "0.45", "1", "0.95", "5%", "−0.5")
TOLERANCES = ("10%", "5%", "0.1%", "50%")
TIMES = ("(days(period) / 30 day)", "months(period)", "(1 / years(period))")


class Rules:
    """Draws rules one after the other; some of them do not bind."""

    def __init__(self, random: Random) -> None:
        self.random = random
        self.of_claims = ClaimRules(random)
        self.rare = random.random() < 0.25

    def draw(self, name: str) -> str:
        """One rule."""
        kinds = [
            *((self._of_figures, 14), (self.of_claims.agreeing, 4), (self.of_claims.of_claims, 4)),
            (self.of_claims.counting, 2),
        ]
        makers, weights = zip(*kinds, strict=True)
        (maker,) = self.random.choices(makers, weights)
        return f"rule {name} {maker()}\n"

    def _one(self, *choices: str) -> str:
        return self.random.choice(choices)

    def _of_figures(self) -> str:
        where = self._one(*WHERES, *OF_FIGURES)
        scope = "" if "status" in where else self._one(*SCOPES)
        check = self._test(2)
        chance = self.random.random()
        if chance < 0.12:
            check = f"if {self._test(1)} then {check}"
        elif chance < 0.17:
            check = f"if {self._test(1)} then {self._stated()}"
        elif chance < 0.19:
            check = f"{self._stated()} {self._one('', 'or gain is stated')}"
        elif chance < 0.21:
            check = f"if {self._stated()} then {check}"
        elif chance < 0.23:
            shown = self._figure(self._one(*MONEY))
            return f'let other = {shown} {scope} {where} check {check} message "{{other}}"'
        elif chance < 0.26:
            check = self._compared("once", f"once × {self._ratio(0)}", "CNY")
            return f"let once = {self._money(1)} {scope} {where} check {check}"
        return f"{scope} {where} check {check}"

    def _stated(self) -> str:
        return f"{self._figure(self._one(*MONEY))} is {self._one('', '', 'not')} stated"

    def _test(self, depth: int) -> str:
        chance = self.random.random()
        if depth and chance < 0.08:
            return f"({self._test(depth - 1)} and {self._test(depth - 1)})"
        if depth and chance < 0.16:
            return f"({self._test(depth - 1)} or {self._test(depth - 1)})"
        if depth and chance < 0.2:
            return f"not ({self._test(depth - 1)})"
        if depth and chance < 0.24:
            return f"({self._one(*OF_CASES)} {self._one('and', 'or')} {self._test(depth - 1)})"
        if chance < 0.75:
            return self._compared(self._money(depth), self._money(depth), "CNY")
        if chance < 0.88:
            return self._compared(self._ratio(depth), self._ratio(depth), "pp")
        if chance < 0.91:
            price = self._one("2 USD/item", "14 CNY/item", f"{self._money(0)} / {self._items(0)}")
            return self._compared(self._figure("price"), price, "CNY/item")
        if chance < 0.94 and self.rare:
            bought = self._one("2 item/CNY", "7 item/USD", f"{self._items(0)} / {self._money(0)}")
            return self._compared(self._figure(RARE), bought, "item/CNY")
        return self._compared(self._items(depth), self._items(depth), "item")

    def _compared(self, left: str, right: str, unit: str) -> str:
        chance = self.random.random()
        if chance < 0.3:
            tolerance = self._one(*TOLERANCES, f"(10 {unit})", f"10% of {right}")
            sign = self._one("≈", "≈", "consistent with")
            return f"{left} {sign} {right} within {tolerance}"
        if chance < 0.36:
            return f"{left} consistent with {right}"
        if chance < 0.4:
            between = self._one("between", "between", "not between")
            return f"{left} {between} {self._one(*FRACTIONS)} × {right} and {right}"
        return f"{left} {self._one('=', '≠', '<', '≤', '≤', '>', '≥', '≥')} {right}"

    def _figure(self, metric: str) -> str:
        if self.random.random() < 0.2:
            return f"{metric}[{self._one(*SELECTORS)}]"
        return metric

    def _folded(self, body: str) -> str:
        function = self._one("sum", "sum", "sum", "mean", "min", "max")
        known = self._one("", "", "known ")
        return f"{function}({known}{body} over {self._one(*AXES)})"

    def _money(self, depth: int) -> str:
        chance = self.random.random()
        if depth and chance < 0.12:
            return f"({self._money(depth - 1)} {self._one('+', '−')} {self._money(depth - 1)})"
        if depth and chance < 0.2:
            return f"{self._ratio(depth - 1)} × {self._money(depth - 1)}"
        if chance < 0.26:
            return f"{self._items(0)} × {self._figure('price')}"
        if depth and chance < 0.29:
            return f"{self._one('abs', 'lower', 'upper')}({self._money(depth - 1)})"
        if chance < 0.31:
            return f"−{self._figure('gain')}"
        if chance < 0.41:
            return self._folded(self._figure(self._one(*MONEY)))
        if chance < 0.44:
            return self._folded(self._body())
        if chance < 0.5:
            return self._one(*_AMOUNTS)
        if chance < 0.6:
            return f"{self._one('half of', 'twice', '45% of')} {self._figure(self._one(*MONEY))}"
        return self._figure(self._one(*MONEY))

    def _body(self) -> str:
        """What stands in a fold beside a single figure."""
        return self._one(
            f"{self._items(0)} × price",
            f"abs({self._figure('gain')})",
            f"({self._figure('part')} − {self._figure('gain')})",
            f"{self._figure('part')} × {self._one('0.5', 'share', 'count(members)', *TIMES)}",
            f"part[{self._one('entity = g0', 'period = 2024', 'status = plan')}]",
            self._folded(self._figure(self._one(*MONEY))),
        )

    def _items(self, depth: int) -> str:
        chance = self.random.random()
        if depth and chance < 0.15:
            return f"({self._items(depth - 1)} {self._one('+', '−')} {self._items(depth - 1)})"
        if depth and chance < 0.3:
            return self._folded(self._one("units", "made"))
        if depth and chance < 0.4:
            return self._one("10 item", "50 item", "2 dozen")
        if depth and chance < 0.45 and self.rare:
            return f"{self._money(0)} × {self._figure(RARE)}"
        return self._figure(self._one("units", "made"))

    def _ratio(self, depth: int) -> str:
        chance = self.random.random()
        if chance < 0.3:
            return f"({self._money(0)} / {self._money(0)})"
        if chance < 0.4:
            return self._one(*FRACTIONS)
        if depth and chance < 0.45:
            return f"{self._ratio(depth - 1)}^{self._one('2', '3', '−1', '−3', '0')}"
        if chance < 0.47:
            return "(2 / count(members))"
        if chance < 0.5:
            metric = self._one(*MONEY)
            return f"({metric} / {metric}[{self._one('previous year', 'year ago')}] − 1)"
        if chance < 0.53:
            metric, other = self._one(*MONEY), self._one(*MONEY)
            return f"(({metric} − {other}) / {other})"
        if chance < 0.56:
            return self._one(*TIMES)
        return self._figure("share")


_AMOUNTS = ("90 CNY", "100 CNY", "0 CNY", "14 USD", "7_000_000_000 CNY", "−50 CNY", "100 EUR")
