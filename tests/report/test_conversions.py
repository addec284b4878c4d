"""Rates are looked through once for a report, however many findings were converted."""

from collections.abc import Iterator
from pathlib import Path
from typing import ClassVar

from attrs import evolve

from factcheck.check import check
from factcheck.report.build import build_report
from factcheck.vocabulary.model import Rate
from tests.publish.package import write_small

CASES = 20


class Counted(tuple[Rate, ...]):
    """Rates that count how often they are gone through."""

    __slots__ = ()
    times: ClassVar[list[None]] = []

    def __iter__(self) -> Iterator[Rate]:
        self.times.append(None)
        return super().__iter__()


def test_rates_are_looked_through_once(tmp_path: Path) -> None:
    small = write_small(tmp_path)
    entities, claims = small.table("entities"), small.table("claims")
    for each in range(CASES):
        with entities.open("a", encoding="utf-8") as file:
            file.write(f"e{each},E\n")
        with claims.open("a", encoding="utf-8") as file:
            file.write(f"b{each},s1,e{each},budget,2025,100,EUR,,,\n")
            file.write(f"x{each},s1,e{each},spent,2025,150,USD,,,\n")
    result = check(str(small.folder))
    assert result.vocabulary is not None
    rates = Counted(result.vocabulary.rates)
    counted = evolve(result, vocabulary=evolve(result.vocabulary, rates=rates))
    conversions = [one for finding in build_report(counted).findings for one in finding.conversions]
    assert CASES + 1 == len(conversions)
    assert [None] == rates.times
