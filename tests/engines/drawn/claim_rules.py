"""Rules about claims drawn at random: groups of them that agree or are counted, and single ones."""

from __future__ import annotations

from random import Random

from tests.engines.drawn.wheres import WHERES

_OF_CLAIMS = ("", *WHERES, "where metric in {whole, part}", "where value > 50 CNY")
_OF_GROUPS = (*_OF_CLAIMS, "where value > 50 CNY", "where metric in {whole, part}")
_GROUPS = (
    *("metric, entity, period", "metric, entity, period, status", "metric, entity"),
    *("metric, period", "metric, entity, source", "metric, entity, period, region"),
    *("metric, source", "metric, entity, value", "metric", "metric, unit", "metric, hedge"),
    *("metric, entity, period, relation", "metric, attributed_to", "metric, decimals"),
    "metric, line, entity",
)
_COUNTED = (
    *("metric, entity", "metric, period", "metric, entity, value", "value"),
    *("entity", "entity, period", "source", "status, period", "metric, attributed_to"),
)
_FIELDS = (
    *("status", "period", "value", "source.language", "region, status", "unit", "value, status"),
    "line",
    *("lower", "implied_rate", "attributed_to", "relation", "hedge", "decimals", "upper"),
    *("period within 31 day", "source.published", "entity.kind", "source.publisher", "quote"),
    *("value, period", "lower, upper", "source.published within 30 day", "metric.kind"),
)
_WITHIN = ("", "within 10%", "within 5%", "within 0%", "within 10 CNY")
_OF_CLAIM = (
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
    *("value = 100 CNY", "value ≠ 0", "value between 45 CNY and 100 CNY", "lower = upper"),
    *("value not between −0.5 and 0.5", "implied_rate between 6.9 and 7.1", "region is not stated"),
    *("months(period) = 3", "years(period) ≥ 1", "weekday(period.start) ≤ 5"),
    *("period.end ≈ source.published within 31 day", 'quote contains "so"', "claim = c3"),
    *("count(members) ≥ 2", "value > count(members) × 10 CNY", "abs(value) ≥ 50 CNY"),
    *("value × 2 ≥ upper", "value^2 ≥ value", "decimals + 1 ≥ 0", "quote is not stated"),
    *("entity not in {e0, g1}", "implied_rate is stated", "value consistent with 100 CNY"),
    *("period in {2024, 2024-Q1, 2023}", "value ≈ upper within 0.1%", "lower > −1 CNY"),
    *("source.published = 2024-02-01", "metric.kind ≠ entity.kind", "upper is stated"),
)


class ClaimRules:
    """Draws rules about claims; some of them do not bind."""

    def __init__(self, random: Random) -> None:
        self.random = random

    def _one(self, *choices: str) -> str:
        return self.random.choice(choices)

    def agreeing(self) -> str:
        """Groups of claims that agree."""
        scope, where = self._one(*_GROUPS), self._one("", "", *_OF_GROUPS)
        chance = self.random.random()
        if chance < 0.05:
            return f"for each entity {where} check members agree"
        check = self._agree()
        if chance < 0.1:
            check = f"{check} {self._one('and', 'or')} {self._agree()}"
        elif chance < 0.15:
            check = f"not ({check})"
        elif chance < 0.2:
            check = f"if {self._one('count(claims) > 2', 'count(sources) > 1')} then {check}"
        elif chance < 0.25:
            check = f"{check} {self._one('and', 'or')} count(sources) > 1"
        return f"for each {scope} {where} check {check}"

    def _agree(self) -> str:
        within = self._one(*_WITHIN)
        if self.random.random() < 0.4:
            return f"claims agree {within}"
        on = self._one(*_FIELDS)
        if "within" in on or not any(name in on for name in ("value", "rate", "lower", "upper")):
            within = ""
        return f"claims agree on {on} {within}"

    def counting(self) -> str:
        """Groups of claims that are counted."""
        scope, where = self._one(*_COUNTED), self._one("", *_OF_GROUPS)
        chance = self.random.random()
        premise = self._one("", "", f"if count({self._one('claims', 'sources')}) > 1 then ")
        if chance < 0.1:
            premise = f"if {self._one('entity in g0', 'period > 2023', 'metric ≠ part')} then "
        sign = self._one("≥", "<", "=")
        check = f"{self._number()} {sign} {self._one('1', '2', self._number())}"
        if chance > 0.9:
            check = f"{self._one('not', '')} ({check} or {self._number()} ≠ 2)"
        return f"for each {scope} {where} check {premise}{check}"

    def _number(self) -> str:
        counts = [f"count({one})" for one in ("claims", "sources", "values", "members")]
        first, second = self._one(*counts[:3]), self._one(*counts)
        return self._one(first, first, second, f"{first} / {second}", f"({first} − {second})")

    def of_claims(self) -> str:
        """Each claim by itself."""
        premise = self._one("", "", "", "", f"if {self._test()} then ")
        return f"for each claim {self._one(*_OF_CLAIMS)} check {premise}{self._test()}"

    def _test(self) -> str:
        chance = self.random.random()
        if chance < 0.15:
            return f"({self._test()} {self._one('and', 'or')} {self._test()})"
        return f"not ({self._test()})" if chance < 0.2 else self._one(*_OF_CLAIM)
