"""Verdicts told as findings: every claim with its source, its line and its quote."""

from __future__ import annotations

from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from typing import TypeAlias

from factcheck.claims.model import Claim
from factcheck.diagnostics.span import at
from factcheck.grounding.model import Grounding, Passage
from factcheck.plan.model import RulePlan
from factcheck.report.digest import digest_of_figures
from factcheck.report.model import Conversion, Finding, FindingClaim
from factcheck.values.truth import word
from factcheck.verdicts.result import CheckResult
from factcheck.verdicts.told import case_of, decimal, fingerprint
from factcheck.verdicts.verdict import CaseVerdict, RuleVerdict
from factcheck.vocabulary.exchange import ExchangeRate

RateSources: TypeAlias = Mapping[str, str | None]
"""The source that states a rate, by the rate's id."""


def rate_sources(result: CheckResult) -> RateSources:
    """Who states the rates of a package, looked up once for all findings."""
    rates = result.vocabulary.rates if result.vocabulary else ()
    return {rate.id: rate.source for rate in rates}


def finding_of_case(
    result: CheckResult, plan: RulePlan, case: CaseVerdict, sources: RateSources
) -> Finding:
    """A case that is violated or undetermined; `sources` are those of the rates."""
    told = case.explanation
    assert told is not None  # noqa: S101 (only cases that hold have none)
    key = case_of(plan, case.key)
    verdict = word(case.truth)
    decisive = {claim.id for claim in case.decisive}
    claims = tuple(_claim(result, claim, decisive) for claim in case.claims)
    conversions = tuple(_conversion(sources, name, rate) for name, rate in case.conversions)
    return Finding(
        plan.id,
        plan.title,
        verdict,
        plan.severity.value,
        told.message,
        plan.because,
        plan.shown.text,
        told.substituted,
        told.margin,
        told.settle,
        key,
        case.deciding if verdict == "violated" else 0,
        case.total,
        case.on_hull,
        plan.span,
        claims,
        conversions,
        told.notes,
        fingerprint(plan.id, verdict, key),
        digest_of_figures(claims, conversions, told.lists),
    )


def finding_of_silence(verdict: RuleVerdict) -> Finding:
    """A rule that found no case."""
    plan = verdict.plan
    message = "no case: no claims meet in this rule"
    if verdict.nearest_miss:
        message = f"no case: the nearest miss is {verdict.nearest_miss}"
    return Finding(
        plan.id,
        plan.title,
        "not_exercised",
        plan.severity.value,
        message,
        plan.because,
        plan.shown.text,
        "",
        "",
        "claims for which every figure of the rule is stated",
        (),
        0,
        0,
        on_hull=False,
        location=plan.span,
        claims=(),
        conversions=(),
        notes=(),
        fingerprint=fingerprint(plan.id, "not_exercised", ()),
        figures=digest_of_figures((), ()),
    )


def _claim(result: CheckResult, claim: Claim, decisive: AbstractSet[str]) -> FindingClaim:
    assert result.vocabulary is not None  # noqa: S101 (there are verdicts)
    return FindingClaim(
        claim,
        result.vocabulary.sources[claim.source],
        at(claim.path, claim.line),
        decimal(claim.bounds.low),
        decimal(claim.bounds.high),
        claim.id in decisive,
        _passage(result.grounding, claim),
    )


def _passage(grounding: Grounding | None, claim: Claim) -> Passage | None:
    """The words around a quote; what reads texts is loaded only if there are any."""
    if grounding is None:
        return None
    from factcheck.grounding.passage import passage_of  # noqa: PLC0415 (only for claims with quotes)

    return passage_of(claim, grounding.texts)


def _conversion(sources: RateSources, claim: str, rate: ExchangeRate) -> Conversion:
    named = [sources.get(name) for name in rate.rows]
    return Conversion(
        claim,
        rate.from_unit,
        rate.to_unit,
        decimal(rate.bounds.low),
        decimal(rate.bounds.high),
        rate.start.isoformat(),
        rate.end.isoformat(),
        rate.rows,
        tuple(dict.fromkeys(source for source in named if source)),
    )
