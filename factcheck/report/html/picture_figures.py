"""The figures of several sources on one axis: a row for each claim, with its source and date."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from factcheck.report.html.limits import ROWS_DRAWN
from factcheck.report.html.picture import Band, Picture, Row
from factcheck.report.html.picture_check import band
from factcheck.report.html.rows import Plot, Subject, chosen_first, claim_rows, ends, in_unit
from factcheck.report.html.scale import Scale, scale_of
from factcheck.report.html.ticks import axis_of
from factcheck.report.model import FindingClaim
from factcheck.values import interval as intervals
from factcheck.values import rational
from factcheck.values.interval import Interval
from factcheck.verdicts.steps import Drawn


def pictures_of_figures(
    about: Subject, drawn: Sequence[Drawn], *, fewest: int, title: str = "", gap: bool = False
) -> Iterator[Picture]:
    """A picture for each kind of unit in which at least so many figures stand."""
    for group in _by_unit(drawn):
        if sum(len(one.claims) for one in group) >= fewest:
            picture = _picture(about, group, title, gap=gap)
            if picture is not None:
                yield picture


def as_drawn(claims: Iterable[FindingClaim]) -> list[Drawn]:
    """Claims as their sources print them, where nothing else is known."""
    return [
        Drawn(
            one.claim.metric,
            (one.claim.id,),
            intervals.scale(one.claim.bounds, one.claim.unit.factor),
            one.claim.unit,
            chosen=one.decisive,
        )
        for one in claims
        if one.claim.value is not None
    ]


def _by_unit(drawn: Iterable[Drawn]) -> list[list[Drawn]]:
    """Figures that can stand on one axis: of one dimension, and in one currency."""
    groups: dict[object, list[Drawn]] = {}
    for one in drawn:
        groups.setdefault((one.unit.dimension, one.unit.currencies), []).append(one)
    return list(groups.values())


def _picture(about: Subject, drawn: Sequence[Drawn], title: str, *, gap: bool) -> Picture | None:
    unit = drawn[0].unit
    figures = [in_unit(one.bounds, unit) for one in drawn]
    scale = scale_of(ends(figures))
    if scale is None:
        return None
    axis = axis_of(scale, unit.text)
    bands = tuple(_gap(figures, scale)) if gap else ()
    rows = list(_rows(about, drawn, Plot(unit, scale)))
    return Picture(
        title,
        axis.caption,
        axis.ticks,
        scale.logarithmic,
        bands,
        tuple(rows[:ROWS_DRAWN]),
        (("gap", "what keeps them apart: no number lies in all figures"),) if bands else (),
        max(0, len(rows) - ROWS_DRAWN),
    )


def _rows(about: Subject, drawn: Sequence[Drawn], plot: Plot) -> Iterator[Row]:
    """The claims under the names of what they state; the name is left out where it is one."""
    groups: dict[str, list[Drawn]] = {}
    for one in drawn:
        groups.setdefault(one.name, []).append(one)
    for name, group in groups.items():
        if name not in ("value", "implied_rate"):
            yield Row("heading", about.names.reference(name), "", "", "", None)
        yield from claim_rows(about, chosen_first(group), plot)


def _gap(figures: Sequence[Interval], scale: Scale) -> Iterator[Band]:
    """From the least upper bound to the greatest lower one: no number lies in all figures."""
    low, high = figures[0].low, figures[0].high
    for bounds in figures[1:]:
        low, high = rational.maximum(low, bounds.low), rational.minimum(high, bounds.high)
    if rational.less(high, low):
        yield band("gap", scale, high, low)
