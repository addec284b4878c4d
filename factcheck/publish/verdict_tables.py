"""The verdicts as tables that link rules, cases, claims and rates by their keys."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from factcheck.publish.form import PublishedTable
from factcheck.publish.standard import DERIVED, standard
from factcheck.publish.texts import boolean
from factcheck.values.truth import Truth, word
from factcheck.verdicts.told import case_of, decimal, fingerprint
from factcheck.verdicts.verdict import CaseVerdict, RuleVerdict

_FIELDS: Final = ("claim", "entity", "metric", "source", "period", "status")
"""The fields of a case that have a column of their own."""

Row = Sequence[str]


def verdict_tables(
    verdicts: Sequence[RuleVerdict], names: Mapping[str, str]
) -> tuple[PublishedTable, ...]:
    """The rules, their verdicts, the claims of each and the rates that it used, by rule id."""
    ordered = sorted(verdicts, key=lambda verdict: verdict.plan.id)
    cases = [
        (verdict_id(verdict, case), verdict, case) for verdict in ordered for case in verdict.cases
    ]
    rows: dict[str, list[Row]] = {
        "rules": [_rule(verdict, names) for verdict in ordered],
        "verdicts": [_verdict(*one) for one in cases],
        "verdict_claims": [row for key, _, case in cases for row in _claims(key, case)],
        "conversions": [row for key, _, case in cases for row in _conversions(key, case)],
    }
    return tuple(_table(name, rows[name]) for name in DERIVED)


def verdict_id(verdict: RuleVerdict, case: CaseVerdict) -> str:
    """The fingerprint that reports give the case as well."""
    plan = verdict.plan
    return fingerprint(plan.id, word(case.truth), case_of(plan, case.key))


def told_cases(verdict: RuleVerdict) -> list[CaseVerdict]:
    """The cases that are violated, then those that are undetermined."""
    told = (Truth.VIOLATED, Truth.UNDETERMINED)
    return [case for truth in told for case in verdict.cases if case.truth is truth]


def status(verdict: RuleVerdict) -> str:
    """The worst verdict of a rule, `not_exercised` when it has none."""
    worst = verdict.status()
    return "not_exercised" if worst is None else word(worst)


def _table(name: str, rows: Sequence[Row]) -> PublishedTable:
    usual = standard(name)
    schema = usual["schema"]
    ordered = {key: schema[key] for key in ("fields", "primaryKey")}
    ordered["missingValues"] = [""]
    if "foreignKeys" in schema:
        ordered["foreignKeys"] = schema["foreignKeys"]
    return PublishedTable(name, usual["title"], usual["description"], ordered, rows, {})


def _rule(verdict: RuleVerdict, names: Mapping[str, str]) -> Row:
    plan = verdict.plan
    truths = (Truth.HOLDS, Truth.VIOLATED, Truth.UNDETERMINED)
    return (
        plan.id,
        plan.title,
        plan.because,
        plan.shown.text,
        plan.severity.value,
        names[plan.span.path],
        str(plan.span.line),
        status(verdict),
        *(str(verdict.number(truth)) for truth in truths),
        str(verdict.unmatched),
    )


def _verdict(key: str, verdict: RuleVerdict, case: CaseVerdict) -> Row:
    fields = dict(case_of(verdict.plan, case.key))
    told = case.explanation
    words = (told.message, told.substituted, told.margin, told.settle) if told else ("",) * 4
    return (
        key,
        verdict.plan.id,
        json.dumps(fields, ensure_ascii=False),
        *(fields.get(field, "") for field in _FIELDS),
        word(case.truth),
        str(case.deciding),
        str(case.total),
        boolean(case.on_hull),
        *words,
        "\n".join(told.notes) if told else "",
    )


def _claims(key: str, case: CaseVerdict) -> Iterator[Row]:
    decisive = {claim.id for claim in case.decisive}
    for name in dict.fromkeys(claim.id for claim in case.claims):
        yield key, name, boolean(name in decisive)


def _conversions(key: str, case: CaseVerdict) -> Iterator[Row]:
    for number, (claim, rate) in enumerate(case.conversions, start=1):
        yield (
            f"{key}-{number}",
            key,
            claim,
            rate.from_unit,
            rate.to_unit,
            decimal(rate.bounds.low),
            decimal(rate.bounds.high),
            rate.start.isoformat(),
            rate.end.isoformat(),
            ";".join(rate.rows),
        )
