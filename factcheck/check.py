"""The whole run on one page: read the rules, read the claims, run, judge."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING, Protocol, TypeAlias

from factcheck.claims.model import Claims
from factcheck.diagnostics.diagnostic import Diagnostic, sorted_diagnostics
from factcheck.diagnostics.run_codes import NO_MEMORY, NOT_ALL_JUDGED
from factcheck.diagnostics.span import at
from factcheck.engines.budget import Budget
from factcheck.engines.choose import Asked, chosen
from factcheck.engines.engine import Coverage, Engine, Loaded, TooLittleMemoryError
from factcheck.engines.limits import MEMORY, MOST_FINDINGS, Stage, nobody
from factcheck.engines.stopped import StoppedError
from factcheck.grounding.model import Grounding
from factcheck.plan.model import RulePlan
from factcheck.plan.prepare import Prepared, prepare, selected
from factcheck.records import frozen
from factcheck.verdicts.fold import judge_rule
from factcheck.verdicts.limits import MAX_READINGS
from factcheck.verdicts.result import CheckResult
from factcheck.verdicts.verdict import RuleVerdict
from factcheck.vocabulary.descriptor import Descriptor
from factcheck.vocabulary.model import Vocabulary
from factcheck.vocabulary.opened import Place, opened

if TYPE_CHECKING:  # a protocol takes as long to make as a table to read
    from factcheck.engines.kept import Memory


class Watch(Protocol):
    """Told how far a run is."""

    def __call__(self, done: int, of: int, stage: str = "") -> None:
        """So many of so many rules have been judged; before the first, what is done meanwhile."""


Judge: TypeAlias = Callable[[Loaded, RulePlan, int], RuleVerdict]
"""Gives the verdict of a rule over claims, of a case on hulls beyond so many readings."""


def check(  # noqa: PLR0913 (one for each thing that can be asked for)
    package: Place,
    rules: Sequence[str] = (),
    select: Sequence[str] = (),
    ignore: Sequence[str] = (),
    max_readings: int = MAX_READINGS,
    *,
    sources: str | None = None,
    engine: str | Engine | None = "exact",
    watch: Watch | None = None,
    judge: Judge | None = None,
    memory: Memory | None = None,
    max_findings: int = MOST_FINDINGS,
    max_memory: str = MEMORY,
    shown: Budget | None = None,
    quotes: bool = True,
) -> CheckResult:
    """Evaluate every rule over a package; one mistake in either and nothing is judged.

    `sources` is a folder of the archived texts, beside those that the package itself carries.
    `engine` is exact, duckdb, spark, or None for the one that fits the size of the claims. `watch`
    is told how far the run is. `judge` is what gives the verdict of each rule, where it is not
    `judge_plan`; `memory` is what an engine may know of earlier runs. Of large tables so many
    findings are told, and the others counted; `max_memory`, such as 1GB, is what DuckDB may hold of
    them at once. Where `shown` is given, as many findings are looked at as it has room for: the
    report has these, and the number of the others. Without `quotes` none is read, and the result
    says so.
    """
    with opened(package) as place:
        ready = prepare(place, rules)
        plans, wrong = selected(ready.plans, select, ignore)
        found = [*ready.diagnostics, *ready.advice, *wrong]
        if ready.descriptor is None or ready.vocabulary is None:
            found = [*ready.diagnostics, *ready.advice]
            return _result(ready, ready.plans, found, _Run())
        runner = chosen(
            engine, ready.descriptor, memory, Asked(max_findings, shown, max_memory, _stage(watch))
        )
        if isinstance(runner, Diagnostic):
            return _result(ready, plans, [*found, runner], _Run())
        try:
            with runner.load(ready.descriptor, ready.vocabulary, plans) as (claims, mistakes):
                found += mistakes
                quoted = _ground if quotes else _unread
                grounding, wrong = quoted(ready.descriptor, ready.vocabulary, claims, sources)
                found += wrong
                if claims is None or any(one.is_error for one in found):
                    known = None if claims is None else claims.coverage((), ())
                    return _result(ready, plans, found, _Run(claims, grounding, (), known))
                judge = judge or judge_plan
                run = _judged(claims, grounding, plans, max_readings, judge, watch)
        except StoppedError as stopped:
            return _result(ready, plans, [*found, stopped.told], _Run())
        except TooLittleMemoryError:
            return _result(ready, plans, [*found, _no_memory(ready)], _Run())
        return _result(ready, plans, [*found, *_left(run.verdicts)], run, shown)


def _stage(watch: Watch | None) -> Stage:
    """What an engine tells its stages to."""
    return nobody if watch is None else partial(watch, 0, 0)


def _no_memory(ready: Prepared) -> Diagnostic:
    message = "the engine needs more memory than it may have"
    return Diagnostic(NO_MEMORY, message, at(ready.path), help="raise --max-memory")


@frozen
class _Run:
    """How far a run came."""

    claims: Loaded | None = None
    grounding: Grounding | None = None
    verdicts: tuple[RuleVerdict, ...] = ()
    coverage: Coverage | None = None


def judge_plan(claims: Loaded, plan: RulePlan, max_readings: int) -> RuleVerdict:
    """The verdict of one rule: its plan run, its cases judged."""
    return judge_rule(*claims.run(plan, max_readings), max_readings)


def _judged(
    claims: Loaded,
    grounding: Grounding | None,
    plans: Sequence[RulePlan],
    max_readings: int,
    judge: Judge,
    watch: Watch | None,
) -> _Run:
    verdicts: list[RuleVerdict] = []
    for plan in plans:
        if watch is not None:
            watch(len(verdicts), len(plans))
        verdicts.append(judge(claims, plan, max_readings))
    used = {one.id for verdict in verdicts for case in verdict.cases for one in case.claims}
    return _Run(claims, grounding, tuple(verdicts), claims.coverage(plans, used))


def _result(
    ready: Prepared,
    plans: tuple[RulePlan, ...],
    found: list[Diagnostic],
    run: _Run,
    shown: Budget | None = None,
) -> CheckResult:
    return CheckResult(
        ready.path,
        ready.descriptor,
        ready.vocabulary,
        run.claims.claims if run.claims else None,
        plans,
        run.verdicts,
        tuple(sorted_diagnostics(found)),
        ready.texts,
        run.grounding,
        run.coverage,
        shown,
    )


def _ground(
    descriptor: Descriptor, vocabulary: Vocabulary, claims: Loaded | None, sources: str | None
) -> tuple[Grounding | None, list[Diagnostic]]:
    """What the quotes say about the claims; what reads them is loaded only if there are any."""
    quoted, more = claims.quoted() if claims is not None else (Claims("", ()), 0)
    if not quoted.rows:
        return None, []
    from factcheck.grounding.ground import ground  # noqa: PLC0415 (only for claims with quotes)

    grounding, found = ground(descriptor, vocabulary, quoted, sources)
    return grounding, [*found, *_not_all_read(quoted, more)]


def _not_all_read(quoted: Claims, more: int) -> list[Diagnostic]:
    """The warning that not all quotes were looked up."""
    if not more:
        return []
    message = f"{more:,} quotes after the first {len(quoted.rows):,} were not looked up"
    help_ = "look them up in a run of its own with --engine exact, in tables of fewer claims"
    return [Diagnostic(NOT_ALL_JUDGED, message, at(quoted.path), help=help_)]


def _left(verdicts: Sequence[RuleVerdict]) -> list[Diagnostic]:
    """The warnings of what an engine did not look at; it is among what is undetermined."""
    help_ = (
        "judge the rule alone (--select) or fewer cases of it at a time (where); "
        "--engine exact has no such limit, and needs the memory"
    )
    return [
        Diagnostic(NOT_ALL_JUDGED, f"{one.plan.id}: {one.decided.left}", one.plan.span, help=help_)
        for one in verdicts
        if one.decided.left
    ]


def _unread(
    descriptor: Descriptor, vocabulary: Vocabulary, claims: Loaded | None, sources: str | None
) -> tuple[None, list[Diagnostic]]:
    """That no quote was read, so that no report without quotes looks as if all were right."""
    from factcheck.diagnostics.grounding_codes import QUOTES_UNREAD  # noqa: PLC0415 (only then)

    del vocabulary, claims, sources
    message = "no quote was read: whether claims say what their quotes say is not known"
    help_ = "leave out `--no-quotes` to read them"
    return None, [Diagnostic(QUOTES_UNREAD, message, at(descriptor.shown), help=help_)]
