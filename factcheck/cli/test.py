"""`factcheck test`: run the tests of rules on the figures that they give."""

import sys
from typing import Final

import click

from factcheck.cli.places import PACKAGE, RULES
from factcheck.cli.streams import write_stdout
from factcheck.verdicts.trial_result import TrialResult

EPILOG = """\b
Exit status:
  0  every test passed
  1  a test failed
  2  could not run, or there are no tests

\b
Examples:
  factcheck test
  factcheck test --rules rules/budgets.rules --coverage
  factcheck test archive/datapackage.json --select 'chips_*' --format json
"""

FORMATS: Final = ("text", "json")
PASSED, FAILED, COULD_NOT_RUN = 0, 1, 2


@click.command(epilog=EPILOG)
@PACKAGE
@RULES
@click.option("--select", multiple=True, metavar="RULE", help="Only these rules; * and ? match.")
@click.option("--ignore", multiple=True, metavar="RULE", help="Not these rules; * and ? match.")
@click.option(
    "--coverage", is_flag=True, help="Try wrong rules and wrong figures: do the tests notice?"
)
@click.option("--format", "form", type=click.Choice(FORMATS), default="text", help="text, or json.")
@click.option("--quiet", is_flag=True, help="Only what failed, a line each, and the summary.")
@click.option("--no-color", is_flag=True, help="No colours, as with NO_COLOR set.")
def test(  # noqa: PLR0913 (one for each option)
    *,
    package: str | None,
    rules: tuple[str, ...],
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    coverage: bool,
    form: str,
    quiet: bool,
    no_color: bool,
) -> int:
    """Run the tests that rule files hold: `test RULE given FIGURES expect VERDICT`.

    Each runs its rule on the given figures alone, with the vocabulary, the memberships and the
    rates of PACKAGE; no claim is read. What is tested is found as by `factcheck validate`.
    """
    from factcheck.trial.run import run_tests  # noqa: PLC0415 (after usage errors)

    result = run_tests(package, rules, select, ignore, coverage=coverage)
    _write(result, form, quiet=quiet, no_color=no_color)
    return _status(result)


def _status(result: TrialResult) -> int:
    if any(problem.is_error for problem in result.diagnostics) or not result.tests:
        return COULD_NOT_RUN
    return PASSED if all(each.passed for each in result.tests) else FAILED


def _write(result: TrialResult, form: str, *, quiet: bool, no_color: bool) -> None:
    if form == "json":
        from factcheck.report.trial_json import render_trials_json  # noqa: PLC0415 (this format)

        write_stdout(render_trials_json(result), utf8=True)
        return
    from factcheck.report.trial_text import render_trials  # noqa: PLC0415 (as above)

    if not sys.stdout.isatty():
        write_stdout(render_trials(result, quiet=quiet))
        return
    from factcheck.cli.terminal import columns, shows_colour  # noqa: PLC0415 (on a terminal)

    colour = not no_color and shows_colour()
    write_stdout(render_trials(result, columns=columns(), colour=colour, quiet=quiet))
