"""The formats of `--format`, and where each report goes."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from importlib import import_module
from typing import TYPE_CHECKING, Final

from factcheck.cli.streams import write_stdout
from factcheck.report.model import Report

if TYPE_CHECKING:  # only where they are needed
    import click

    from factcheck.engines.budget import Budget

RENDERERS: Final = {
    "json": "factcheck.report.json_report.render_json",
    "sarif": "factcheck.report.sarif.render_sarif",
    "junit": "factcheck.report.junit.render_junit",
    "github": "factcheck.report.github.render_github",
    "gitlab": "factcheck.report.gitlab.render_gitlab",
    "markdown": "factcheck.report.markdown.render_markdown",
    "html": "factcheck.report.html.render.render_html",
    "csv": "factcheck.report.csv_report.render_csv",
    "parquet": "factcheck.report.parquet_report.render_parquet",
}
"""The function of each format from the report to its text or bytes, imported when it is used."""

FORMATS: Final = ("text", *RENDERERS)
EXTRAS: Final = {"parquet": ("pyarrow", "publish")}
"""What a format needs beyond factcheck itself: a library, and the extra that brings it."""


IN_FULL: Final = frozenset({"html"})
"""The formats that draw the steps of each finding."""
STDOUT: Final = "-"

Target = tuple[str, str]
"""A format, and a file or `STDOUT`."""


def targets(formats: Sequence[str], output: str | None) -> tuple[Target, ...]:
    """What `--format` and `--output` ask for; raises for what cannot be meant."""
    chosen = [_parsed(text) for text in formats or FORMATS[:1]]
    if output is not None:
        if len(chosen) != 1 or chosen[0][1]:
            raise _misused("--output goes with a single --format that names no file itself")
        chosen = [(chosen[0][0], output)]
    named = tuple((name, path or STDOUT) for name, path in chosen)
    _refuse_missing([name for name, _ in named])
    _refuse_collisions([path for _, path in named])
    return named


def _misused(message: str, option: str = "") -> click.UsageError:
    """What cannot be meant; of the value of an `option`, or of several together."""
    import click  # noqa: PLC0415 (a plain command line is read without it)

    return click.BadParameter(message, param_hint=option) if option else click.UsageError(message)


def drawn_in_full(wanted: Sequence[Target]) -> bool:
    """Whether a format asks for what only some draw."""
    return any(name in IN_FULL for name, _ in wanted)


def most_shown(wanted: Sequence[Target], *, quiet: bool) -> Budget | None:
    """No more findings are drawn than it has room for; None where any number is."""
    from factcheck.report.limits import SHOWN  # noqa: PLC0415 (after usage errors)

    return None if quiet or any(name != "text" for name, _ in wanted) else SHOWN


def _parsed(text: str) -> Target:
    name, colon, path = text.partition(":")
    if name not in FORMATS:
        known = ", ".join(FORMATS)
        raise _misused(f"{name!r} is not one of {known}", "'--format'")
    if colon and not path:
        raise _misused(f"{text!r} names no file", "'--format'")
    return name, path


def _refuse_missing(names: list[str]) -> None:
    """Raise before any work is done if a library is not there."""
    for name in names:
        library, extra = EXTRAS.get(name, ("", ""))
        if library and not _is_there(library):
            raise _misused(
                f"--format {name} needs {library}, which the extra `{extra}` of factcheck brings"
            )


def _is_there(library: str) -> bool:
    from importlib.util import find_spec  # noqa: PLC0415 (few formats need a library)

    return find_spec(library) is not None


def _refuse_collisions(paths: list[str]) -> None:
    if paths.count(STDOUT) > 1:
        raise _misused(
            "only one report can go to standard output: give the others a file, as in "
            "--format json:report.json"
        )
    _refuse_files([path for path in paths if path != STDOUT])


def _refuse_files(paths: list[str]) -> None:
    if not paths:
        return
    from pathlib import Path  # noqa: PLC0415 (only when a file is to be written)

    from factcheck.cli.files import refuse_unwritable  # noqa: PLC0415 (as above)

    for path in paths:
        refuse_unwritable(path)
    if len({Path(path).resolve() for path in paths}) < len(paths):
        raise _misused("two reports would be written to one file")


def write(report: Report, target: Target, *, quiet: bool, no_color: bool) -> None:
    """Render the report in one format, to its place."""
    name, path = target
    if path != STDOUT:
        from factcheck.cli.files import write_file  # noqa: PLC0415 (only for a file)

        write_file(path, _text(report, quiet=quiet) if name == "text" else _rendered(report, name))
    elif name == "text":
        write_stdout(_for_stdout(report, quiet=quiet, no_color=no_color))
    else:
        write_stdout(_rendered(report, name), utf8=True)


def _rendered(report: Report, name: str) -> str | bytes:
    """The report in a format that looks the same everywhere."""
    module, _, function = RENDERERS[name].rpartition(".")
    rendered: str | bytes = getattr(import_module(module), function)(report)
    return rendered


def _text(report: Report, *, quiet: bool) -> str:
    from factcheck.report.text import render_text  # noqa: PLC0415 (only for this format)

    return render_text(report, quiet=quiet)


def _for_stdout(report: Report, *, quiet: bool, no_color: bool) -> str:
    """As wide as the terminal, and in colour if it shows any."""
    if not sys.stdout.isatty():
        return _text(report, quiet=quiet)
    from factcheck.cli.terminal import columns, shows_colour  # noqa: PLC0415 (only on a terminal)
    from factcheck.report.text import render_text  # noqa: PLC0415 (only for this format)

    colour = not no_color and shows_colour()
    return render_text(report, columns=columns(), colour=colour, quiet=quiet)
