"""What would settle an undetermined verdict: which figure would have to be more precise."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from factcheck.engines.rows import Figure, every_part
from factcheck.values import rational
from factcheck.values.interval import Interval
from factcheck.values.rational import Rational
from factcheck.verdicts.outcome import Outcome
from factcheck.verdicts.reading import Reading
from factcheck.verdicts.wording import interval_text

NAMED: Final = 20
"""So many parts that are not stated are named, and the others counted."""


def settle_text(reading: Reading, outcome: Outcome) -> str:
    """What is missing, or the figure whose bounds are widest for its size."""
    if outcome.settle:
        return "; ".join(outcome.settle)
    missing = _missing_parts(reading)
    if missing:
        return missing
    wide = _widest(_asked(reading, outcome))
    if wide is None:
        return ""
    claim = wide.claims[0]
    bounds = interval_text(wide.bounds, wide.unit.text)
    return f"a more precise figure for {claim.metric} ({claim.id}: {bounds})"


def _asked(reading: Reading, outcome: Outcome) -> Iterator[Figure]:
    """The figures of the comparisons that are open, parts of sums too; all, where none is known."""
    undecided = tuple(one.comparison for one in outcome.compared)
    named = {slot.reference for slot in reading.package.slots(reading.plan, undecided)}
    places = [reading.chosen, *(part.figures for _, part in every_part(reading.row) if named)]
    for figures in places:
        for reference, chosen in figures.items():
            if not named or reference in named:
                yield from chosen


def _missing_parts(reading: Reading) -> str:
    """The parts of a sum that are not stated."""
    missing = [
        " ".join(getattr(one, "text", str(one)) for one in key)
        for key, part in every_part(reading.row)
        if not all(part.figures.values())
    ]
    names = list(dict.fromkeys(missing))
    more = f" and {len(names) - NAMED:,} more" if len(names) > NAMED else ""
    return f"figures for the parts not stated: {', '.join(names[:NAMED])}{more}" if names else ""


def _widest(figures: Iterable[Figure]) -> Figure | None:
    best: tuple[Rational, Figure] | None = None
    for figure in figures:
        width = _relative_width(figure.bounds)
        if width[0] and (best is None or rational.less(best[0], width)):
            best = width, figure
    return best[1] if best else None


def _relative_width(bounds: Interval) -> Rational:
    width = bounds.width()
    size = rational.maximum(rational.absolute(bounds.low), rational.absolute(bounds.high))
    if not rational.is_finite(width) or not size[0]:
        return width
    return rational.divide(width, size)
