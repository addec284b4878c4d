"""Three-valued truth, strong Kleene: what is known to hold, known not to, or not known."""

from enum import IntEnum
from typing import Final


class Truth(IntEnum):
    """Ordered so that `and` is the least and `or` the greatest."""

    VIOLATED = 0
    UNDETERMINED = 1
    HOLDS = 2


_OPPOSITES: Final = (Truth.HOLDS, Truth.UNDETERMINED, Truth.VIOLATED)
_WORDS: Final = ("violated", "undetermined", "holds")


def conjunction(*truths: Truth) -> Truth:
    """Holds when all hold, violated when any is violated; of nothing, holds."""
    return min(truths, default=Truth.HOLDS)


def disjunction(*truths: Truth) -> Truth:
    """Holds when any holds, violated when all are violated; of nothing, violated."""
    return max(truths, default=Truth.VIOLATED)


def negation(truth: Truth) -> Truth:
    """Swaps holds and violated; undetermined stays."""
    return _OPPOSITES[truth]


def word(truth: Truth) -> str:
    """`holds`, `undetermined` or `violated`, as reports and tests of rules write it."""
    return _WORDS[truth]
