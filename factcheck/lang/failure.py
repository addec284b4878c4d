"""The place where the parser could not go on, and what it would have taken."""

from __future__ import annotations

from typing import Final

from factcheck.diagnostics.diagnostic import Diagnostic
from factcheck.diagnostics.span import Span, at
from factcheck.lang.nesting import CLOSING, OPENING
from factcheck.lang.words import END, Word
from factcheck.records import Record, frozen

CLAUSES: Final = frozenset(
    {"FOR", "WHERE", "LET", "CHECK", "SEVERITY", "MESSAGE", "BECAUSE", "TAGS", "MAY"}
)
STATEMENTS: Final = frozenset({"RULE", "DEFINE", "TEST", "FACTCHECK"})
RESERVED: Final = {
    "RULE",
    "DEFINE",
    "TEST",
    "FOR",
    "WHERE",
    "LET",
    "CHECK",
    "SEVERITY",
    "MESSAGE",
    "BECAUSE",
} | {"TAGS", "GIVEN", "EXPECT", "IF", "THEN", "OR", "AND", "NOT", "BETWEEN", "IN", "IS", "WITHIN"}
SECTIONS: Final = CLAUSES | {"GIVEN", "EXPECT"}
BREAKS: Final = SECTIONS | STATEMENTS | {END}
"""Words with which something new begins, whatever was open before."""


@frozen
class Explained(Record):
    """A mistake in the user's words; `retyped` is what a misspelt word is read as from here on."""

    diagnostic: Diagnostic
    retyped: tuple[Word, str] | None = None


@frozen
class Failure(Record):
    """The words of a statement with its end, the place of the offending one, and the right ones."""

    words: list[Word]
    place: int
    expected: frozenset[str]

    @property
    def found(self) -> Word:
        """The word that does not fit."""
        return self.words[self.place]

    @property
    def before(self) -> Word:
        """The word before it."""
        return self.words[max(self.place - 1, 0)]

    @property
    def after(self) -> Word:
        """The word behind it."""
        return self.words[min(self.place + 1, len(self.words) - 1)]

    @property
    def breaks(self) -> bool:
        """Whether something new begins, or nothing follows, where more was needed."""
        return self.found.type in BREAKS

    @property
    def wants_operand(self) -> bool:
        """Whether an expression should begin here."""
        return "LPAR" in self.expected and "NAME" in self.expected

    def clause(self) -> list[Word]:
        """The words from the last clause or statement word up to the offending one."""
        start = self.place
        while start > 0 and self.words[start - 1].type not in SECTIONS | STATEMENTS:
            start -= 1
        return self.words[max(start - 1, 0) : self.place]

    def rest(self) -> list[Word]:
        """The words from the offending one to the end of its clause."""
        end = self.place
        while self.words[end].type not in BREAKS:
            end += 1
        return self.words[self.place : end]

    def open_brackets(self) -> list[Word]:
        """The brackets of the clause that are open before the offending word, outermost first."""
        stack: list[Word] = []
        for word in self.clause():
            if word.type in OPENING:
                stack.append(word)
            elif stack and CLOSING.get(word.type) == stack[-1].type:
                stack.pop()
        return stack

    def span(self) -> Span:
        """Where to point: at the offending word, or behind the last one of an earlier line."""
        if self.breaks and (self.found.type == END or self.found.line > self.before.end_line):
            last = self.before
            return at(last.path, last.end_line, last.end_column)
        return self.found.span
