"""The factcheck block of a descriptor: profile, dimensions, currency, hedges, words, rules."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Final, TypeGuard

from factcheck.diagnostics.package_codes import DESCRIPTOR_VALUE, PROFILE_VERSION, UNKNOWN_KEY
from factcheck.diagnostics.suggest import did_you_mean
from factcheck.records import Factory, Record, frozen
from factcheck.vocabulary.columns import SHAPES
from factcheck.vocabulary.files import inside
from factcheck.vocabulary.hedges import DEFAULT_HEDGES, parse_hedge
from factcheck.vocabulary.model import Hedge
from factcheck.vocabulary.resources import THE_KEY, Problem
from factcheck.vocabulary.wrong import Wrong, shorten

if TYPE_CHECKING:  # few packages have any
    from factcheck.vocabulary.printed_words import Words

PROFILES: Final = ("1.0",)
_KEYS: Final = ("profile", "dimensions", "currency", "hedges", "words", "rules")


@frozen
class Block(Record):
    """What the block says, with its defaults."""

    dimensions: tuple[str, ...] = ()
    currency: str | None = None
    hedges: Mapping[str, Hedge] = DEFAULT_HEDGES
    words: Words = Factory(dict)
    rules: str | None = None
    """A path inside the package, relative to its folder."""


def read_block(value: object, folder: Path) -> tuple[Block, list[Problem]]:
    """The block, and what is wrong with it, by the path of the value."""
    if value is None:
        return Block(), []
    if not isinstance(value, dict):
        wrong = Wrong(
            DESCRIPTOR_VALUE, "`factcheck` has to be an object", 'for example {"profile": "1.0"}'
        )
        return Block(), [(("factcheck",), wrong)]
    hedges, wrong_hedges = _hedges(value.get("hedges"))
    words, wrong_words = _words(value.get("words"))
    problems = [*_unknown_keys(value), *_check(value, folder), *wrong_hedges, *wrong_words]
    if problems:
        return Block(), [(("factcheck", *path), wrong) for path, wrong in problems]
    dimensions = tuple(value.get("dimensions") or ())
    return Block(dimensions, value.get("currency"), hedges, words, value.get("rules")), []


def _words(value: object) -> tuple[Words, list[Problem]]:
    """The words that its sources have for figures, and what is wrong with them."""
    if value is None:
        return {}, []
    from factcheck.vocabulary.printed_words import read_words  # noqa: PLC0415 (as above)

    return read_words(value)


def _unknown_keys(value: dict[str, object]) -> Iterator[Problem]:
    for key in value:
        if key not in _KEYS:
            known = ", ".join(f"`{name}`" for name in _KEYS)
            help_ = did_you_mean(key, _KEYS) or f"the keys are {known}"
            yield (
                (key, THE_KEY),
                Wrong(UNKNOWN_KEY, f"the factcheck block has no key `{shorten(key)}`", help_),
            )


def _check(value: dict[str, object], folder: Path) -> Iterator[Problem]:
    profile = value.get("profile")
    if profile not in PROFILES:
        known = isinstance(profile, str) and f"the profile `{shorten(profile)}` is not known"
        message = known or "the block needs a `profile`"
        yield ("profile",), Wrong(PROFILE_VERSION, message, 'this version reads "1.0"')
    if "currency" in value and not _is_name(value["currency"]):
        wrong = Wrong(
            DESCRIPTOR_VALUE, "`currency` has to be the id of a unit", 'for example "CNY"'
        )
        yield ("currency",), wrong
    yield from _dimensions(value.get("dimensions"))
    if "rules" in value:
        yield from _rules(value["rules"], folder)


def _dimensions(value: object) -> Iterator[Problem]:
    if value is None:
        return
    if not isinstance(value, list):
        wrong = Wrong(
            DESCRIPTOR_VALUE, "`dimensions` has to be a list of columns", 'for example ["region"]'
        )
        yield ("dimensions",), wrong
        return
    for index, name in enumerate(value):
        if not _is_name(name):
            message = "a dimension has to be the name of a column"
        elif name in SHAPES["claims"].columns:
            message = f"`{name}` is a column of every package, not a dimension of this one"
        elif name in value[:index]:
            message = f"the dimension `{shorten(name)}` stands twice"
        else:
            continue
        yield (
            ("dimensions", index),
            Wrong(DESCRIPTOR_VALUE, message, "a column that this package adds"),
        )


def _hedges(value: object) -> tuple[Mapping[str, Hedge], list[Problem]]:
    if value is None:
        return DEFAULT_HEDGES, []
    if not isinstance(value, dict):
        wrong = Wrong(
            DESCRIPTOR_VALUE, "`hedges` has to be an object", 'for example {"about": "10%"}'
        )
        return {}, [(("hedges",), wrong)]
    hedges: dict[str, Hedge] = {}
    problems: list[Problem] = []
    for name, share in value.items():
        hedge = parse_hedge(share)
        if not _is_name(name):
            wrong = Wrong(DESCRIPTOR_VALUE, "a hedge needs a name", "for example `about`")
            problems.append((("hedges", name), wrong))
        elif isinstance(hedge, Wrong):
            problems.append((("hedges", name), hedge))
        else:
            hedges[name] = hedge
    return hedges, problems


def _rules(value: object, folder: Path) -> Iterator[Problem]:
    if not isinstance(value, str) or not value:
        wrong = Wrong(
            DESCRIPTOR_VALUE, "`rules` has to be a path inside the package", 'for example "rules"'
        )
        yield ("rules",), wrong
        return
    real = inside(folder, value)
    if isinstance(real, Wrong):
        yield ("rules",), real


def _is_name(value: object) -> TypeGuard[str]:
    return isinstance(value, str) and value != "" and value == value.strip()
