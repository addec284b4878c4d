"""The whole run on one page: read the package, read the rules, plan, run, judge."""

from __future__ import annotations

from collections.abc import Sequence
from fnmatch import fnmatchcase
from pathlib import Path

from factcheck.claims.read import read_claims
from factcheck.diagnostics.diagnostic import Diagnostic, sorted_diagnostics
from factcheck.diagnostics.run_codes import UNMATCHED_PATTERN
from factcheck.diagnostics.span import at
from factcheck.engines.exact.engine import run
from factcheck.engines.package import Package
from factcheck.lang.bind.program import bind
from factcheck.lang.load import load_rules
from factcheck.plan.lower import lower
from factcheck.plan.model import RulePlan
from factcheck.verdicts.fold import judge_rule
from factcheck.verdicts.result import CheckResult
from factcheck.verdicts.verdict import RuleVerdict
from factcheck.vocabulary.descriptor import read_descriptor
from factcheck.vocabulary.exchange import Exchange
from factcheck.vocabulary.read import read_vocabulary

MAX_READINGS = 10_000
"""More readings of one case than this are judged on the hull of each reference's figures."""


def check(
    package: str | None,
    rules: Sequence[str] = (),
    select: Sequence[str] = (),
    ignore: Sequence[str] = (),
    max_readings: int = MAX_READINGS,
) -> CheckResult:
    """Evaluate every rule over a package; one mistake in either and nothing is judged."""
    found: list[Diagnostic] = []
    descriptor, wrong = read_descriptor(package)
    found += wrong
    vocabulary, claims = None, None
    if descriptor is not None:
        vocabulary, wrong = read_vocabulary(descriptor)
        found += wrong
        if vocabulary is not None:
            claims, wrong = read_claims(descriptor, vocabulary)
            found += wrong
    own = descriptor.rules if descriptor is not None else None
    folder = str(Path(descriptor.shown).parent) if descriptor is not None else "."
    programs, wrong = load_rules(rules, own, folder)
    found += wrong
    plans: list[RulePlan] = []
    if vocabulary is not None:
        bound, wrong = bind(programs, vocabulary)
        found += wrong
        for rule in bound.rules:
            plan, wrong = lower(rule, vocabulary)
            plans.append(plan)
            found += wrong
        plans = _selected(plans, select, ignore, found)
    verdicts: list[RuleVerdict] = []
    if vocabulary is not None and claims is not None and not any(one.is_error for one in found):
        run_over = Package(vocabulary, claims, Exchange(vocabulary.rates))
        verdicts = [judge_rule(run_over, run(run_over, plan), max_readings) for plan in plans]
    return CheckResult(
        descriptor.shown if descriptor else package or "",
        descriptor,
        vocabulary,
        claims,
        tuple(plans),
        tuple(verdicts),
        tuple(sorted_diagnostics(found)),
        tuple((program.path, program.text) for program in programs),
    )


def _selected(
    plans: list[RulePlan], select: Sequence[str], ignore: Sequence[str], found: list[Diagnostic]
) -> list[RulePlan]:
    """The rules that some pattern selects and none ignores; a pattern must match one."""
    for option, patterns in (("--select", select), ("--ignore", ignore)):
        for pattern in patterns:
            if not any(fnmatchcase(plan.id, pattern) for plan in plans):
                message = f"no rule matches {option} {pattern}"
                found.append(Diagnostic(UNMATCHED_PATTERN, message, at("")))
    return [
        plan
        for plan in plans
        if (not select or any(fnmatchcase(plan.id, pattern) for pattern in select))
        and not any(fnmatchcase(plan.id, pattern) for pattern in ignore)
    ]
