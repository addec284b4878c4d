"""One rule as queries over the working table, with what tells it from others of its shape.

Rules of one shape make the same queries: what differs, the metrics and the literals, are columns
of the table `params`, one row a rule, and `rule` is part of every key.
"""

from __future__ import annotations

from factcheck.engines.sql import unsaid
from factcheck.engines.sql.agreement import Groups, groups_of
from factcheck.engines.sql.cases import Maker, leaves_of
from factcheck.engines.sql.claim_tests import ClaimCases, claims_of
from factcheck.engines.sql.counted import Counted, counted_of
from factcheck.engines.sql.domains import Domain, domains_of
from factcheck.engines.sql.facts import Facts
from factcheck.engines.sql.field_agreement import FieldGroups, field_groups_of
from factcheck.engines.sql.filters import UnsupportedError, heads_of
from factcheck.engines.sql.folded import folded, unfolded
from factcheck.engines.sql.passing import passing_of
from factcheck.engines.sql.query import Layers, Select
from factcheck.engines.sql.references import figures
from factcheck.engines.sql.taken import Taken
from factcheck.engines.sql.tests import usable
from factcheck.plan import model
from factcheck.plan.walk import every
from factcheck.records import Record, evolve, frozen
from factcheck.values.rational import Rational

_NUMBERS = ("value", "lower", "upper", "implied_rate")
"""What claims agree on as numbers."""


@frozen
class Shape(Record):
    """What rules of one shape have in common: the queries."""

    keys: tuple[str, ...]
    """The columns of a case's key, in the order of the scope."""
    figures: tuple[Taken, ...]
    domains: tuple[Domain, ...]
    """What says the cases beside figures."""
    cases: Layers
    """rule, keys, truth of every case, from what its figures have between them;
    `odd` where no query judges it, `crowded` where it has more claims than may be tried."""
    few: Select | Layers
    """rule, keys of the cases in the table `open` that have no more readings than may be tried."""
    readings: tuple[Layers, ...]
    """rule, keys, truth of the cases in the table `open`, from their distinct figures: each takes
    longer than the one before it, and decides more."""


@frozen
class GroupShape(Record):
    """The same of rules about the claims of groups, which have no readings."""

    keys: tuple[str, ...]
    groups: Groups | FieldGroups | Counted | ClaimCases
    cases: Layers
    passing: Layers | None = None
    """The table of the claims that pass tests on their numbers, where there are such tests."""


@frozen
class Lowered(Record):
    """One rule: its shape, and what is its own."""

    shape: Shape | GroupShape
    metrics: tuple[str, ...]
    """By reference."""
    constants: tuple[Rational, ...]
    target: int | None
    """The currency that amounts in several are brought to; None where none meet."""

    def is_like(self, other: Lowered) -> bool:
        """Whether the same queries say both."""
        same = self.shape is other.shape or self.shape == other.shape
        return same and self.target == other.target


def lower(
    plan: model.RulePlan, facts: Facts, max_readings: int, *, filtered: bool = True
) -> Lowered:
    """A rule as queries; UnsupportedError where they cannot say it.

    Where it is not `filtered`, doubles decide nothing.
    """
    if plan.groups is not None:
        return _of_groups(plan, facts, filtered=filtered)
    _check_supported(plan)
    whole, plan = plan, unfolded(plan)
    listed = tuple(_taken(whole, facts, place) for place in range(len(plan.references)))
    domains = domains_of(plan, facts)
    bound = {field for one in (*listed, *domains) for field in one.said_fields}
    if set(plan.scope) != bound:
        raise UnsupportedError(unsaid.unbound(next(f for f in plan.scope if f not in bound)))
    for test in plan.case_filters:
        if not any(heads_of(test) <= set(one.said_fields) for one in (*listed, *domains)):
            raise UnsupportedError(f"`where` on {unsaid.fields(heads_of(test))} together")
    maker = Maker(plan, listed, domains, facts, filtered)
    cases = maker.cases(max_readings)
    ways = (False, True) if filtered else (True,)
    readings = tuple(maker.readings(exactly=exactly) for exactly in ways)
    shape = Shape(maker.keys, listed, domains, cases, maker.few(max_readings), readings)
    if not all(usable(value) for value in maker.constants.values):
        raise UnsupportedError(unsaid.LITERAL)
    metrics = tuple(one.scan.metric or "" for one in plan.references)
    targets = {one.target for one in listed} - {None}
    if len(targets) > 1:
        raise UnsupportedError("amounts that are brought to several currencies")
    if maker.tests.joins:
        raise UnsupportedError("a comparison of two fields of the case in the check")
    target = next(iter(targets)) if targets else None
    return Lowered(shape, metrics, maker.constants.values, target)


def _taken(plan: model.RulePlan, facts: Facts, place: int) -> Taken:
    if plan.references[place].fold is None:
        return figures(plan, facts, place)
    return folded(plan, facts, place)


def _of_groups(plan: model.RulePlan, facts: Facts, *, filtered: bool) -> Lowered:
    """A rule about the claims of groups."""
    if plan.scope == ("claim",):
        claims, cases, constants = claims_of(plan, facts, filtered=filtered)
        return Lowered(GroupShape(claims.keys, claims, cases), (), constants, claims.target)
    passing, own = None, None
    if plan.claim_tests:
        passing, own = passing_of(plan, facts, filtered=filtered)
    shape, constants, target = _groups(plan, facts, filtered=filtered)
    if None not in (own, target) and own != target:
        raise UnsupportedError("amounts that are brought to several currencies")
    shape = evolve(shape, passing=passing)
    return Lowered(shape, (), constants, own if target is None else target)


def _groups(
    plan: model.RulePlan, facts: Facts, *, filtered: bool
) -> tuple[GroupShape, tuple[Rational, ...], int | None]:
    """Its shape, its literals, and the currency that amounts are brought to."""
    check = plan.check
    if plan.case_filters:
        raise UnsupportedError(unsaid.clause(plan))
    if not _of_agreement(check):
        counted, cases, constants = counted_of(plan, facts, filtered=filtered)
        return GroupShape(counted.keys, counted, cases), constants, None
    if plan.premises:
        raise UnsupportedError(unsaid.clause(plan))
    of_fields = isinstance(check, model.Agreement) and check.fields
    if of_fields and not set(of_fields) & set(_NUMBERS):
        fields, cases, constants = field_groups_of(plan, facts)
        return GroupShape(fields.keys, fields, cases), constants, None
    groups, cases, constants = groups_of(plan, facts, filtered=filtered)
    return GroupShape(groups.keys, groups, cases), constants, groups.target


def _of_agreement(check: model.Test) -> bool:
    return isinstance(check, model.Agreement | model.MembersAgreement)


def _check_supported(plan: model.RulePlan) -> None:
    if plan.claim_tests:
        raise UnsupportedError(unsaid.clause(plan))
    if any(one.scan.metric is None for one in plan.references):
        raise UnsupportedError("a figure of several metrics")
    plan = unfolded(plan)
    asked = {one.reference for one in leaves_of(plan) if isinstance(one, model.Slot)}
    asked |= {one.reference for one in every((*plan.premises, plan.check), model.FigureStated)}
    if asked != set(range(len(plan.references))):
        raise UnsupportedError("a figure that is only shown")
