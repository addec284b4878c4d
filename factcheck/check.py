"""The whole run on one page: read the rules, read the claims, run, judge."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.claims.read import read_claims
from factcheck.diagnostics.diagnostic import sorted_diagnostics
from factcheck.engines.exact.engine import run
from factcheck.engines.package import Package
from factcheck.plan.prepare import Prepared, prepare, selected
from factcheck.verdicts.fold import judge_rule
from factcheck.verdicts.limits import MAX_READINGS
from factcheck.verdicts.result import CheckResult
from factcheck.verdicts.verdict import RuleVerdict
from factcheck.vocabulary.exchange import Exchange
from factcheck.vocabulary.opened import Place, opened


def check(
    package: Place,
    rules: Sequence[str] = (),
    select: Sequence[str] = (),
    ignore: Sequence[str] = (),
    max_readings: int = MAX_READINGS,
) -> CheckResult:
    """Evaluate every rule over a package; one mistake in either and nothing is judged."""
    with opened(package) as place:
        return _check(prepare(place, rules), select, ignore, max_readings)


def _check(
    ready: Prepared, select: Sequence[str], ignore: Sequence[str], max_readings: int
) -> CheckResult:
    found = [*ready.diagnostics, *ready.advice]
    vocabulary, claims, plans = ready.vocabulary, None, ready.plans
    if ready.descriptor is not None and vocabulary is not None:
        claims, wrong = read_claims(ready.descriptor, vocabulary)
        found += wrong
        plans, wrong = selected(plans, select, ignore)
        found += wrong
    verdicts: tuple[RuleVerdict, ...] = ()
    if vocabulary is not None and claims is not None and not any(one.is_error for one in found):
        over = Package(vocabulary, claims, Exchange(vocabulary.rates))
        verdicts = tuple(judge_rule(over, run(over, plan), max_readings) for plan in plans)
    return CheckResult(
        ready.path,
        ready.descriptor,
        vocabulary,
        claims,
        plans,
        verdicts,
        tuple(sorted_diagnostics(found)),
        ready.texts,
    )
