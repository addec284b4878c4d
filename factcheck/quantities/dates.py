"""Years, quarters, months, days and times, so that none of them becomes an amount."""

from collections.abc import Sequence
from typing import Final

from factcheck.quantities.date_tokens import ANY_YEARS, MONTHS, Row
from factcheck.quantities.tokens import Token
from factcheck.records import Record, frozen

_YEARS: Final = range(1900, 2101)
"""A bare number among these is a year unless something beside it says otherwise."""
_DAYS: Final = range(1, 32)
_ISO: Final = 3
_PARTS: Final = {"quarter", "half_year", "quarter_letter", "half_letter", "year_letter"}
_SPANS: Final = ("-", "–", "~", "/")


@frozen
class Dated(Record):
    """A date or a time from tokens `first` to `last` (excluded)."""

    first: int
    last: int
    period: str
    """As in the column `period`; empty if the year is not printed."""
    time: bool = False
    doubt: str = ""


def date_at(tokens: Sequence[Token], place: int) -> Dated | None:
    """The date or time that begins at the token `place`; None if none does."""
    row = Row(tokens)
    token = tokens[place]
    if token.printed is not None:
        return _clock(row, place) or _numeric(row, place) or _digits(row, place)
    if not token.roles:
        return None
    if "month" in token.roles:
        return _marked(row, place) if token.kind == "unspaced" else _month_first(row, place)
    ranked = "rank" in token.roles and row.has(place + 2, "quarter_mark")  # 第1季
    if ranked or token.roles.keys() & _PARTS:
        return _part_first(row, place)
    if token.kind == "unspaced" and token.roles.keys() & {"digit", "scale", "number"}:
        return _marked(row, place)
    return None


def _clock(row: Row, place: int) -> Dated | None:
    """11:14, 11:14:12, 5pm, 5.30pm."""
    if row.has(place - 1, "money"):
        return None
    if row.has(place + 1, "clock") and row.near(place + 1) and _is_dotted_time(row.tokens[place]):
        return Dated(place, place + 2, "", time=True)
    if row.plain(place) in range(2400) and row.has(place + 1, "clock") and row.near(place + 1):
        return Dated(place, place + 2, "", time=True)
    last, count = place, 0
    while row.plain(last) is not None and count < _ISO:
        count += 1
        token = row.at(last)
        if count > 1 and token is not None and (token.gap or len(token.text) != 2):  # noqa: PLR2004
            return None
        if not (row.has(last + 1, "clock_mark") and row.joined(last + 1) and row.joined(last + 2)):
            break
        last += 2
    return Dated(place, last + 1, "", time=True) if count > 1 else None


def _is_dotted_time(token: Token) -> bool:
    """5.30 of 5.30pm."""
    hour, _, minute = token.text.partition(".")
    digits = hour.isdecimal() and minute.isdecimal() and len(hour) <= len(minute) == 2  # noqa: PLR2004
    return digits and int(hour) in range(25) and int(minute) in range(60)


def _numeric(row: Row, place: int) -> Dated | None:
    """2025-12-23, 23/12/2025, 2025.12.23."""
    token = row.at(place)
    if token is not None and token.printed is not None and token.printed.form == "dotted":
        parts = token.text.split(".")
        if len(parts) != _ISO or not all(one.isdecimal() and len(one) <= 4 for one in parts):  # noqa: PLR2004
            return None
        last = place + 1
    else:
        signs = [row.at(place + 1), row.at(place + 3)]
        if not all(one is not None and one.text in {"-", "/"} and not one.gap for one in signs):
            return None
        if signs[0] is None or signs[1] is None or signs[0].text != signs[1].text:
            return None
        if not (row.joined(place + 2) and row.joined(place + 4)):
            return None
        if any(row.plain(place + one) is None for one in (0, 2, 4)):
            return None
        parts = [row.tokens[place + one].text for one in (0, 2, 4)]
        last = place + 5
    if row.joined(last) and row.sign(last, ("-", "/")) and row.joined(last + 1):
        return None
    return _three(parts, place, last)


def _three(parts: list[str], first: int, last: int) -> Dated | None:
    one, two, three = map(int, parts)
    if len(parts[0]) == 4 and one in ANY_YEARS and two in MONTHS and three in _DAYS:  # noqa: PLR2004
        return Dated(first, last, f"{one:04}-{two:02}-{three:02}")
    if len(parts[2]) != 4 or three not in ANY_YEARS:  # noqa: PLR2004
        return None
    if one in MONTHS and two in MONTHS and one != two:
        return Dated(
            first, last, f"{three:04}", doubt="the day and the month can be read either way"
        )
    if one in _DAYS and two in MONTHS:
        return Dated(first, last, f"{three:04}-{two:02}-{one:02}")
    if one in MONTHS and two in _DAYS:
        return Dated(first, last, f"{three:04}-{one:02}-{two:02}")
    return None


def _digits(row: Row, place: int) -> Dated | None:
    value, token = row.plain(place), row.tokens[place]
    if value is None:
        return None
    month = place + 1
    month += row.has(month, "ordinal_suffix") and row.joined(month)
    month += row.has(month, "of") and row.near(month)
    month += row.has(month, "month_noun") and row.near(month)
    if row.has(month, "month") and row.near(month) and value in _DAYS:
        return _day_month(row, place, value, month)
    if len(token.text) == 4 and value in ANY_YEARS:  # noqa: PLR2004
        found = _year(row, place, value)
        if found is not None:
            return found
    other = _other_calendar(row, place)
    if other is not None:
        return other
    if row.has(place - 1, "clock_before") and row.near(place) and value in range(25):
        return Dated(place, place + 1, "", time=True)
    part = _short_part(row, place, value)
    if part is not None:
        return part
    if row.has(place + 1, "decade_mark") or (
        row.has(place + 1, "decade_suffix") and row.joined(place + 1) and value % 10 == 0 and value
    ):
        return Dated(place, place + 2, "", doubt="a decade")
    return _marked(row, place)


def _other_calendar(row: Row, place: int) -> Dated | None:
    """15 رمضان 1445, 1445هـ: no date of the calendar that periods are in."""
    last = place + 1
    if row.has(last, "other_month") and row.near(last):
        last += 1
        last += row.plain(last) in ANY_YEARS and row.near(last)
    if row.has(last, "era_mark") and row.near(last):
        last += 1
    return Dated(place, last, "", doubt="a date of another calendar") if last > place + 1 else None


def _short_part(row: Row, place: int, value: int) -> Dated | None:
    """3Q, 4Q24, 1H 2025."""
    for role, letter, most in (("quarter_letter", "Q", 4), ("half_letter", "H", 2)):
        token = row.at(place + 1)
        if not (row.has(place + 1, role) and row.joined(place + 1) and 0 < value <= most):
            continue
        year, digits = row.plain(place + 2), row.at(place + 2)
        if year is not None and digits is not None and digits.gap != "\n":
            full = year + 2000 if len(digits.text) == 2 and not digits.gap else year  # noqa: PLR2004
            if full in _YEARS:
                return Dated(place, place + 3, f"{full}-{letter}{value}")
        if token is not None and (letter == "Q" or token.capital):
            return Dated(place, place + 2, "", doubt="the year is not printed")
    return None


def _year(row: Row, place: int, year: int) -> Dated | None:
    """A year and what stands beside it."""
    after = place + 1
    to = row.plain(place + 2)
    token = row.at(place + 2)
    if row.sign(after, _SPANS) and to is not None and token is not None and not token.gap:
        length = len(token.text)
        end = year // 100 * 100 + to if length == 2 else to  # noqa: PLR2004
        if length in {2, 4} and end in _YEARS and year in _YEARS and year < end:
            last = place + 3
            last += row.has(last, "year_mark") or row.has(last, "year_unit")
            return Dated(place, last, f"{year}/{end}")
    if year in _YEARS and row.has(after, "model_mark") and row.joined(after):
        return Dated(place, after + 1, f"{year}", doubt="the year of a model, or so many of it")
    if row.has(after, "year_mark"):
        last = after + 1
        return _with_part(row, place, last, year)
    if row.has(after, "quarter_letter") or row.has(after, "half_letter"):
        return _with_part(row, place, after, year)
    if year in _YEARS and (row.has(after, "quarter") or row.has(after, "half_year")):
        return _with_part(row, place, after, year)
    if row.sign(after, ("-",)) and row.joined(after) and row.joined(place + 2):
        month = row.at(place + 2)
        if to in MONTHS and month is not None and len(month.text) == 2:  # noqa: PLR2004
            return Dated(place, place + 3, f"{year}-{to:02}")
    return None


def _with_part(row: Row, first: int, place: int, year: int) -> Dated:
    """2025年 and its month, quarter or half, if one follows."""
    if not row.near(place):
        return Dated(first, place, f"{year}")
    part = _part(row, place)
    if part is not None:
        name, last = part
        return Dated(first, last, f"{year}-{name}")
    month = row.month(place)
    if month is None:
        return Dated(first, place, f"{year}")
    day = row.small(month[1], _DAYS)
    if day is None or not row.has(day[1], "day_mark"):
        return Dated(first, month[1], f"{year}-{month[0]:02}")
    return Dated(first, day[1] + 1, f"{year}-{month[0]:02}-{day[0]:02}")


def _part(row: Row, place: int) -> tuple[str, int] | None:
    """Q3 or H1, in letters or words, and the place after it."""
    token = row.at(place)
    if token is None:
        return None
    for role, letter, most in (("quarter_letter", "Q", 4), ("half_letter", "H", 2)):
        value = row.plain(place + 1)
        if role in token.roles and row.joined(place + 1) and value in range(1, most + 1):
            return f"{letter}{value}", place + 2
    for role, letter in (("quarter", "Q"), ("half_year", "H")):
        if role in token.roles:
            return f"{letter}{token.roles[role]}", place + 1
    start = place + 1 if row.has(place, "rank") else place
    number = row.small(start, range(1, 5))
    if number is not None and row.has(number[1], "quarter_mark"):
        return f"Q{number[0]}", number[1] + 1
    return None


def _part_first(row: Row, place: int) -> Dated | None:
    """Q3 2025, third quarter of 2025, FY2025; a quarter without a year has no period."""
    if row.has(place, "year_letter"):
        value = row.plain(place + 1)
        if value is None or not row.near(place + 1):
            return None
        year = value + 2000 if value < 100 else value  # noqa: PLR2004
        return Dated(place, place + 2, f"{year}") if year in _YEARS else None
    part = _part(row, place)
    if part is None:
        return None
    name, last = part
    after = last
    while row.near(after) and (
        row.has(after, "of") or row.has(after, "year_before") or row.sign(after, (",", "-"))
    ):
        after += 1
    year_ = row.plain(after)
    if year_ in _YEARS and row.near(after):
        return Dated(place, after + 1, f"{year_}-{name}")
    return Dated(place, last, "", doubt="the year is not printed")


def _month_first(row: Row, place: int) -> Dated | None:
    """December 23, 2025; December 2025; a month alone only as an evident one."""
    month = row.tokens[place].roles["month"]
    after = place + 1
    if row.sign(after, (".",)) and row.joined(after):
        after += 1
    value = row.plain(after)
    token = row.at(after)
    if value is None or token is None or not row.near(after):
        return None
    if len(token.text) == 4 and value in _YEARS:  # noqa: PLR2004
        return Dated(place, after + 1, f"{value}-{month:02}")
    if value not in _DAYS:
        return None
    after += 1
    after += row.has(after, "ordinal_suffix") and row.joined(after)
    year = after + 1 if row.sign(after, (",", "،")) else after
    number = row.plain(year)
    if number in _YEARS and row.near(year):
        return Dated(place, year + 1, f"{number}-{month:02}-{value:02}")
    return Dated(place, after, "", doubt="the year is not printed")


def _day_month(row: Row, first: int, day: int, place: int) -> Dated:
    """23 December 2025; the month stands at `place`."""
    month = row.tokens[place].roles["month"]
    after = place + 1
    while row.has(after, "pause") or row.has(after, "year_before"):
        after += 1
    year = row.plain(after)
    if year in _YEARS and row.near(after) and after - place <= 3:  # noqa: PLR2004
        return Dated(first, after + 1, f"{year}-{month:02}-{day:02}")
    return Dated(first, place + 1, "", doubt="the year is not printed")


def _marked(row: Row, place: int) -> Dated | None:
    """10月, 10月3日, 二〇二六年, 三季度, 12点."""
    plain = row.plain(place)
    year = row.spelled(place) if plain is None else (plain, place + 1)
    if year is not None and year[0] in ANY_YEARS and row.has(year[1], "year_mark"):
        return _with_part(row, place, year[1] + 1, year[0])
    month = row.month(place)
    if month is not None:
        day = row.small(month[1], _DAYS)
        last = day[1] + 1 if day is not None and row.has(day[1], "day_mark") else month[1]
        return Dated(place, last, "", doubt="the year is not printed")
    number = row.small(place, range(100))
    if number is None or not row.joined(number[1]):
        return None
    value, after = number
    if row.has(after, "decade_mark"):
        return Dated(place, after + 1, "", doubt="a decade")
    if row.has(after, "quarter_mark") and value in range(1, 5):
        return Dated(place, after + 1, "", doubt="the year is not printed")
    if row.has(after, "day_only_mark") and value in _DAYS:
        return Dated(place, after + 1, "", doubt="the month is not printed")
    return _hour(row, place, value, after)


def _hour(row: Row, place: int, hour: int, after: int) -> Dated | None:
    """12点, 九点三十分."""
    if not (row.has(after, "hour_mark") and hour in range(25)):
        return None
    minute = row.small(after + 1, range(60))
    if minute is not None and row.has(minute[1], "minute_mark"):
        return Dated(place, minute[1] + 1, "", time=True)
    return None if row.plain(place) is None else Dated(place, after + 1, "", time=True)
