"""Figures that a word says whole: half, twice, third, 第三, 百分之十二, 大半."""

from collections.abc import Sequence
from typing import Final

from factcheck.quantities.compose import compose, fraction_at
from factcheck.quantities.draft import TIMES, Draft
from factcheck.quantities.indices import is_of_rate
from factcheck.quantities.model import Kind
from factcheck.quantities.number import Number
from factcheck.quantities.tokens import Token

_POINTS: Final = {"percentage-point": -2, "basis-point": -4}
_THOUSAND: Final = 3
_MOST_RANKS: Final = 999
"""A greater number behind # is that of an order or a bill."""
_FIRST_RANKS: Final = 10
"""A word like رقم before a greater number is that of a label."""
_PARTS: Final[tuple[tuple[str, Kind, int], ...]] = (
    ("percent", "percent", 100),
    ("points", "points", 100),
    ("basis_points", "points", 10000),
    ("rate_steps", "points", 400),
)
"""Words of which a fraction is a part, and how many of them are 1."""
_SHARES: Final = frozenset({"filler", "hedge_before", "relation_before"})
"""Behind these الخمس is a fifth; behind a noun it is the five."""
_HALVES: Final = (("big_half", "gt", ""), ("near_half", "", "nearly"), ("under_half", "lt", ""))


def spoken_at(  # noqa: C901, PLR0911, PLR0912 -- one case for each kind of word
    tokens: Sequence[Token], place: int, floor: int = 0
) -> Draft | None:
    """The figure in words that begins at the token `place`; None for ordinary numbers.

    What stands before the token `floor` belongs to another.
    """
    token = tokens[place]
    if "stop" in token.roles:
        return None
    for role, relation, hedge in _HALVES:
        if role in token.roles:
            draft = _whole(place, place + 1, "fraction", (1, 2))
            draft.relation, draft.hedge = relation, hedge
            return draft
    if "fraction_prefix" in token.roles:
        return _percent(tokens, place)
    if "rank" in token.roles:
        return _ranked(tokens, place)
    if "multiple" in token.roles:
        value = token.roles["multiple"]
        assert isinstance(value, tuple)  # noqa: S101 -- the table of multiples
        draft = _whole(place, place + 1, "multiple", value)
        before = tokens[place - 1].roles.keys() if place else ()
        if "adjective" in token.roles and {"one", "determiner", "known"} & {*before}:
            draft.doubts.append("it may be what a thing is, and no factor")
        return draft
    if place > 1 and "fraction" in token.roles and _is_of_clock(tokens, place):
        return None
    if "one_word" in token.roles and place > floor and _is_one_of(tokens, place):
        return _one_of(tokens, place)
    if "fraction" in token.roles or "one" in token.roles:
        if place - 2 >= floor and _is_unit_and(tokens, place):
            return _one_and(tokens, place)
        found = fraction_at(tokens, place)
        return None if found is None else _fraction(tokens, place, *found)
    if "per" in token.roles:
        return _one_and_more(tokens, place)
    if "fraction_of" in token.roles and _is_share(tokens, place):
        share = token.roles["fraction_of"]
        assert isinstance(share, tuple)  # noqa: S101 -- the table of fractions
        return _whole(place, place + 1, "fraction", share)
    if "dual" in token.roles:
        return _dual(token, place)
    if "ordinal" in token.roles:
        value = token.roles["ordinal"]
        assert isinstance(value, int)  # noqa: S101 -- the table of ordinals
        draft = _ordinal(tokens, place, place, value)
        if place and "one" in tokens[place - 1].roles:
            draft.doubts.append("it may be one more, and no rank")  # a first, a second term
        return draft
    return None


def _is_share(tokens: Sequence[Token], place: int) -> bool:
    """Whether it is a fifth and not five: خمس السكان, بنحو الخمس; not خمس شركات, الدول الخمس."""
    if "articled" in tokens[place].roles:
        return place > 0 and bool(tokens[place - 1].roles.keys() & _SHARES)
    of = tokens[place + 1] if place + 1 < len(tokens) else None
    return of is not None and of.gap == " " and "definite" in of.roles


def _is_of_clock(tokens: Sequence[Token], place: int) -> bool:
    """الثامنة والربع: a quarter past eight."""
    joined = "sum_link" in tokens[place - 1].roles and not tokens[place].gap
    return joined and "named_ordinal" in tokens[place - 2].roles


def _is_unit_and(tokens: Sequence[Token], place: int) -> bool:
    """ساعة ونصف: whether a unit without a number, and `and`, stand before the fraction."""
    if place < 2 or tokens[place].gap or "sum_link" not in tokens[place - 1].roles:  # noqa: PLR2004
        return False
    return "units" in tokens[place - 2].roles and tokens[place - 1].gap == " "


def _one_and(tokens: Sequence[Token], place: int) -> Draft | None:
    """An hour and a half."""
    found = fraction_at(tokens, place)
    if found is None:
        return None
    (numerator, denominator), last = found
    unit = tokens[place - 2].roles["units"]
    assert isinstance(unit, tuple)  # noqa: S101 -- the table of units
    following = tokens[last] if last < len(tokens) and tokens[last].gap == " " else None
    if following is not None and following.roles.get("units") == unit:
        last += 1
    draft = _whole(place - 2, last, "amount", (numerator + denominator, denominator))
    draft.units, draft.money = unit, "money" in tokens[place - 2].roles
    draft.unit_tokens.append((place - 2, place - 1))
    return draft


def _is_one_of(tokens: Sequence[Token], place: int) -> bool:
    """ريال واحد: whether what stands before the word is a currency without a number."""
    unit = tokens[place - 1]
    return tokens[place].gap == " " and "money" in unit.roles and unit.kind == "word"


def _one_of(tokens: Sequence[Token], place: int) -> Draft:
    """One of a currency, which its noun says and a word behind it."""
    unit = tokens[place - 1].roles["units"]
    assert isinstance(unit, tuple)  # noqa: S101 -- the table of currencies
    draft = Draft(Number(place, place + 1, (1, 0), words=1), place - 1, place + 1, "amount")
    draft.units, draft.money = unit, True
    draft.unit_tokens.append((place - 1, place))
    return draft


def _one_and_more(tokens: Sequence[Token], place: int) -> Draft | None:
    """An hour and a half: one and a fraction of a span of time."""
    per = tokens[place].roles["per"]
    row = tokens[place + 1 : place + 3]
    timed = isinstance(per, tuple) and bool({*per} & TIMES)
    if not timed or len(row) < 2 or "sum_link" not in row[0].roles or row[0].gap != " ":  # noqa: PLR2004
        return None
    found = fraction_at(tokens, place + 2) if row[1].gap == " " else None
    if found is None or not isinstance(per, tuple):
        return None
    (numerator, denominator), last = found
    draft = _whole(place, last, "amount", (numerator + denominator, denominator))
    draft.units = per
    draft.unit_tokens.append((place, place + 1))
    return draft


def _whole(first: int, last: int, kind: Kind, value: tuple[int, int]) -> Draft:
    return Draft(Number(first, last, words=1), first, last, kind, value)


def _ordinal(tokens: Sequence[Token], first: int, place: int, value: int) -> Draft:
    """The ordinal at `place`, with the tens or the ten behind it."""
    tens = _tens(tokens, place + 1)
    last = place + (1 if not tens else 2 if tens == 10 else 3)  # noqa: PLR2004
    return _whole(first, last, "ordinal", (value + tens, 1))


def _tens(tokens: Sequence[Token], place: int) -> int:
    """الحادي والعشرون: the tens that are joined to an ordinal."""
    if place < len(tokens) and tokens[place].gap == " " and "teen" in tokens[place].roles:
        return 10
    if place + 1 >= len(tokens) or "sum_link" not in tokens[place].roles or tokens[place + 1].gap:
        return 0
    value = tokens[place + 1].roles.get("number")
    tens = isinstance(value, int) and value in range(20, 100, 10)
    return value if tens and isinstance(value, int) else 0


def _dual(token: Token, place: int) -> Draft:
    """Two of a unit in one word: سنتان, دولارين."""
    unit = str(token.roles["dual"])
    draft = Draft(Number(place, place + 1, (2, 0), words=1, spoken=True), place, place + 1)
    draft.unit_tokens.append((place, place + 1))
    if unit == "time":
        draft.kind = "multiple"
    elif "money" in token.roles:
        draft.kind, draft.money = "amount", True
        currencies = token.roles["units"]
        assert isinstance(currencies, tuple)  # noqa: S101 -- the table of currencies
        draft.units = currencies
    elif unit in _POINTS:
        draft.kind, draft.power = "points", _POINTS[unit]
    else:
        draft.kind, draft.units = ("amount" if unit in TIMES else "count"), (unit,)
    return draft


def _fraction(tokens: Sequence[Token], first: int, value: tuple[int, int], last: int) -> Draft:
    """A half; of a scale it is a number: half a billion, نصف مليار."""
    thousandths, odd = divmod(value[0] * 1000, value[1])
    place = last
    while place < len(tokens) and tokens[place].gap != "\n":
        if not tokens[place].roles.keys() & {"one", "of"}:
            break
        place += 1
    if "half_after" in tokens[first].roles and place + 1 < len(tokens):
        place += "scale_counter" in tokens[place].roles and "scale" in tokens[place + 1].roles
    following = tokens[place] if place < len(tokens) and tokens[place].gap != "\n" else None
    if following is None or odd or "stop" in following.roles:
        return _whole(first, last, "fraction", value)
    power = following.roles.get("scale")
    if isinstance(power, int) and (power > 2 or following.kind == "unspaced"):  # noqa: PLR2004
        part = (thousandths, power - 3)
        return Draft(
            Number(first, place + 1, part, scale=power, words=2, spoken=True), first, place + 1
        )
    if "dozen" in following.roles and value == (1, 2):
        return Draft(Number(first, place + 1, (6, 0), words=2), first, place + 1)
    counted = not following.gap and following.roles.keys() & {"units", "counter"}
    if counted and "half_after" in tokens[first].roles:
        return Draft(Number(first, last, (thousandths, -3), words=1, spoken=True), first, last)
    return _whole(first, last, "fraction", value)


def part_of_scale(tokens: Sequence[Token], draft: Draft) -> None:
    """Three-quarters of a million: the fraction is of a scale, and a number."""
    place = _behind_of(tokens, draft.last)
    power = tokens[place].roles.get("scale") if place < len(tokens) else None
    if draft.ratio is None or not isinstance(power, int) or power < _THOUSAND:
        return
    if place == draft.last or tokens[place].gap == "\n" or tokens[place].kind != "word":
        return
    draft.kind, draft.ratio = None, (draft.ratio[0] * 10**power, draft.ratio[1])
    draft.number.scale, draft.number.spoken = power, True
    draft.last = draft.number.last = place + 1


def part_of_span(tokens: Sequence[Token], draft: Draft) -> None:
    """Half an hour, a half-hour, half a century: so much of a span of time."""
    place = _behind_of(tokens, draft.last)
    if draft.ratio is None or place >= len(tokens) or tokens[place].gap == "\n":
        return
    if any("of" in one.roles for one in tokens[draft.last : place]):
        return
    roles = tokens[place].roles
    if "money" in roles and tokens[place].kind == "word" and "units" in roles:
        _of_money(tokens, place, draft)
        return
    span = roles.get("per", roles.get("units"))
    exact = draft.ratio in {(1, 2), (1, 4), (3, 4)} and tokens[place].kind == "word"
    if not isinstance(span, tuple) or not {*span} & TIMES or "stop" in roles or not exact:
        return
    draft.kind, draft.units = "amount", span
    draft.unit_tokens.append((place, place + 1))
    draft.last = place + 1


def _of_money(tokens: Sequence[Token], place: int, draft: Draft) -> None:
    """نصف ريال: half of one of a currency; not half the dollar's rise."""
    units = tokens[place].roles["units"]
    if tokens[place].text.isascii() or tokens[place].gap != " " or not isinstance(units, tuple):
        return
    if tokens[place].start - tokens[place - 1].end > 1:
        return  # with the article
    draft.kind, draft.units, draft.money = "amount", units, True
    draft.unit_tokens.append((place, place + 1))
    draft.last = place + 1


def _behind_of(tokens: Sequence[Token], place: int) -> int:
    """The place behind `of a`, `of one`, or a hyphen."""
    while place < len(tokens) and tokens[place].gap != "\n":
        token = tokens[place]
        if not (token.roles.keys() & {"one", "of"} or token.text == "-" or _is_one(token)):
            break
        place += 1
    return place


def _is_one(token: Token) -> bool:
    return token.roles.get("number") == 1


def part_of_percent(tokens: Sequence[Token], draft: Draft) -> None:
    """Half a percentage point, three-quarters of a percent, a quarter-point, 0.7 of a percent."""
    place = _behind_of(tokens, draft.last)
    if place >= len(tokens) or tokens[place].gap == "\n":
        return
    if draft.ratio is not None:
        ratio = draft.ratio
    elif place == draft.last:
        return
    else:
        n, e = draft.number.part
        ratio = (n * 10**e, 1) if e >= 0 else (n, 10**-e)
    if "some_point" in tokens[place].roles:
        draft.doubts.append("it may be a part of a percentage point")
    for role, kind, parts in _PARTS:
        if role in tokens[place].roles and (
            role != "rate_steps" or is_of_rate(tokens, draft.first)
        ):
            draft.kind, draft.ratio = kind, (ratio[0], ratio[1] * parts)
            draft.unit_tokens.append((place, place + 1))
            draft.last = place + 1
            return


def _percent(tokens: Sequence[Token], place: int) -> Draft | None:
    """百分之十二点五, 千分之三; 十分之一 is a fraction."""
    under = tokens[place].roles["fraction_prefix"]
    assert isinstance(under, int)  # noqa: S101 -- the table of prefixes
    above = compose(tokens, place + 1, linked=False) if place + 1 < len(tokens) else None
    if above is None or above.order:
        return None
    above.first = place
    if under < 100:  # noqa: PLR2004
        n, e = above.part
        return None if e < 0 else Draft(above, place, above.last, "fraction", (n * 10**e, under))
    return Draft(above, place, above.last, "percent", None, -(len(str(under)) - 1))


def _is_labelled(tokens: Sequence[Token], place: int) -> bool:
    return place > 0 and "label" in tokens[place - 1].roles


def _ranked(tokens: Sequence[Token], place: int) -> Draft | None:
    """第三, No. 1, #1."""
    if place + 1 >= len(tokens) or tokens[place + 1].gap == "\n":
        return None
    token = tokens[place]
    if token.kind == "unspaced" and tokens[place + 1].gap:
        return None
    following = tokens[place + 1]
    if "article_mark" in following.roles and place + 2 < len(tokens):
        return _ranked_behind(tokens, place, place + 2)  # المركز الـ15
    if "ordinal" in following.roles and token.kind == "word":
        value = following.roles["ordinal"]
        assert isinstance(value, int)  # noqa: S101 -- the table of ordinals
        return _ordinal(tokens, place, place + 1, value)
    return _ranked_behind(tokens, place, place + 1)


def _ranked_behind(tokens: Sequence[Token], place: int, start: int) -> Draft | None:
    """The number that begins at `start` as a rank, with the word of ranks at `place`."""
    token, number = tokens[place], compose(tokens, start, linked=False)
    if number is None or number.order or number.part[1] < 0 or number.decimal:
        return None
    if "label" in token.roles and (number.part[0] > _FIRST_RANKS or _is_labelled(tokens, place)):
        return None
    last = number.last
    if token.kind == "sign" and number.part[0] > _MOST_RANKS:
        return None
    if last < len(tokens) and "ordinal_suffix" in tokens[last].roles and not tokens[last].gap:
        last += 1
    return Draft(number, place, last, "ordinal")
