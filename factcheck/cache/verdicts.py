"""Verdicts of rules as plain JSON values, and back; claims and plans are named, not written."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from factcheck.cache.plain import UNREADABLE, Reader, Writer, made_of_parts
from factcheck.claims.model import Claim
from factcheck.engines.rows import NOTHING
from factcheck.plan.model import RulePlan
from factcheck.values.interval import Interval
from factcheck.values.period import Period
from factcheck.values.truth import Truth
from factcheck.verdicts.verdict import CaseVerdict, Explanation, RuleVerdict
from factcheck.vocabulary.exchange import ExchangeRate

CLASSES: Final[tuple[type, ...]] = (Truth, Explanation, ExchangeRate, Interval, Period)


def to_plain(verdict: RuleVerdict) -> Any:  # noqa: ANN401 (any JSON)
    """The verdict as JSON values; raises NotPlainError for what the list does not foresee."""
    cases = tuple(
        (
            case.key,
            case.truth,
            case.deciding,
            case.total,
            case.on_hull,
            tuple(claim.id for claim in case.claims),
            tuple(claim.id for claim in case.decisive),
            case.conversions,
            case.explanation,
        )
        for case in verdict.cases
    )
    return Writer(CLASSES).plain((cases, verdict.unmatched, verdict.nearest_miss))


def from_plain(
    plain: Any,  # noqa: ANN401 (any JSON)
    plan: RulePlan,
    claims: Mapping[str, Claim],
) -> RuleVerdict | None:
    """The verdict of this plan that was written as these values; None when they are none.

    What it rests on, `folded`, is not kept: only formats that draw it ask for it.
    """
    try:
        cases, unmatched, nearest_miss = Reader(CLASSES).value(plain)
        made = tuple(_case(case, claims) for case in cases)
        parts = (plan, made, unmatched, nearest_miss, NOTHING)
        verdict: RuleVerdict = made_of_parts(RuleVerdict, parts)
    except UNREADABLE:
        return None
    return verdict


def _case(case: Any, claims: Mapping[str, Claim]) -> CaseVerdict:  # noqa: ANN401 (any tuple)
    key, truth, deciding, total, on_hull, taking_part, decisive, conversions, explanation = case
    parts = (
        key,
        truth,
        deciding,
        total,
        on_hull,
        tuple(claims[name] for name in taking_part),
        tuple(claims[name] for name in decisive),
        conversions,
        explanation,
        None,
    )
    verdict: CaseVerdict = made_of_parts(CaseVerdict, parts)
    if (verdict.explanation is None) is not (verdict.truth is Truth.HOLDS):
        raise ValueError(key)
    return verdict
