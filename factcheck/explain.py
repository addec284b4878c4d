"""`factcheck explain` on one page: prepare, run one rule, pick a case, take it apart."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from factcheck.claims.read import read_claims
from factcheck.diagnostics.diagnostic import Diagnostic, sorted_diagnostics
from factcheck.diagnostics.suggest import did_you_mean
from factcheck.engines.exact.engine import run
from factcheck.engines.package import Package
from factcheck.engines.rows import CaseKey, CaseRow
from factcheck.lang.typed import Key
from factcheck.plan.model import RulePlan
from factcheck.plan.prepare import Prepared, prepare
from factcheck.records import frozen
from factcheck.values.period import Period, parse_period
from factcheck.values.truth import Truth
from factcheck.verdicts.case_steps import case_steps
from factcheck.verdicts.fold import fold_readings
from factcheck.verdicts.judged import Folded
from factcheck.verdicts.limits import MAX_READINGS
from factcheck.verdicts.steps import Explained
from factcheck.vocabulary.exchange import Exchange
from factcheck.vocabulary.opened import Place, opened

if TYPE_CHECKING:  # few ask for it
    from factcheck.engines.tell import Queries


@frozen
class _Case:
    """One case with its readings judged."""

    row: CaseRow
    folded: Folded

    @property
    def truth(self) -> Truth:
        return self.folded.worst.outcome.truth


def explain_case(
    package: Place,
    rule: str,
    wanted: Mapping[str, str],
    rules: Sequence[str] = (),
) -> Explained:
    """The worst case of a rule among those that have the wanted values, step by step."""
    with opened(package) as place:
        ready = prepare(place, rules)
        found, claims = list(ready.diagnostics), None
        if ready.descriptor is not None and ready.vocabulary is not None:
            claims, wrong = read_claims(ready.descriptor, ready.vocabulary)
            found += wrong
    plan = next((plan for plan in ready.plans if plan.id == rule), None)
    fields = tuple(wanted.items())
    if any(one.is_error for one in found) or ready.vocabulary is None or claims is None:
        return _nothing(ready, plan, fields, "", found)
    misused = _misused(ready, plan, rule, wanted)
    if misused or plan is None:
        return _nothing(ready, plan, fields, misused, found)
    over = Package(ready.vocabulary, claims, Exchange(ready.vocabulary.rates))
    rows = run(over, plan)
    folded = [(row, fold_readings(over, plan, row, MAX_READINGS)) for row in rows.cases]
    cases = [_Case(row, one) for row, one in folded if one is not None]
    cases.sort(key=lambda case: case.truth)
    matching = [case for case in cases if _has(plan, case.row.key, wanted)]
    picked = matching[0] if matching else None
    return Explained(
        ready.path,
        plan,
        case_steps(over, plan, picked.folded) if picked else None,
        fields,
        tuple((case.row.key, case.truth) for case in matching),
        tuple((case.row.key, case.truth) for case in cases),
        rows.nearest_miss,
        "",
        tuple(sorted_diagnostics(found)),
        ready.texts,
    )


def explain_sql(
    package: Place, rule: str, dialect: str, rules: Sequence[str] = ()
) -> Queries | Explained:
    """The SQL that a rule becomes over the claims of a package; else what is wrong."""
    from factcheck.engines.tell import queries_of  # noqa: PLC0415 (few ask for it)

    with opened(package) as place:
        ready = prepare(place, rules)
        found = list(ready.diagnostics)
        plan = next((plan for plan in ready.plans if plan.id == rule), None)
        misused = _misused(ready, plan, rule, {}) if ready.vocabulary is not None else ""
        stopped = any(one.is_error for one in found)
        if stopped or plan is None or ready.descriptor is None or ready.vocabulary is None:
            return _nothing(ready, plan, (), "" if stopped else misused, found)
        queries, wrong = queries_of(ready.descriptor, ready.vocabulary, plan, dialect, MAX_READINGS)
    return queries or _nothing(ready, plan, (), "", [*found, *wrong])


def _nothing(
    ready: Prepared,
    plan: RulePlan | None,
    wanted: tuple[tuple[str, str], ...],
    misused: str,
    found: list[Diagnostic],
) -> Explained:
    told = tuple(sorted_diagnostics(found))
    return Explained(ready.path, plan, None, wanted, (), (), "", misused, told, ready.texts)


def _misused(ready: Prepared, plan: RulePlan | None, rule: str, wanted: Mapping[str, str]) -> str:
    """Why a rule or a field that was named cannot be meant."""
    if plan is None:
        names = [plan.id for plan in ready.plans]
        return _unknown(f"there is no rule `{rule}`", rule, names, "the rules are")
    for field in wanted:
        if field not in plan.scope:
            message = f"`{field}` is no part of a case of `{plan.id}`"
            return _unknown(message, field, list(plan.scope), "its cases differ in")
    return ""


def _unknown(message: str, name: str, known: list[str], are: str) -> str:
    help_ = did_you_mean(name, known)
    if help_ is None and known:
        help_ = f"{are} {', '.join(f'`{one}`' for one in known)}"
    return f"{message}: {help_}" if help_ else message


def _has(plan: RulePlan, key: CaseKey, wanted: Mapping[str, str]) -> bool:
    values = dict(zip(plan.scope, key, strict=True))
    return all(_is(values[field], text) for field, text in wanted.items())


def _is(value: Key | None, text: str) -> bool:
    """Whether a value of a case is the one that was typed; nothing typed is what is not stated."""
    if isinstance(value, Period):
        return value == parse_period(text)
    return (value or "") == text
