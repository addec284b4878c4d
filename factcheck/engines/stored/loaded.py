"""Checked claims in an engine of tables, and their rules run there."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from functools import partial
from typing import TypeAlias

from factcheck.claims.model import Claims
from factcheck.diagnostics.diagnostic import Diagnostic
from factcheck.engines.budget import Budget
from factcheck.engines.engine import Coverage
from factcheck.engines.limits import Stage, nobody
from factcheck.engines.package import Package
from factcheck.engines.rows import RuleRows
from factcheck.engines.sql.coded import Stored
from factcheck.engines.sql.dialect import Dialect
from factcheck.engines.sql.expression import Column
from factcheck.engines.sql.query import Select, Table, first
from factcheck.engines.sql.runner import Runner, runner
from factcheck.engines.sql.working import build, wanted_metrics
from factcheck.engines.stored.check import check_table, names
from factcheck.engines.stored.explain import Reader
from factcheck.engines.stored.fallback import Fallback, package_of
from factcheck.engines.stored.hidden import refuse_hidden
from factcheck.engines.stored.raw import NUMBERED, RAW, ROW, Raw, count_rows
from factcheck.engines.stored.tell import Telling
from factcheck.engines.stored.unused import coverage
from factcheck.engines.stored.words import Words, read_words
from factcheck.plan.asks import may_drop
from factcheck.plan.model import RulePlan
from factcheck.records import define, evolve
from factcheck.vocabulary.columns import SHAPES
from factcheck.vocabulary.descriptor import Descriptor
from factcheck.vocabulary.model import Vocabulary


@define
class InTables:
    """Checked claims in tables; rules that no query says are run on the claims they need."""

    reader: Reader
    words: Words
    plans: Sequence[RulePlan]
    most: int
    shown: Budget | None = None
    """As many findings are looked at as it has room for; None for all that are told."""
    filtered: bool = True
    """Whether doubles decide what they can; else all is exact arithmetic."""
    stage: Stage = nobody
    runner: Runner | None = None
    fallback: Fallback | None = None

    @property
    def claims(self) -> Claims:
        """Where the claims come from; none of them is held."""
        return Claims(self.reader.descriptor.resources["claims"].shown, ())

    def quoted(self) -> tuple[Claims, int]:
        """The first claims that have a quote, and how many there are besides."""
        raw = self.reader.raw
        columns, most = names(raw), raw.door.most.quotes
        if "quote" not in columns:
            return self.claims, 0
        quoted = Column(columns["quote"]).differs("")
        query = Select({ROW: Column(ROW)}, Table(RAW), where=quoted)
        rows = [row for (row,) in raw.door.rows(first(query, most + 1, Column(ROW)), most + 1)]
        more = count_rows(raw.door, quoted) - most if len(rows) > most else 0
        found = self.reader.claims(rows[:most]) if rows else ()
        return Claims(self.claims.path, found), more

    def run(self, plan: RulePlan, max_readings: int) -> tuple[Package, RuleRows]:
        """The cases of a rule."""
        if self.runner is None or self.fallback is None:
            self.stage("preparing the claims")
            raw = self.reader.raw
            door = raw.door
            stored = Stored(
                door,
                names(raw),
                self.words.meanings,
                raw.typed(),
                NUMBERED if raw.numbered else RAW,
                raw.numbers(),
            )
            working = build(stored, self.reader.vocabulary, self.plans)
            refuse_hidden(self._wanted(), working, self.claims.path)
            fetch = partial(package_of, self.reader)
            self.runner = runner(
                door,
                working,
                fetch,
                self.plans,
                max_readings,
                self.most,
                shown=self.shown,
                ids=stored.columns["claim_id"],
                filtered=self.filtered,
            )
            rest = [one for one in self.plans if one.id not in self.runner.lowered]
            self.fallback = Fallback(self.reader, self.words, rest, self.runner.unsaid)
        return self.runner.run(plan) or self.fallback.run(plan)

    def _wanted(self) -> dict[str, int]:
        """How many claims there are of each metric that is brought into the working table."""
        wanted = wanted_metrics(self.plans)
        found = self.words.claims()
        return {one: n for one, n in found.items() if wanted is None or one in wanted}

    def told_in(self, dialect: Dialect) -> Telling:
        """What notes, from now on, the queries that are asked."""
        reader = self.reader
        telling = Telling(reader.raw.door, dialect)
        self.reader = Reader(evolve(reader.raw, door=telling), reader.descriptor, reader.vocabulary)
        return telling

    def coverage(self, plans: Sequence[RulePlan], used: Collection[str]) -> Coverage:
        """What became of the claims."""
        self.stage("counting the claims in no case")
        told = any(map(may_drop, plans))
        if self.fallback is not None:
            told = told or bool(self.fallback.plans)
        judged = used if told else ()
        return coverage(self.reader, self.words, plans, self.runner, judged)


Checked: TypeAlias = tuple[Reader, Words, list[Diagnostic]]
"""The claims, what their words mean, and what is wrong with them."""


def in_tables(
    found: Checked,
    plans: Sequence[RulePlan],
    most: int,
    *,
    shown: Budget | None = None,
    filtered: bool = True,
    stage: Stage = nobody,
) -> tuple[InTables | None, list[Diagnostic]]:
    """What an engine gives: the claims for some plans unless a mistake is among them."""
    reader, words, told = found
    if any(one.is_error for one in told):
        return None, told
    return InTables(reader, words, plans, most, shown, filtered, stage), told


def checked(raw: Raw | None, descriptor: Descriptor, vocabulary: Vocabulary) -> Checked | None:
    """The claims and what is wrong with them; None when their table cannot be taken apart."""
    if raw is None or not _has_keys(raw):
        return None
    reader = Reader(raw, descriptor, vocabulary)
    words = read_words(raw, vocabulary, descriptor.limits)
    found = check_table(reader, words)
    if found is None:
        return None
    if not found and any(words.wrong(column) for column in words.meanings):
        return None  # words that no row has: the file is damaged
    return reader, words, found


def _has_keys(raw: Raw) -> bool:
    """Whether all needed columns are there."""
    return all(column in raw.columns for column in SHAPES["claims"].required)
