"""The forms of figures in forms*.tsv, each with what a newspaper reader understands."""

from __future__ import annotations

import csv
from fractions import Fraction
from pathlib import Path

from attrs import frozen

FORMS = Path(__file__).parent / "forms.tsv"
TABLES = tuple(sorted(FORMS.parent.glob("forms*.tsv")))
"""Every table of forms."""
NO_AMOUNT = "none"


@frozen
class Form:
    """One figure in its sentence. A tuple lists what is equally right."""

    language: str
    text: str
    figure: str
    values: tuple[Fraction, ...]
    value_to: Fraction | None
    decimals: tuple[str, ...]
    relations: tuple[str, ...]
    hedges: tuple[str, ...]
    units: tuple[str, ...]
    kind: str
    converts: str

    @property
    def start(self) -> int:
        """Where the figure begins in its sentence."""
        return self.text.index(self.figure)

    @property
    def end(self) -> int:
        """Where it ends, excluded."""
        return self.start + len(self.figure)


def forms(table: Path = FORMS) -> list[Form]:
    """All rows of the table."""
    with table.open(encoding="utf-8", newline="") as file:
        rows = csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        return [form(row) for row in rows]


def form(row: dict[str, str]) -> Form:
    """One row of the table."""
    return Form(
        row["language"],
        row["text"],
        row["figure"],
        tuple(Fraction(value) for value in row["value"].split(",") if value),
        Fraction(row["value_to"]) if row["value_to"] else None,
        tuple(row["decimals"].split(",")),
        tuple(row["relation"].split(",")),
        tuple(row["hedge"].split(",")),
        tuple(row["unit"].split(",")),
        row["kind"],
        row["converts"],
    )
