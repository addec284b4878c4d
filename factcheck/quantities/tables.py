"""The tables of words: one file a language, and what CLDR knows of it beside it."""

import json
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from typing import Any, Final

from factcheck.quantities.built import WORDS, built
from factcheck.quantities.fold import fold_word
from factcheck.quantities.lexicon import Entries, Lexicon

DEFAULT_LANGUAGES: Final = ("en", "zh", "ar")
_COMMON: Final = "common"

_ONE_VALUE: Final = {
    "numbers": "number",
    "digits": "digit",
    "formal_digits": "formal",
    "scales": "scale",
    "letter_scales": "letter",
    "orders": "order",
    "denominators": "denominator",
    "ordinals": "ordinal",
    "months": "month",
    "quarters": "quarter",
    "halves": "half_year",
    "fraction_prefixes": "fraction_prefix",
    "subunits": "subunit",
}
"""Tables from a word to a whole number, and the role that they give it."""

_RATIOS: Final = {
    "fractions": "fraction",
    "fractions_of": "fraction_of",
    "multiples": "multiple",
}
"""Tables from a word to a number or `"2/3"`."""

_BY_MEANING: Final = {
    "units": "units",
    "nouns": "nouns",
    "duals": "dual",
    "heat_letters": "heat_letter",
    "halves_of_units": "half_unit",
    "per": "per",
    "relations.before": "relation_before",
    "relations.far": "relation_far",
    "relations.verbs": "relation_verb",
    "relations.verbs_on": "relation_verb_on",
    "relations.verbs_to": "relation_verb_to",
    "relations.after": "relation_after",
    "relations.inside": "relation_inside",
    "relations.of_bare_scale": "relation_bare",
    "hedges.before": "hedge_before",
    "hedges.inside": "hedge_inside",
    "hedges.after": "hedge_after",
}
"""Tables from a meaning to the words that have it."""


@cache
def lexicon(*languages: str) -> Lexicon:
    """The words of these languages together, by default of those that the reader comes with."""
    languages = languages or DEFAULT_LANGUAGES
    words = built(table_files(languages)) if languages == DEFAULT_LANGUAGES else None
    return words or entries_of(languages).lexicon()


def table_files(languages: Iterable[str]) -> tuple[Path, ...]:
    """The tables of these languages, with what all have in common."""
    own = [path for name in languages for path in (_own(name), _of_cldr(name))]
    return (_own(_COMMON), *own)


def entries_of(languages: Iterable[str]) -> Entries:
    """The words of these languages, from their tables."""
    entries = Entries()
    add_table(entries, _toml(_COMMON))
    for language in languages:
        entries.languages.append(language)
        add_table(entries, _toml(language))
        add_cldr(entries, _cldr(language))
    return entries


def with_words(words: Mapping[str, Mapping[str, Iterable[str]]]) -> Lexicon:
    """The default languages with a package's words: kind, meaning, and the words that have it.

    The kinds are `units`, `counted`, `hedges` and `relations`; a unit of three capital letters is a
    currency. Without words it is the lexicon that every other text is read with.
    """
    if not words:
        return lexicon()
    units = words.get("units", {})
    currencies: dict[str, list[str]] = {}
    for code, names in units.items():
        for name in names if _is_code(code) else ():
            currencies.setdefault(name, []).append(code)
    table = {
        "currencies": currencies,
        "units": {unit: names for unit, names in units.items() if not _is_code(unit)},
        "nouns": words.get("counted", {}),
        "hedges": {"before": words.get("hedges", {})},
        "relations": {"before": words.get("relations", {})},
    }
    return extended(DEFAULT_LANGUAGES, table)


def extended(base: Iterable[str], *more: Mapping[str, Any]) -> Lexicon:
    """The words of the languages `base`, and those of tables of the same form as their files."""
    entries = Entries()
    for name in (_COMMON, *base):
        add_table(entries, _toml(name))
    for name in base:
        entries.languages.append(name)
        add_cldr(entries, _cldr(name))
    for table in more:
        add_table(entries, table)
    return entries.lexicon()


def add_table(entries: Entries, table: Mapping[str, Any]) -> None:
    """One language's own words, or a package's."""
    _add_writing(entries, table)
    for name, role in _ONE_VALUE.items():
        for word, value in table.get(name, {}).items():
            entries.add(word, role, value)
    for name, role in _RATIOS.items():
        for word, value in table.get(name, {}).items():
            entries.add(word, role, _ratio(value))
    for word, codes in table.get("currencies", {}).items():
        _add_currency(entries, word, codes)
    for name, role in _BY_MEANING.items():
        for meaning, words in _section(table, name).items():
            _add_all(entries, words, role, meaning)
    for role, words in table.get("words", {}).items():
        _add_all(entries, words, role, value=True)


def _ratio(value: str | int) -> tuple[int, int]:
    from fractions import Fraction  # noqa: PLC0415 (only where nothing is built)

    ratio = Fraction(value)
    return ratio.numerator, ratio.denominator


def _add_writing(entries: Entries, table: Mapping[str, Any]) -> None:
    """How a language writes numbers and puts words together."""
    entries.decimal.update(table.get("decimal", ()))
    entries.group.update(table.get("group", ()))
    entries.without.update(table.get("without", ()))
    entries.article = table.get("article", entries.article)
    for prefix, kind in table.get("prefixes", {}).items():
        entries.prefixes[fold_word(prefix)] = kind
    for one, other in table.get("variants", {}).items():
        entries.variants[ord(one)] = other


def _add_currency(entries: Entries, word: str, codes: Iterable[str]) -> None:
    entries.add(word, "units", tuple(codes))
    entries.add(word, "money", value=True)
    if _is_code(word):
        entries.add(word, "code", value=True)


def _add_all(entries: Entries, words: Iterable[str], role: str, value: object) -> None:
    for word in words:
        entries.add(word, role, value)


def add_cldr(entries: Entries, table: Mapping[str, Any]) -> None:
    """What CLDR knows of a language; what its own table says of a word goes before."""
    known = {word: frozenset(roles) for word, roles in entries.roles.items()}
    without = {fold_word(word) for word in entries.without}

    def is_new(word: str, role: str) -> bool:
        folded = fold_word(word)
        roles = known.get(folded, frozenset())
        return folded not in without and not roles & (
            {role, "order"} if role == "scale" else {role}
        )

    own = {
        name: {word: value for word, value in table[name].items() if is_new(word, role)}
        for name, role in (("currencies", "units"), ("months", "month"), ("scales", "scale"))
    }
    units = {
        unit: [word for word in words if is_new(word, "units")]
        for unit, words in table["units"].items()
    }
    add_table(entries, {**own, "units": units})


def _is_code(word: str) -> bool:
    """Whether this is a code of ISO 4217, which is a word of its own only in capitals: ALL, TRY."""
    return len(word) == len("CNY") and word.isascii() and word.isupper()


def _section(table: Mapping[str, Any], name: str) -> Mapping[str, list[str]]:
    for part in name.split("."):
        table = table.get(part, {})
    return table


def _own(name: str) -> Path:
    return WORDS / f"{name}.toml"


def _of_cldr(language: str) -> Path:
    return WORDS / "cldr" / f"{language}.json"


def _toml(name: str) -> Mapping[str, Any]:
    import tomllib  # noqa: PLC0415 (only where nothing is built)

    return tomllib.loads(_own(name).read_text("utf-8"))


def _cldr(language: str) -> Mapping[str, Any]:
    read: Mapping[str, Any] = json.loads(_of_cldr(language).read_text("utf-8"))
    return read
