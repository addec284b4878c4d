"""`factcheck lint`: look at rules alone, and give advice."""

import sys

import click

from factcheck.cli.places import PLACE
from factcheck.cli.streams import write_stdout
from factcheck.diagnostics.diagnostic import Severity

EPILOG = """\b
Exit status:
  0  no mistakes; there may be advice
  1  with --strict: a warning
  2  could not run, or a rule or the package has a mistake

\b
Examples:
  factcheck lint
  factcheck lint rules/budgets.rules
  factcheck lint drafts --package archive/datapackage.json --strict
  factcheck lint --format json
"""


@click.command(epilog=EPILOG)
@click.argument("paths", type=PLACE, nargs=-1, metavar="[PATH]...")
@click.option(
    "--package", type=PLACE, metavar="PACKAGE", help="Whose metrics, entities and units rules name."
)
@click.option("--strict", is_flag=True, help="Warnings call for exit status 1.")
@click.option(
    "--format", "form", type=click.Choice(["text", "json"]), default="text", help="text, or json."
)
@click.option("--no-color", is_flag=True, help="No colours, as with NO_COLOR set.")
def lint(
    *, paths: tuple[str, ...], package: str | None, strict: bool, form: str, no_color: bool
) -> int:
    """Look for mistakes in rules, and for what can hardly be meant; no claim is read.

    PATH is a file or a folder of rules. Without PATH the rules, and without --package the package,
    are found as by validate; where there is no package, only the form of the rules is looked at.
    """
    from factcheck.lang.lint.files import lint_files  # noqa: PLC0415 (after usage errors)
    from factcheck.report import problems  # noqa: PLC0415 (as above)

    result = lint_files(paths, package)
    if form == "json":
        write_stdout(problems.problems_json(result.problems), utf8=True)
    else:
        shown = _on_terminal() and not no_color
        width = _columns()
        text = problems.problems_text(result.problems, result.texts, columns=width, colour=shown)
        write_stdout(text or _nothing_to_say(result.rules, result.package))
    severities = {problem.severity for problem in result.problems}
    if Severity.ERROR in severities:
        return 2
    return int(strict and Severity.WARNING in severities)


def _nothing_to_say(rules: int, package: str | None) -> str:
    count = "1 rule" if rules == 1 else f"{rules} rules"
    note = "" if package is not None else "; without a package, names and units were not looked up"
    return f"{count}: nothing to say{note}\n"


def _on_terminal() -> bool:
    """Whether the text goes to a terminal that shows colours."""
    if not sys.stdout.isatty():
        return False
    from factcheck.cli.terminal import shows_colour  # noqa: PLC0415 (only on a terminal)

    return shows_colour()


def _columns() -> int:
    from factcheck.cli.terminal import columns  # noqa: PLC0415 (only for a text)
    from factcheck.report.page import DEFAULT_WIDTH  # noqa: PLC0415 (as above)

    return columns() if sys.stdout.isatty() else DEFAULT_WIDTH
