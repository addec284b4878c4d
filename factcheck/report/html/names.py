"""What things are called on the page: labels for ids, where the package gives any."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from factcheck.report.model import Finding, Report
from factcheck.report.text_finding import case_value
from factcheck.vocabulary.model import Source

_WORD: Final = re.compile(r"[^\W\d]\w*")


class Names:
    """The labels of one report."""

    __slots__ = ("_entities", "_metrics", "_sources")

    def __init__(self, report: Report) -> None:
        details = report.details
        self._entities: Mapping[str, str] = details.entities if details else {}
        self._metrics: Mapping[str, str] = details.metrics if details else {}
        self._sources: dict[str, Source] = {}
        for finding in report.findings:
            for found in finding.claims:
                self._sources.setdefault(found.source.id, found.source)

    def entity(self, name: str) -> str:
        """The label of an entity, or its id."""
        return self._entities.get(name, name)

    def metric(self, name: str) -> str:
        """The label of a metric, or its id."""
        return self._metrics.get(name, name)

    def source(self, name: str) -> str:
        """Who published a source, or else what it is called."""
        known = self._sources.get(name)
        return source_name(known) if known else name

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
        """The values of a case, what is not stated said to be so."""
        return tuple(self._value(field, value) for field, value in finding.case)

    def _value(self, field: str, value: str) -> str:
        if not value:
            return f"no {field}"
        known = {"entity": self.entity, "metric": self.metric, "source": self.source}
        return known[field](value) if field in known else case_value(field, value)


def source_name(source: Source) -> str:
    """Who published a source, else its title, else its id."""
    return source.publisher or source.title or source.id
