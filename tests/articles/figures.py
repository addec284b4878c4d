"""A small reader of the figures in short quotes, independent of the package it tests.

It knows the forms that the five articles use, in English, Arabic and Chinese, and no others.
"""

import re
from decimal import Decimal
from typing import Final

from attrs import frozen

SCALES: Final = {
    "万亿": 12, "萬億": 12, "亿": 8, "億": 8, "万": 4, "萬": 4,
    "trillion": 12, "billion": 9, "million": 6, "مليار": 9,
}  # fmt: skip
CURRENCIES: Final = {
    "美元": "USD", "美金": "USD", "USD": "USD", "dollars": "USD",
    "دولار": "USD", "الدولارات": "USD", "元": "CNY", "RMB": "CNY", "يوان": "CNY",
}  # fmt: skip
SPOKEN: Final = (
    (r"千亿", "1e11", "order"),
    (r"超千万", "1e7", "gt"),
    (r"千万级", "1e7", "order"),
    (r"上百亿", "1e10", "ge"),
    (r"上百", "100", "ge"),
    (r"数十亿", "1e9", "order"),
    (r"(?<!千)亿级", "1e8", "order"),
    (r"數百萬", "1e6", "order"),
    (r"\bbillions of\b", "1e9", "order"),
    (r"مليارات", "1e9", "order"),
    (r"低十位數百分比", "0.1", "order"),
    (r"一多半|大半", "0.5", "gt"),
    (r"一半|\bhalf\b|نصف", "0.5", ""),
    (r"第一|最大|一號|\bmost\b|\bhighest\b|تصدر", "1", ""),
    (r"第三|三[道家年]", "3", ""),
    (r"五年", "5", ""),
    (r"沒有", "0", ""),
    (r"الثلاثاء", "2", ""),
)
"""Figures in words: pattern, value, relation; the first that is found stands for the quote."""
RELATIONS: Final = (
    (r"不能低于|低至", "ge"),
    (r"超过|超過|超(?=[\d千])|\bover\b|\bexceeding\b", "gt"),
    (r"不到", "lt"),
)
ABOUT: Final = r"约|約|\babout\b|\bapproximately\b|نحو"
FALL: Final = r"下降|降幅"
PER: Final = {"每天": "/day", "每分钟": "/minute", "each": "/chip"}
NUMBER: Final = re.compile(
    r"(?P<dollar>\$)?(?P<whole>\d[\d,]*)(?:\.(?P<part>\d+))?"
    rf"\s*(?P<scale>{'|'.join(SCALES)})?\s*(?P<percent>%)?\s*(?P<currency>{'|'.join(CURRENCIES)})?"
)


@frozen
class Figure:
    """What the words of a quote say; `decimals` is None where they give an exact count."""

    value: Decimal
    decimals: int | None
    relation: str
    hedge: str
    currency: str
    percent: bool


def read(quote: str) -> list[Figure]:
    """The figures of a quote: the one in words, or else every one in digits."""
    for pattern, value, relation in SPOKEN:
        if re.search(pattern, quote, re.IGNORECASE):
            currency = next((CURRENCIES[word] for word in CURRENCIES if word in quote), "")
            return [Figure(Decimal(value), None, relation, _hedge(quote), currency, percent=False)]
    return [_in_digits(found, quote) for found in NUMBER.finditer(quote)]


def per(quote: str) -> str:
    """The denominator of the unit, where the quote names it."""
    return next((unit for word, unit in PER.items() if word in quote), "")


def _in_digits(found: re.Match[str], quote: str) -> Figure:
    part, scale, percent = found["part"] or "", found["scale"], bool(found["percent"])
    currency = "USD" if found["dollar"] else CURRENCIES.get(found["currency"] or "", "")
    power = SCALES[scale] if scale else -2 if percent else 0
    value = Decimal(found["whole"].replace(",", "") + "." + (part or "0")).scaleb(power)
    sign = -1 if re.search(FALL, quote) else 1
    exact = not (scale or percent or currency)
    decimals = None if exact else len(part) - power
    return Figure(sign * value, decimals, _relation(quote), _hedge(quote), currency, percent)


def _relation(quote: str) -> str:
    return next((name for words, name in RELATIONS if re.search(words, quote)), "")


def _hedge(quote: str) -> str:
    return "about" if re.search(ABOUT, quote, re.IGNORECASE) else ""
