"""One run of `factcheck validate`, once its options are read: judge, and write the reports."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, Final

from factcheck.cli.formats import STDOUT, Target, drawn_in_full, most_shown, targets, write
from factcheck.cli.progress import progress
from factcheck.cli.streams import write_stderr
from factcheck.report.exit_code import COULD_NOT_RUN, FAIL_ON, exit_code
from factcheck.report.model import Report

if TYPE_CHECKING:  # after usage errors, which need no stages
    from factcheck.check import Judge
    from factcheck.engines.kept import Memory
    from factcheck.verdicts.result import CheckResult

_ONLY_DRAWING: Final = frozenset(
    {
        "formats",
        "output",
        "fail_on",
        "strict",
        "quiet",
        "no_color",
        "no_cache",
        "waivers",
        "baseline",
    }
)
"""Options that change nothing of what the run finds."""


def run(asked: Mapping[str, Any]) -> int:
    """The exit status of a run; `asked` has the value of each option, and the package."""
    return _run(asked, **asked)


def _run(  # noqa: PLR0913 (one for each option)
    asked: Mapping[str, Any],
    *,
    package: str | None,
    rules: tuple[str, ...],
    formats: tuple[str, ...],
    output: str | None,
    fail_on: tuple[str, ...],
    strict: bool,
    engine: str | None,
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    max_readings: int,
    max_findings: int,
    max_memory: str,
    sources: str | None,
    no_quotes: bool,
    waivers: str | None,
    baseline: str | None,
    conformance: bool,
    offline: bool,  # noqa: ARG001 (there is nothing else)
    quiet: bool,
    no_color: bool,
    no_cache: bool,
) -> int:
    wanted = targets(formats, output)
    full = drawn_in_full(wanted)

    def work(judge: Judge | None = None, memory: Memory | None = None) -> Report:
        # What is kept is whole, and what is known is looked for among all.
        shown = None if memory is not None else most_shown(wanted, quiet=quiet)
        if shown is not None and may_be_known(package, waivers, baseline):
            shown = None
        with progress(quiet=quiet) as watch:
            result = _checked(
                package,
                conforming=conformance,
                rules=rules,
                select=select,
                ignore=ignore,
                max_readings=max_readings,
                sources=sources,
                engine=engine,
                watch=watch,
                judge=judge,
                memory=memory,
                max_findings=max_findings,
                max_memory=max_memory,
                shown=shown,
                quotes=not no_quotes,
            )
            return told(result, full=full)

    report = work() if no_cache or conformance or full else _remembered(asked, work)
    report = with_known(report, waivers, baseline, whole=not (select or ignore))
    for target in wanted:
        write(report, target, quiet=quiet, no_color=no_color)
    status = exit_code(report, fail_on or FAIL_ON[:1], strict=strict)
    if status == COULD_NOT_RUN:
        _say_why(report, wanted)
    return status


def _remembered(
    asked: Mapping[str, Any], work: Callable[[Judge | None, Memory | None], Report]
) -> Report:
    """What the run finds, from the cache if it has been there; asked for is all but the drawing."""
    from factcheck.cache.runs import remembered  # noqa: PLC0415 (after usage errors)

    return remembered({name: asked[name] for name in asked if name not in _ONLY_DRAWING}, work)


def _checked(package: str | None, *, conforming: bool, **options: Any) -> CheckResult:  # noqa: ANN401 (those of `check`)
    """What the stages find; if asked for, with what frictionless says."""
    from factcheck.check import check  # noqa: PLC0415 (after usage errors, which need no stages)

    if not conforming:
        return check(package, **options)
    from factcheck.diagnostics.diagnostic import sorted_diagnostics  # noqa: PLC0415 (as above)
    from factcheck.interchange.conformance import conformance  # noqa: PLC0415 (as above)
    from factcheck.records import evolve  # noqa: PLC0415 (as above)
    from factcheck.vocabulary.opened import opened  # noqa: PLC0415 (as above)

    with opened(package) as place:
        result = check(place, **options)
        found = sorted_diagnostics([*result.diagnostics, *conformance(place)])
    return evolve(result, diagnostics=tuple(found))


def told(result: CheckResult, *, full: bool) -> Report:
    """The report of a result, in full for the formats that draw the steps."""
    from factcheck.report.build import build_report  # noqa: PLC0415 (after usage errors)
    from factcheck.report.run_problems import with_run_problems  # noqa: PLC0415 (as above)

    report = with_run_problems(build_report(result))
    if not full:
        return report
    from factcheck.report.in_full import in_full  # noqa: PLC0415 (only for formats that draw it)

    return in_full(report, result)


def with_known(report: Report, waivers: str | None, baseline: str | None, *, whole: bool) -> Report:
    """The report with what is waived or known marked."""
    from factcheck.waivers.excuse import KnownFiles, excused  # noqa: PLC0415 (after the stages)

    return excused(report, KnownFiles(waivers, baseline), whole=whole)


def may_be_known(package: str | None, waivers: str | None, baseline: str | None) -> bool:
    """Whether a finding may be waived or known."""
    from factcheck.waivers.excuse import KnownFiles, may_excuse  # noqa: PLC0415 (after usage errors)

    return may_excuse(package, KnownFiles(waivers, baseline))


def _say_why(report: Report, wanted: tuple[Target, ...]) -> None:
    """On standard error what stopped the run, unless a text report on standard output does."""
    if ("text", STDOUT) in wanted:
        return
    from factcheck.report.text import render_text  # noqa: PLC0415 (only for a run that failed)

    write_stderr(render_text(report, quiet=True))
