"""Digits that are part of a name, a label, an address or a list's numbering, and count nothing."""

from collections.abc import Sequence
from typing import Final

from factcheck.quantities.compose import compose
from factcheck.quantities.letters import is_heat, is_pence
from factcheck.quantities.mixed import exponent_behind
from factcheck.quantities.tokens import Token

_JOINERS: Final = frozenset("_@&=^\\·‧・")
_ATTACHED: Final = frozenset(
    {
        "scale",
        "letter",
        "units",
        "nouns",
        "ordinal_suffix",
        "times",
        "percent",
        "points",
        "basis_points",
        "order",
        "per",
        "decade_suffix",
        "clock",
        "link",
        "month",
        "quarter_letter",
        "half_letter",
    }
)
"""What letters right behind digits can be; other letters make the two a name: 3D, 5G."""
_LEADING: Final = frozenset(
    {
        "money",
        "hedge_before",
        "relation_before",
        "rank",
        "minus",
        "sum_link",
        "link",
    }
)
"""What letters right before digits can be; other letters make the two a name: H200, GPT4."""
_MEASURED: Final = frozenset({"units", "nouns", "percent", "points", "scale", "letter", "times"})
"""What behind digits says that they count."""
_LONG: Final = 8
_FRACTION: Final = 100
"""Above the line of a fraction stands less than this."""
_LIST_NUMBER: Final = 2
_STREET_WORDS: Final = 3
"""So many words of its name may a street have: 1600 Pennsylvania Avenue."""
_LIST_MARKS: Final = frozenset(".)、)")


def end_of_name(tokens: Sequence[Token], place: int) -> int | None:
    """The place after the name that the digits at `place` are part of; None if of none."""
    token = tokens[place]
    if token.printed is None or exponent_behind(tokens, place) is not None:
        return None
    before = tokens[place - 1] if place else None
    after = tokens[place + 1] if place + 1 < len(tokens) else None
    if _is_phone(tokens, place):
        return _end_of_digits(tokens, place)
    if before is not None and not token.gap and _leads(tokens, place, before):
        return _rest(tokens, place)
    if after is not None and not after.gap and _trails(tokens, place, after):
        return _rest(tokens, place)
    if token.text[0] == "0" and token.text.isdecimal() and len(token.text) > 1:
        return _end_of_digits(tokens, place)
    if token.printed.form == "dotted":
        return _rest(tokens, place)
    if before is not None and _is_label(tokens, place, before, after):
        return place + 3 if _is_span_of_labels(tokens, place) else _end_of_label(tokens, place)
    if _is_citation(tokens, place) or _is_numbering(tokens, place):
        return _rest(tokens, place)
    return _end_of_address(tokens, place)


def _leads(tokens: Sequence[Token], place: int, before: Token) -> bool:
    """H200, GPT-4, v2, id_5; but not US$5, RMB160, Q3."""
    if before.text in _JOINERS or ("rank" in before.roles and before.kind == "sign"):
        return True
    if _is_year_in_short(tokens, place, before):
        return True
    if before.kind == "word":
        if before.roles.keys() & {"shorthand", "acronym"}:
            return not (before.capital and _is_large(tokens, place))
        return not before.roles.keys() & _LEADING and before.text.isascii()
    if "name_before" in before.roles:
        return True
    if before.text == "+" and place > 1 and not before.gap:
        return tokens[place - 2].kind == "word"
    if place < 2 or before.gap:  # noqa: PLR2004
        return False
    earlier = tokens[place - 2]
    if before.text == "-" and earlier.capital and len(earlier.text) == 1:
        return True  # T-72
    if before.text == "-":
        known = earlier.roles.keys() & (
            _LEADING
            | {
                "units",
                "year_before",
                "scale",
                "letter",
                "order",
                "range_before",
                "number",
                "hedge_before",
                "percent",
            }
        )
        latin = earlier.text.isascii() and (not known or "code" in earlier.roles)
        return earlier.kind == "word" and (latin or not (earlier.roles or before.gap))
    return (
        before.text in {"/", "."}
        and earlier.kind == "word"
        and not earlier.roles
        and earlier.text.isascii()
    )


def _is_large(tokens: Sequence[Token], place: int) -> bool:
    """R14bn, N500,000: the letter is a currency, and no part of a name like N95."""
    printed = tokens[place].printed
    if printed is not None and printed.form == "grouped":
        return True
    after = tokens[place + 1] if place + 1 < len(tokens) else None
    return (
        after is not None and after.gap != "\n" and bool(after.roles.keys() & {"scale", "letter"})
    )


def _is_year_in_short(tokens: Sequence[Token], place: int, before: Token) -> bool:
    """'98, and no number in quotation marks."""
    token = tokens[place]
    if before.text != "'" or token.gap or len(token.text) != 2:  # noqa: PLR2004
        return False
    after = tokens[place + 1] if place + 1 < len(tokens) else None
    return after is None or not after.roles.keys() & _MEASURED


def _end_of_label(tokens: Sequence[Token], place: int) -> int:
    """Page 12 of 30: how many there are belongs to the label."""
    row = tokens[place + 1 : place + 3]
    counted = len(row) > 1 and "of" in row[0].roles and row[1].printed is not None
    return place + 3 if counted and all(one.gap == " " for one in row) else place + 1


def _end_of_address(tokens: Sequence[Token], place: int) -> int | None:
    """10 Downing Street, 1600 Pennsylvania Avenue."""
    for one in range(place + 1, min(place + 2 + _STREET_WORDS, len(tokens))):
        token = tokens[one]
        if token.gap != " " or not (token.capital or "ordinal_suffix" in token.roles):
            return None
        if "street" in token.roles and one > place + 1:
            return one + 1
    return None


def _trails(tokens: Sequence[Token], place: int, after: Token) -> bool:
    """3D, 5G, 7-zip, 4x4; but not 5km, 20k, 3rd."""
    if after.text in _JOINERS or _is_product(tokens, place, after):
        return True
    following = tokens[place + 2] if place + 2 < len(tokens) else None
    closed = following is None or following.gap or following.kind not in {"word", "digits"}
    joined = following is not None and not after.gap and not following.gap
    if after.text == "-" and joined and following is not None and following.capital:
        return not following.roles.keys() & {"units", "money", "scale"}
    if after.text == "/" and joined and following is not None:
        return following.kind == "digits" and not _is_fraction(tokens[place], following)
    if after.text == "(" and joined and following is not None:
        return following.kind == "word" and len(following.text) == 1  # 401(k)
    if after.kind != "word" or not after.text.isascii():
        return False
    if closed and (is_pence(tokens, place + 1) or is_heat(tokens, place + 1)):
        return False
    if after.roles.keys() == {"decade_suffix"} or "shorthand" in after.roles:
        return True  # under-21s, 1080p
    return not (after.roles.keys() & _ATTACHED) or (
        not closed and not after.roles.keys() & {"scale", "letter", "order"}
    )


def _is_product(tokens: Sequence[Token], place: int, after: Token) -> bool:
    """7×24."""
    following = tokens[place + 2] if place + 2 < len(tokens) else None
    joined = following is not None and following.printed is not None and not following.gap
    return joined and "times_after" in after.roles


def end_of_label(tokens: Sequence[Token], place: int) -> int | None:
    """The place after 第15条, 第三章, 第二天; None if no label begins at `place`."""
    if "rank" not in tokens[place].roles or tokens[place].kind != "unspaced":
        return None
    number = compose(tokens, place + 1, linked=False) if place + 1 < len(tokens) else None
    if number is None or number.last >= len(tokens) or tokens[number.last].gap:
        return None
    return number.last + 1 if "label_after" in tokens[number.last].roles else None


def _is_fraction(above: Token, below: Token) -> bool:
    """3/4, and not 24/7."""
    if above.printed is None or below.printed is None:
        return False
    n, d = above.printed.digits or 0, below.printed.digits or 0
    return 0 < n < min(d, _FRACTION) and d <= _FRACTION**2


def _rest(tokens: Sequence[Token], place: int) -> int:
    """What is written together with the digits, letters and strokes included."""
    place += 1
    while place < len(tokens) and not tokens[place].gap:
        token = tokens[place]
        following = tokens[place + 1] if place + 1 < len(tokens) else None
        stroke = (
            token.text in {"-", "/", "_", ":", "=", "×"}
            and following is not None
            and not following.gap
        )
        joined = stroke and following is not None and following.kind in {"digits", "word"}
        if not (
            token.kind == "digits" or (token.kind == "word" and token.text.isascii()) or joined
        ):
            break
        place += 1
    return place


def _end_of_digits(tokens: Sequence[Token], place: int) -> int:
    """The place after groups of digits with strokes or spaces between them."""
    place += 1
    while place < len(tokens) and tokens[place].gap != "\n":
        if not (tokens[place].kind == "digits" or tokens[place].text == "-"):
            break
        place += 1
    return place


def _is_label(tokens: Sequence[Token], place: int, before: Token, after: Token | None) -> bool:
    """Figure 3, page 12, 图3, chapter 4; not where a unit or a scale follows."""
    if place > 1 and "clock_mark" in before.roles and "label" in tokens[place - 2].roles:
        printed = tokens[place].printed
        grouped = printed is not None and printed.form == "grouped"
        return tokens[place].gap != "\n" and not grouped
    if tokens[place].gap == "\n":
        return False
    if before.text == "." and not before.gap and place > 1:
        return "label_dot" in tokens[place - 2].roles
    if "label" not in before.roles:
        return False
    if before.kind == "unspaced" and tokens[place].gap:
        return False
    if after is None or after.gap == "\n":
        return True
    if "link" in after.roles and after.kind == "word":
        following = tokens[place + 2] if place + 2 < len(tokens) else None
        if following is None or following.printed is None:
            return True  # note 14 to the accounts
        return following.printed.form == "grouped"  # عيار 21 إلى 3,650
    counted = after.roles.keys() & {
        "units",
        "scale",
        "percent",
        "nouns",
        "order",
        "letter",
        "times",
        "counter",
        "month",
        "link",
    }
    return not counted or _is_span_of_labels(tokens, place)


def _is_span_of_labels(tokens: Sequence[Token], place: int) -> bool:
    """رقم 11-27; not where the second number is of something."""
    parts = tokens[place + 1 : place + 4]
    if len(parts) < 2 or parts[0].text != "-" or parts[1].printed is None:  # noqa: PLR2004
        return False
    return not (len(parts) > 2 and parts[2].gap != "\n" and parts[2].roles)  # noqa: PLR2004


def _is_citation(tokens: Sequence[Token], place: int) -> bool:
    if not 0 < place < len(tokens) - 1:
        return False
    before, after = tokens[place - 1], tokens[place + 1]
    return (
        before.text == "[" and after.text in {"]", ","} and not tokens[place].gap and not after.gap
    )


def _is_numbering(tokens: Sequence[Token], place: int) -> bool:
    """1. or (1) at the beginning of a line."""
    token = tokens[place]
    if not (token.text.isdecimal() and len(token.text) <= _LIST_NUMBER) or place + 1 >= len(tokens):
        return False
    opened = place > 0 and tokens[place - 1].text == "(" and not token.gap
    first = tokens[place - 1] if opened else token
    after = tokens[place + 1]
    begins = (place - opened) == 0 or first.gap == "\n"
    if opened:
        return begins and after.text == ")"
    follows = place + 2 < len(tokens) and tokens[place + 2].gap != "\n"
    marked = begins and not after.gap and after.text in _LIST_MARKS and follows
    return marked and not _is_next(token, tokens[place + 2])


def _is_behind_area(tokens: Sequence[Token], place: int) -> bool:
    """Whether digits in brackets stand before it: (212) 555-0199."""
    row = [one.text for one in tokens[max(0, place - 3) : place]]
    return len(row) == len("(1)") and row[0] == "(" and row[1].isdecimal() and row[2] == ")"


def _is_next(token: Token, other: Token) -> bool:
    """6、7家: two numbers that follow each other, without a space."""
    return not other.gap and other.text.isdecimal() and int(other.text) == int(token.text) + 1


def _is_phone(tokens: Sequence[Token], place: int) -> bool:
    """Three groups of digits or more, tied by strokes; a plus before a long number."""
    token = tokens[place]
    if token.printed is None or token.printed.form != "plain":
        return False
    groups, last = 1, place
    while last + 2 < len(tokens) and tokens[last + 1].text == "-" and not tokens[last + 1].gap:
        following = tokens[last + 2]
        if following.gap or following.printed is None:
            break
        groups, last = groups + 1, last + 2
    if groups > 2 or (groups > 1 and _is_behind_area(tokens, place)):  # noqa: PLR2004
        return True
    if not (place > 0 and tokens[place - 1].text == "+" and not token.gap):
        return False
    others = tokens[place + 1 : place + 3]
    spaced = len(others) == 2 and all(  # noqa: PLR2004
        one.printed is not None and one.gap == " " for one in others
    )
    return spaced or len(token.text) >= _LONG
