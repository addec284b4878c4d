"""Rules drawn at random: expressions by their dimension, over the metrics of drawn packages."""

from __future__ import annotations

from random import Random

MONEY = ("whole", "whole", "part", "part", "gain", "debt")
SELECTORS = (
    *("previous year", "year ago", "previous", "2 quarters ago", "status = plan"),
    *("status = actual", "entity = e0", "period = 2024", "any region", "any status"),
    *("any source", "other entity", "any group", "any longer period", "any earlier period"),
)
AXES = ("members", "members", "quarters", "months", "years", "members, quarters")
SCOPES = (
    *([""] * 8),
    "for each entity, period, source",
    "for each entity, period, status",
    "for each entity",
)
WHERES = (
    *([""] * 8),
    "where status in {actual, estimate}",
    "where entity in {e0, e1, g0}",
    "where entity in g0",
    "where period > 2023-12-31",
    "where source.language = en",
    "where entity.kind = company",
    "where region = north or status = plan",
    "where status = plan or source.publisher = press",
    "where period.end ≥ source.published",
    "where attributed_to is stated",
    "where not source = s0",
    "where relation = eq and hedge = none",
)
FRACTIONS = ("0.5", "0.9", "0.1", "0.45", "1", "0.95")
TOLERANCES = ("10%", "5%", "0.1%", "50%")


class Rules:
    """Draws rules one after the other; some of them do not bind."""

    def __init__(self, random: Random) -> None:
        self.random = random

    def draw(self, name: str) -> str:
        """One rule."""
        kinds = [
            *((self._of_figures, 14), (self._agreeing, 4), (self._of_claims, 4)),
            (self._counting, 2),
        ]
        makers, weights = zip(*kinds, strict=True)
        (maker,) = self.random.choices(makers, weights)
        return f"rule {name} {maker()}\n"

    def _one(self, *choices: str) -> str:
        return self.random.choice(choices)

    def _of_figures(self) -> str:
        where = self._one(*WHERES)
        scope = "" if "status" in where else self._one(*SCOPES)
        check = self._test(2)
        chance = self.random.random()
        if chance < 0.12:
            check = f"if {self._test(1)} then {check}"
        elif chance < 0.17:
            metric = self._one(*MONEY)
            check = f"if {self._test(1)} then {metric} is stated"
        elif chance < 0.19:
            check = f"{self._one(*MONEY)} is stated {self._one('', 'or gain is stated')}"
        return f"{scope} {where} check {check}"

    def _test(self, depth: int) -> str:
        chance = self.random.random()
        if depth and chance < 0.08:
            return f"({self._test(depth - 1)} and {self._test(depth - 1)})"
        if depth and chance < 0.16:
            return f"({self._test(depth - 1)} or {self._test(depth - 1)})"
        if depth and chance < 0.2:
            return f"not ({self._test(depth - 1)})"
        if chance < 0.75:
            return self._compared(self._money(depth), self._money(depth), "CNY")
        if chance < 0.9:
            return self._compared(self._ratio(depth), self._ratio(depth), "pp")
        return self._compared(self._items(depth), self._items(depth), "item")

    def _compared(self, left: str, right: str, unit: str) -> str:
        chance = self.random.random()
        if chance < 0.3:
            tolerance = self._one(*TOLERANCES, f"10 {unit}", f"10% of {right}")
            sign = self._one("≈", "≈", "consistent with")
            return f"{left} {sign} {right} within {tolerance}"
        if chance < 0.36:
            return f"{left} consistent with {right}"
        if chance < 0.4:
            return f"{left} between {self._one(*FRACTIONS)} × {right} and {right}"
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
        if chance < 0.43:
            return self._folded(f"{self._items(0)} × price")
        if chance < 0.5:
            return self._one("90 CNY", "100 CNY", "0 CNY", "14 USD", "7_000_000_000 CNY")
        if chance < 0.6:
            return f"{self._one('half of', 'twice', '45% of')} {self._figure(self._one(*MONEY))}"
        return self._figure(self._one(*MONEY))

    def _items(self, depth: int) -> str:
        chance = self.random.random()
        if depth and chance < 0.15:
            return f"({self._items(depth - 1)} {self._one('+', '−')} {self._items(depth - 1)})"
        if depth and chance < 0.3:
            return self._folded(self._one("units", "made"))
        if depth and chance < 0.4:
            return self._one("10 item", "50 item", "2 dozen")
        return self._figure(self._one("units", "made"))

    def _ratio(self, depth: int) -> str:
        chance = self.random.random()
        if chance < 0.3:
            return f"({self._money(0)} / {self._money(0)})"
        if chance < 0.4:
            return self._one(*FRACTIONS)
        if depth and chance < 0.45:
            return f"{self._ratio(depth - 1)}^{self._one('2', '3', '-1', '-3')}"
        if chance < 0.47:
            return "(2 / count(members))"
        if chance < 0.5:
            metric = self._one(*MONEY)
            return f"({metric} / {metric}[{self._one('previous year', 'year ago')}] − 1)"
        return self._figure("share")

    def _agreeing(self) -> str:
        scope = self._one(
            *("metric, entity, period", "metric, entity, period, status", "metric, entity"),
            *("metric, period", "metric, entity, source", "metric, entity, period, region"),
            *("metric, source", "metric, entity, value", "metric"),
        )
        where = self._one("", "", *WHERES, "where value > 50 CNY", "where metric in {whole, part}")
        within = self._one("", "within 10%", "within 5%", "within 0%", "within 10 CNY")
        on = self._one(
            *(["", ""] * 6),
            *("on status", "on period", "on value", "on source.language", "on region, status"),
            *("on unit", "on value, status", "on lower", "on implied_rate", "on attributed_to"),
            *("on relation", "on hedge", "on decimals", "on period within 31 days"),
            *("on source.published", "on entity.kind", "on upper"),
        )
        if "days" in on or (on and "value" not in on and "rate" not in on):
            within = ""
        return f"for each {scope} {where} check claims agree {on} {within}"

    def _counting(self) -> str:
        scope = self._one("metric, entity", "metric, period", "metric, entity, value", "value")
        where = self._one("", *WHERES, "where value > 50 CNY", "where metric in {whole, part}")
        what = self._one("claims", "sources", "values")
        premise = self._one("", "", f"if count({self._one('claims', 'sources')}) > 1 then ")
        check = f"count({what}) {self._one('≥', '<', '=')} {self._one('1', '2', 'count(claims)')}"
        return f"for each {scope} {where} check {premise}{check}"

    def _of_claims(self) -> str:
        where = self._one("", *WHERES, "where metric in {whole, part}", "where value > 50 CNY")
        premise = self._one("", "", "", "", f"if {self._of_claim()} then ")
        return f"for each claim {where} check {premise}{self._of_claim()}"

    def _of_claim(self) -> str:
        chance = self.random.random()
        if chance < 0.15:
            return f"({self._of_claim()} {self._one('and', 'or')} {self._of_claim()})"
        if chance < 0.2:
            return f"not ({self._of_claim()})"
        return self._one(
            *("period.end ≥ source.published", "period.start < source.published"),
            *("period is stated", "attributed_to is stated", "source.published is stated"),
            *("status in {actual, estimate}", "region = north", "metric.kind = flow"),
            *("period > 2023-12-31", "period = 2024", "source.publisher = attributed_to"),
            *("value > 50 CNY", "value ≤ 100 CNY", "upper ≤ 110 CNY", "value ≥ 0.5"),
            *("lower ≥ 10 item", "value ≈ 100 CNY within 10%", "value / upper ≥ 0.9"),
            *("value < 14 USD", "implied_rate ≈ 7 within 5%", "days(period) ≥ 90 day"),
            *("decimals ≤ 0", "hedge = none", "relation = eq", "unit = CNY", "entity in g0"),
            *("upper − lower ≤ 10 CNY", "value is stated", "inferred is stated", "metric ≠ gain"),
            *('attributed_to contains "press"', "source = s0", "decimals is stated"),
        )
