"""What words of a clause say of a figure that does not touch them: a change, a bound."""

from collections.abc import Iterator, Sequence
from typing import Final

from factcheck.quantities.tokens import Token

_CHANGING: Final = frozenset({"up", "down", "changing"})
_CHANGE_FARTHEST: Final = 8
"""So many tokens before a figure a word of rise or fall may stand."""
_BOUND_FARTHEST: Final = 8
_ENDS: Final = frozenset({"pause", "open", "close"})


def tells_change(tokens: Sequence[Token], first: int) -> bool:
    """هبطت العقود 1.27 دولار إلى 68.43: whether a rise or a fall is told before the figure."""
    return any(one.roles.keys() & _CHANGING for one in _before(tokens, first, _CHANGE_FARTHEST))


def tells_bound(tokens: Sequence[Token], first: int, floor: int) -> bool:
    """不超过公司总股本的3%: whether a bound stands before what the figure is of."""
    for one in _before(tokens, first, min(_BOUND_FARTHEST, first - floor)):
        if one.printed is not None:
            return False
        if "far_bound" in one.roles:
            return True
    return False


def _before(tokens: Sequence[Token], first: int, farthest: int) -> Iterator[Token]:
    """The words before the figure in its clause, the nearest first."""
    for place in range(first - 1, max(-1, first - 1 - farthest), -1):
        if tokens[place + 1].gap == "\n" or tokens[place].roles.keys() & _ENDS:
            return
        yield tokens[place]
