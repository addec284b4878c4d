"""Tokens to one number: 1.6万亿, two hundred and five, 23 مليار و500 مليون, half a billion."""

from collections.abc import Sequence
from typing import Final

from factcheck.quantities.mixed import add_fraction, exponent_behind
from factcheck.quantities.number import HIGHEST, Number, Sum, is_accounted, number_part, total
from factcheck.quantities.scales import counted_scale, take_dozen, take_order, take_scale
from factcheck.quantities.tokens import Token
from factcheck.quantities.unspaced import (
    elided_digit,
    is_numeral,
    unspaced_digits,
    with_places,
)
from factcheck.records import evolve

_THOUSAND: Final = 3
_MYRIAD: Final = 4
"""Powers of ten from which scales are written behind digits, in spaced and in unspaced scripts."""


def compose(tokens: Sequence[Token], first: int, *, linked: bool = True) -> Number | None:
    """The longest number that begins at the token `first`; with sums (`and`) if `linked`."""
    number = Number(first, first)
    sum_ = Sum(number)
    place = first
    while place < len(tokens):
        after = _step(tokens, place, sum_)
        if after is None and linked and sum_.parts and place > first:
            after = _joined(tokens, place, sum_)
        if after is None:
            break
        place = number.last = after
    if not sum_.parts or place == first:
        return None
    number.part = total(sum_.parts)
    if _may_go_on(tokens, number):
        number.doubt = "the digit behind it may belong to the number or to a word"
    return number


def _may_go_on(tokens: Sequence[Token], number: Number) -> bool:
    """四千八一: whether a word that begins with a digit follows a scale at once."""
    if number.last >= len(tokens) or tokens[number.last].gap:
        return False
    scale = "scale" in tokens[number.last - 1].roles
    return scale and "digit_first" in tokens[number.last].roles


def _step(  # noqa: C901, PLR0911, PLR0912 -- one case for each kind of word
    tokens: Sequence[Token], place: int, sum_: Sum
) -> int | None:
    """Takes the token at `place` into the sum; the place after it, or None if it cannot follow."""
    token = tokens[place]
    inside = place > sum_.number.first
    if inside and token.gap == "\n":
        return None
    after = add_fraction(tokens, place, sum_) if inside else None
    if after is not None:
        return after
    if token.printed is not None:
        return _digits(tokens, place, sum_)
    roles = token.roles
    if "stop" in roles:
        return None
    if inside and token.text == "-" and not token.gap and place + 1 < len(tokens):
        following = tokens[place + 1]
        joins = following.kind == "word" and not following.gap and is_numeral(following)
        return _step(tokens, place + 1, sum_) if joins else None
    if "digit" in roles or "formal" in roles:
        return unspaced_digits(tokens, place, sum_)
    if "number" in roles and not ("scale" in roles and sum_.parts):
        return _word(tokens, place, sum_)
    if "scale_counter" in roles and inside and not token.gap and sum_.parts:
        joins = place + 1 < len(tokens) and not tokens[place + 1].gap
        more = joins and "relation_inside" in tokens[place + 1].roles
        if more and place + 2 < len(tokens) and not tokens[place + 2].gap:
            after = counted_scale(tokens, place + 1, sum_)
            if after is not None:
                sum_.number.relation = str(tokens[place + 1].roles["relation_inside"])
            return after
        return counted_scale(tokens, place, sum_) if joins else None
    if "scale" in roles or ("letter" in roles and inside):
        return take_scale(tokens, place, sum_)
    if "order" in roles:
        return take_order(tokens, place, sum_)
    if "dozen" in roles:
        return take_dozen(place, sum_)
    return _vague(tokens, place, sum_)


def _digits(tokens: Sequence[Token], place: int, sum_: Sum) -> int | None:
    token, number = tokens[place], sum_.number
    printed = token.printed
    assert printed is not None  # noqa: S101 -- asked by the caller
    if printed.digits is None:
        return None
    part = (printed.digits, -printed.places)
    if sum_.parts:
        before = tokens[place - 1]
        scaled = _has_scale(tokens, place + 1)
        behind = before.kind == "unspaced" and not token.gap and number.scale <= _MYRIAD
        groups = printed.form == "grouped" and not token.gap and (scaled or behind)  # 1萬2,345張
        if "scale" not in before.roles or not (printed.form == "plain" or groups):
            return None
        if not sum_.fits(part):
            return None
        joined = before.kind == "unspaced" and not token.gap
        if not scaled and joined and len(token.text) < number.scale:
            return elided_digit(tokens, place, sum_)
        if not scaled and not joined:
            return None
    elif number.first != place:
        return None
    else:
        number.doubt, number.settled_by = printed.doubt, printed.settled_by
        number.grouped = printed.form == "grouped"
        number.decimal = printed.form == "decimal"
    number.printed = True
    exponent = exponent_behind(tokens, place)
    if exponent is not None and exponent[0] <= HIGHEST and len(sum_.parts) == 0:
        number.scale = exponent[0]
        sum_.push((part[0], part[1] + exponent[0]), part[1] + exponent[0])
        return exponent[1]
    sum_.push(part, -printed.places)
    if place == number.first and _closes(tokens, place + 1) and is_accounted(tokens, place):
        number.accounted = True
        return place + 2
    return place + 1


def _closes(tokens: Sequence[Token], place: int) -> bool:
    return place < len(tokens) and tokens[place].text == ")" and not tokens[place].gap


def _word(tokens: Sequence[Token], place: int, sum_: Sum) -> int | None:
    value = tokens[place].roles["number"]
    assert isinstance(value, int)  # noqa: S101 -- the table of numbers
    if "scale" in tokens[place].roles:
        following = tokens[place + 1] if place + 1 < len(tokens) else None
        counted = following is not None and following.kind == "word" and following.gap == " "
        if following is None:
            sum_.number.doubt = "it is two, or one that is the object of a verb"
        elif not counted or (following.roles and not _is_counting(following)):
            value //= 2
        elif not following.roles:
            sum_.number.doubt = "it is two, or one that is the object of a verb"
    part = number_part(value)
    if sum_.parts and (sum_.number.printed or not sum_.fits(part) or value == 0):
        return None
    sum_.push(part, part[1] if value >= 1000 else 0)  # noqa: PLR2004 -- a dual: two thousand
    if len(sum_.parts) > 1 and not _bears_scale(tokens, place + 1, sum_):
        sum_.parts.pop()
        return None
    sum_.number.words += 1
    if value >= 1000:  # noqa: PLR2004 -- a dual: two thousand in one word
        sum_.number.scale = part[1]
    return with_places(tokens, place + 1, sum_)


def _is_counting(token: Token) -> bool:
    """Whether the word is for what is counted: مليارا دولار are two, مليارًا alone is one."""
    return bool(token.roles.keys() & {"units", "nouns"})


def _vague(tokens: Sequence[Token], place: int, sum_: Sum) -> int | None:
    """Several million, 数十亿, 十几, 300多万, a billion, a couple of."""
    token, number = tokens[place], sum_.number
    following = tokens[place + 1] if place + 1 < len(tokens) else None
    adjacent = following is not None and following.gap != "\n"
    if sum_.parts:
        if (
            "inside_several" in token.roles
            and "scale" in tokens[place - 1].roles
            and not number.order
        ):
            number.relation = "gt"
            return place + 1
        if "hedge_inside" in token.roles and not number.order and not token.gap:
            number.hedge = str(token.roles["hedge_inside"])
            return place + 1
        if "relation_inside" in token.roles and not number.order and token.kind == "unspaced":
            number.relation = str(token.roles["relation_inside"])
            return place + 1
        return None
    if following is None or not adjacent:
        return None
    scaled = "scale" in following.roles and "stop" not in following.roles
    if "several" in token.roles and scaled:
        sum_.push((1, 0))
        number.order = True
        return place + 1
    if "several" in token.roles and "scale_counter" in following.roles and not following.gap:
        return _several_of_scale(tokens, place + 1, sum_)
    if "one" in token.roles and (scaled or "dozen" in following.roles):
        sum_.push((1, 0))
        number.words += 1
        return place + 1
    if "pair" in token.roles:
        after = place + 2 if "of" in following.roles else place + 1
        sum_.push((2, 0))
        number.words, number.hedge = number.words + 1, "about"
        return after
    return None


def _several_of_scale(tokens: Sequence[Token], place: int, sum_: Sum) -> int | None:
    """几个亿."""
    sum_.push((1, 0))
    after = counted_scale(tokens, place, sum_)
    if after is None:
        sum_.parts.clear()
    sum_.number.order = after is not None
    return after


def _joined(tokens: Sequence[Token], place: int, sum_: Sum) -> int | None:
    """What `and` adds: two hundred *and five*, 23 مليار *و500 مليون*, two *and a half*."""
    place = _behind_hyphen(tokens, place)
    if place >= len(tokens) or "sum_link" not in tokens[place].roles or sum_.number.order:
        return None
    addend = _behind_hyphen(tokens, place + 1)
    if tokens[place].gap == "\n" or addend >= len(tokens) or tokens[addend].gap == "\n":
        return None
    half = fraction_at(tokens, addend)
    if half is not None:
        return _with_fraction(tokens, half, sum_)
    return addend + 1 if _adds(tokens, addend, sum_) else None


def _behind_hyphen(tokens: Sequence[Token], place: int) -> int:
    """The place behind a hyphen between two words: four-and-a-half."""
    if place + 1 >= len(tokens) or tokens[place].text != "-" or tokens[place].gap:
        return place
    return place if tokens[place + 1].gap or tokens[place + 1].kind != "word" else place + 1


def _adds(tokens: Sequence[Token], place: int, sum_: Sum) -> bool:
    """Takes the token at `place` as an addend, unless the scale behind it forbids it."""
    token, before, written = tokens[place], list(sum_.parts), sum_.number.place
    if "stop" in token.roles:
        return False
    if token.printed is not None:
        if token.printed.form != "plain" or token.printed.digits is None:
            return False
        part = (token.printed.digits, 0)
        if not sum_.fits(part) or not (_has_scale(tokens, place + 1) or _tail(tokens, place, sum_)):
            return False
    elif "number" in token.roles:
        value = token.roles["number"]
        assert isinstance(value, int)  # noqa: S101 -- the table of numbers
        part = number_part(value)
    elif "alone" in token.roles:
        power = token.roles.get("scale")
        assert isinstance(power, int)  # noqa: S101 -- only scales stand alone
        part = (1, power)
    else:
        return False
    if sum_.fits(part) and part[0]:
        sum_.push(part, part[1] if part[1] >= _THOUSAND else 0)
    elif sum_.swaps(part):
        sum_.push(total([part, sum_.parts.pop()]))
    else:
        return False
    if not _bears_scale(tokens, place + 1, sum_):
        sum_.parts, sum_.number.place = before, written
        return False
    sum_.number.printed = sum_.number.printed or token.printed is not None
    sum_.number.words += 1
    return True


def _tail(tokens: Sequence[Token], place: int, sum_: Sum) -> bool:
    """7 آلاف و500: hundreds behind thousands; behind a larger scale they are not sure."""
    following = tokens[place + 1] if place + 1 < len(tokens) else None
    other = following is not None and following.roles.keys() & {
        "percent",
        "money",
        "points",
        "month",
    }
    if tokens[place].gap == "\n" or (other and following is not None and following.kind == "sign"):
        return False
    if other and following is not None and not following.roles.keys() & {"money"}:
        return False
    if sum_.number.scale > _THOUSAND:
        sum_.number.doubt = "what is joined to it may be part of it"
    return sum_.number.scale == _THOUSAND and len(tokens[place].text) <= len("500")


def _has_scale(tokens: Sequence[Token], place: int) -> bool:
    if place >= len(tokens) or tokens[place].gap == "\n":
        return False
    return bool(tokens[place].roles.keys() & {"scale", "order"})


def _bears_scale(tokens: Sequence[Token], place: int, sum_: Sum) -> bool:
    """Whether a scale that follows multiplies the sum: not in two hundred three hundred."""
    if not _has_scale(tokens, place) or sum_.number.order:
        return True
    roles = tokens[place].roles
    power = roles.get("scale", roles.get("order"))
    trial = Sum(evolve(sum_.number), list(sum_.parts))
    return isinstance(power, int) and trial.scaled(power)


def fraction_at(tokens: Sequence[Token], place: int) -> tuple[tuple[int, int], int] | None:
    """The fraction in words at `place`, and the place after it: *a half*, نصف."""
    if place + 1 < len(tokens) and "one" in tokens[place].roles:
        place = _behind_hyphen(tokens, place + 1)
        if tokens[place].gap == "\n":
            return None
    if place < len(tokens) and "fraction" in tokens[place].roles:
        value = tokens[place].roles["fraction"]
        assert isinstance(value, tuple)  # noqa: S101 -- the table of fractions
        return value, place + 1
    return None


def _with_fraction(
    tokens: Sequence[Token], half: tuple[tuple[int, int], int], sum_: Sum
) -> int | None:
    (numerator, denominator), after = half
    n, e = total(sum_.parts)
    hundredths, odd = divmod(numerator * 100, denominator)
    if odd or sum_.number.decimal:
        return None
    power = sum_.number.scale if sum_.number.scale > 2 else 0  # noqa: PLR2004 -- a hundred is no scale here
    tail = number_part(hundredths)
    sum_.parts = [total([(n, e), (tail[0], tail[1] - 2 + power)])]
    sum_.number.place = sum_.parts[0][1]
    sum_.number.words += 1
    again = tokens[after] if power and after < len(tokens) else None
    return after + 1 if again is not None and again.roles.get("scale") == power else after
