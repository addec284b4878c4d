"""What words of a clause say of a figure that does not touch them: a change, a bound."""

from collections.abc import Iterator, Sequence
from typing import Final

from factcheck.quantities.tokens import Token

_CHANGING: Final = frozenset({"up", "down", "changing"})
_FARTHEST: Final = 8
"""So many tokens before a figure a word may be on it."""
_NEAR: Final = 4
"""So many tokens before a figure a word that compares may be on it."""
_DENIED_FARTHEST: Final = 3
_SUBJECT: Final = 3
"""So many words may the subject between its verb and the figure have."""
_OF_SUBJECT: Final = frozenset({"definite", "nouns", "units", "money", "of_noun"})
_JOINED: Final = (("verb_on", "relation_verb_on"), ("verb_to", "relation_verb_to"))
"""Prepositions before the figure, and the verbs that bound it with them."""
_DENYING: Final = frozenset({"negator", "negator_of_verb"})
_DENIED: Final = {"gt": "le", "lt": "ge"}
_ENDS: Final = frozenset({"pause", "open", "close"})


def clause_before(tokens: Sequence[Token], first: int, floor: int) -> list[Token]:
    """The words before a figure in its clause, the nearest first, and none before `floor`."""
    return list(_before(tokens, first, min(_FARTHEST, first - floor)))


def tells_change(tokens: Sequence[Token], first: int) -> bool:
    """هبطت العقود 1.27 دولار إلى 68.43: whether a rise or a fall is told before the figure."""
    return any(one.roles.keys() & _CHANGING for one in _before(tokens, first, _FARTHEST))


def tells_outlook(tokens: Sequence[Token], first: int) -> bool:
    """预计全年增长3%至5%: whether a forecast is told before the figure."""
    return any("outlook" in one.roles for one in _before(tokens, first, _FARTHEST))


def tells_bound(clause: Sequence[Token]) -> bool:
    """不超过公司总股本的3%: whether a bound stands before what the figure is of."""
    for one in clause:
        if one.printed is not None:
            return False
        if "far_bound" in one.roles:
            return not ("comparing" in one.roles and _tells_known(clause[:_NEAR]))
    near = clause[:_NEAR]
    beside = bool(near) and near[0].kind == "word" and "bounding_after" in near[0].roles
    return beside or any("bounding" in one.roles for one in near)


def _tells_known(near: Sequence[Token]) -> bool:
    """低于行业平均的约30倍: whether the figure is of what something is compared with."""
    owned = len(near) > 1 and "possessive" in near[0].roles
    return owned and any("benchmark" in one.roles for one in near)


def tells_denial(clause: Sequence[Token]) -> bool:
    """Has yet to top $1bn, لن يتجاوز, 尚未突破: whether a negation stands right before it."""
    for one in clause[:_DENIED_FARTHEST]:
        if one.printed is not None or "only_word" in one.roles:
            return False  # لا يعمل سوى 86
        if "negator" in one.roles:
            return True
    return False


def relation_of_verb(clause: Sequence[Token]) -> str:
    """تجاوزت الديون مليارين, لا تزيد النسبة على 5%: a verb, its subject, and then the figure."""
    joined = clause[0].roles if clause else {}
    role = next((verb for word, verb in _JOINED if word in joined), "relation_verb")
    led = int(role != "relation_verb")
    for place, one in enumerate(clause[led : led + _SUBJECT + 1], led):
        if role in one.roles:
            relation = str(one.roles[role])
            earlier = clause[place + 1 : place + 2]
            denied = any(word.roles.keys() & _DENYING for word in earlier)
            return _DENIED.get(relation, relation) if denied else relation
        if one.kind != "word" or not (one.is_plain or one.roles.keys() <= _OF_SUBJECT):
            return ""
    return ""


def _before(tokens: Sequence[Token], first: int, farthest: int) -> Iterator[Token]:
    """The words before the figure in its clause, the nearest first."""
    for place in range(first - 1, max(-1, first - 1 - farthest), -1):
        if tokens[place + 1].gap == "\n" or tokens[place].roles.keys() & _ENDS:
            return
        yield tokens[place]
