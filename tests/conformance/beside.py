"""Batches whose tables differ in their claims alone, side by side as one package.

Each has metrics and claims of its own, whose names end in its number. A rule that names no metric
would see the claims of all, so it is told which are its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TypeAlias

from attrs import evolve, frozen

from tests.conformance.batch import Batch
from tests.conformance.package import rows_of, tables_of, text_of, write_tables
from tests.conformance.reader import Case, Expected

Tables: TypeAlias = dict[str, str]

_SUFFIX = re.compile(r"_at_[0-9]+(?![0-9])")
_WORD = re.compile(r"\w+")
_RULE = re.compile(r"^(?=\W*rule )", re.MULTILINE)
_NAME = re.compile(r"^\W*rule [^\s:]+", re.MULTILINE)
_CLAIM = re.compile(r"\bclaim = \w+")
_BEGIN = re.compile(r"\bwhere |\bcheck (?!members agree)")
"""Where a rule says which claims are its own."""
_NOT_BESIDE = re.compile(r"is (?:not )?stated|check metric\b|check value . 0")
"""What a rule says of the cases of other batches too, of all metrics, or of values of any unit."""
_OWN = ("claim_id", "metric_id", "converts")
"""The columns of claims that name a metric or a claim."""
_FEWEST = 6
"""Of batches in one package: fewer are hardly worth it."""


def plain(text: str) -> str:
    """What is told of a batch, with the names that it has alone."""
    return _SUFFIX.sub("", text)


@frozen
class Beside:
    """Batches by their number in the package."""

    batches: tuple[Batch, ...]

    @property
    def tables(self) -> tuple[tuple[str, str], ...]:
        """Those of the first; its claims apart they are those of all."""
        return self.batches[0].tables

    @property
    def cases(self) -> tuple[Case, ...]:
        """Those of all."""
        return tuple(case for batch in self.batches for case in batch.cases)

    def write(self, folder: Path) -> None:
        """One package of all."""
        each = [_of_its_own(batch, number) for number, batch in enumerate(self.batches)]
        tables = tables_of(self.cases[0])
        for name in ("metrics", "claims"):
            tables[name] = _together([one[name] for one, _ in each])
        write_tables(tables, [text for _, rules in each for text in rules], folder)

    def expected(self) -> Iterator[tuple[str, Expected]]:
        """What is expected of each rule, by its name in the package."""
        for number, batch in enumerate(self.batches):
            for name, one in batch.expected():
                yield _named(name, number), one


def beside(batches: Iterable[Batch]) -> list[Beside]:
    """Those that can stand side by side, in as few packages as they have other tables."""
    found: dict[tuple[tuple[str, str], ...], list[Batch]] = {}
    for batch in batches:
        cases = tuple(filter(_can_stand_beside, batch.cases))
        if cases:
            tables = tables_of(cases[0])
            shared = tuple(one for one in sorted(tables.items()) if one[0] != "claims")
            found.setdefault(shared, []).append(evolve(batch, cases=cases))
    return [Beside(tuple(own)) for own in found.values() if len(own) >= _FEWEST]


def _can_stand_beside(case: Case) -> bool:
    return not any(map(_NOT_BESIDE.search, case.rules))


def _named(name: str, number: int) -> str:
    return f"{name}_at_{number}"


def _of_its_own(batch: Batch, number: int) -> tuple[Tables, list[str]]:
    """Its metrics and claims, and its rules."""
    tables = tables_of(batch.cases[0])
    header, *metrics = rows_of(tables["metrics"])
    texts = batch.rules()
    words = set(_WORD.findall(" ".join((tables["claims"], *texts))))
    used = [[_named(row[0], number), *row[1:]] for row in metrics if row[0] in words]
    names = _Names(number, frozenset(row[0] for row in metrics), [row[0] for row in used])
    own = {"metrics": text_of([header, *used]), "claims": names.in_claims(tables["claims"])}
    return own, [names.in_rules(text) for text in texts]


@frozen
class _Names:
    """What a batch's own things are called."""

    number: int
    metrics: frozenset[str]
    used: list[str]

    def in_claims(self, claims: str) -> str:
        """The table of claims."""
        header, *rows = rows_of(claims)
        places = [place for place, name in enumerate(header) if name in _OWN]
        for row in rows:
            for place in places:
                row[place] = _named(row[place], self.number) if row[place] else ""
        return text_of([header, *rows])

    def in_rules(self, text: str) -> str:
        """The rules of one text."""
        return "".join(self._in_rule(rule) for rule in _RULE.split(text))

    def _in_rule(self, rule: str) -> str:
        renamed = _CLAIM.sub(self._renamed, _NAME.sub(self._renamed, rule))
        found = _WORD.sub(self._as_metric, renamed)
        if found != renamed:
            return found
        return _BEGIN.sub(self._restricted, found, count=1)

    def _restricted(self, match: re.Match[str]) -> str:
        own = f"where metric in {{{', '.join(self.used)}}}"
        return f"{own} and " if match[0] == "where " else f"{own} {match[0]}"

    def _renamed(self, match: re.Match[str]) -> str:
        return _named(match[0], self.number)

    def _as_metric(self, match: re.Match[str]) -> str:
        return self._renamed(match) if match[0] in self.metrics else match[0]


def _together(tables: Sequence[str]) -> str:
    """Tables below each other, with the columns of all."""
    each = [rows_of(text) for text in tables]
    columns = list(dict.fromkeys(name for header, *_ in each for name in header))
    rows = [dict(zip(header, row, strict=True)) for header, *own in each for row in own]
    return text_of([columns, *([row.get(name, "") for name in columns] for row in rows)])
