"""`factcheck diff`: two editions of a package side by side."""

import sys
from typing import Final

import click

from factcheck.cli.places import PLACE
from factcheck.cli.streams import write_stderr, write_stdout
from factcheck.compare.model import Comparison
from factcheck.verdicts.result import CheckResult

EPILOG = """\b
Exit status:
  0  no differences
  1  differences
  2  could not run, or the rules do not fit one of the packages

\b
Examples:
  factcheck diff claims-1.0.0.zip datapackage
  factcheck diff old/datapackage.json new/datapackage.json --rules rules
  factcheck diff claims-1.0.0.zip claims-1.1.0.zip --format markdown
"""

FORMATS: Final = ("text", "json", "markdown")
SAME, DIFFERENT, COULD_NOT_RUN = 0, 1, 2


@click.command(epilog=EPILOG)
@click.argument("old", type=PLACE, metavar="OLD")
@click.argument("new", type=PLACE, metavar="NEW")
@click.option(
    "--rules",
    type=PLACE,
    multiple=True,
    metavar="PATH",
    help="Rules for both; else each has its own.",
)
@click.option(
    "--format", "form", type=click.Choice(FORMATS), default="text", help="text, json or markdown."
)
@click.option("--no-color", is_flag=True, help="No colours, as with NO_COLOR set.")
def diff(*, old: str, new: str, rules: tuple[str, ...], form: str, no_color: bool) -> int:
    """Show what differs between two packages, and which verdicts are others because of it.

    OLD and NEW are descriptors, folders or ZIP archives. Rows are compared by their key and cell
    by cell; the version that the changes call for follows the recipe of the Data Package standard.
    """
    from factcheck.check import check  # noqa: PLC0415 (after usage errors)
    from factcheck.compare.compare import compare  # noqa: PLC0415 (as above)
    from factcheck.vocabulary.opened import opened  # noqa: PLC0415 (as above)

    with opened(old) as first, opened(new) as second:
        results = check(first, rules), check(second, rules)
        found = compare(*results)
        _tell_problems(results)
    if found is None:
        return COULD_NOT_RUN
    _write(found, form, no_color=no_color)
    if found.problems:
        return COULD_NOT_RUN
    return DIFFERENT if found.differs else SAME


def _tell_problems(results: tuple[CheckResult, CheckResult]) -> None:
    """On standard error, why something could not be compared."""
    errors = [one for result in results for one in result.diagnostics if one.is_error]
    if errors:
        from factcheck.report.problems import problems_text  # noqa: PLC0415 (only for these)

        texts = dict((*results[0].texts, *results[1].texts))
        write_stderr(problems_text(list(dict.fromkeys(errors)), texts))


def _write(found: Comparison, form: str, *, no_color: bool) -> None:
    if form == "json":
        from factcheck.report.diff_json import render_diff_json  # noqa: PLC0415 (this format)

        write_stdout(render_diff_json(found), utf8=True)
        return
    if form == "markdown":
        from factcheck.report.diff_markdown import render_diff_markdown  # noqa: PLC0415 (as above)

        write_stdout(render_diff_markdown(found), utf8=True)
        return
    from factcheck.report.diff_text import render_diff  # noqa: PLC0415 (as above)

    if not sys.stdout.isatty():
        write_stdout(render_diff(found))
        return
    from factcheck.cli.terminal import columns, shows_colour  # noqa: PLC0415 (on a terminal)

    colour = not no_color and shows_colour()
    write_stdout(render_diff(found, columns=columns(), colour=colour))
