"""`factcheck validate`: read a package and rules, judge, and write the reports."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Final

import click

from factcheck.cli.formats import FORMATS, STDOUT, Target, drawn_in_full, targets, write
from factcheck.cli.places import PLACE
from factcheck.cli.progress import progress
from factcheck.cli.sizes import Size
from factcheck.cli.streams import write_stderr
from factcheck.engines.limits import MEMORY, MOST_FINDINGS
from factcheck.report.exit_code import COULD_NOT_RUN, FAIL_ON, exit_code
from factcheck.report.model import Report
from factcheck.verdicts.limits import MAX_READINGS

if TYPE_CHECKING:  # after usage errors, which need no stages
    from factcheck.check import Judge, Watch
    from factcheck.engines.kept import Memory
    from factcheck.verdicts.result import CheckResult

ENGINES = ("exact", "duckdb", "spark")

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

EPILOG = """\b
Exit status:
  0  everything was checked, and nothing calls for 1
  1  findings that --fail-on names, in rules of severity error
  2  could not run, or no rule was exercised

\b
Examples:
  factcheck validate
  factcheck validate archive/datapackage.json --rules rules/budgets.rules
  factcheck validate --format text --format json:findings.json --fail-on undetermined

\b
Environment:
  FACTCHECK_CACHE  0: keep no results; 1: keep them in CI, too; else the folder to keep them in
"""


@click.command(epilog=EPILOG)
@click.argument("package", type=PLACE, required=False, metavar="[PACKAGE]")
@click.option(
    "--rules",
    type=PLACE,
    multiple=True,
    metavar="PATH",
    help="A file or folder of rules; repeatable.",
)
@click.option(
    "--format",
    "formats",
    multiple=True,
    metavar="FORMAT[:FILE]",
    help=f"{', '.join(FORMATS)}: to standard output or to a file; repeatable.",
)
@click.option("--output", type=PLACE, metavar="FILE", help="Where the only --format goes.")
@click.option(
    "--fail-on",
    multiple=True,
    type=click.Choice(FAIL_ON),
    help="What calls for exit status 1; repeatable; default violated.",
)
@click.option("--strict", is_flag=True, help="All of --fail-on, at any severity, and warnings.")
@click.option(
    "--engine",
    type=click.Choice(ENGINES),
    help="What computes the verdicts; by the size of the claims if not given.",
)
@click.option("--select", multiple=True, metavar="RULE", help="Only these rules; * and ? match.")
@click.option("--ignore", multiple=True, metavar="RULE", help="Not these rules; * and ? match.")
@click.option(
    "--max-readings",
    type=click.IntRange(min=1),
    default=MAX_READINGS,
    show_default=True,
    metavar="N",
    help="Readings of one case beyond which it is judged on hulls.",
)
@click.option(
    "--max-findings",
    type=click.IntRange(min=1),
    default=MOST_FINDINGS,
    show_default=True,
    metavar="N",
    help="Findings of large tables that are told; the others are counted.",
)
@click.option(
    "--max-memory",
    type=Size(),
    default=MEMORY,
    show_default=True,
    metavar="SIZE",
    help="What DuckDB holds at once; what is more it writes to a folder for the time of the run.",
)
@click.option(
    "--sources",
    type=PLACE,
    metavar="DIR",
    help="A folder of the archived texts, to look the quotes up in.",
)
@click.option("--no-quotes", is_flag=True, help="Read no quote; the report says so.")
@click.option(
    "--waivers",
    type=PLACE,
    metavar="FILE",
    help="Accepted findings, in place of the package's waivers.csv.",
)
@click.option(
    "--baseline", type=PLACE, metavar="FILE", help="An earlier report in JSON: fail on what is new."
)
@click.option("--conformance", is_flag=True, help="What frictionless and our profile say, too.")
@click.option("--offline", is_flag=True, help="Never reach the network: always so.")
@click.option("--quiet", is_flag=True, help="Only violated cases, a line each, and the summary.")
@click.option("--no-color", is_flag=True, help="No colours, as with NO_COLOR set.")
@click.option("--no-cache", is_flag=True, help="Look up and keep no results of earlier runs.")
def validate(  # noqa: PLR0913 (one for each option)
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
    """Check PACKAGE, a descriptor, a folder or a ZIP archive, against rules.

    Without PACKAGE it is datapackage/datapackage.json or datapackage.json; without --rules, the
    rules that the descriptor names, else the folder rules in the package's folder or beside it.
    """
    wanted = targets(formats, output)
    full = drawn_in_full(wanted)

    def run(judge: Judge | None = None, memory: Memory | None = None) -> Report:
        with progress(quiet=quiet) as watch:
            result = checked(
                package,
                rules,
                select,
                ignore,
                max_readings,
                sources,
                engine,
                judged=conformance,
                watch=watch,
                judge=judge,
                memory=memory,
                max_findings=max_findings,
                max_memory=max_memory,
                quotes=not no_quotes,
            )
            return told(result, full=full)

    report = run() if no_cache or conformance or full else _remembered(run)
    report = with_known(report, waivers, baseline, whole=not (select or ignore))
    for target in wanted:
        write(report, target, quiet=quiet, no_color=no_color)
    status = exit_code(report, fail_on or FAIL_ON[:1], strict=strict)
    if status == COULD_NOT_RUN:
        _say_why(report, wanted)
    return status


def _remembered(run: Callable[[Judge | None, Memory | None], Report]) -> Report:
    """What the run finds, from the cache if it has been there; asked for is all but the drawing."""
    from factcheck.cache.runs import remembered  # noqa: PLC0415 (after usage errors)

    asked = click.get_current_context().params
    return remembered({name: asked[name] for name in asked if name not in _ONLY_DRAWING}, run)


def checked(  # noqa: PLR0913 (as above)
    package: str | None,
    rules: tuple[str, ...],
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    max_readings: int,
    sources: str | None = None,
    engine: str | None = None,
    *,
    judged: bool = False,
    watch: Watch | None = None,
    judge: Judge | None = None,
    memory: Memory | None = None,
    max_findings: int = MOST_FINDINGS,
    max_memory: str = MEMORY,
    quotes: bool = True,
) -> CheckResult:
    """What the stages find; if asked for, with what frictionless says."""
    from factcheck.check import check  # noqa: PLC0415 (after usage errors, which need no stages)

    options: dict[str, Any] = {
        "rules": rules,
        "select": select,
        "ignore": ignore,
        "max_readings": max_readings,
        "sources": sources,
        "engine": engine,
        "max_findings": max_findings,
        "max_memory": max_memory,
        "quotes": quotes,
        **({"watch": watch} if watch else {}),
        **({"judge": judge, "memory": memory} if judge else {}),
    }
    if not judged:
        return check(
            package,
            **options,
        )
    from factcheck.diagnostics.diagnostic import sorted_diagnostics  # noqa: PLC0415 (as above)
    from factcheck.interchange.conformance import conformance  # noqa: PLC0415 (as above)
    from factcheck.records import evolve  # noqa: PLC0415 (as above)
    from factcheck.vocabulary.opened import opened  # noqa: PLC0415 (as above)

    with opened(package) as place:
        result = check(
            place,
            **options,
        )
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


def _say_why(report: Report, wanted: tuple[Target, ...]) -> None:
    """On standard error what stopped the run, unless a text report on standard output does."""
    if ("text", STDOUT) in wanted:
        return
    from factcheck.report.text import render_text  # noqa: PLC0415 (only for a run that failed)

    write_stderr(render_text(report, quiet=True))
