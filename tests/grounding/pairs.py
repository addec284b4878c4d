"""Claims beside quotes as people write both: right ones that no run may refuse, and slips.

`python -m tests.grounding.pairs` lists what comes out otherwise.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path
from typing import Final

from attrs import frozen

from factcheck.diagnostics.grounding_codes import OTHER_RELATION, OTHER_UNIT, OTHER_VALUE
from tests.grounding.package import Row, grounded, write

RIGHT: Final = Path(__file__).parent / "pairs_right.tsv"
WRONG: Final = Path(__file__).parent / "pairs_wrong.tsv"
REFUSALS: Final = frozenset({OTHER_VALUE.id, OTHER_RELATION.id, OTHER_UNIT.id})
BATCH: Final = 90
"""Pairs of one package: fewer than the mistakes that a run tells."""
UNITS: Final = """\
unit_id,label,dimension,factor,iso4217,ucum,aliases
CNY,renminbi yuan,money,,CNY,,
USD,US dollar,money,,USD,,
EUR,euro,money,,EUR,,
GBP,pound sterling,money,,GBP,,
JPY,yen,money,,JPY,,
HKD,Hong Kong dollar,money,,HKD,,
TWD,Taiwan dollar,money,,TWD,,
INR,rupee,money,,INR,,
SAR,Saudi riyal,money,,SAR,,
AED,dirham,money,,AED,,
EGP,Egyptian pound,money,,EGP,,
person,person,,,,,people;人;شخص
kg,kilogram,mass,,,kg,公斤
t,tonne,mass,1000,,t,tonnes;吨;طن
m,metre,length,,,m,米
km,kilometre,length,1000,,km,公里
MW,megawatt,power,,,MW,megawatt
GW,gigawatt,power,1000,,GW,gigawatt
barrel,barrel,,,,,barrels;برميل
hour,hour,time,,,h,
year,year,years,,,a,years;岁;年
percent,percent,,,,,
bp,basis point,,,,,
"""
MONEY: Final = ("CNY", "USD", "EUR", "GBP", "JPY", "HKD", "TWD", "INR", "SAR", "AED", "EGP")


@frozen
class Pair:
    """A quote and the claim beside it: value, unit, and other cells."""

    quote: str
    claim: str

    def row(self) -> Row:
        """The row of the table of claims."""
        value, *rest = self.claim.split()
        named = dict(part.split("=") for part in rest if "=" in part)
        unit = next((part for part in rest if "=" not in part), "ratio")
        return {
            "quote": self.quote,
            "value": value,
            "unit_id": unit,
            "metric_id": metric(unit),
            **named,
        }


@frozen
class Outcome:
    """What a run said of a pair."""

    pair: Pair
    refusals: tuple[str, ...]
    """Messages of errors; empty where the run goes on."""
    reason: str
    """Why it was not verified; empty where it was, or was refused."""


def pairs(table: Path) -> list[Pair]:
    """The rows of a table."""
    lines = table.read_text(encoding="utf-8").splitlines()[1:]
    return [Pair(*line.split("\t")) for line in lines]


def metric(unit: str) -> str:
    """The metric of a unit: one for all money, one for each other."""
    above, _, below = unit.partition("/")
    name = "CNY" if above in MONEY else above
    return f"{name} per {below}".strip().replace(" ", "-") if below else name


def outcomes(table: Path, folder: Path) -> list[Outcome]:
    """All pairs of a table as the claims of packages, validated."""
    rows = pairs(table)
    return [
        one
        for first in range(0, len(rows), BATCH)
        for one in _outcomes(rows[first : first + BATCH], folder / str(first))
    ]


def _outcomes(rows: list[Pair], folder: Path) -> list[Outcome]:
    claims = [one.row() for one in rows]
    metrics = {metric(row["unit_id"]): row["unit_id"] for row in claims}
    found, told = grounded(write(folder, claims, units=UNITS, metrics=metrics))
    others = [one for one in told if one.is_error and one.code.id not in REFUSALS]
    assert not others, others
    refused: dict[int, list[str]] = {}
    for one in told:
        if one.is_error:
            refused.setdefault(one.span.line - 2, []).append(f"{one.code.id}: {one.message}")
    reasons = {one.line - 2: one.reason for one in found.not_verified}
    return [
        Outcome(pair, tuple(refused.get(place, ())), reasons.get(place, ""))
        for place, pair in enumerate(rows)
    ]


if __name__ == "__main__":
    for table in (RIGHT, WRONG):
        with tempfile.TemporaryDirectory() as folder:
            every = outcomes(table, Path(folder))
        refused = [one for one in every if one.refusals]
        shown = refused if table == RIGHT else [one for one in every if not one.refusals]
        for one in shown:
            sys.stdout.write(
                f"{one.pair.quote}\t{one.pair.claim}\t{' '.join(one.refusals)}{one.reason}\n"
            )
        verified = sum(not one.refusals and not one.reason for one in every)
        sys.stdout.write(
            f"{table.name}: {len(every)} pairs, {len(refused)} refused, {verified} verified\n"
        )
