"""From text to a program: every statement on its own, so that a broken one hides no other."""

from __future__ import annotations

from typing import Final

from factcheck.diagnostics import language_codes as codes
from factcheck.diagnostics.diagnostic import Diagnostic
from factcheck.lang.build_statements import Version
from factcheck.lang.failure import STATEMENTS
from factcheck.lang.glance import lift_tests
from factcheck.lang.scan import WRONG_TYPES, scanner
from factcheck.lang.soft_words import soften
from factcheck.lang.source import checked
from factcheck.lang.statements import Outcome, parse_statement, read_as, stray
from factcheck.lang.syntax import Name, Program, Statement
from factcheck.lang.words import Word

VERSION: Final = 1
MAX_MISTAKES: Final = 100
"""So many mistakes of a file are shown."""


def parse(text: str, path: str, *, tests: bool = True) -> tuple[Program, list[Diagnostic]]:
    """The program that a text of rules says, and what is wrong with it.

    Statements with mistakes are left out; the names of broken rules and defines are kept, so that
    nobody calls them unknown. Without `tests`, a test in order is kept without its figures: a run
    over claims does not ask for them. Every text gives a program: no exception leaves here.
    """
    clean, mistakes = checked(text, path)
    clean, lifted = (clean, []) if tests else lift_tests(clean, path)
    words, found = _mended(list(scanner().words(clean, path)), clean)
    reader = _Reader(mistakes + found)
    reader.read(soften(words))
    program = Program(path, text, reader.version, (*reader.made, *lifted), tuple(reader.broken))
    return program, _capped(reader.mistakes)


def _mended(words: list[Word], text: str) -> tuple[list[Word], list[Diagnostic]]:
    """The words with the wrong ones put right, and what was wrong with them."""
    names = () if text.isascii() else (word.text for word in words if word.type == "NAME")
    if all(map(str.isascii, names)) and WRONG_TYPES.isdisjoint([word.type for word in words]):
        return words, []
    from factcheck.lang.mend import mended  # noqa: PLC0415 (for what few texts have)

    return mended(words, text, scanner())


class _Reader:
    """Collects what the statements of a text make, and their mistakes."""

    def __init__(self, mistakes: list[Diagnostic]) -> None:
        self.mistakes = mistakes
        self.open_lines = {m.span.line for m in mistakes if m.code is codes.OPEN_QUOTE}
        self.taken_out = {
            (m.span.line, column)
            for m in mistakes
            if m.code is codes.STRANGE_CHARACTER
            for column in (m.span.column, m.span.end_column)
        }
        self.version: int | None = None
        self.made: list[Statement] = []
        self.broken: list[Name] = []

    def read(self, words: list[Word]) -> None:
        """Read the words of a whole text."""
        before, statements = _statements(words)
        if before:
            from factcheck.lang.explain_words import meant_statement  # noqa: PLC0415 (for mistakes)

            explained = meant_statement(before[0])
            self.mistakes += stray(before, explained)
            if explained is not None and explained.retyped is not None:
                read_as(*explained.retyped)
                statements.insert(0, before)
        for place, statement in enumerate(statements):
            rest = statement
            while rest and len(self.mistakes) <= MAX_MISTAKES:
                outcome = parse_statement(rest)
                self._take(outcome, first=place == 0 and not before)
                rest = outcome.rest

    def _take(self, outcome: Outcome, *, first: bool) -> None:
        self.mistakes += [m for m in outcome.mistakes if not self._is_consequence(m)]
        if outcome.broken is not None:
            self.broken.append(outcome.broken)
        if isinstance(outcome.made, Version):
            self._take_version(outcome.made, first=first)
        elif outcome.made is not None:
            self.made.append(outcome.made)

    def _is_consequence(self, mistake: Diagnostic) -> bool:
        """Whether an open quote on its line or a strange character before it caused a mistake."""
        place = mistake.span
        return place.line in self.open_lines or (place.line, place.column) in self.taken_out

    def _take_version(self, version: Version, *, first: bool) -> None:
        if not first:
            message = "the version of the language stands before everything else"
            help_ = "move it to the first line of the file"
            self.mistakes.append(
                Diagnostic(codes.VERSION_NOT_FIRST, message, version.span, help=help_)
            )
        elif version.number.text != str(VERSION):
            message = f"this program knows version {VERSION} of the language"
            help_ = f"write `factcheck {VERSION}`, or use a program that knows the other version"
            span = version.number.span
            self.mistakes.append(Diagnostic(codes.UNKNOWN_VERSION, message, span, help=help_))
        else:
            self.version = VERSION


def _statements(words: list[Word]) -> tuple[list[Word], list[list[Word]]]:
    """The words before the first statement, and those of each statement."""
    before: list[Word] = []
    statements: list[list[Word]] = []
    current = before
    for word in words:
        if word.type in STATEMENTS and not (current and _continues(current[-1], word)):
            current = []
            statements.append(current)
        current.append(word)
    return before, statements


def _continues(before: Word, word: Word) -> bool:
    """Whether `rule`, `define` or `test` stands where a name should: no statement begins there."""
    if before.line != word.line:
        return False
    from factcheck.lang.expected import WANTING  # noqa: PLC0415 (for what few texts have)

    return before.type in WANTING


def _capped(mistakes: list[Diagnostic]) -> list[Diagnostic]:
    """The mistakes in the order of the text, as many as are shown."""
    ordered = sorted(dict.fromkeys(mistakes), key=lambda m: (m.span.line, m.span.column, m.code.id))
    if len(ordered) <= MAX_MISTAKES:
        return ordered
    message = f"the file has more than {MAX_MISTAKES} mistakes; the others are not shown"
    last = ordered[MAX_MISTAKES]
    return [*ordered[:MAX_MISTAKES], Diagnostic(codes.TOO_MANY_MISTAKES, message, last.span)]
