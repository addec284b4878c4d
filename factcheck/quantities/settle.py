"""A draft becomes a figure: its kind, its exact value, its last digit, and how sure it is."""

from collections.abc import Sequence
from typing import Final

from factcheck.quantities.draft import TIMES, Draft
from factcheck.quantities.fold import Folded
from factcheck.quantities.model import Kind, Quantity, Relation
from factcheck.quantities.number import Part
from factcheck.quantities.tokens import Token
from factcheck.values.rational import Rational, add, negate, reduce

_THINGS: Final = frozenset({"counter", "nouns", "units", "stop"})
"""What a word can be and yet end a name: 豆包1.5."""
_OPEN: Final = frozenset({"emphatic", "known", "boundary"})
"""What a word is that may mean another relation than its own, or none."""
_SCALE: Final = 3
_RELATIONS: Final[dict[str, Relation]] = {
    "gt": "gt",
    "ge": "ge",
    "lt": "lt",
    "le": "le",
    "order": "order",
}
_BARE: Final = "nothing beside it says what it counts; it may be a name, a version or a label"


def settled(draft: Draft, tokens: Sequence[Token], folded: Folded, text: str) -> Quantity:
    """The figure of a draft whose words are all known."""
    number = draft.number
    kind = _kind(draft)
    if draft.past_years and draft.hedge and kind == "amount" and set(draft.units) & TIMES:
        draft.hedge = ""
    value, upper = _values(draft)
    doubt = _doubt(draft, kind, tokens)
    start, end = folded.span(tokens[draft.first].start, tokens[draft.last - 1].end)
    inner = folded.span(tokens[number.first].start, tokens[number.last - 1].end)
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
    return "order" if number.order or (number.bare and not draft.hedge) else "eq"


def _is_relation_open(draft: Draft, tokens: Sequence[Token]) -> bool:
    """Whether a relation may be one of emphasis, of time that passes, or to a known number.

    Or draw the line of a group: people over 65, firms with more than 250 workers.
    """
    number = draft.number
    if number.bare and not draft.level:
        return True
    if draft.relation and draft.first and "sorted_by" in tokens[draft.first - 1].roles:
        return True
    before = tokens[draft.first : number.first]
    after = tokens[number.last : draft.last]
    timed = bool(set(draft.units) & TIMES)
    return any(
        one.roles.keys() & _OPEN or ("during" in one.roles and timed) for one in (*before, *after)
    )


def _doubt(draft: Draft, kind: Kind, tokens: Sequence[Token]) -> str:
    """What is in doubt, in words; empty for nothing."""
    number = draft.number
    if draft.doubts:
        return draft.doubts[0]
    if number.doubt and not _is_settled(draft):
        return number.doubt
    if _is_bracketed_behind_money(tokens, draft.first):
        return "brackets around an amount may be a minus"
    if number.letter and not (draft.money or kind == "count"):
        return f"`{number.letter}` is a scale or a unit"
    for token in tokens[draft.first : draft.last]:
        if "unsure" in token.roles:
            return str(token.roles["unsure"])
    if draft.power and number.upper is None and kind == "percent" and number.scale >= _SCALE:
        return "a percentage of so many digits"
    if kind != "number" or draft.relation or draft.hedge or number.grouped:
        return ""
    return _name(draft, tokens)


def _is_bracketed_behind_money(tokens: Sequence[Token], first: int) -> bool:
    """$(3.2) million, as in accounts."""
    if first < 2 or tokens[first].gap or tokens[first - 1].gap:  # noqa: PLR2004
        return False
    sign = tokens[first - 2]
    return tokens[first - 1].text == "(" and sign.kind == "sign" and "money" in sign.roles


def _is_settled(draft: Draft) -> bool:
    """Whether what stands behind the number settles how its digits are read."""
    number = draft.number
    if number.settled_by and (number.scale or draft.power):
        return True
    measured = draft.kind == "amount" and not draft.money
    settled = number.settled_by == "unit" or (number.settled_by == "measure" and measured)
    return bool(draft.units) and settled


def _name(draft: Draft, tokens: Sequence[Token]) -> str:
    """Whether a number that stands bare may be part of a name."""
    number = draft.number
    first = tokens[draft.first]
    before = tokens[draft.first - 1] if draft.first else None
    after = tokens[draft.last] if draft.last < len(tokens) else None
    if number.printed and len(first.text) >= 8:  # noqa: PLR2004
        return _BARE
    if before is not None and first.gap != "\n":
        if "of" in before.roles and draft.first > 1 and tokens[draft.first - 2].capital:
            return _BARE
        named = before.capital or not before.text.isascii()
        if before.kind == "word" and named and not before.roles:
            return _BARE
        if before.kind == "unspaced" and not first.gap and not before.roles.keys() - _THINGS:
            return _BARE
    if not number.printed and number.words == 1:
        return _BARE
    if after is not None and not after.gap and after.kind == "unspaced" and not after.roles:
        return _BARE
    return ""
