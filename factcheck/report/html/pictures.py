"""Which pictures say what a finding says."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import Final

from factcheck.records import evolve
from factcheck.report.figures import figure
from factcheck.report.html.limits import COLUMNS_DRAWN, PICTURES, ROWS_DRAWN
from factcheck.report.html.names import source_name
from factcheck.report.html.picture import Picture, Said, SaidTable
from factcheck.report.html.picture_check import deciding, picture_of_check
from factcheck.report.html.picture_figures import as_drawn, pictures_of_figures
from factcheck.report.html.picture_time import Dated, picture_of_times
from factcheck.report.html.rows import Subject
from factcheck.values.period import Period, parse_period
from factcheck.values.truth import Truth
from factcheck.verdicts.steps import CaseSteps, ClaimStep, TruthStep

_NUMBERS: Final = frozenset({"value", "implied_rate"})


def pictures(about: Subject, steps: CaseSteps | None) -> tuple[Picture | SaidTable, ...]:
    """The pictures of a finding, the telling one first."""
    if steps is None:
        return tuple(pictures_of_figures(about, as_drawn(about.finding.claims), fewest=2))
    found = _of_group(about, steps) if steps.claims else _of_figures(about, steps)
    return tuple(islice(found, PICTURES))


def _of_figures(about: Subject, steps: CaseSteps) -> Iterator[Picture | SaidTable]:
    """Both sides of each comparison that led to the verdict, then what they are calculated from."""
    shown: set[str] = set()
    compared = False
    for step in deciding(steps.check):
        made = picture_of_check(about, step, steps.drawn)
        if made is not None and step.sides is not None:
            compared = True
            shown |= {step.sides.left.reference, step.sides.right.reference}
            yield made
    rest = [one for one in steps.drawn if one.name not in shown]
    title = "What it is calculated from" if compared else ""
    for number, made in enumerate(
        pictures_of_figures(about, rest, fewest=1 if compared else 2, title=title)
    ):
        yield made if number == 0 else evolve(made, title="")


def _of_group(about: Subject, steps: CaseSteps) -> Iterator[Picture | SaidTable]:
    """The values of what claims have to agree on; else the dates and numbers of a check."""
    fields = [name for name, _ in steps.claims[0].values]
    if len(steps.claims) > 1:
        for name in fields:
            yield from _of_field(about, steps, name)
        return
    for step in deciding(steps.check):
        made = picture_of_check(about, step, steps.drawn)
        if made is not None:
            yield made
    yield from _of_times(steps)


def _of_field(about: Subject, steps: CaseSteps, name: str) -> Iterator[Picture | SaidTable]:
    if name in _NUMBERS:
        apart = steps.truth is Truth.VIOLATED
        yield from pictures_of_figures(about, steps.drawn, fewest=2, gap=apart)
        return
    told = [(one, dict(one.values).get(name, "")) for one in steps.claims]
    dated = [(one, parse_period(text)) for one, text in told]
    if all(period is not None for _, period in dated):
        found = picture_of_times("", [_dated(one, period) for one, period in dated if period])
        if found is not None:
            yield found
        return
    yield said_table(about, name, told)


def _dated(step: ClaimStep, period: Period) -> Dated:
    source = step.source
    day = source.published.isoformat() if source.published else ""
    return source_name(source), day, period.text, period


def said_table(about: Subject, name: str, told: list[tuple[ClaimStep, str]]) -> SaidTable:
    """Who says what, a column for each value."""
    columns = list(dict.fromkeys(text for _, text in told))[:COLUMNS_DRAWN]
    label = {"entity": about.names.entity, "metric": about.names.metric}.get(name, str)
    rows = [
        Said(
            source_name(one.source),
            one.source.published.isoformat() if one.source.published else "",
            figure(one.claim),
            columns.index(text),
        )
        for one, text in told
        if text in columns
    ]
    return SaidTable(
        name,
        tuple(map(label, columns)),
        tuple(rows[:ROWS_DRAWN]),
        max(0, len(told) - min(len(rows), ROWS_DRAWN)),
    )


def _of_times(steps: CaseSteps) -> Iterator[Picture]:
    """The times that a test of one claim compares; an end of its period with the whole of it."""
    claim = steps.claims[0].claim
    for step in _leaves(steps.check):
        dated: list[Dated] = []
        for path, text in step.values:
            period = parse_period(text)
            if path.startswith("period") and claim.period is not None and period is not None:
                dated.append(("Period of the claim", "", claim.period.text, claim.period))
            elif period is not None:
                dated.append((_words(path), "", period.text, period))
        found = picture_of_times("", dated)
        if found is not None:
            yield found


def _leaves(step: TruthStep) -> Iterator[TruthStep]:
    if not step.parts:
        yield step
    for part in step.parts:
        yield from _leaves(part)


def _words(path: str) -> str:
    """`source.published` as `Source published`."""
    return path.replace(".", " ").replace("_", " ").capitalize()
