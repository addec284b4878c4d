"""What things are called on the page: labels for ids, where the package gives any."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from typing import Final

from factcheck.report.model import Finding, Report
from factcheck.report.text_finding import case_value
from factcheck.vocabulary.model import Source

_WORD: Final = re.compile(r"[^\W\d]\w*")


class Names:
    """The labels of one report."""

    __slots__ = ("_entities", "_metrics", "_named", "_sources", "_titles")

    def __init__(self, report: Report) -> None:
        details = report.details
        self._entities: Mapping[str, str] = details.entities if details else {}
        self._metrics: Mapping[str, str] = details.metrics if details else {}
        self._sources: dict[str, str] = dict(details.sources) if details else {}
        self._titles: dict[str, str] = {}
        for finding in report.findings:
            for found in finding.claims:
                self._sources.setdefault(found.source.id, source_name(found.source))
                if found.source.publisher:
                    self._titles[found.source.id] = found.source.title
        self._named = Counter(self._sources[name] for name in self._titles)

    def entity(self, name: str) -> str:
        """The label of an entity, or its id."""
        return self._entities.get(name, name)

    def metric(self, name: str) -> str:
        """The label of a metric, or its id."""
        return self._metrics.get(name, name)

    def source(self, name: str) -> str:
        """Who published a source, or else what it is called."""
        return self._sources.get(name, name)

    def one_source(self, name: str) -> str:
        """The same, with its title where several of that publisher are told of."""
        known = self.source(name)
        title = self._titles.get(name, "")
        return f"{known}: {title}" if title and self._named[known] > 1 else known

    def reference(self, name: str) -> str:
        """`capex[status = plan]` with the label of the metric in place of its id."""
        metric, bracket, selectors = name.partition("[")
        if not bracket:
            metric, of, part = name.partition(" of ")
            return self.metric(metric) + of + self.entity(part)
        return f"{self.metric(metric)} {bracket}{selectors}"

    def calculation(self, text: str) -> str:
        """A calculation with the labels of its metrics."""
        return _WORD.sub(lambda match: self.metric(match[0]), text)

    def case(self, finding: Finding) -> tuple[str, ...]:
        """The values of a case, what is not stated said to be so; of a claim what it is about."""
        if [field for field, _ in finding.case] == ["claim"] and len(finding.claims) == 1:
            found = finding.claims[0]
            about = (self.metric(found.claim.metric), self.entity(found.claim.entity))
            return (*about, source_name(found.source))
        return tuple(self._value(field, value) for field, value in finding.case)

    def _value(self, field: str, value: str) -> str:
        if not value:
            return f"no {field}"
        known = {"entity": self.entity, "metric": self.metric, "source": self.source}
        return known[field](value) if field in known else case_value(field, value)


def source_name(source: Source) -> str:
    """Who published a source, else its title, else its id."""
    return source.publisher or source.title or source.id
