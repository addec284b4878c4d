"""Which sources stand in contradictions, and with which others."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from itertools import combinations
from typing import Final

from attrs import define

from factcheck.records import Record, frozen
from factcheck.report.html.evidence import Link, link_to
from factcheck.report.html.groups import kind_of
from factcheck.report.html.names import Names, source_name
from factcheck.report.model import Finding
from factcheck.vocabulary.model import Source

LARGEST_MATRIX: Final = 12
"""More sources than this are listed alone."""
_OTHERS: Final = 5


@frozen
class SourceRow(Record):
    """One source with its findings."""

    id: str
    name: str
    full_name: str
    """Told apart from others of its publisher."""
    title: str
    published: str
    language: str
    link: Link | None
    violated: int
    undetermined: int
    waived: int
    others: tuple[tuple[str, int], ...]
    """The sources that it contradicts most, with in how many findings."""


@frozen
class Sources(Record):
    """All sources of findings, and how often each two contradict each other."""

    rows: tuple[SourceRow, ...]
    matrix: tuple[tuple[int, ...], ...]
    """Contradictions of the first source with each, of the second, …; alone on the diagonal."""


@define
class _Count:
    source: Source
    kinds: Counter[str]


def by_source(findings: Iterable[Finding], names: Names) -> Sources:
    """The sources, those with most contradictions first."""
    counts: dict[str, _Count] = {}
    pairs: Counter[tuple[str, str]] = Counter()
    for finding in findings:
        sources = {found.source.id: found.source for found in finding.claims}
        for name, source in sources.items():
            counts.setdefault(name, _Count(source, Counter())).kinds[kind_of(finding)] += 1
        if kind_of(finding) == "violated":
            pairs.update(combinations(sorted(sources), 2))
            pairs.update((name, name) for name in sources if len(sources) == 1)
    order = sorted(counts, key=lambda name: _rank(counts[name], name))
    small = len(order) <= LARGEST_MATRIX and any(first != second for first, second in pairs)
    return Sources(
        tuple(_row(counts, pairs, name, names) for name in order),
        tuple(tuple(_met(pairs, one, other) for other in order) for one in order) if small else (),
    )


def _rank(count: _Count, name: str) -> tuple[int, int, str]:
    return -count.kinds["violated"], -count.kinds["undetermined"], name


def _met(pairs: Counter[tuple[str, str]], one: str, other: str) -> int:
    first, second = sorted((one, other))
    return pairs[first, second]


def _row(
    counts: dict[str, _Count], pairs: Counter[tuple[str, str]], name: str, names: Names
) -> SourceRow:
    source, kinds = counts[name].source, counts[name].kinds
    met = {other: _met(pairs, name, other) for other in counts if other != name}
    others = sorted((one for one in met if met[one]), key=lambda one: (-met[one], one))[:_OTHERS]
    return SourceRow(
        name,
        source_name(source),
        names.one_source(name),
        source.title,
        source.published.isoformat() if source.published else "",
        source.language,
        link_to(source.url),
        kinds["violated"],
        kinds["undetermined"],
        kinds["waived"],
        tuple((names.one_source(other), met[other]) for other in others),
    )
