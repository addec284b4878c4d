"""How the bounds of a figure came about: relation, hedge, rounding, and the cut at zero."""

from __future__ import annotations

from typing import Final

from factcheck.claims.bounds import bounds_of, half_a_unit
from factcheck.claims.model import Claim
from factcheck.values import rational
from factcheck.verdicts.wording import percent_text, ratio_text
from factcheck.vocabulary.model import Hedge, Vocabulary

_RELATIONS: Final = {
    "gt": "more than: the printed number is the lower bound, itself left out",
    "ge": "at least: the printed number is the lower bound",
    "lt": "less than: the printed number is the upper bound, itself left out",
    "le": "at most: the printed number is the upper bound",
    "order": "an order of magnitude: from the printed number up to ten times it",
}


def how(claim: Claim, vocabulary: Vocabulary) -> tuple[str, ...]:
    """What made the bounds of a claim, one sentence each."""
    metric = vocabulary.metrics[claim.metric]
    if claim.value is None:
        end = ", from 0 on" if metric.non_negative else ""
        return (f"no number is stated: any number{end}",)
    hedge = vocabulary.hedges.get(claim.hedge) if claim.hedge else None
    found = [_RELATIONS[claim.relation]] if claim.relation in _RELATIONS else []
    if claim.relation == "eq" and (claim.decimals is not None or hedge is None):
        found.append(_rounding(claim))
    if hedge is not None and claim.relation != "order":
        found.append(_hedge(claim, hedge))
    uncut = bounds_of(
        claim.value, claim.value_to, claim.relation, hedge, claim.decimals, non_negative=False
    )
    if metric.non_negative and rational.less(uncut.low, claim.bounds.low):
        found.append(f"cut at 0: {claim.metric} is never negative")
    return tuple(found)


def _rounding(claim: Claim) -> str:
    if claim.decimals is None:
        return "exact: no rounding is noted"
    half = ratio_text(half_a_unit(claim.decimals), claim.unit.text)
    return f"rounded: half a unit of the last printed digit, ± {half}"


def _hedge(claim: Claim, hedge: Hedge) -> str:
    low, high = percent_text(hedge.low), percent_text(hedge.high)
    if claim.relation != "eq":
        return f"{claim.hedge}: moves the bound by {low} to {high}"
    text = f"{claim.hedge}: {low} to {high} of the printed number"
    return text if claim.decimals is None else f"{text}; on each side the farther end counts"
