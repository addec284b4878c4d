"""Verdicts told as findings: every claim with its source, its line and its quote."""

from __future__ import annotations

from hashlib import sha256

from factcheck.claims.model import Claim
from factcheck.diagnostics.span import at
from factcheck.engines.rows import CaseKey
from factcheck.plan.model import RulePlan
from factcheck.report.model import Conversion, Finding, FindingClaim
from factcheck.values.period import Period, canonical_text
from factcheck.values.rational import (
    Rational,
    has_finite_decimal,
    is_finite,
    to_decimal_text,
    to_short_text,
)
from factcheck.values.truth import word
from factcheck.verdicts.result import CheckResult
from factcheck.verdicts.verdict import CaseVerdict, RuleVerdict
from factcheck.vocabulary.exchange import ExchangeRate


def finding_of_case(result: CheckResult, plan: RulePlan, case: CaseVerdict) -> Finding:
    """A case that is violated or undetermined."""
    told = case.explanation
    assert told is not None  # noqa: S101 (only cases that hold have none)
    key = case_of(plan, case.key)
    verdict = word(case.truth)
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
        tuple(_claim(result, claim, case) for claim in case.claims),
        tuple(_conversion(result, name, rate) for name, rate in case.conversions),
        told.notes,
        fingerprint(plan.id, verdict, key),
    )


def case_of(plan: RulePlan, key: CaseKey) -> tuple[tuple[str, str], ...]:
    """The fields of a case with their values as text; empty for what is not stated."""
    return tuple((field, _key(value)) for field, value in zip(plan.scope, key, strict=True))


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
    )


def fingerprint(rule: str, verdict: str, case: tuple[tuple[str, str], ...]) -> str:
    """The same for the same rule, case and verdict, wherever their lines stand."""
    parts = [rule, verdict, *(f"{field}={value}" for field, value in sorted(case))]
    text = "\x1f".join(part.replace("\x1f", "") for part in parts)
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:32]


def _key(value: str | Period | None) -> str:
    if isinstance(value, Period):
        return canonical_text(value)
    return "" if value is None else value


def _claim(result: CheckResult, claim: Claim, case: CaseVerdict) -> FindingClaim:
    assert result.vocabulary is not None  # noqa: S101 (there are verdicts)
    assert result.claims is not None  # noqa: S101 (there are verdicts)
    return FindingClaim(
        claim,
        result.vocabulary.sources[claim.source],
        at(result.claims.path, claim.line),
        decimal(claim.bounds.low),
        decimal(claim.bounds.high),
        claim in case.decisive,
    )


def _conversion(result: CheckResult, claim: str, rate: ExchangeRate) -> Conversion:
    assert result.vocabulary is not None  # noqa: S101 (there are verdicts)
    rows = {row.id: row for row in result.vocabulary.rates}
    sources = [rows[name].source for name in rate.rows if name in rows]
    return Conversion(
        claim,
        rate.from_unit,
        rate.to_unit,
        decimal(rate.bounds.low),
        decimal(rate.bounds.high),
        rate.start.isoformat(),
        rate.end.isoformat(),
        rate.rows,
        tuple(dict.fromkeys(source for source in sources if source)),
    )


def decimal(end: Rational) -> str:
    """An end as exact decimal text; one that has none, as an inverse rate, with twelve digits."""
    if not is_finite(end) or has_finite_decimal(end):
        return to_decimal_text(end)
    return to_short_text(end, 12)
