"""`factcheck extract`: claims drafted from a text."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from factcheck.cli.streams import write_stderr, write_stdout

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.diagnostics.diagnostic import Diagnostic
    from factcheck.drafts.model import Drafts
    from factcheck.drafts.package import DraftPackage
    from factcheck.vocabulary.opened import Place

DONE, COULD_NOT_RUN = 0, 2

EPILOG = """\b
Exit status:
  0  the text was read, whatever it states
  2  could not run: the text or the package cannot be read, or there is no such source

\b
Examples:
  factcheck extract article.txt
  factcheck extract article.txt --source wire --format csv > drafts.csv
  factcheck extract article.txt --source wire --append
"""


@click.command(epilog=EPILOG)
@click.argument("file", metavar="FILE")
@click.option("--package", metavar="PACKAGE", help="Whose units, hedges and claims are known.")
@click.option("--source", metavar="ID", help="The source in the package whose text this is.")
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "csv", "json"]),
    default="text",
    help="text, csv with the columns of the claims, or json.",
)
@click.option("--append", is_flag=True, help="Write the drafts behind the claims of the package.")
@click.option("--no-color", is_flag=True, help="No colours, as with NO_COLOR set.")
def extract(
    *, file: str, package: str | None, source: str | None, form: str, append: bool, no_color: bool
) -> int:
    """Draft a claim for every figure that the text in FILE states and the package does not have.

    A draft has the number, unit, relation, hedge, last digit, words and place of its figure, and
    the period that stands beside it. Whose figure it is and what it measures a person has to say:
    until then the cells `entity_id` and `metric_id` are empty, and validate refuses a package with
    them. Where several units can be meant, `unit_id` is empty and the note names them.
    """
    from factcheck.vocabulary.opened import is_zip, opened  # noqa: PLC0415 (after usage errors)

    if append and package is not None and is_zip(package):
        raise click.UsageError("--append writes into a folder: unpack the archive first")
    with opened(package) as place:
        return _run(file, place, source, form, append=append, no_color=no_color)


def _run(
    file: str, place: Place, source: str | None, form: str, *, append: bool, no_color: bool
) -> int:
    from factcheck.diagnostics.package_codes import NO_PACKAGE  # noqa: PLC0415 (as below)
    from factcheck.drafts.draft import draft  # noqa: PLC0415 (after usage errors)
    from factcheck.drafts.package import open_package  # noqa: PLC0415 (as above)

    known, problems = open_package(place)
    is_nowhere = place is None and all(one.code is NO_PACKAGE for one in problems)
    if known is None and (source is not None or append or not is_nowhere):
        return _stopped(problems)
    drafts = draft(file, known, source)
    if drafts.problems:
        return _stopped(drafts.problems)
    if append and known is not None and not drafts.source:
        raise click.UsageError("no source of the package has this text: name one with --source")
    if append and known is not None:
        _append(known, drafts)
    else:
        _write(drafts, form, no_color=no_color)
    return DONE


def _stopped(problems: Sequence[Diagnostic]) -> int:
    from factcheck.report.problems import problems_text  # noqa: PLC0415 (only for these)

    write_stderr(problems_text(problems, {}))
    return COULD_NOT_RUN


def _append(known: DraftPackage, drafts: Drafts) -> None:
    """Write the rows behind the claims, and say what is left to do."""
    from factcheck.cli.files import write_file  # noqa: PLC0415 (only for a file)
    from factcheck.drafts.append import appended, empty_required  # noqa: PLC0415 (as above)
    from factcheck.report.drafts_text import sums  # noqa: PLC0415 (as above)
    from factcheck.report.escape import for_terminal  # noqa: PLC0415 (as above)
    from factcheck.vocabulary.columns import SHAPES  # noqa: PLC0415 (as above)

    resource = known.resource
    if drafts.rows:
        before = resource.path.read_bytes().decode("utf-8")
        write_file(str(resource.path), appended(before, drafts))
    write_stdout(f"{for_terminal(resource.shown)}: {sums(drafts)}\n")
    empty = empty_required(drafts, SHAPES["claims"].required)
    if empty:
        named = ", ".join(f"`{column}` in {count}" for column, count in empty.items())
        write_stdout(f"still empty: {named}; validate refuses the package until they are filled\n")


def _write(drafts: Drafts, form: str, *, no_color: bool) -> None:
    if form == "csv":
        from factcheck.drafts.append import csv_lines, header  # noqa: PLC0415 (this format)

        write_stdout(header(drafts) + csv_lines(drafts), utf8=True)
    elif form == "json":
        from factcheck.report.drafts_json import render_drafts_json  # noqa: PLC0415 (this format)

        write_stdout(render_drafts_json(drafts), utf8=True)
    else:
        _write_text(drafts, no_color=no_color)


def _write_text(drafts: Drafts, *, no_color: bool) -> None:
    from factcheck.report.drafts_text import drafts_text  # noqa: PLC0415 (this format)

    if not sys.stdout.isatty():
        write_stdout(drafts_text(drafts))
        return
    from factcheck.cli.terminal import columns, shows_colour  # noqa: PLC0415 (on a terminal)

    colour = not no_color and shows_colour()
    write_stdout(drafts_text(drafts, columns=columns(), colour=colour))
