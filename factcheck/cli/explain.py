"""`factcheck explain`: one case of a rule, step by step."""

import sys
from typing import Final

import click

from factcheck.cli.places import PLACE, RULES
from factcheck.cli.streams import write_stdout
from factcheck.verdicts.steps import Explained

EPILOG = """\b
Exit status:
  0  the case was explained, or there is none
  2  could not run: bad usage, package or rules

\b
Examples:
  factcheck explain chips_half_of_capex
  factcheck explain chips_half_of_capex entity=bytedance period=2026
  factcheck explain one_year metric=capex --format json
  factcheck explain chips_half_of_capex --sql --dialect spark
"""

FORMATS: Final = ("text", "json")
DIALECTS: Final = ("duckdb", "spark")
EXPLAINED, COULD_NOT_RUN = 0, 2


@click.command(epilog=EPILOG)
@click.argument("rule", metavar="RULE")
@click.argument("wanted", nargs=-1, metavar="[KEY=VALUE]...")
@click.option(
    "--package", type=PLACE, metavar="PATH", help="A descriptor, a folder or a ZIP archive."
)
@RULES
@click.option("--format", "form", type=click.Choice(FORMATS), default="text", help="text, or json.")
@click.option("--sql", is_flag=True, help="The SQL that RULE becomes, in place of a case.")
@click.option(
    "--dialect",
    type=click.Choice(DIALECTS),
    default=DIALECTS[0],
    show_default=True,
    help="In whose words --sql is written.",
)
@click.option("--no-color", is_flag=True, help="No colours, as with NO_COLOR set.")
def explain(  # noqa: PLR0913 (one for each option)
    *,
    rule: str,
    wanted: tuple[str, ...],
    package: str | None,
    rules: tuple[str, ...],
    form: str,
    sql: bool,
    dialect: str,
    no_color: bool,
) -> int:
    """Show one case of RULE: every figure, every step, and what would settle it.

    KEY=VALUE picks the case, as in entity=bytedance period=2026; of several the worst is shown.
    """
    values = _pairs(wanted)
    if sql and (values or form != "text"):
        raise click.UsageError("--sql is of the whole rule, as text: it takes no KEY=VALUE or json")
    if sql:
        return _write_sql(package, rule, dialect, rules, no_color=no_color)
    from factcheck.explain import explain_case  # noqa: PLC0415 (after usage errors)

    return _told(explain_case(package, rule, values, rules), form, no_color=no_color)


def _told(told: Explained, form: str, *, no_color: bool) -> int:
    if told.misused:
        from factcheck.report.escape import for_terminal  # noqa: PLC0415 (only for a mistake)

        raise click.UsageError(for_terminal(told.misused))
    _write(told, form, no_color=no_color)
    stopped = any(problem.is_error for problem in told.diagnostics)
    return COULD_NOT_RUN if stopped else EXPLAINED


def _write_sql(
    package: str | None, rule: str, dialect: str, rules: tuple[str, ...], *, no_color: bool
) -> int:
    """Write the queries of a rule, or one line that says why there are none."""
    from factcheck.explain import explain_sql  # noqa: PLC0415 (after usage errors)
    from factcheck.report.escape import for_terminal  # noqa: PLC0415 (as above)

    found = explain_sql(package, rule, dialect, rules)
    if isinstance(found, Explained):
        return _told(found, "text", no_color=no_color)
    lines = "\n\n".join(found.statements).split("\n")
    if found.reason:
        lines = [f"-- {rule} is run by the exact engine: {found.reason}"]
    write_stdout("".join(f"{for_terminal(line)}\n" for line in lines))
    return EXPLAINED


def _pairs(wanted: tuple[str, ...]) -> dict[str, str]:
    pairs: dict[str, str] = {}
    for text in wanted:
        field, equals, value = text.partition("=")
        if not equals or not field:
            raise click.BadParameter(
                f"{text!r} is not KEY=VALUE, as in entity=bytedance", param_hint="'KEY=VALUE'"
            )
        if field in pairs:
            raise click.BadParameter(f"{field!r} is given twice", param_hint="'KEY=VALUE'")
        pairs[field] = value
    return pairs


def _write(told: Explained, form: str, *, no_color: bool) -> None:
    if form == "json":
        from factcheck.report.explain_json import render_explained_json  # noqa: PLC0415 (this format)

        write_stdout(render_explained_json(told), utf8=True)
        return
    from factcheck.report.explain_text import render_explained  # noqa: PLC0415 (as above)

    if not sys.stdout.isatty():
        write_stdout(render_explained(told))
        return
    from factcheck.cli.terminal import columns, shows_colour  # noqa: PLC0415 (on a terminal)

    colour = not no_color and shows_colour()
    write_stdout(render_explained(told, columns=columns(), colour=colour))
