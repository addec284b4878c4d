"""The words before a number that belong to it: currency, hedge, relation, sign."""

from collections.abc import Sequence
from typing import Final

from factcheck.quantities.clauses import clause_before, relation_of_verb, tells_bound, tells_denial
from factcheck.quantities.draft import Draft
from factcheck.quantities.number import is_accounted
from factcheck.quantities.tokens import Token

_FARTHEST: Final = 8
"""So many tokens before a number are looked at."""
_PER_FARTHEST: Final = 8
_FAR_LETTERS: Final = 3
"""So many letters may stand between 最多 and the number."""
_BOUND: Final = "a bound before it in the clause may be on it"
_MINUS: Final = "-"
_BEFORE_MINUS: Final = frozenset(
    {"open", "money", "filler", "hedge_before", "up", "down", "pause", "clock_mark"}
)


def read_before(tokens: Sequence[Token], draft: Draft, floor: int) -> None:
    """Takes what stands before the number into the draft, not before the token `floor`."""
    if draft.first - 1 > floor and is_accounted(tokens, draft.first):
        draft.first -= 1
        draft.negative = True
        draft.doubts.append("brackets around an amount may be a minus")
    place, kept = draft.first - 1, draft.first
    nearest = draft.first
    lowest = max(floor, nearest - _FARTHEST)
    while place >= lowest and tokens[place + 1].gap != "\n":
        taken = _take(tokens, place, draft, nearest, floor)
        if taken is None:
            break
        if taken:
            kept = nearest = place
        place -= 1
    draft.first = kept
    if not draft.relation and not draft.number.relation:
        _relation_of_clause(tokens, kept, draft, floor)
    _read_clause(tokens, kept, draft, floor)
    if not (draft.hedge or draft.relation) and _tells_each(tokens, place, floor):
        draft.doubts.append(_BOUND)
    if not draft.per:
        _per_of_clause(tokens, place, draft, floor)


def _read_clause(tokens: Sequence[Token], first: int, draft: Draft, floor: int) -> None:
    """What the words of its clause, before the token `first`, say of the figure."""
    clause = clause_before(tokens, first, floor)
    if not draft.relation and not draft.number.relation:
        draft.relation = relation_of_verb(clause)
        if not draft.relation and tells_bound(clause):
            draft.doubts.append(_BOUND)
    if tells_denial(clause):
        draft.doubts.append("a negation before it may be on it")


def _take(  # noqa: C901, PLR0911, PLR0912
    tokens: Sequence[Token], place: int, draft: Draft, nearest: int, floor: int
) -> bool | None:
    """True: the token belongs to the figure; False: it may stand between; None: it ends it."""
    token = tokens[place]
    roles, number = token.roles, draft.number
    if "relation_bare" in roles and number.bare and place + 1 == draft.first:
        draft.relation = draft.relation or str(roles["relation_bare"])
        return True
    if "past_years" in roles and not draft.hedge:
        draft.past_years = True
    if "equivalent" in roles:
        draft.equivalent = True
    if "relation_before" in roles and token.kind == "word" and "per" in tokens[place + 1].roles:
        return None  # stores open at least a year fell 0.7%
    if "relation_before" in roles and not draft.relation:
        if "compares" in roles and "known" in tokens[place + 1].roles:
            draft.doubts.append("something is compared with it")  # less than the 38.3% expected
        draft.relation = str(roles["relation_before"])
        return True
    if "hedge_before" in roles and token.kind == "sign" and _is_between(tokens, place):
        return None
    if "hedge_before" in roles and not draft.hedge:
        draft.hedge = str(roles["hedge_before"])
        return True
    if "money" in roles:
        units = roles["units"]
        assert isinstance(units, tuple)  # noqa: S101 -- the table of currencies
        if nearest != place + 1 or draft.units or not _leads(tokens, place):
            return None
        return draft.add_units(units, place, money=True) or None
    if "tolerance" in roles:
        if not any("margin" in one.roles for one in tokens[max(floor, place - _FARTHEST) : place]):
            draft.doubts.append("it is how far another number may be off")
        return True
    if "minus" in roles and place and "sub" in tokens[place - 1].roles and not token.gap:
        return False  # sub-2%
    if "minus" in roles:
        return _sign(tokens, place, draft, floor)
    if "percent" in roles and draft.kind is None and place + 1 == number.first:
        if tokens[place + 1].gap or not number.printed:
            return None
        draft.kind, draft.power = "percent", -2
        draft.unit_tokens.append((place, place + 1))
        return True
    if "plus" in roles and not tokens[place + 1].gap:
        return True
    if "range_before" in roles:
        draft.range_first = place
        return False
    if "equivalent" in roles:
        return False
    if "per" in roles and not draft.per and "units" not in roles:
        draft.per = _names(roles["per"])
        return False
    if "down" in roles or "up" in roles:
        if draft.range_first is not None:
            draft.changed = "from" in tokens[draft.range_first].roles
            return None
        if not draft.direction:
            draft.direction = "down" if "down" in roles else "up"
        return True
    if "filler" in roles:
        return False
    return None


def _is_between(tokens: Sequence[Token], place: int) -> bool:
    """Whether a sign touches what stands before it: 200~300."""
    return place > 0 and not tokens[place].gap and "open" not in tokens[place - 1].roles


def _leads(tokens: Sequence[Token], place: int) -> bool:
    """Whether a currency stands before its amount: a sign, a code, 人民币; but not won in won 3."""
    token = tokens[place]
    if token.kind == "unspaced" and (len(token.text) == 1 or _is_rated(tokens, place)):
        return False  # 2单元501室, 兑美元跌破155
    spaced = token.kind == "word" and bool(tokens[place + 1].gap)
    return not spaced or bool(token.roles.keys() & {"code", "currency_before"})


def _is_rated(tokens: Sequence[Token], place: int) -> bool:
    """Whether the currency is what another is told in."""
    return place > 0 and "against" in tokens[place - 1].roles


def _names(value: object) -> tuple[str, ...]:
    return value if isinstance(value, tuple) else ()


def _sign(tokens: Sequence[Token], place: int, draft: Draft, floor: int) -> bool | None:
    """A minus: a word, or a stroke that touches the number and nothing before it."""
    token = tokens[place]
    if token.kind != "sign":
        draft.negative = True
        return True
    if tokens[place + 1].gap:
        return None
    before = tokens[place - 1] if place else None
    tied = before is not None and not token.gap
    if tied and (token.text != _MINUS or (floor and place == floor)):
        return None  # 50亿元–60亿元, 3亿元-5亿元
    spaced = before is not None and before.kind == "word"
    if before is None or token.gap or (before.roles.keys() & _BEFORE_MINUS and not spaced):
        draft.negative = True
        return True
    if before.kind == "unspaced" and place > floor:
        if "signed" in before.roles:
            draft.negative = True
            return True
        draft.stroke = True
    return None


def _tells_each(tokens: Sequence[Token], place: int, floor: int) -> bool:
    """约每户1.2万元: whether a hedge or a bound stands before what the figure is per."""
    for one in range(place, max(floor, place - _FAR_LETTERS, 0), -1):
        if tokens[one].kind != "unspaced" or tokens[one].gap:
            return False
        if "each" in tokens[one].roles:
            return bool(tokens[one - 1].roles.keys() & {"hedge_before", "relation_before"})
    return False


def _relation_of_clause(tokens: Sequence[Token], first: int, draft: Draft, floor: int) -> None:
    """最多可买5张: the relation stands a verb away."""
    letters = 0
    for one in range(first - 1, floor - 1, -1):
        token = tokens[one]
        if tokens[one + 1].gap or token.kind != "unspaced" or letters > _FAR_LETTERS:
            return
        if "relation_far" in token.roles:
            draft.relation, draft.first = str(token.roles["relation_far"]), one
            return
        letters += len(token.text)


def _per_of_clause(tokens: Sequence[Token], place: int, draft: Draft, floor: int) -> None:
    """每天烧掉1.3亿美金: a word of time in the same clause, with no other figure between."""
    for one in range(place, max(floor, place - _PER_FARTHEST) - 1, -1):
        token = tokens[one]
        if tokens[one + 1].gap == "\n" or token.kind == "digits" or "pause" in token.roles:
            return
        if "open" in token.roles or "close" in token.roles:
            return
        if "per" in token.roles and "units" not in token.roles and "one" not in token.roles:
            draft.per = _names(token.roles["per"])
            return
