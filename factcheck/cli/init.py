"""`factcheck init`: a new package in a new folder."""

import click

from factcheck.cli.places import PLACE
from factcheck.cli.streams import write_stderr, write_stdout

EPILOG = """\b
Exit status:
  0  the package was written
  2  nothing was written: bad usage, or DIR is not empty

\b
Examples:
  factcheck init budget-claims
  factcheck init . --name budget-claims
"""


@click.command(epilog=EPILOG)
@click.argument("directory", type=PLACE, metavar="DIR")
@click.option("--name", metavar="NAME", help="Of the package; without it, that of the folder.")
def init(*, directory: str, name: str | None) -> int:
    """Write a new package into DIR, which is not there yet or is empty.

    It has one source, two claims, one rule with its tests and a workflow for continuous
    integration, validates at once, and says what is what.
    """
    from datetime import UTC, datetime  # noqa: PLC0415 (after usage errors)

    from factcheck.cli.files import CannotWrite  # noqa: PLC0415 (as above)
    from factcheck.starter.files import new_files  # noqa: PLC0415 (as above)
    from factcheck.starter.origin import PINNED, installed, requirement  # noqa: PLC0415 (as above)
    from factcheck.starter.start import name_of, start  # noqa: PLC0415 (as above)

    called = name_of(directory) if name is None else name
    origin = requirement(installed())
    files = new_files(called, datetime.now(UTC).date(), origin or PINNED)
    started = start(directory, called, files)
    if started.refused:
        raise CannotWrite(directory, started.refused)
    _tell(directory, started.files)
    if origin is None:
        write_stderr(
            "note: factcheck was installed from a folder of this machine; say in\n"
            "      .github/workflows/factcheck.yml where others get it\n"
        )
    return 0


def _tell(directory: str, files: tuple[str, ...]) -> None:
    """The files, and what to do next."""
    from factcheck.report.escape import for_terminal  # noqa: PLC0415 (as above)

    place = for_terminal(directory.rstrip("/") or directory)
    lines = [f"{place}/{path}" for path in files]
    nexts = ["", "Next:", f"  factcheck validate {place}", f"  factcheck test {place}"]
    write_stdout("".join(f"{line}\n" for line in [*lines, *nexts]))
