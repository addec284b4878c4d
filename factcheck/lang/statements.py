"""Parses one statement: as a whole, and after a mistake clause by clause, to find the others."""

from __future__ import annotations

from typing import Any, Final

from factcheck.diagnostics import language_codes as codes
from factcheck.diagnostics.diagnostic import Diagnostic
from factcheck.lang import literals
from factcheck.lang.failure import CLAUSES, RESERVED, STATEMENTS, Explained, Failure
from factcheck.lang.machine import Refused, accepted, feed
from factcheck.lang.mistake import Mistake
from factcheck.lang.nesting import too_deep
from factcheck.lang.soft_words import soften
from factcheck.lang.syntax import Name
from factcheck.lang.words import Word, end_after
from factcheck.records import Factory, define

MAX_CORRECTIONS: Final = 5
"""So many misspelt words of a statement are read as what they were meant to be."""


@define
class Outcome:
    """What became of the words of a statement."""

    made: Any = None
    broken: Name | None = None
    mistakes: list[Diagnostic] = Factory(list)
    rest: list[Word] = Factory(list)
    """Words that turned out to belong to a further statement."""


def parse_statement(words: list[Word]) -> Outcome:
    """The statement that the words make, or the mistakes in them."""
    outcome = Outcome()
    deep = too_deep(words)
    if deep is not None:
        outcome.mistakes.append(deep)
    else:
        _parse_whole(words, outcome)
    if outcome.mistakes and not outcome.made:
        outcome.broken = _named(words)
    return outcome


def _parse_whole(words: list[Word], outcome: Outcome) -> None:
    """Parse the statement, with corrected spelling where that helps."""
    for _ in range(MAX_CORRECTIONS + 1):
        result = _attempt("statement", words)
        if not isinstance(result, _Trouble):
            outcome.made = result
            return
        outcome.mistakes += result.mistakes
        if result.retyped is None:
            _parse_clauses(words, result.place, outcome)
            return
        words = _corrected(words, result.retyped, outcome)


def _corrected(words: list[Word], retyped: tuple[Word, str], outcome: Outcome) -> list[Word]:
    """The words with one of them read as meant; a beginning statement takes what follows."""
    word, kind = retyped
    place = words.index(word)
    read_as(word, kind)
    if kind not in STATEMENTS:
        return soften(words)
    outcome.rest = words[place:] + outcome.rest
    return words[:place]


def read_as(word: Word, kind: str) -> None:
    """Read a misspelt word as the one of this type: a reserved one, or a name that may be soft."""
    from factcheck.lang.expected import SPELT  # noqa: PLC0415 (for mistakes alone)

    word.text = SPELT[kind].partition(" ")[0]
    word.type = kind if kind in RESERVED else "NAME"


@define
class _Trouble:
    """Why words did not parse, and how far the parser came."""

    mistakes: list[Diagnostic]
    place: int
    retyped: tuple[Word, str] | None = None


def _attempt(start: str, words: list[Word]) -> Any:  # noqa: ANN401 (what the grammar's start builds)
    """What the words build, or a _Trouble."""
    words = [*words, end_after(words[-1])]
    try:
        return feed(start, words)
    except Mistake as mistake:
        all_of_them = list(dict.fromkeys([*mistake.diagnostics, *literals.mistakes_in(words)]))
        last = mistake.diagnostics[-1].span
        place = _place_of(words, last.line, last.column)
        return _Trouble(all_of_them, place)
    except Refused as refused:
        place = refused.place
    from factcheck.lang.messages import explain  # noqa: PLC0415 (for mistakes alone)

    explained = explain(Failure(words, place, accepted(start, words[:place])))
    at_fault = explained.diagnostic.span == words[place].span
    return _Trouble([explained.diagnostic], place + at_fault, explained.retyped)


def _place_of(words: list[Word], line: int, column: int) -> int:
    """The last word that starts at or before a place."""
    starts = [place for place, w in enumerate(words) if (w.line, w.column) <= (line, column)]
    return max(starts, default=0)


def _parse_clauses(words: list[Word], start: int, outcome: Outcome) -> None:
    """Look for mistakes in the clauses of a rule that begin at a place or behind it."""
    if words[0].type != "RULE":
        return
    begins = [place for place in range(start, len(words)) if words[place].type in CLAUSES]
    ends = [*begins[1:], len(words)]
    for place, end in zip(begins, ends, strict=False):
        result = _attempt("clause", words[place:end])
        if isinstance(result, _Trouble):
            outcome.mistakes += result.mistakes


def _named(words: list[Word]) -> Name | None:
    """The name that a broken rule or define is known by."""
    if words[0].type in ("RULE", "DEFINE") and len(words) > 1:
        word = words[1]
        return literals.name(word) if word.type in ("NAME", "BACKTICKED") else None
    return None


def stray(words: list[Word], explained: Explained | None) -> list[Diagnostic]:
    """Words outside of every statement."""
    if explained is not None:
        return [explained.diagnostic]
    word = words[0]
    message = "a text of rules consists of `rule`, `define` and `test`"
    help_ = "what must hold is written `rule ID check …`"
    if word.type == "LET":
        help_ = "outside of rules a calculation is named by `define x = …`"
    elif [one.type for one in words[:2]] == ["MINUS", "MINUS"]:
        help_ = "a comment begins with `#` and ends with its line"
    return [Diagnostic(codes.NO_STATEMENT, message, word.span, help=help_)]
