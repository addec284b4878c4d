"""Files of rules in the layout: which, and what each would say; nothing is written here."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Final

from factcheck.diagnostics.binding_codes import NO_RULES
from factcheck.diagnostics.diagnostic import Diagnostic
from factcheck.diagnostics.span import at
from factcheck.lang.format.text import format_text
from factcheck.lang.load import load_rules
from factcheck.records import Record, frozen

USUAL: Final = ("rules", "datapackage/rules")
"""The folders that are looked for when none is named."""


@frozen
class FormattedFile(Record):
    """A file without mistakes: its text as it is, and in the layout."""

    path: str
    before: str
    after: str

    @property
    def changes(self) -> bool:
        """Whether the layout is another than the file's."""
        return self.before != self.after


@frozen
class FormattedFiles(Record):
    """The files of a run; those with mistakes are left alone, and named by the mistakes."""

    files: tuple[FormattedFile, ...]
    mistakes: tuple[Diagnostic, ...]
    texts: dict[str, str]
    """The texts of all files that could be read, by path."""


def format_files(paths: Sequence[str]) -> FormattedFiles:
    """The files at the paths, else those in the usual folders."""
    named = list(paths) or [folder for folder in USUAL if Path(folder).is_dir()]
    if not named:
        return FormattedFiles((), (_nothing_named(),), {})
    programs, mistakes = load_rules(named, None, ".")
    broken = {mistake.span.path for mistake in mistakes}
    files = tuple(
        FormattedFile(program.path, program.text, format_text(program.text, program.path).text)
        for program in programs
        if program.path not in broken
    )
    texts = {program.path: program.text for program in programs}
    return FormattedFiles(files, tuple(mistakes), texts)


def _nothing_named() -> Diagnostic:
    folders = " nor ".join(f"`{folder}`" for folder in USUAL)
    message = f"there are no rules here: neither {folders}"
    return Diagnostic(NO_RULES, message, at(USUAL[0]), help="name a file or a folder of rules")
