"""`factcheck build`: the published form of a package, written or compared with what is there."""

from typing import Final

import click

from factcheck.cli.places import PACKAGE, PLACE, RULES
from factcheck.cli.progress import progress
from factcheck.cli.streams import write_stderr, write_stdout
from factcheck.verdicts.result import CheckResult

EPILOG = """\b
Exit status:
  0  published; with --check: what is there is up to date
  1  with --check: something would change
  2  could not run, or refused: package, rules, frictionless, the folder

\b
Examples:
  factcheck build
  factcheck build archive/datapackage.json --out release
  factcheck build --check
"""

MADE, DIFFERS, COULD_NOT_RUN = 0, 1, 2
DEFAULT_OUT: Final = "published"


@click.command(epilog=EPILOG)
@PACKAGE
@RULES
@click.option(
    "--out",
    type=PLACE,
    default=DEFAULT_OUT,
    show_default=True,
    metavar="DIR",
    help="The folder to publish in; replaced whole.",
)
@click.option("--check", is_flag=True, help="Write nothing; exit with 1 if anything would change.")
@click.option("--no-parquet", is_flag=True, help="Only CSV: pyarrow is not needed.")
def build(
    *, package: str | None, rules: tuple[str, ...], out: str, check: bool, no_parquet: bool
) -> int:
    """Publish PACKAGE: its tables with bounds, its rules, their verdicts, and how to cite it.

    What is found may contradict the rules; what cannot be read by others is refused. The same
    package and rules give the same bytes.
    """
    import os  # noqa: PLC0415 (after usage errors)
    from pathlib import Path  # noqa: PLC0415 (as above)

    from factcheck.check import check as run_check  # noqa: PLC0415 (as above)
    from factcheck.publish.publish import Published, compare, publish  # noqa: PLC0415 (as above)
    from factcheck.vocabulary.opened import opened  # noqa: PLC0415 (as above)

    with opened(package) as there:
        with progress(quiet=False) as watch:
            result = run_check(there, rules, watch=watch)
        if _told_mistakes(result):
            return COULD_NOT_RUN
        place = Path(os.path.abspath(out))  # noqa: PTH100 (links are refused, not followed)
        act = compare if check else publish
        made: Published = act(result, place, run_check, parquet=not no_parquet)
    if made.diagnostics:
        from factcheck.report.problems import problems_text  # noqa: PLC0415 (only for these)

        write_stderr(problems_text(made.diagnostics, dict(result.texts)))
    if made.files is None:
        return COULD_NOT_RUN
    done = "would change" if made.changed else "is up to date" if check else "published"
    _tell(result, out, f"{len(made.files)} files", done)
    return DIFFERS if made.changed else MADE


def _told_mistakes(result: CheckResult) -> bool:
    """Whether package and rules were not judged; their mistakes and warnings are written."""
    from factcheck.report.build import build_report  # noqa: PLC0415 (after usage errors)
    from factcheck.report.problems import problems_text  # noqa: PLC0415 (as above)
    from factcheck.report.run_problems import with_run_problems  # noqa: PLC0415 (as above)

    problems = with_run_problems(build_report(result)).problems
    if problems:
        write_stderr(problems_text(problems, dict(result.texts)))
    return any(problem.is_error for problem in problems)


def _tell(result: CheckResult, out: str, files: str, done: str) -> None:
    from factcheck.report.escape import for_terminal  # noqa: PLC0415 (as above)

    claims = len(result.claims.rows) if result.claims else 0
    verdicts = sum(len(verdict.cases) for verdict in result.verdicts)
    name = f"{result.descriptor.name} {result.descriptor.version}" if result.descriptor else ""
    text = f"{out}: {name}, {files}, {claims} claims, {verdicts} verdicts: {done}"
    write_stdout(for_terminal(text) + "\n")
