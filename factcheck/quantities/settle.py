"""A draft becomes a figure: its kind, its exact value, its last digit, and how sure it is."""

from collections.abc import Sequence
from typing import Final

from factcheck.quantities.doubts.doubt import doubt_of
from factcheck.quantities.doubts.names import doubt_of_capitals
from factcheck.quantities.draft import TIMES, Draft
from factcheck.quantities.fold import Folded
from factcheck.quantities.model import Kind, Quantity, Relation
from factcheck.quantities.number import Part
from factcheck.quantities.tokens import Token
from factcheck.values.rational import Rational, add, negate, reduce

_OPEN: Final = frozenset(
    {"emphatic", "known", "boundary", "may_rise_to", "level_up_to", "may_be_led"}
)
"""What a word is that may mean another relation than its own, or none."""
_SCALE: Final = 3
_RELATIONS: Final[dict[str, Relation]] = {
    "gt": "gt",
    "ge": "ge",
    "lt": "lt",
    "le": "le",
    "order": "order",
}


def settled(draft: Draft, tokens: Sequence[Token], folded: Folded, text: str) -> Quantity:
    """The figure of a draft whose words are all known."""
    number = draft.number
    kind = _kind(draft)
    if draft.past_years and draft.hedge and kind == "amount" and set(draft.units) & TIMES:
        draft.hedge = ""
    value, upper = _values(draft)
    doubt = doubt_of(draft, kind, tokens) or doubt_of_capitals(draft, kind, tokens, folded.seen)
    start, end = folded.span(tokens[draft.first].start, tokens[draft.last - 1].end)
    opening = tokens[number.first - number.accounted]
    inner = folded.span(opening.start, tokens[number.last - 1].end)
    return Quantity(
        start=start,
        end=end,
        text=text[start:end],
        number_start=inner[0],
        number_end=inner[1],
        kind=kind,
        confident=not doubt,
        why=doubt,
        value=value,
        value_to=upper,
        decimals=None if upper is not None and number.hedge else _decimals(draft, kind),
        relation=_relation(draft),
        relation_open=_is_relation_open(draft, tokens),
        hedge=draft.hedge or number.hedge,
        direction=draft.direction,
        units=draft.units,
        unit_text=_unit_text(draft, tokens, folded, text),
        per=draft.per,
    )


def _unit_text(draft: Draft, tokens: Sequence[Token], folded: Folded, text: str) -> str:
    """The unit as printed; its words before the number and behind it with a space between."""
    pieces: list[tuple[int, int]] = []
    for first, last in sorted(draft.unit_tokens):
        start, end = folded.span(tokens[first].start, tokens[last - 1].end)
        if pieces and not text[pieces[-1][1] : start].strip():
            pieces[-1] = (pieces[-1][0], end)
        else:
            pieces.append((start, end))
    return " ".join(text[start:end] for start, end in pieces)


def _kind(draft: Draft) -> Kind:
    if draft.kind is not None:
        return draft.kind
    number = draft.number
    if draft.money or number.scale >= _SCALE or number.order or number.bare:
        return "amount"
    return "number"


def _values(draft: Draft) -> tuple[Rational | None, Rational | None]:
    number = draft.number
    value = _rational(number.part, draft.power) if draft.ratio is None else draft.ratio
    if draft.half:
        value = add(value, (1, 2))
    upper = None if number.upper is None else _rational(number.upper, draft.power)
    if draft.negative:
        value = negate(value)
        upper = None if upper is None else negate(upper)
    return reduce(value), None if upper is None else reduce(upper)


def _rational(part: Part, power: int) -> Rational:
    n, e = part[0], part[1] + power
    return (n * 10**e, 1) if e >= 0 else (n, 10**-e)


def _decimals(draft: Draft, kind: Kind) -> int | None:
    number = draft.number
    place = -(number.place + draft.power)
    exact = (
        number.spoken
        or number.order
        or number.bare
        or draft.level
        or draft.ratio is not None
        or draft.half
    )
    if exact or number.hedge or kind in {"fraction", "ordinal"}:
        return None
    if kind in {"percent", "points"}:
        return place
    printed_place = number.scale >= _SCALE or number.place < 0
    if kind == "amount" and (draft.money or not set(draft.units) & TIMES):
        return place if number.printed or number.scale or draft.money else None
    return place if printed_place else None


def _relation(draft: Draft) -> Relation:
    number = draft.number
    if draft.level:
        return "order"
    relation = draft.relation or number.relation
    if relation:
        return _RELATIONS[relation]
    vague = number.order or (number.bare and not (draft.hedge or number.hedge))
    return "order" if vague else "eq"


def _is_relation_open(draft: Draft, tokens: Sequence[Token]) -> bool:
    """Whether a relation may be one of emphasis, of time that passes, or to a known number.

    Or draw the line of a group: people over 65, firms with more than 250 workers.
    """
    number = draft.number
    if number.bare and not draft.level:
        return True
    if not (draft.relation or number.relation):
        return False
    if draft.relation and draft.first and "sorted_by" in tokens[draft.first - 1].roles:
        return True
    before = tokens[draft.first : number.first]
    after = tokens[number.last : draft.last]
    timed = bool(set(draft.units) & TIMES)
    return any(
        one.roles.keys() & _OPEN or ("during" in one.roles and timed) for one in (*before, *after)
    )
