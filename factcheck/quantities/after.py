"""The words behind a number that belong to it: unit, percent, what is counted, per what."""

from collections.abc import Sequence
from typing import Final

from factcheck.quantities.draft import Draft
from factcheck.quantities.indices import points_after
from factcheck.quantities.letters import take_heat, take_pence
from factcheck.quantities.nouns import counted_after, is_number, noun_after, take_bound_behind_noun
from factcheck.quantities.shares import is_small, is_tenths, over_after, ratio_after, tenths_after
from factcheck.quantities.spoken import part_of_percent, part_of_scale, part_of_span
from factcheck.quantities.tail import below_zero, change_after, half_after, length_after
from factcheck.quantities.tokens import Token

_DIGITS_OF_YEAR: Final = 4
_RATIO_POWERS: Final = (
    ("percent", "percent", -2),
    ("points", "points", -2),
    ("basis_points", "points", -4),
    ("per_mille", "percent", -3),
    ("per_myriad", "percent", -4),
)


def read_after(tokens: Sequence[Token], draft: Draft) -> None:
    """Takes what stands behind the number into the draft."""
    while draft.last < len(tokens):
        place = draft.last
        token = tokens[place]
        if token.gap == "\n":
            break
        if token.text == "-" and not token.gap and place + 1 < len(tokens):
            following = tokens[place + 1]
            if following.gap or following.kind != "word" or not _joins(following):
                break
            place, token = place + 1, following
        after = _take(tokens, place, draft)
        if after is None:
            break
        draft.last = after
        if draft.kind == "fraction":
            part_of_scale(tokens, draft)
    if draft.kind == "count" and not draft.relation:
        take_bound_behind_noun(tokens, draft)
    if draft.kind in {"fraction", "number", None} and not draft.units:
        part_of_percent(tokens, draft)
    if draft.kind == "fraction" and not draft.units:
        part_of_span(tokens, draft)


def _joins(token: Token) -> bool:
    """Whether the word is one that a hyphen ties to a number: 10-year, two-thirds."""
    return bool(
        token.roles.keys()
        & {
            "units",
            "nouns",
            "denominator",
            "percent",
            "points",
            "basis_points",
            "times",
            "hedge_after",
            "relation_after",
            "relation_inside",
        }
    )


def _take(tokens: Sequence[Token], place: int, draft: Draft) -> int | None:  # noqa: C901, PLR0911, PLR0912
    """The place after the token if it belongs to the figure, else None."""
    token = tokens[place]
    roles = token.roles
    if "heat_letter" in roles:
        return take_heat(tokens, place, draft)
    if token.is_plain:
        return counted_after(tokens, place, draft) if draft.kind is None else None
    if draft.kind is None:
        after = _kind(tokens, place, draft)
        if after is not None:
            return after
    if "sum_link" in roles and draft.unit_tokens:
        after = half_after(tokens, place, draft)
        if after is not None:
            return after
    if "below_zero" in roles:
        return below_zero(tokens, place, draft)
    if "except_link" in roles and draft.kind is not None:
        draft.doubts.append("something is taken off behind the unit")
        return None
    if "money" in roles and draft.kind in {None, "amount"} and not draft.half:
        return _money(tokens, place, draft)
    if "hyphen_only" in roles and tokens[place - 1].text != "-":
        return None
    ranked = draft.kind == "ordinal" and "counter" in roles  # 第2起
    if "relation_after" in roles and not draft.relation and "stop" not in roles and not ranked:
        if token.kind == "sign" and (token.gap or _is_joined_digit(tokens, place + 1)):
            return None  # 4000 + 100
        if draft.kind is None and token.kind == "unspaced" and place != draft.number.last:
            return None
        if "relation_before" in roles and token.kind == "word" and is_number(tokens, place + 1):
            return None  # 30 workers, and at least 12 of them
        draft.relation = str(roles["relation_after"])
        return place + 1
    if "relation_inside" in roles and token.kind == "word" and not draft.relation:
        draft.relation = str(roles["relation_inside"])
        return place + 1
    if "hedge_after" in roles and not draft.hedge:
        draft.hedge = str(roles["hedge_after"])
        return place + 1
    if (
        "half_after" in roles
        and token.kind == "unspaced"
        and not token.gap
        and draft.unit_tokens
        and not draft.half
    ):
        draft.half = True
        return place + 1
    if "per" in roles and draft.kind is None and token.kind == "word":
        after = counted_after(tokens, place, draft)
        if after is not None:
            return after
    if "per" in roles and not draft.per and draft.kind != "ordinal":
        if place + 1 < len(tokens) and _is_year(tokens[place + 1]):
            return None
        per = roles["per"]
        draft.per = per if isinstance(per, tuple) else ()
        return place + 1
    if "level" in roles and (draft.number.bare or draft.level):
        draft.level = True
        return place + 1
    if "of" in roles and (draft.number.order or draft.number.scale) and place + 1 < len(tokens):
        following = tokens[place + 1]
        if "money" in following.roles or "nouns" in following.roles:
            return place + 1
    if draft.kind is None and "stop" not in roles:
        return counted_after(tokens, place, draft)
    return None


def _is_joined_digit(tokens: Sequence[Token], place: int) -> bool:
    return place < len(tokens) and tokens[place].printed is not None and not tokens[place].gap


def _is_year(token: Token) -> bool:
    """Whether the words before it name a year instead of a rate: in the year 2025."""
    return token.text.isdecimal() and len(token.text) == _DIGITS_OF_YEAR


def _kind(tokens: Sequence[Token], place: int, draft: Draft) -> int | None:  # noqa: C901, PLR0911, PLR0912
    token, number = tokens[place], draft.number
    roles = token.roles
    for role, kind, power in _RATIO_POWERS:
        if role in roles:
            draft.kind, draft.power = kind, power  # type: ignore[assignment]
            draft.unit_tokens.append((place, place + 1))
            return place + 1
    if roles.keys() & {"index_points", "rate_steps"} and "stop" not in roles:
        after = points_after(tokens, place, draft)
        if after is not None:
            return after
    if "percent_noun" in roles and number.order:
        draft.kind, draft.power = "percent", -2
        return place + 1
    if "times" in roles and not ("letters" in roles and token.gap):
        draft.kind = "multiple"
        draft.unit_tokens.append((place, place + 1))
        return place + 1
    if "half_unit" in roles and not draft.units:
        draft.kind, draft.units, draft.half = "amount", (str(roles["half_unit"]),), True
        draft.unit_tokens.append((place, place + 1))
        return place + 1
    if "ratio_link" in roles or "slash" in roles:
        return ratio_after(tokens, place, draft)
    if (
        "tenths" in roles
        and not number.scale
        and (not number.printed or is_tenths(tokens, place, draft))
    ):
        return tenths_after(tokens, place, draft)
    if "over_denominator" in roles:
        return over_after(tokens, place, draft)
    if (
        "denominator" in roles
        and is_small(draft)
        and ("ordinal" not in roles or number.part == (1, 0))
    ):
        denominator = roles["denominator"]
        assert isinstance(denominator, int)  # noqa: S101 -- the table of denominators
        if number.part[0] >= denominator:
            return counted_after(tokens, place, draft)  # five quarters are a span of time
        draft.kind, draft.ratio = "fraction", (number.part[0], denominator)
        return place + 1
    if "ordinal_suffix" in roles and not token.gap and number.printed:
        draft.kind = "ordinal"
        if number.first and tokens[number.first].gap == " " and tokens[number.first - 1].may_name:
            draft.doubts.append("it may be part of a name")
        return place + 1
    if "ordinal" in roles and token.kind == "word" and number.words and number.part[1] == 1:
        value = roles["ordinal"]
        assert isinstance(value, int)  # noqa: S101 -- the table of ordinals
        number.part = (number.part[0] * 10 + value, 0)
        draft.kind = "ordinal"
        return place + 1
    if "ordinal_after" in roles and not token.gap and not number.scale:
        draft.kind = "ordinal"
        if number.printed or number.part != (1, 0):
            draft.doubts.append("it may be a day, a house or a document")
        return place + 1
    if "units" in roles and "money" not in roles and "stop" not in roles:
        units = roles["units"]
        assert isinstance(units, tuple)  # noqa: S101 -- the table of units
        if draft.add_units(units, place, money=False):
            draft.kind = "amount"
            if "relation_after" in roles and not draft.relation:
                draft.relation = str(roles["relation_after"])  # 三个多月
            return length_after(tokens, place + 1, draft) if "hundredths" in roles else place + 1
    if "nouns" in roles and "stop" not in roles:
        return noun_after(token, place, draft)
    if "level" in roles and number.bare:
        draft.level = True
        return place + 1
    if "counter" in roles and "money" in roles and _is_money(tokens, place, draft):
        return None
    if "relation_after" in roles and draft.per:
        return None  # 月薪三萬二起
    if "counter" in roles and not token.gap and "stop" not in roles and not draft.money:
        return _counter(tokens, place, draft)
    return None


def _is_money(tokens: Sequence[Token], place: int, draft: Draft) -> bool:
    """Whether a counter is one of money here: 三块蛋糕 are none, 几百块就 are."""
    following = tokens[place + 1] if place + 1 < len(tokens) else None
    if following is None or following.gap or following.kind != "unspaced":
        return True
    if following.roles.keys() & _BEHIND_MONEY or _digit_ends(tokens, place + 1):
        return True
    if "digit_first" in following.roles:
        draft.doubts.append("the digit behind it may be a tenth")
        return True
    if draft.number.scale > 1 and not following.roles.keys() & {"nouns", "units"}:
        draft.doubts.append(f"`{tokens[place].text}` is money or counts things")
        return True
    return False


def _digit_ends(tokens: Sequence[Token], place: int) -> bool:
    """三块五: whether one digit follows and nothing that it counts."""
    after = tokens[place + 1] if place + 1 < len(tokens) else None
    counts = (
        after is not None and not after.gap and after.roles.keys() & {"counter", "units", "scale"}
    )
    return "digit" in tokens[place].roles and not counts


def _money(tokens: Sequence[Token], place: int, draft: Draft) -> int | None:
    token = tokens[place]
    if "shorthand" in token.roles:
        return take_pence(tokens, place, draft)
    units = token.roles["units"]
    assert isinstance(units, tuple)  # noqa: S101 -- the table of currencies
    following = tokens[place + 1] if place + 1 < len(tokens) else None
    leads = following is not None and following.printed is not None and not following.gap
    if token.kind == "sign" and leads and not draft.units and token.gap:
        return None
    if token.kind == "sign" and token.gap and draft.units:
        return None
    taken = draft.add_units(units, place, money=True)
    if not taken and (token.kind != "unspaced" or not draft.gives_up_unit(units, place)):
        return None
    draft.kind = "amount"
    subunit = token.roles.get("subunit", 0)
    assert isinstance(subunit, int)  # noqa: S101 -- the table of subunits
    draft.power = subunit
    return change_after(tokens, place + 1, draft) if token.kind == "unspaced" else place + 1


def _counter(tokens: Sequence[Token], place: int, draft: Draft) -> int:
    """个, and the noun behind it where it is known."""
    draft.kind = "count"
    draft.unit_tokens.append((place, place + 1))
    following = tokens[place + 1] if place + 1 < len(tokens) else None
    if following is not None and not following.gap and "nouns" in following.roles:
        return noun_after(following, place + 1, draft) or place + 1
    return place + 1


_BEHIND_MONEY: Final = frozenset(
    {"filler", "relation_after", "hedge_after", "link", "or_link", "range_before", "money", "pause"}
)
"""Behind 块 these are no things that are counted."""
