"""The step between scanner and parser: neighbours decide which names are words of the language."""

from __future__ import annotations

from functools import cache
from typing import Final

from factcheck.lang.soft_tables import COUNTS, INFIX, PARTS, RELATIONS, scale_words
from factcheck.lang.softener import Decision, Softener
from factcheck.lang.words import Word

_NAMES: Final = frozenset({"NAME", "BACKTICKED"})
_SELECTOR_START: Final = frozenset({"LSQB", "COMMA"})
_SELECTOR_END: Final = frozenset({"RSQB", "COMMA"})
_OPEN_OR_SET: Final = frozenset({"LSQB", "LBRACE", "RBRACE"})
_LOOKED_BACK: Final = 60
_SCALED: Final = frozenset({"NUMBER", "SCALE"})


def _part(soft: Softener, word: Word) -> None:
    """`half of`, `a third of`, `two thirds of`; `[half ago]` is a matter of `ago`."""
    if soft.peek().text != "of" or soft.peek().type != "NAME":
        return
    word.type = "FRACTION"
    count = soft.behind()
    if (count.type == "NAME" and count.text in COUNTS) or _small_number(count):
        soft.merge("FRACTION", 2)
    soft.take("OF")


def _small_number(word: Word) -> bool:
    return word.type == "NUMBER" and word.text.isdigit() and len(word.text) <= 2  # noqa: PLR2004


def _of(soft: Softener, word: Word) -> None:
    if soft.behind().type == "PERCENT":
        word.type = "OF"


def _twice(soft: Softener, word: Word) -> None:
    if soft.operand_follows():
        word.type = "TWICE"


def _times(soft: Softener, word: Word) -> None:
    count = soft.behind()
    if not soft.operand_follows():
        return
    if count.type == "NAME" and count.text in COUNTS:
        count.type = "COUNT"
    if count.type in ("NUMBER", "COUNT"):
        word.type = "TIMES"


def _over(soft: Softener, word: Word) -> None:
    """`sum(x over members)`: behind an operand, with a name to follow."""
    ends_operand = ("NAME", "BACKTICKED", "NUMBER", "RPAR", "RSQB", "PERCENT", "SCALE", "PERIOD")
    if soft.peek().type in (*_NAMES, "RPAR") and soft.behind().type in ends_operand:
        word.type = "OVER"


def _known(soft: Softener, word: Word) -> None:
    """`sum(known x ...)`: first in the brackets of a call."""
    if soft.behind().type == "LPAR" and soft.behind(2).type in _NAMES and soft.operand_follows():
        word.type = "KNOWN"


def _any(soft: Softener, word: Word) -> None:
    if soft.behind().type not in _SELECTOR_START or soft.peek().type not in _NAMES:
        return
    word.type = "ANY"
    if soft.peek().text in ("longer", "earlier") and soft.peek(1).type in _NAMES:
        soft.take(soft.peek().text.upper())


def _other(soft: Softener, word: Word) -> None:
    if soft.behind().type in _SELECTOR_START and soft.peek().type in _NAMES:
        word.type = "OTHER"


def _previous(soft: Softener, word: Word) -> None:
    before, after = soft.behind().type, soft.peek().type
    alone = after in _SELECTOR_END and (before == "LSQB" or after == "RSQB" or _in_selectors(soft))
    if before in _SELECTOR_START and (after in _NAMES or alone):
        word.type = "PREVIOUS"


def _in_selectors(soft: Softener) -> bool:
    """Whether the commas around are those of selectors, and not those of a set."""
    kinds = (soft.behind(back).type for back in range(1, _LOOKED_BACK))
    return next((kind != "LBRACE" for kind in kinds if kind in _OPEN_OR_SET), False)


def _ago(soft: Softener, word: Word) -> None:
    """`[year ago]`, `[10 years ago]`, `[two quarters ago]`."""
    if soft.behind().type not in _NAMES or soft.peek().type not in _SELECTOR_END:
        return
    word.type = "AGO"
    count = soft.behind(2)
    if count.type == "NAME" and count.text in COUNTS:
        count.type = "COUNT"


def _stated(soft: Softener, word: Word) -> None:
    before = soft.behind()
    if before.type == "IS" or (before.type == "NOT" and soft.behind(2).type == "IS"):
        word.type = "STATED"


def _contains(soft: Softener, word: Word) -> None:
    if soft.peek().type == "TEXT":
        word.type = "CONTAINS"


def _consistent(soft: Softener, word: Word) -> None:
    if soft.peek().type == "NAME" and soft.peek().text == "with":
        word.type = "CONSISTENT"
        soft.take("WITH")


def _agree(soft: Softener, word: Word) -> None:
    subject = soft.behind()
    if subject.type == "NAME" and subject.text in ("claims", "members"):
        subject.type, word.type = "SUBJECT", "AGREE"
        if soft.peek().type == "NAME" and soft.peek().text == "on":
            soft.take("ON")


def _each(soft: Softener, word: Word) -> None:
    if soft.behind().type == "FOR":
        word.type = "EACH"


def _may(soft: Softener, word: Word) -> None:
    if soft.peek().text == "be" and soft.peek(1).text == "empty":
        word.type = "MAY"
        soft.take("BE")
        soft.take("EMPTY")


def _exercised(soft: Softener, word: Word) -> None:
    if soft.behind().type == "NOT" and soft.behind(2).type == "EXPECT":
        word.type = "EXERCISED"


def _factcheck(soft: Softener, word: Word) -> None:
    """`factcheck 1` may come first; elsewhere it is told apart by the number behind it."""
    if soft.peek().type == "NUMBER":
        word.type = "FACTCHECK"


def _relation(soft: Softener, word: Word) -> None:
    if soft.peek().type == "NAME" and (word.text, soft.peek().text) in RELATIONS:
        soft.take("HEDGE")
        soft.merge("HEDGE", 2)


def _scale(soft: Softener, word: Word) -> None:
    """A scale behind a number; a single letter only before a unit, else it may be one itself."""
    if soft.behind().type in _SCALED and (not _is_letter(word) or _unit_follows(soft)):
        word.type = "SCALE"


def _is_letter(word: Word) -> bool:
    return len(word.text) == 1 and word.text.isascii()


def _unit_follows(soft: Softener) -> bool:
    word = soft.peek()
    if word.text == "may" and soft.peek(1).text == "be":
        return False
    return word.type == "BACKTICKED" or (word.type == "NAME" and word.text not in INFIX)


_WORDS: Final[dict[str, Decision]] = {
    "of": _of,
    "twice": _twice,
    "times": _times,
    "over": _over,
    "known": _known,
    "any": _any,
    "other": _other,
    "previous": _previous,
    "ago": _ago,
    "stated": _stated,
    "contains": _contains,
    "consistent": _consistent,
    "agree": _agree,
    "each": _each,
    "may": _may,
    "exercised": _exercised,
    "factcheck": _factcheck,
    "more": _relation,
    "less": _relation,
    "at": _relation,
}


@cache
def _decisions() -> dict[str, Decision]:
    return dict.fromkeys(scale_words(), _scale) | dict.fromkeys(PARTS, _part) | _WORDS


def soften(words: list[Word]) -> list[Word]:
    """The words as the grammar wants them; soft words get their types, some are joined."""
    return Softener(words, _decisions()).run()
