"""Figures that belong together: the two ends of a range, and a figure with its conversion."""

from collections.abc import Sequence
from typing import Final

from factcheck.quantities.clauses import tells_change, tells_outlook
from factcheck.quantities.draft import TIMES, Draft
from factcheck.quantities.number import Number, Part, shifted
from factcheck.quantities.tokens import Token
from factcheck.quantities.two_bounds import bounded, is_bounded
from factcheck.records import evolve

_SAME_SIZE: Final = 3
_DIGIT: Final = 10
_CHANGE_OR_RANGE: Final = "a change from one to the other, or a range"
_END: Final = "it may be one end of a range"
_LISTED: Final = "、"
_DASHES: Final = ("-", "–")
_NOUN: Final = 3
"""So many words before a range may be those of what it is of."""
_GAP: Final = 6
"""So many tokens may stand between a figure and the conversion that follows it."""


def with_ranges(drafts: Sequence[Draft], tokens: Sequence[Token]) -> list[Draft]:
    """Two figures with a range's word between them become one."""
    merged: list[Draft] = []
    for draft in drafts:
        before = merged[-1] if merged else None
        if before is not None and before.changed and _linked(before, draft, tokens):
            merged[-1] = _told_alike(before, draft)
            before = None
        joined = None if before is None else _joined(before, draft, tokens)
        if joined is not None:
            merged[-1] = joined
        else:
            merged.append(draft)
    return merged


def _joined(low: Draft, high: Draft, tokens: Sequence[Token]) -> Draft | None:
    """What the two are together; None if they are two figures."""
    between = tokens[low.last : high.first]
    if len(between) <= 1 and is_bounded(low, high, tokens):
        return bounded(low, high)
    if not between or len(between) > _GAP or any(one.gap == "\n" for one in between):
        return None
    if len(between) == 1 and between[0].text in _LISTED:
        return _neighbours(low, high, tokens)
    if _may_be_ends(low, high, tokens):
        low.doubts.append(_END)
        high.doubts.append(_END)
        return None
    if len(between) == 1 and "or_link" in between[0].roles:
        return _either(low, high)
    return _share(low, high, tokens) or _range(low, high, tokens)


def _may_be_ends(low: Draft, high: Draft, tokens: Sequence[Token]) -> bool:
    """Between a quarter and a third, half to two-thirds, a fifth or a quarter."""
    if not (low.ratio or high.ratio) or high.relation or high.hedge:
        return False
    linked, between = _linked(low, high, tokens), tokens[low.last : high.first]
    if linked and low.range_first is not None and "from" not in tokens[low.range_first].roles:
        return True
    if low.kind != "fraction" or high.kind != "fraction" or not (low.ratio and high.ratio):
        return False
    either = len(between) == 1 and "or_link" in between[0].roles
    (n, m), (k, j) = low.ratio, high.ratio
    return (linked or either) and n * j < k * m


def _neighbours(low: Draft, high: Draft, tokens: Sequence[Token]) -> Draft | None:
    """6、7家: a digit and the next, and what they count, are some six or seven."""
    listed = low.first and tokens[low.first - 1].text in _LISTED
    if listed or high.kind is None or tokens[low.last].gap or tokens[high.first].gap:
        return None
    if low.kind not in {None, "number"} or low.units or not (low.number.printed or low.tentative):
        return None
    first, second = low.number.part, high.number.part
    if not (first[1] == 0 and first[0] < _DIGIT and not low.number.scale):
        return None
    if low.number.last - low.number.first != 1 or high.kind in {"date", "time", "ordinal"}:
        return None
    scale = high.number.scale
    if second != (first[0] + 1, scale) or high.number.upper:
        low.doubts.append("it stands in a list")
        return None
    number = evolve(
        high.number, first=low.number.first, part=(first[0], scale), upper=second, hedge="about"
    )
    return evolve(high, number=number, first=low.first, relation=low.relation, hedge=low.hedge)


def _either(low: Draft, high: Draft) -> Draft | None:
    """Three or four: a number and the next are a range; other two are one of them."""
    bare = low.kind in {None, "number"} and not (low.units or low.number.scale or low.number.upper)
    if not bare or high.number.upper or high.relation or high.hedge or high.ratio:
        return None
    first, second = low.number.part, high.number.part
    if first[1] != 0 or second[1] < 0 or low.ratio:
        return None
    if second != (first[0] + 1, 0):
        low.doubts.append("it is this or the next number")
        high.doubts.append("it is this or the number before")
        return None
    number = evolve(high.number, first=low.number.first, part=first, upper=second)
    return evolve(high, number=number, first=low.first, relation=low.relation, hedge=low.hedge)


def _share(low: Draft, high: Draft, tokens: Sequence[Token]) -> Draft | None:
    """每五人中就有一人: one of five."""
    each = low.first and "each" in tokens[low.first - 1].roles
    between = tokens[low.last : high.first]
    if not between or not (all("among" in one.roles for one in between) or _shares(between, each)):
        return None
    if not (each or "out_of" in between[0].roles) or low.kind != "count" or high.kind != "count":
        return None
    (n, e), (m, f) = low.number.part, high.number.part
    plain = e >= 0 and f >= 0 and low.number.scale <= 1 and high.number.scale <= 1
    if not plain or (high.units and low.units != high.units) or not 0 < m * 10**f < n * 10**e:
        return None
    return evolve(
        high,
        number=evolve(high.number, first=low.number.first, spoken=True),
        first=low.first - (1 if each else 0),
        kind="fraction",
        ratio=(m * 10**f, n * 10**e),
        units=(),
        unit_tokens=[],
    )


def _shares(between: Sequence[Token], each: object) -> bool:
    """每五个订单就有一个: whether what is counted and then a word of shares stand between."""
    noun, word = between[:-1], between[-1]
    alike = all(one.kind == "unspaced" and not one.gap and not one.roles for one in noun)
    return bool(each) and "shared" in word.roles and alike


def _told_alike(low: Draft, high: Draft) -> Draft:
    """Rose from 5 to 7 million euros: the first number has the scale and the unit of the second."""
    if low.ratio or high.ratio or low.kind or low.units or low.number.order or high.number.order:
        return low
    return evolve(
        low,
        number=_scaled_alike(low, high),
        kind=high.kind,
        power=high.power,
        units=high.units,
        money=high.money,
        unit_tokens=list(high.unit_tokens),
    )


def without_scores(drafts: Sequence[Draft], tokens: Sequence[Token]) -> list[Draft]:
    """What is left without lower ends that no range took, and without 3-1."""
    scores: set[int] = set()
    for place in range(1, len(drafts)):
        low, high = drafts[place - 1], drafts[place]
        dash = tokens[low.last] if high.first == low.last + 1 else None
        alike = dash is not None and bool(dash.gap) == bool(tokens[high.first].gap)
        if dash is not None and dash.text in _DASHES and alike:
            scores |= {place - 1, place} if _is_bare(low) and _is_bare(high) else set()
        if _is_verb_of(low, high, tokens):
            scores.add(place - 1)
    return [one for place, one in enumerate(drafts) if place not in scores and not one.tentative]


def _is_verb_of(low: Draft, high: Draft, tokens: Sequence[Token]) -> bool:
    """تضاعف السعر أربع مرات: the verb says nothing that its number does not say."""
    if low.kind != "multiple" or low.ratio is None or high.kind != "multiple" or high.ratio:
        return False
    between = tokens[low.last : high.first]
    return len(between) <= _GAP and not any(
        one.gap == "\n" or "pause" in one.roles for one in between
    )


def _is_bare(draft: Draft) -> bool:
    return draft.number.printed and not (draft.units or draft.power or draft.number.scale)


def _range(low: Draft, high: Draft, tokens: Sequence[Token]) -> Draft | None:
    """The range from `low` to `high`, or None if they are two figures."""
    if not (_can_end(low) and _can_end(high)) or not _linked(low, high, tokens):
        return None
    if high.relation or high.hedge:
        return None
    if (low.kind != high.kind and low.kind is not None) or _goes_from(low, high, tokens):
        return None
    if low.direction and (low.kind or low.units) and tokens[low.last].kind != "sign":
        if tokens[low.last].kind != "unspaced" and not _is_size(low, high, tokens):
            return None
        if not _is_near(low, high):
            return None
        sized = tokens[low.last].kind != "unspaced" or tells_outlook(tokens, low.first)
        doubts = [] if low.kind == "percent" and sized else [_CHANGE_OR_RANGE]
        high = evolve(high, doubts=[*high.doubts, *doubts])
    units = low.units
    if low.units and high.units:
        units = tuple(one for one in low.units if one in high.units)
        if not units:
            return None
    units = units or high.units
    number = _scaled_alike(low, high)
    if _size(number.part) >= _size(high.number.part):
        return None
    may_change = _may_change(low, number.part, high, tokens)
    part: Part = (number.part[0], number.part[1])
    place = min(part[1], high.number.part[1])
    part = (part[0] * 10 ** (part[1] - place), place)
    return evolve(
        high,
        number=evolve(
            high.number,
            first=low.number.first,
            part=part,
            upper=high.number.part,
            place=min(number.place, high.number.place),
            printed=number.printed or high.number.printed,
            doubt=number.doubt or high.number.doubt,
        ),
        first=min(low.first, low.first if low.range_first is None else low.range_first),
        relation=low.relation,
        hedge=low.hedge,
        direction=low.direction,
        negative=low.negative,
        units=units,
        money=low.money or high.money,
        unit_tokens=high.unit_tokens or low.unit_tokens,
        doubts=[*high.doubts, *([_CHANGE_OR_RANGE] if may_change else [])],
        per=high.per or low.per,
        range_first=None,
        equivalent=low.equivalent,
        past_years=low.past_years,
    )


def _may_change(low: Draft, part: Part, high: Draft, tokens: Sequence[Token]) -> bool:
    """Raised from $5m to $9m, 1.27 دولار إلى 68.43 دولارا; not between them, and not 5–9%."""
    if tokens[low.last].kind == "sign":
        return False
    leads = tokens[low.range_first] if low.range_first is not None else None
    after = tokens[high.last : high.last + 1]
    if any("range_after" in one.roles for one in after):
        return False  # 30元至120元不等
    if leads is not None and "from" not in leads.roles:
        return False
    whole = leads is not None or bool(low.units or low.kind)  # not 1 to 5 years
    if low.range_first and leads is not None and "inflected" in leads.roles:
        measured = high.units and not {*high.units} & TIMES
        row = tokens[max(0, low.range_first - _NOUN) : low.range_first]
        if measured and any("definite" in one.roles for one in row):
            return True  # رفعنا السعر من 38 ريالا إلى 43 ريالا
    far = whole and _size(high.number.part)[0] > _SAME_SIZE * _size(part)[0]
    alone = leads is None and tokens[low.last].kind == "unspaced"  # 拟增持1亿元至2亿元
    return far or not (low.direction or alone or not tells_change(tokens, low.first))


def _is_near(low: Draft, high: Draft) -> bool:
    """增长50%到70% is a range, 上升0.1%至4.3% none: whether the ends are of one size."""
    (n, _), (m, _) = _size(low.number.part), _size(high.number.part)
    return low.kind == high.kind and n < m <= _SAME_SIZE * n


def _is_size(low: Draft, high: Draft, tokens: Sequence[Token]) -> bool:
    """Growth of 3% to 5%; rose 3% to 5% and a rise of 1% to 5% may as well be changes."""
    sized = any("of" in one.roles for one in tokens[low.first : low.number.first])
    near = _is_near(low, high)
    alike = low.kind == high.kind and (low.kind == "percent" or bool({*low.units} & {*high.units}))
    if sized and near and low.kind == "percent":
        return True
    if alike and _is_less(low, high) and (sized or (near and low.kind == "percent")):
        low.doubts.append(_CHANGE_OR_RANGE)
        high.doubts.append("a change to it, or the end of a range")
    return False


def _is_less(low: Draft, high: Draft) -> bool:
    return _size(low.number.part) < _size(high.number.part)


def _goes_from(low: Draft, high: Draft, tokens: Sequence[Token]) -> bool:
    """Whether words before the first say that it changes, by it or from it: no range."""
    if not low.direction:
        return False
    before = tokens[max(0, low.number.first - _NOUN) : low.number.first]
    leading = [one.roles for one in before if "range_before" in one.roles]
    if leading and all("from" in roles for roles in leading):
        return True
    if low.number.grouped and high.number.scale:
        return True  # rose by 22,000 to 1.44m
    bare = not (low.kind or low.units) and tokens[low.last].kind == "word"
    (n, _), (m, _) = _size(_scaled_alike(low, high).part), _size(high.number.part)
    return bare and m > _SAME_SIZE * n  # fell by 1,150 to 23,480


def _can_end(draft: Draft) -> bool:
    """Whether a range can have the figure at one of its ends."""
    return draft.number.upper is None and not draft.ratio and not draft.number.order


def _scaled_alike(low: Draft, high: Draft) -> Number:
    """160–170 billion: the scale of the upper end is that of both, where the first has none."""
    number, (n, e), scale = low.number, high.number.part, high.number.scale
    if high.number.dozens and not (number.dozens or number.scale or low.kind):
        return evolve(number, part=(number.part[0] * 12, number.part[1]), dozens=True)
    bare = not number.scale and scale and not low.kind and not low.half
    return shifted(number, scale) if bare and _size(number.part) < _size((n, e - scale)) else number


def _size(part: Part) -> tuple[int, int]:
    """Orders numbers that are not negative."""
    n, e = part
    return (n * 10 ** (e + 100), 0)


def _linked(low: Draft, high: Draft, tokens: Sequence[Token]) -> bool:
    """Whether just a word of ranges stands between the two."""
    between = tokens[low.last : high.first]
    if len(between) == len("-to-") - 1 and all(not one.gap for one in between):
        between = between[1:2] if between[0].text == between[2].text == "-" else between
    if len(between) != 1 or between[0].gap == "\n" or tokens[high.first].gap == "\n":
        return False
    link = between[0]
    if "and_link" in link.roles:
        return low.range_first is not None
    if link.text == "-" and bool(link.gap) != bool(tokens[high.first].gap):
        return False
    return "link" in link.roles


def conversions(drafts: Sequence[Draft], tokens: Sequence[Token]) -> dict[int, int]:
    """For each draft that restates the one before in another unit, which one."""
    found: dict[int, int] = {}
    for place in range(1, len(drafts)):
        low, high = drafts[place - 1], drafts[place]
        if not (_is_amount(low) and _is_amount(high)) or low.units[0] == high.units[0]:
            continue
        between = tokens[low.last : high.first]
        if len(between) > _GAP or any(one.gap == "\n" for one in between):
            continue
        closed = any("close" in one.roles for one in between)
        opened = any("open" in one.roles for one in between)
        if (opened and not closed) or (high.equivalent and not closed):
            found[place] = place - 1
    return found


def _is_amount(draft: Draft) -> bool:
    return bool(draft.units) and draft.kind in {None, "amount"}
