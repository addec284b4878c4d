"""A rule with slots in place of what its queries take as parameters: like rules are one then.

Queries have a rule's metrics and the literals of its check as columns of the table `params`. Here
each metric gives way to a slot, of which no more is known than `MetricFacts`, and each literal to
another number of its sign; what only people read is left out. Queries are made of what is left, so
they can rest on nothing else: rules of which equal things are left have equal queries.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from factcheck.diagnostics.diagnostic import Severity
from factcheck.diagnostics.span import at
from factcheck.engines.sql.facts import Facts, MetricFacts
from factcheck.engines.sql.folded import replaced
from factcheck.plan import model
from factcheck.records import Record, evolve, frozen
from factcheck.values import rational
from factcheck.values.rational import Rational

_FIRST: Final = 1_000_003
"""Literals are numbered from here: no such number means more to a query than another."""

_NOWHERE: Final = at("")


@frozen
class Slotted(Record):
    """What is left of a rule, and what is known of the metrics in its slots."""

    plan: model.RulePlan
    metrics: tuple[tuple[str, MetricFacts], ...]

    def facts(self, facts: Facts) -> Facts:
        """What is known of a working table, without the names of its metrics."""
        return evolve(facts, slots=dict(self.metrics))


@frozen
class Filled(Record):
    """What stood in the slots of a rule."""

    metrics: tuple[str, ...]
    """By reference."""
    literals: Mapping[Rational, Rational]
    """By the number in place of it."""


def slotted(plan: model.RulePlan, facts: Facts) -> tuple[Slotted, Filled]:
    """A rule about figures with slots, and what stood in them."""
    slots: dict[str, str] = {}
    references = tuple(_slotted(one, slots) for one in plan.references)
    given: dict[Rational, Rational] = {}

    def literal(node: object) -> object:
        if not isinstance(node, model.Constant):
            return node
        if node.value not in given:
            given[node.value] = _another(node.value, len(given))
        return evolve(node, value=given[node.value])

    left = evolve(
        _unread(plan),
        references=references,
        premises=replaced(plan.premises, literal),
        check=replaced(plan.check, literal),
    )
    metrics = tuple((slot, facts.metric(metric)) for metric, slot in slots.items())
    names = tuple(one.scan.metric or "" for one in plan.references)
    return Slotted(left, metrics), Filled(names, {slot: value for value, slot in given.items()})


def _unread(plan: model.RulePlan) -> model.RulePlan:
    """Without what no query reads."""
    return evolve(
        plan,
        id="",
        title="",
        because="",
        severity=Severity.ERROR,
        span=_NOWHERE,
        tags=(),
        may_be_empty=False,
        shown=model.Shown("", ()),
        message=None,
    )


def _slotted(reference: model.Reference, slots: dict[str, str]) -> model.Reference:
    """A reference to a slot, the same one for the same metric."""

    def slot(metric: str) -> str:
        return slots.setdefault(metric, f"metric {len(slots)}")

    scan = reference.scan
    metric = None if scan.metric is None else slot(scan.metric)
    pins = None if scan.pins is None else evolve(scan.pins, metric=slot(scan.pins.metric))
    return evolve(reference, scan=evolve(scan, metric=metric, pins=pins))


def _another(value: Rational, place: int) -> Rational:
    """Another number of the same sign for each place; zero, and what is infinite, stay."""
    if value[0] == 0 or not rational.is_finite(value):
        return value
    return (_FIRST + place if value[0] > 0 else -_FIRST - place), 1
