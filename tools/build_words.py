"""Writes what CLDR knows of each language to `factcheck/quantities/words/cldr`, through Babel.

`make words`. A language is its file of own words, `factcheck/quantities/words/LANGUAGE.toml`, whose
`locales` name the locales of CLDR to draw from.
"""

import json
import re
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Final

from babel import Locale
from babel.core import get_cldr_version, get_global

WORDS: Final = Path(__file__).parent.parent / "factcheck" / "quantities" / "words"
LIKELIEST: Final = (
    "USD",
    "EUR",
    "CNY",
    "JPY",
    "GBP",
    "HKD",
    "TWD",
    "KRW",
    "AUD",
    "CAD",
    "SGD",
    "CHF",
    "INR",
    "SAR",
    "AED",
    "EGP",
)
"""First among the candidates of a word like dollar; the others follow by their code."""

UNITS: Final = [
    "duration-century",
    "duration-decade",
    "duration-year",
    "duration-month",
    "duration-week",
    "duration-day",
    "duration-hour",
    "duration-minute",
    "duration-second",
    "duration-millisecond",
    "length-kilometer",
    "length-meter",
    "length-centimeter",
    "length-millimeter",
    "length-micrometer",
    "length-nanometer",
    "length-mile",
    "length-foot",
    "length-inch",
    "length-yard",
    "area-square-kilometer",
    "area-square-meter",
    "area-hectare",
    "area-acre",
    "area-square-mile",
    "area-square-foot",
    "volume-cubic-meter",
    "volume-liter",
    "volume-milliliter",
    "volume-barrel",
    "volume-gallon",
    "mass-tonne",
    "mass-kilogram",
    "mass-gram",
    "mass-milligram",
    "mass-pound",
    "mass-ounce",
    "power-gigawatt",
    "power-megawatt",
    "power-kilowatt",
    "power-watt",
    "energy-kilowatt-hour",
    "energy-joule",
    "digital-petabyte",
    "digital-terabyte",
    "digital-gigabyte",
    "digital-megabyte",
    "digital-kilobyte",
    "digital-byte",
    "digital-terabit",
    "digital-gigabit",
    "digital-megabit",
    "digital-bit",
    "frequency-gigahertz",
    "frequency-megahertz",
    "frequency-hertz",
    "temperature-celsius",
    "temperature-fahrenheit",
    "speed-kilometer-per-hour",
    "speed-mile-per-hour",
]
SHORTEST: Final = 2
"""A unit of one Latin letter (m, t, h) means too many things."""


def main() -> None:
    """One file for each language."""
    for path in sorted(WORDS.glob("*.toml")):
        table = tomllib.loads(path.read_text("utf-8"))
        if "locales" in table:
            text = json.dumps(cldr(table), ensure_ascii=False, indent=0, sort_keys=True)
            (WORDS / "cldr" / f"{path.stem}.json").write_text(text + "\n", "utf-8")


def cldr(table: Mapping[str, Any]) -> Mapping[str, object]:
    """The words of all locales of one language, each under its meaning."""
    currencies: dict[str, list[str]] = {}
    months: dict[str, int] = {}
    units: dict[str, list[str]] = {}
    scales: dict[str, int] = {}
    for name in table["locales"]:
        locale = Locale.parse(name)
        for code, word in _currency_words(locale, table.get("head")):
            _append(currencies, word, code)
        for word, month in _months(locale):
            months.setdefault(word, month)
        for unit, word in _units(locale):
            _append(units, unit, word)
        for word, power in _scales(locale):
            scales.setdefault(word, power)
    return {
        "cldr": get_cldr_version(),
        "locales": table["locales"],
        "currencies": {word: sorted(codes, key=_rank) for word, codes in currencies.items()},
        "months": months,
        "scales": scales,
        "units": units,
    }


def _append(lists: dict[str, list[str]], key: str, one: str) -> None:
    held = lists.setdefault(key, [])
    if one not in held:
        held.append(one)


def _rank(code: str) -> tuple[int, str]:
    return (LIKELIEST.index(code) if code in LIKELIEST else len(LIKELIEST), code)


def _in_use() -> frozenset[str]:
    """The codes that are legal tender somewhere today."""
    return frozenset(
        code
        for uses in get_global("territory_currencies").values()
        for code, _, end, tender in uses
        if end is None and tender
    )


def _currency_words(locale: Locale, head: str | None) -> Iterator[tuple[str, str]]:
    """Names and symbols of each currency; a name's head (dollars) is a word for all of them."""
    names = locale._data["currency_names_plural"]  # noqa: SLF001 -- Babel has no other door to them
    for code in sorted(_in_use()):
        yield code, code
        for word in sorted(
            {locale.currencies.get(code, code), *dict(names.get(code, {})).values()}
        ):
            plain = _plain(word)
            yield code, plain
            parts = plain.split(" ")
            if head and len(parts) > 1:
                yield code, parts[0 if head == "first" else -1]
        symbol = _plain(locale.currency_symbols.get(code, code))
        if len(symbol) >= SHORTEST and not symbol.isalpha():
            yield code, symbol


def _plain(word: str) -> str:
    return re.sub("[\u200e\u200f]", "", re.sub(r"\s*[(（].*?[)）]", "", word)).strip()


def _months(locale: Locale) -> Iterator[tuple[str, int]]:
    for width in ("wide", "abbreviated"):
        for month, word in locale.months["format"][width].items():
            if not any(one.isdigit() for one in word):
                yield word.strip("."), month


def _units(locale: Locale) -> Iterator[tuple[str, str]]:
    for unit in UNITS:
        for width in ("long", "short"):
            for key, pattern in locale._data["unit_patterns"][unit].get(width, {}).items():  # noqa: SLF001
                if isinstance(pattern, str) and "{0}" in pattern and key != "per":
                    word = _plain(pattern.replace("{0}", ""))
                    if len(word) >= SHORTEST or not word.isascii():
                        yield unit.partition("-")[2], word


def _scales(locale: Locale) -> Iterator[tuple[str, int]]:
    """From the patterns of compact numbers: `000 billion` at 10^11 says that a billion is 10^9."""
    formats = locale.compact_decimal_formats
    for patterns in (formats.get("long") or formats["short"]).values():
        for power, pattern in patterns.items():
            shown = pattern.pattern
            word = _plain(shown.replace("0", "").replace("'", ""))
            if word and " " not in word and len(word) > (1 if word.isascii() else 0):
                yield word, len(power) - shown.count("0")


if __name__ == "__main__":
    main()
