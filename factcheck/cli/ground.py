"""`factcheck ground`: claims beside their quotes, and what can be filled in."""

import sys

import click

from factcheck.cli.places import PACKAGE, PLACE
from factcheck.cli.streams import write_stdout
from factcheck.grounding.mend import Mended

CLEAN, TO_DO, COULD_NOT_RUN = 0, 1, 2

EPILOG = """\b
Exit status:
  0  nothing to fill in, or --fix filled it in
  1  something can be filled in: --fix does it
  2  could not run, or a claim says something else than its quote or its text

\b
Examples:
  factcheck ground
  factcheck ground archive/datapackage.json --sources texts
  factcheck ground --sources texts --fix
"""


@click.command(epilog=EPILOG)
@PACKAGE
@click.option("--sources", type=PLACE, metavar="DIR", help="A folder of the archived texts.")
@click.option("--fix", is_flag=True, help="Fill in what can be computed.")
@click.option(
    "--format", "form", type=click.Choice(["text", "json"]), default="text", help="text, or json."
)
@click.option("--no-color", is_flag=True, help="No colours, as with NO_COLOR set.")
def ground(
    *, package: str | None, sources: str | None, fix: bool, form: str, no_color: bool
) -> int:
    """Hold every claim of PACKAGE against its quote, and say which could not be verified.

    What can be computed is shown as a difference: the places of quotes that stand once in their
    text, last digits that `decimals` leaves out, hashes of texts that have none. With --fix these
    cells are written, and not a byte besides.
    """
    from factcheck.grounding.mend import mend  # noqa: PLC0415 (after usage errors)
    from factcheck.vocabulary.opened import is_zip, opened  # noqa: PLC0415 (as above)

    if fix and package is not None and is_zip(package):
        raise click.UsageError("--fix writes into a folder: unpack the archive first")
    with opened(package) as place:
        mended = mend(place, sources)
    if fix:
        _write_files(mended)
    _write(mended, form, written=fix, no_color=no_color)
    if mended.grounding is None or any(problem.is_error for problem in mended.problems):
        return COULD_NOT_RUN
    return TO_DO if mended.changes and not fix else CLEAN


def _write_files(mended: Mended) -> None:
    from factcheck.cli.files import write_file  # noqa: PLC0415 (only for a file)

    for file in mended.files:
        write_file(file.path, file.after)


def _write(mended: Mended, form: str, *, written: bool, no_color: bool) -> None:
    if form == "json":
        from factcheck.report.ground_json import render_ground_json  # noqa: PLC0415 (this format)

        write_stdout(render_ground_json(mended, written=written), utf8=True)
        return
    from factcheck.report.ground_text import ground_text  # noqa: PLC0415 (this format)

    if not sys.stdout.isatty():
        write_stdout(ground_text(mended, written=written))
        return
    from factcheck.cli.terminal import columns, shows_colour  # noqa: PLC0415 (on a terminal)

    colour = not no_color and shows_colour()
    write_stdout(ground_text(mended, written=written, columns=columns(), colour=colour))
