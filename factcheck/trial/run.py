"""`factcheck test` on one page: prepare the rules, read the givens, run each test, compare."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from factcheck.diagnostics import trial_codes as codes
from factcheck.diagnostics.diagnostic import Diagnostic, sorted_diagnostics
from factcheck.diagnostics.span import at
from factcheck.lang import syntax
from factcheck.lang.bind.context import Context
from factcheck.plan.model import RulePlan
from factcheck.plan.prepare import Prepared, prepare, selected
from factcheck.records import frozen
from factcheck.trial.given import Figure, figure_of
from factcheck.trial.restatements import check_restatements
from factcheck.trial.sources import with_sources
from factcheck.trial.status import Bench, status_of
from factcheck.trial.tell import told
from factcheck.trial.tried import coverage_of
from factcheck.verdicts.trial_result import RuleCoverage, TrialResult, TrialVerdict
from factcheck.vocabulary.exchange import Exchange
from factcheck.vocabulary.model import Source, Vocabulary
from factcheck.vocabulary.opened import Place, opened


@frozen
class Trial:
    """One test, ready to run."""

    plan: RulePlan
    test: syntax.Test
    text: str
    """Of the file that it stands in."""
    figures: tuple[Figure, ...]
    sources: Mapping[str, Source]


def run_tests(
    package: Place,
    rules: Sequence[str] = (),
    select: Sequence[str] = (),
    ignore: Sequence[str] = (),
    *,
    coverage: bool = False,
) -> TrialResult:
    """Run every test of the rules; one mistake in package, rules or tests and none is run."""
    with opened(package) as place:
        ready = prepare(place, rules, tests=True)
    plans = ready.plans
    wrong: list[Diagnostic] = []
    trials: list[Trial] = []
    if ready.vocabulary is not None:
        plans, wrong = selected(plans, select, ignore)
        trials, more = _trials(ready, ready.vocabulary, plans)
        wrong = [*wrong, *more]
    found = [*ready.diagnostics, *wrong]
    if not trials and not any(one.is_error for one in found):
        found.append(_no_tests(ready))
    verdicts: tuple[TrialVerdict, ...] = ()
    covered: tuple[RuleCoverage, ...] = ()
    if ready.vocabulary is not None and not any(one.is_error for one in found):
        bench = Bench(ready.vocabulary, Exchange(ready.vocabulary.rates))
        verdicts = tuple(_run(bench, trial) for trial in trials)
        covered = tuple(_coverage(bench, plan, trials, verdicts, coverage) for plan in plans)
    texts, path = ready.texts, ready.path
    return TrialResult(path, verdicts, covered, coverage, tuple(sorted_diagnostics(found)), texts)


def _trials(
    ready: Prepared, vocabulary: Vocabulary, plans: Sequence[RulePlan]
) -> tuple[list[Trial], list[Diagnostic]]:
    """The tests of some rules, in the order of the files; those with mistakes are left out."""
    found: list[Diagnostic] = []
    known = {plan.id: plan for plan in plans}
    trials = []
    for test, text in _tests(ready):
        plan = known.get(test.rule.text)
        if plan is None:
            continue
        context = Context(vocabulary, {}, diagnostics=found)
        read = [figure_of(context, given, place) for place, given in enumerate(test.given, 1)]
        figures = [figure for figure in read if figure is not None]
        if len(figures) == len(read):
            check_restatements(context, figures)
        sources, figures = with_sources(context, figures)
        _tell_idle(context, plan, figures)
        trials.append(Trial(plan, test, text, tuple(figures), sources))
    return trials, found


def _tests(ready: Prepared) -> Iterator[tuple[syntax.Test, str]]:
    for program in ready.programs:
        for statement in program.statements:
            if isinstance(statement, syntax.Test):
                yield statement, program.text


def _tell_idle(context: Context, plan: RulePlan, figures: Sequence[Figure]) -> None:
    """Collect the givens whose metric the rule does not name."""
    if plan.groups is not None:
        return
    named = {reference.scan.metric for reference in plan.references}
    for figure in figures:
        if figure.claim.metric not in named:
            context.error(
                codes.GIVEN_IDLE,
                f"the rule `{plan.id}` asks for no figure of `{figure.claim.metric}`",
                figure.given.metric.span,
                help="take it out, or see whether the test is meant for another rule",
            )


def _no_tests(ready: Prepared) -> Diagnostic:
    message = "there are no tests, so nothing was tested"
    help_ = "write `test RULE given METRIC = 5 CNY expect holds` beside the rule"
    place = next((program.path for program in ready.programs), ready.path)
    return Diagnostic(codes.NO_TESTS, message, at(place), help=help_)


def _run(bench: Bench, trial: Trial) -> TrialVerdict:
    status = status_of(bench, trial.plan, trial.figures, trial.sources)
    return told(trial.plan, trial.test, trial.text, status)


def _coverage(
    bench: Bench,
    plan: RulePlan,
    trials: Sequence[Trial],
    verdicts: Sequence[TrialVerdict],
    coverage: bool,  # noqa: FBT001 (passed on)
) -> RuleCoverage:
    own = [pair for pair in zip(trials, verdicts, strict=True) if pair[0].plan is plan]
    passing = [(trial.figures, trial.sources, trial.test.expect) for trial, v in own if v.passed]
    return coverage_of(bench, plan, len(own), passing, tried=coverage)
