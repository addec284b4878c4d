"""Numbers in the digits of scripts without spaces: 两万五, 二〇二六, 两三百, 十二点五."""

from collections.abc import Sequence
from typing import Final

from factcheck.quantities.number import HIGHEST, Sum, total
from factcheck.quantities.tokens import Token

_MYRIAD: Final = 4


def unspaced_digits(tokens: Sequence[Token], place: int, sum_: Sum) -> int | None:
    """A row of 一 to 九: one digit, a number digit by digit, or a pair like 两三."""
    last = place
    while last < len(tokens) and (last == place or not tokens[last].gap):
        if not ("digit" in tokens[last].roles or "formal" in tokens[last].roles):
            break
        last += 1
    if sum_.parts and (tokens[place].gap or sum_.number.bare):
        return None
    row = [_digit(one) for one in tokens[place:last]]
    if row == [1] and sum_.number.scale >= _MYRIAD and _is_counted(tokens, last):
        return None
    if row[0] == 0 and sum_.parts:
        if len(row) == 1:
            return last if last < len(tokens) and is_numeral(tokens[last]) else None
        row = row[1:]
    if sum_.parts and (sum_.number.printed or not sum_.fits((row[0], 0))):
        return None
    sum_.number.words += last - place
    if not _add_row(row, sum_):
        return None
    if len(row) == 1:
        _elided(tokens, last, sum_)
    return with_places(tokens, last, sum_)


def _add_row(row: list[int], sum_: Sum) -> bool:
    """Takes the digits as what they say together; False if they say nothing."""
    number = sum_.number
    if len(row) == 1:
        sum_.push((row[0], 0))
    elif _is_pair(row) and not (sum_.parts and row == [3, 5]):
        before = total(sum_.parts) if sum_.parts else (0, 0)
        sum_.push((row[0], 0))
        number.upper = total([before, (row[1], 0)])
        number.hedge = "about"
    elif sum_.parts or len(row) > HIGHEST:
        return False
    else:
        sum_.push((int("".join(map(str, row))), 0))
        if len(row) == len("二六"):
            number.doubt = "two digits in a row are a number, a pair or no number"
    return True


def _is_counted(tokens: Sequence[Token], place: int) -> bool:
    """Whether the 一 before `place` is of a thing: 一千万一套 are ten million for one flat."""
    if place >= len(tokens) or tokens[place].gap:
        return False
    return bool(tokens[place].roles.keys() & {"counter", "units", "nouns"})


def _is_pair(row: list[int]) -> bool:
    return bool(row[0]) and (row[1:] == [row[0] + 1] or row == [3, 5])


def _digit(token: Token) -> int:
    value = token.roles.get("digit", token.roles.get("formal"))
    assert isinstance(value, int)  # noqa: S101 -- the table of digits
    return value


def _elided(tokens: Sequence[Token], last: int, sum_: Sum) -> None:
    """两万五 is 25,000: a last digit right after a scale stands one place below it."""
    if len(sum_.parts) < 2 or "scale" not in tokens[last - 2].roles:  # noqa: PLR2004
        return
    if last < len(tokens) and not tokens[last].gap:
        following = tokens[last].roles
        if any(role in following for role in ("scale", "decimal_word", "digit", "several")):
            return
    power = tokens[last - 2].roles["scale"]
    if isinstance(power, int) and power > 1:
        n, _ = sum_.parts[-1]
        above = sum_.parts[-2][1]
        sum_.parts[-1] = (n, min(above, power) - 1 if power < _MYRIAD else above - 1)
        sum_.number.place = sum_.parts[-1][1]
        if sum_.parts[-2][1] != power:
            sum_.number.doubt = "the last digit may stand one place below the scale or alone"


def elided_digit(tokens: Sequence[Token], place: int, sum_: Sum) -> int | None:
    """1万5 is 15,000; other digits that are too few behind a scale are not sure."""
    number, printed = sum_.number, tokens[place].printed
    following = tokens[place + 1] if place + 1 < len(tokens) else None
    joined = following is not None and not following.gap
    if joined and following is not None and following.kind == "word":
        return None  # 2万5G: of a name
    digit = 0 if printed is None or len(tokens[place].text) > 1 else printed.digits or 0
    dated = joined and following is not None and "month_mark" in following.roles
    if not digit or number.decimal or dated or number.scale < 2:  # noqa: PLR2004
        number.doubt = "the digits behind the scale may belong to the number"
        return None
    sum_.push((digit, number.scale - 1), number.scale - 1)
    return place + 1


def with_places(tokens: Sequence[Token], place: int, sum_: Sum) -> int:
    """十二点五: digits after the decimal word."""
    if not (place + 1 < len(tokens) and "decimal_word" in tokens[place].roles):
        return place
    last = place + 1
    while last < len(tokens) and not (tokens[last].gap and tokens[last].kind == "unspaced"):
        roles = tokens[last].roles
        value = roles.get("digit", roles.get("number"))
        if not (isinstance(value, int) and 0 <= value < 10) or "stop" in roles:  # noqa: PLR2004
            break
        last += 1
    digits = [
        tokens[one].roles.get("digit", tokens[one].roles.get("number"))
        for one in range(place + 1, last)
    ]
    if not digits or last - place > HIGHEST:
        return place
    n, e = total(sum_.parts)
    whole = n * 10**e
    sum_.parts = [(int(f"{whole}{''.join(map(str, digits))}"), -len(digits))]
    sum_.number.decimal, sum_.number.place = True, -len(digits)
    return last


def is_numeral(token: Token) -> bool:
    """Whether the word is part of a number in words."""
    return any(role in token.roles for role in ("number", "scale", "order", "dozen"))
