"""What a report holds only for the formats that draw it: names for people, steps, rules in full."""

from __future__ import annotations

from collections.abc import Mapping

from factcheck.records import Factory, Record, frozen
from factcheck.verdicts.steps import CaseSteps


@frozen
class WrittenPiece(Record):
    """A stretch of a rule as written: a keyword, name, number, text, sign, comment or space."""

    kind: str
    text: str


@frozen
class Details(Record):
    """Beside the findings: what the package and the things in it are called, and the steps."""

    title: str
    entities: Mapping[str, str]
    """The label of each entity that has one, by its id."""
    metrics: Mapping[str, str]
    """As for entities."""
    rules: Mapping[str, tuple[WrittenPiece, ...]]
    """The text of each rule, by its id."""
    steps: Mapping[str, CaseSteps]
    """How findings came about, by their fingerprints; see `drawn_in_full` for which."""
    sources: Mapping[str, str] = Factory(dict)
    """Who published each source, or its title, by its id."""
