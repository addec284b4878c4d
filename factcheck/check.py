"""The whole run on one page: read the rules, read the claims, run, judge."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.claims.model import Claims
from factcheck.claims.read import read_claims
from factcheck.diagnostics.diagnostic import Diagnostic, sorted_diagnostics
from factcheck.engines.exact.engine import run
from factcheck.engines.package import Package
from factcheck.grounding.model import Grounding
from factcheck.plan.prepare import Prepared, prepare, selected
from factcheck.verdicts.fold import judge_rule
from factcheck.verdicts.limits import MAX_READINGS
from factcheck.verdicts.result import CheckResult
from factcheck.verdicts.verdict import RuleVerdict
from factcheck.vocabulary.descriptor import Descriptor
from factcheck.vocabulary.exchange import Exchange
from factcheck.vocabulary.model import Vocabulary
from factcheck.vocabulary.opened import Place, opened


def check(
    package: Place,
    rules: Sequence[str] = (),
    select: Sequence[str] = (),
    ignore: Sequence[str] = (),
    max_readings: int = MAX_READINGS,
    *,
    sources: str | None = None,
) -> CheckResult:
    """Evaluate every rule over a package; one mistake in either and nothing is judged.

    `sources` is a folder of the archived texts, beside those that the package itself carries.
    """
    with opened(package) as place:
        return _check(prepare(place, rules), select, ignore, max_readings, sources)


def _check(
    ready: Prepared,
    select: Sequence[str],
    ignore: Sequence[str],
    max_readings: int,
    sources: str | None,
) -> CheckResult:
    found = [*ready.diagnostics, *ready.advice]
    vocabulary, claims, plans = ready.vocabulary, None, ready.plans
    grounding = None
    if ready.descriptor is not None and vocabulary is not None:
        claims, wrong = read_claims(ready.descriptor, vocabulary)
        found += wrong
        grounding, wrong = _ground(ready.descriptor, vocabulary, claims, sources)
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
        grounding,
    )


def _ground(
    descriptor: Descriptor, vocabulary: Vocabulary, claims: Claims | None, sources: str | None
) -> tuple[Grounding | None, list[Diagnostic]]:
    """What the quotes say about the claims; what reads them is loaded only if there are any."""
    if claims is None or not any(claim.quote for claim in claims.rows):
        return None, []
    from factcheck.grounding.ground import ground  # noqa: PLC0415 (only for claims with quotes)

    return ground(descriptor, vocabulary, claims, sources)
