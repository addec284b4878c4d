"""What names of other languages and of speech mean here: `avg`, `company`, `dollars`, `null`."""

from __future__ import annotations

from typing import Final

from factcheck.lang import fields, syntax
from factcheck.lang.bind.context import Context
from factcheck.lang.soft_tables import power_of_ten

FUNCTIONS: Final = {
    "avg": "write `mean`",
    "average": "write `mean`",
    "total": "write `sum`",
    "add": "write `sum`",
    "len": "write `count`",
    "length": "write `count`",
    "size": "write `count`",
    "number": "write `count`",
    "least": "write `min`",
    "greatest": "write `max`",
    "round": "figures are not rounded: say how close they have to be, as in `x ≈ y within 5%`",
    "floor": "figures are not rounded: say how close they have to be, as in `x ≈ y within 5%`",
    "sqrt": "there are no roots: compare with a square instead, `x = y ^ 2`",
    "pow": "write `x ^ 2`",
    "isnull": "write `x is not stated`",
    "is_null": "write `x is not stated`",
    "coalesce": "a figure that is missing is not zero; ask for it with `x is stated`",
    "year": "`years(period)` is its length; a year is compared with `period = 2025`",
    "date": "write a date as it is: `2025-12-23`",
    "not": "write `not (…)`",
    "if": "write `if … then …` at the top of a `check`",
}
"""Help for calls of functions that there are not, by their names in small letters."""

FIELDS: Final = {
    "company": "entity",
    "country": "entity",
    "subject": "entity",
    "organisation": "entity",
    "organization": "entity",
    "firm": "entity",
    "who": "entity",
    "year": "period",
    "quarter": "period",
    "month": "period",
    "date": "period",
    "time": "period",
    "day": "period",
    "publisher": "source.publisher",
    "published": "source.published",
    "article": "source",
    "indicator": "metric",
    "variable": "metric",
    "currency": "unit",
    "text": "quote",
    "number": "value",
    "amount": "value",
    "figure": "value",
    "state": "status",
}
"""The fields that are meant by other names."""

UNITS: Final = {
    "percent": "write `%`, as in `5%`",
    "pct": "write `%`, as in `5%`",
    "percentage": "write `pp` for percentage points, as in `3 pp`",
    "points": "write `pp` for percentage points, as in `3 pp`",
    "bps": "write hundredths of a percentage point as `0.01 pp`",
    "days": "write `day`",
    "times": "write `10 times x`",
    "x": "write `10 times x`, or `×` to multiply",
}
CURRENCIES: Final = {
    "dollar": "USD",
    "usd": "USD",
    "us$": "USD",
    "euro": "EUR",
    "pound": "GBP",
    "yen": "JPY",
    "yuan": "CNY",
    "rmb": "CNY",
    "renminbi": "CNY",
    "元": "CNY",
    "人民币": "CNY",
    "美元": "USD",
    "欧元": "EUR",
    "日元": "JPY",
    "دولار": "USD",
    "يورو": "EUR",
    "يوان": "CNY",
}
SPANS_OF_TIME: Final = ("days", "months", "years", "weekday")
"""The functions of a period."""
NOTHING: Final = ("null", "none", "nil", "nan", "na", "missing", "empty", "unknown", "undefined")


def unit_meant(context: Context, name: str) -> str | None:
    """What to write for a unit in words, or a metric behind a number."""
    if name in context.vocabulary.metrics:
        return f"to multiply, write `2 × {name}`"
    folded = name.casefold()
    if folded in UNITS:
        return UNITS[folded]
    scale = next((word for word in (name[:end] for end in (1, 2, 3)) if power_of_ten(word)), "")
    for text, before in ((folded, ""), (folded.removeprefix(scale.casefold()), scale)):
        code = CURRENCIES.get(text) or CURRENCIES.get(text.removesuffix("s"))
        if code in context.vocabulary.units:
            return f"write `{before}{' ' * bool(before)}{code}`"
    return None


def name_meant(name: str) -> str | None:
    """What to write for a name that is no metric: a status, a field of a source, nothing."""
    if name.casefold() in NOTHING:
        return "write `x is not stated`"
    if name.casefold() in ("true", "false"):
        return "a condition stands alone: write it, or `not` before it"
    if name in fields.STATUSES:
        return f"`{name}` is a status: write `status = {name}`, or `status in {{…}}` for several"
    if name in SPANS_OF_TIME:
        return f"`{name}` is a function: write `{name}(period)`"
    known = FIELDS.get(name.casefold())
    return f"did you mean `{known}`?" if known else None


def function_meant(call: syntax.Call) -> str | None:
    """What to write for a function that there is not."""
    return FUNCTIONS.get(call.function.text.casefold())
