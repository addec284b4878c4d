"""Both sides of a comparison on one axis, and the room that one leaves the other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck.report.amounts import amount
from factcheck.report.html.limits import ROWS_DRAWN
from factcheck.report.html.marks import bar, outside, percent
from factcheck.report.html.picture import Band, Picture, Row
from factcheck.report.html.rows import (
    Plot,
    Subject,
    chosen_first,
    claim_rows,
    ends,
    exact_text,
    in_unit,
)
from factcheck.report.html.scale import Scale, scale_of
from factcheck.report.html.ticks import axis_of
from factcheck.values import rational
from factcheck.values.interval import Interval, disjoint
from factcheck.values.truth import Truth
from factcheck.values.unit import Unit
from factcheck.verdicts.steps import Drawn, Side, Sides, TruthStep


def deciding(step: TruthStep) -> Iterator[TruthStep]:
    """The comparisons that led to the truth of a test."""
    if step.sides is not None:
        yield step
    for part in step.parts:
        if part.truth is step.truth or not _parts_decide(step):
            yield from deciding(part)


def _parts_decide(step: TruthStep) -> bool:
    return any(part.truth is step.truth for part in step.parts)


def picture_of_check(about: Subject, step: TruthStep, drawn: Sequence[Drawn]) -> Picture | None:
    """The picture of a comparison; None where it compares bare counts, which need none."""
    sides = step.sides
    if sides is None or _is_bare(sides):
        return None
    unit = sides.right.unit if sides.left.written else sides.left.unit
    figures = [in_unit(side.bounds, unit) for side in (sides.left, sides.right)]
    named = {sides.left.reference, sides.right.reference} - {""}
    shown = [one for one in drawn if one.name in named]
    figures += [in_unit(one.bounds, unit) for one in shown]
    room = in_unit(sides.room.possible, unit) if sides.room else None
    scale = scale_of(ends(figures) + (ends([room]) if room and not _is_wide(room, figures) else []))
    if scale is None:
        return None
    axis = axis_of(scale, unit.text)
    rows = [
        *_side_rows(about, sides.left, shown, Plot(unit, scale, room)),
        *_side_rows(about, sides.right, shown, Plot(unit, scale)),
    ]
    bands = tuple(_bands(sides, step.truth, unit, scale))
    return Picture(
        "",
        axis.caption,
        axis.ticks,
        scale.logarithmic,
        bands,
        tuple(rows[:ROWS_DRAWN]),
        tuple(_legend(about, sides, bands)),
        max(0, len(rows) - ROWS_DRAWN),
    )


def _is_bare(sides: Sides) -> bool:
    """Whether it compares plain numbers that no source states, as a count of sources."""
    return not (sides.left.reference or sides.right.reference) and all(
        side.bounds.is_point() and side.unit.text == "ratio" for side in (sides.left, sides.right)
    )


def _is_wide(room: Interval, figures: Sequence[Interval]) -> bool:
    """Whether the room reaches so far that the figures would be lost in it."""
    ranges = [one.width() for one in figures if one.is_finite()]
    widest = max(ranges, key=lambda width: width[0] / width[1], default=rational.ZERO)
    return room.is_finite() and rational.less(rational.multiply((10, 1), widest), room.width())


def _side_rows(about: Subject, side: Side, drawn: Sequence[Drawn], plot: Plot) -> list[Row]:
    """The claims that state a side, under its name; or what it comes to."""
    own = chosen_first([one for one in drawn if one.name == side.reference])
    label = _called(about, side)
    if own:
        heading = Row("heading", label, "", "", "", None)
        return [heading, *claim_rows(about, own, plot)]
    bounds = in_unit(side.bounds, plot.unit)
    over = outside(plot.scale, bounds, plot.room) if plot.room else ()
    return [
        Row(
            "rule" if side.written else "sum",
            label,
            "",
            amount(bounds, plot.unit.text),
            exact_text(bounds, plot.unit),
            bar(plot.scale, bounds),
            over=over,
        )
    ]


def _called(about: Subject, side: Side) -> str:
    """A side as people call it."""
    if side.reference:
        return about.names.reference(side.reference)
    return side.text if side.written else about.names.calculation(side.text)


def _bands(sides: Sides, truth: Truth | None, unit: Unit, scale: Scale) -> Iterator[Band]:
    if sides.room is None:
        return
    possible = in_unit(sides.room.possible, unit)
    yield band("possible", scale, possible.low, possible.high)
    if sides.room.sure is not None:
        sure = in_unit(sides.room.sure, unit)
        yield band("sure", scale, sure.low, sure.high)
    left = in_unit(sides.left.bounds, unit)
    if truth is Truth.VIOLATED and disjoint(left, possible):
        yield between("gap", scale, left, possible)


def band(kind: str, scale: Scale, low: rational.Rational, high: rational.Rational) -> Band:
    """A stretch from one number to another."""
    start, end = scale.at(low), scale.at(high)
    return Band(kind, percent(start), percent(end - start))


def between(kind: str, scale: Scale, left: Interval, right: Interval) -> Band:
    """The stretch between two intervals that do not meet."""
    if rational.less_equal(left.high, right.low):
        return band(kind, scale, left.high, right.low)
    return band(kind, scale, right.high, left.low)


def _legend(about: Subject, sides: Sides, bands: Sequence[Band]) -> Iterator[tuple[str, str]]:
    """What each kind of band means, as far as it can be seen."""
    kinds = {one.kind for one in bands if one.width != "0%"}
    name = _called(about, sides.left)
    if "sure" in kinds:
        yield "sure", f"the room that the rule leaves to “{name}”"
    if "possible" in kinds and sides.room and sides.room.sure != sides.room.possible:
        which = (
            "the same, if the other side allows it"
            if "sure" in kinds
            else (f"the room that the rule leaves to “{name}”, if the other side allows it")
        )
        yield "possible", which
    if "gap" in kinds:
        yield "gap", "what is missing"
