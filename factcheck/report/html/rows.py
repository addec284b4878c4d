"""Figures as rows of a picture, all in one unit."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from factcheck.records import Record, frozen
from factcheck.report.amounts import amount
from factcheck.report.figures import figure
from factcheck.report.html.marks import bar, outside, percent
from factcheck.report.html.names import Names, source_name
from factcheck.report.html.picture import Row
from factcheck.report.html.scale import Scale
from factcheck.report.model import Finding, FindingClaim
from factcheck.values import interval as intervals
from factcheck.values import rational
from factcheck.values.interval import Interval
from factcheck.values.unit import Unit
from factcheck.verdicts.steps import Drawn
from factcheck.verdicts.told import decimal


@frozen
class Subject(Record):
    """One finding and how its things are called; claims by their ids."""

    finding: Finding
    names: Names
    claims: Mapping[str, FindingClaim]


def subject(finding: Finding, names: Names) -> Subject:
    """A finding to be drawn."""
    return Subject(finding, names, {found.claim.id: found for found in finding.claims})


def in_unit(bounds: Interval, unit: Unit) -> Interval:
    """Bounds in base units brought to a unit."""
    if unit.factor == rational.ONE:
        return bounds
    return intervals.scale(bounds, rational.divide(rational.ONE, unit.factor))


def exact_text(bounds: Interval, unit: Unit) -> str:
    """Both ends in full: `84500000000 to 85500000000 CNY`."""
    low, high = decimal(bounds.low), decimal(bounds.high)
    text = low if bounds.is_point() else f"{low} to {high}"
    return text if unit.text in ("", "ratio") else f"{text} {unit.text}"


@frozen
class Plot(Record):
    """Where rows are drawn: in which unit, on which scale, and in what room they have to stay."""

    unit: Unit
    scale: Scale
    room: Interval | None = None


def claim_rows(about: Subject, drawn: Iterable[Drawn], plot: Plot) -> list[Row]:
    """A row for each claim that states one of the figures."""
    rows = []
    for one in drawn:
        bounds = in_unit(one.bounds, plot.unit)
        for name in one.claims:
            found = about.claims.get(name)
            if found is not None:
                rows.append(_claim_row(found, one, bounds, plot))
    return rows


def _claim_row(
    found: FindingClaim,
    drawn: Drawn,
    bounds: Interval,
    plot: Plot,
) -> Row:
    claim, source, scale, unit = found.claim, found.source, plot.scale, plot.unit
    own = claim.unit == unit
    stated = figure(claim)
    return Row(
        "claim",
        source_name(source),
        source.published.isoformat() if source.published else "",
        stated if own else f"{stated}: {amount(bounds, unit.text)}",
        exact_text(bounds, unit),
        bar(scale, bounds),
        percent(scale.at(claim.value)) if own and _is_printed(found) and claim.value else "",
        outside(scale, bounds, plot.room) if plot.room and drawn.chosen else (),
        not drawn.chosen,
    )


def _is_printed(found: FindingClaim) -> bool:
    """Whether the figure is one number inside its bounds, which can be marked."""
    claim = found.claim
    return claim.value is not None and claim.value_to is None and claim.relation == "eq"


def ends(figures: Iterable[Interval]) -> list[rational.Rational]:
    """All ends of some intervals."""
    return [end for bounds in figures for end in (bounds.low, bounds.high)]


def chosen_first(drawn: Sequence[Drawn]) -> list[Drawn]:
    """What the deciding reading chose before what others choose."""
    return sorted(drawn, key=lambda one: not one.chosen)
