"""`factcheck fmt`: rule files in one layout, written, checked or shown as a difference."""

import click

from factcheck.cli.places import PLACE
from factcheck.cli.streams import write_stderr, write_stdout

EPILOG = """\b
Exit status:
  0  every file has the layout, now or before
  1  with --check or --diff: a file would change
  2  could not run, or a file has mistakes and was left alone

\b
Examples:
  factcheck fmt
  factcheck fmt rules/budgets.rules
  factcheck fmt --check --diff rules
"""


@click.command(epilog=EPILOG)
@click.argument("paths", type=PLACE, nargs=-1, metavar="[PATH]...")
@click.option("--check", is_flag=True, help="Write nothing; exit with 1 if a file would change.")
@click.option("--diff", is_flag=True, help="Write nothing; show what would change.")
def fmt(*, paths: tuple[str, ...], check: bool, diff: bool) -> int:
    """Set rule files in one layout: PATH is a file or a folder.

    Without PATH it is the folders rules and datapackage/rules, where they are. What the rules say
    stays the same, comments stay where they belong, and a file with mistakes is left alone.
    """
    from factcheck.lang.format.files import format_files  # noqa: PLC0415 (after usage errors)

    found = format_files(paths)
    changed = [file for file in found.files if file.changes]
    for file in changed:
        if diff:
            from factcheck.report.unified_diff import unified_diff  # noqa: PLC0415 (only here)

            write_stdout(unified_diff(file.path, file.before, file.after))
        elif not check:
            from factcheck.cli.files import write_file  # noqa: PLC0415 (only for a file)

            write_file(file.path, file.after)
    if found.mistakes:
        from factcheck.report.problems import problems_text  # noqa: PLC0415 (only for these)

        write_stderr(problems_text(found.mistakes, found.texts))
    if not diff:
        _tell([file.path for file in changed], len(found.files), check=check)
    if found.mistakes:
        return 2
    return int(bool(changed) and (check or diff))


def _tell(changed: list[str], number: int, *, check: bool) -> None:
    """A line for each file that changes, and how many there are."""
    from factcheck.report.escape import for_terminal  # noqa: PLC0415 (as above)

    done = "would be formatted" if check else "formatted"
    lines = [f"{for_terminal(path)}: {done}" for path in changed]
    counts = [(len(changed), done), (number - len(changed), "in order")]
    summed = [f"{_files(count)} {words}" for count, words in counts if count]
    if summed:
        write_stdout("".join(f"{line}\n" for line in [*lines, ", ".join(summed)]))


def _files(number: int) -> str:
    return "1 file" if number == 1 else f"{number} files"
