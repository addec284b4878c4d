"""One pass over the words of a text, with a look at the neighbours of each."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final, TypeAlias

from factcheck.lang.soft_tables import HEDGES, INFIX, power_of_ten
from factcheck.lang.words import END, Word, joined

OPERAND: Final = frozenset({"NAME", "BACKTICKED", "NUMBER", "LPAR", "PERIOD"})
_FIGURE_START: Final = frozenset({"EQUALS", "HEDGE"})
_STATEMENTS: Final = frozenset({"RULE", "DEFINE", "TEST"})
_SCALED: Final = frozenset({"NUMBER", "SCALE"})


class Softener:
    """Goes once through the words of a text; `done` is what stands before the word looked at."""

    def __init__(self, words: list[Word], decisions: Mapping[str, Decision]) -> None:
        self._words = words
        self._decisions = decisions
        self._last = Word(END, "", "", (0, 0, 0))
        self._next = 0
        self._in_test = False
        self.done: list[Word] = []

    def run(self) -> list[Word]:
        """The words, soft ones with the types that the grammar has for them."""
        words, done, decisions = self._words, self.done, self._decisions
        while self._next < len(words):
            word = words[self._next]
            self._next += 1
            done.append(word)
            kind = word.type
            if kind == "NAME":
                decide = decisions.get(word.text)
                if decide is not None:
                    decide(self, word)
                elif len(done) > 1 and done[-2].type in _SCALED and power_of_ten(word.text):
                    word.type = "SCALE"
            elif kind == "NUMBER" and len(done) > 1 and done[-2].type == "NAME":
                self._hedge(done[-2])
            elif kind == "MINUS" and self._in_test and self.behind().text in HEDGES:
                done[-2].type = "HEDGE"
            elif kind in _STATEMENTS:
                self._in_test = kind == "TEST"
        return done

    def peek(self, ahead: int = 0) -> Word:
        """The word behind the one looked at, or further ahead."""
        place = self._next + ahead
        return self._words[place] if place < len(self._words) else self._last

    def behind(self, back: int = 1) -> Word:
        """The word before the one looked at, or further back."""
        return self.done[-1 - back] if len(self.done) > back else self._last

    def take(self, kind: str) -> None:
        """The next word is of this type."""
        word = self._words[self._next]
        self._next += 1
        word.type = kind
        self.done.append(word)

    def merge(self, kind: str, count: int) -> None:
        """The last `count` words are one of this type."""
        self.done[-count:] = [joined(kind, self.done[-count:])]

    def operand_follows(self) -> bool:
        """Whether the next word can begin an operand, so that this one is none."""
        word = self.peek()
        return word.type in OPERAND and (word.type != "NAME" or word.text not in INFIX)

    def _hedge(self, word: Word) -> None:
        """A name right before a number: a hedge, or a mistake that the parser finds."""
        if word.text in HEDGES or (self._in_test and self.behind(2).type in _FIGURE_START):
            word.type = "HEDGE"


Decision: TypeAlias = Callable[[Softener, Word], None]
"""What makes of a name, on which the softener stands, a word of the language, or leaves it be."""
