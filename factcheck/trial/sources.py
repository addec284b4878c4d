"""The sources of a test: those of the package, redated where a given says so, and unnamed ones."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from factcheck.diagnostics import trial_codes as codes
from factcheck.diagnostics.diagnostic import Label
from factcheck.lang.bind.context import Context
from factcheck.records import evolve
from factcheck.trial.given import Figure
from factcheck.trial.unnamed import UNNAMED, published_on
from factcheck.vocabulary.model import Source


def with_sources(
    context: Context, figures: Sequence[Figure]
) -> tuple[Mapping[str, Source], list[Figure]]:
    """The table of sources for the figures, and the figures with the sources they stand in.

    The unnamed source is one, published on the only day that is given for it; several days make
    several unnamed sources.
    """
    sources = dict(context.vocabulary.sources)
    days = sorted({one.published for one in figures if "source" in one.open and one.published})
    shared = published_on(days[0]) if len(days) == 1 else UNNAMED
    sources[UNNAMED] = _unnamed(UNNAMED, None)
    sources |= {published_on(day): _unnamed(published_on(day), day) for day in days}
    placed = []
    dated: dict[str, Figure] = {}
    for figure in figures:
        name = figure.claim.source
        if "source" in figure.open:
            name = published_on(figure.published) if figure.published else shared
        elif figure.published is not None:
            first = dated.setdefault(name, figure)
            if first.published != figure.published:
                _two_days(context, first, figure)
            sources[name] = evolve(sources[name], published=figure.published)
        placed.append(evolve(figure, claim=evolve(figure.claim, source=name)))
    return sources, placed


def _two_days(context: Context, first: Figure, second: Figure) -> None:
    context.error(
        codes.GIVEN_DATES,
        f"`{second.claim.source}` is published on {first.published} and on {second.published}",
        second.given.span,
        labels=(Label(first.given.span, f"published on {first.published}"),),
        help="a source has one day: name two sources, or leave the source open",
    )


def _unnamed(name: str, published: date | None) -> Source:
    return Source(
        id=name,
        title="",
        publisher="",
        url="",
        published=published,
        accessed=None,
        language="",
        path="",
        sha256="",
        derived_from=None,
        status="",
        line=0,
        attributes={},
    )
