"""Which figure would settle an undetermined case, tried: each at exactly its printed number."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TypeAlias

from factcheck.engines.rows import CaseRow, Figure, Part, every_part
from factcheck.records import evolve
from factcheck.values.interval import point
from factcheck.values.truth import Truth
from factcheck.verdicts.judged import Judged, judge_reading
from factcheck.verdicts.reading import Reading
from factcheck.verdicts.shown import printed
from factcheck.verdicts.steps import Settling

Figures: TypeAlias = Mapping[int, tuple[Figure, ...]]
Parts: TypeAlias = Mapping[int, tuple[Part, ...]]


def settlings(judged: Judged) -> tuple[Settling, ...]:
    """The verdict with each figure at its printed number, and with all of them.

    None where the case is decided, or lacks something other than a precise figure.
    """
    undetermined = judged.outcome.truth is Truth.UNDETERMINED
    if not undetermined or judged.outcome.settle or judged.reading.plan.groups is not None:
        return ()
    open_figures = list(_open(judged.reading))
    found = [_tried(judged.reading, [figure]) for figure in open_figures]
    if len(open_figures) > 1:
        found.append(_tried(judged.reading, open_figures))
    return tuple(one for one in found if one is not None)


def _open(reading: Reading) -> Iterator[Figure]:
    """The figures that are no points and have a printed number, each once."""
    seen = set()
    chosen = [figure for figures in reading.chosen.values() for figure in figures]
    for _, part in every_part(reading.row):
        chosen += [figure for figures in part.figures.values() for figure in figures]
    for figure in chosen:
        claim = figure.claims[0]
        stated = claim.value is not None and claim.value_to is None
        if stated and not figure.bounds.is_point() and figure.claims not in seen:
            seen.add(figure.claims)
            yield figure


def _tried(reading: Reading, figures: list[Figure]) -> Settling | None:
    claims = {figure.claims for figure in figures}

    def exact(given: Figures) -> dict[int, tuple[Figure, ...]]:
        return {
            place: tuple(_at_printed(one) if one.claims in claims else one for one in listed)
            for place, listed in given.items()
        }

    def exact_parts(given: Parts) -> dict[int, tuple[Part, ...]]:
        return {
            number: tuple(
                evolve(part, figures=exact(part.figures), parts=exact_parts(part.parts))
                for part in listed
            )
            for number, listed in given.items()
        }

    row = reading.row
    placed: CaseRow = evolve(row, figures=exact(row.figures), parts=exact_parts(row.parts))
    again = Reading(reading.package, reading.plan, placed, exact(reading.chosen))
    judged = judge_reading(again, placed)
    return (
        None
        if judged is None
        else Settling(_named(figures), judged.outcome.truth, len(figures) > 1)
    )


def _at_printed(figure: Figure) -> Figure:
    value = figure.claims[0].value
    return figure if value is None else evolve(figure, bounds=point(value))


def _named(figures: list[Figure]) -> str:
    if len(figures) > 1:
        return "every figure were exactly its printed number"
    claim = figures[0].claims[0]
    bare = evolve(claim, hedge="", relation="eq")
    return f"{claim.metric} ({claim.id}) were exactly {printed(bare)}"
