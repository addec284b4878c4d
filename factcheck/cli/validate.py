"""`factcheck validate`: read a package and rules, judge, and write the reports."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeAlias

import click

from factcheck.cli.options import VALIDATE, Option
from factcheck.cli.places import PACKAGE, PLACE
from factcheck.cli.sizes import Size
from factcheck.cli.validation import run

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


Command: TypeAlias = Callable[..., Any]


def _option(one: Option) -> Callable[[Command], Command]:
    """An option as click has it."""
    if one.kind == "flag":
        return click.option(one.written, one.name, is_flag=True, help=one.help)
    return click.option(
        one.written,
        one.name,
        type=_type(one),
        multiple=one.multiple,
        default=one.default,
        show_default=one.default is not None,
        metavar=one.metavar,
        help=one.help,
    )


def _type(one: Option) -> click.ParamType[Any]:
    """What checks the value of an option."""
    if one.kind == "choice":
        return click.Choice(one.choices)
    types = {"path": PLACE, "count": click.IntRange(min=1), "size": Size()}
    return types.get(one.kind, click.STRING)


def _with_options(command: Command) -> Command:
    for one in reversed(VALIDATE):  # the last that is put on stands first
        command = _option(one)(command)
    return command


@click.command(epilog=EPILOG)
@PACKAGE
@_with_options
def validate(**asked: Any) -> int:  # noqa: ANN401 (what the types of the options make)
    """Check PACKAGE, a descriptor, a folder or a ZIP archive, against rules.

    Without PACKAGE it is datapackage/datapackage.json or datapackage.json; without --rules, the
    rules that the descriptor names, else the folder rules in the package's folder or beside it.
    """
    return run(asked)
