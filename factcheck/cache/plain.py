"""A report as plain JSON values, and back: by the fields of a closed list of classes."""

from __future__ import annotations

import enum
from collections.abc import Mapping
from datetime import date
from typing import Any, Final

from attrs import fields

from factcheck.claims.model import Claim
from factcheck.diagnostics.diagnostic import Code, Diagnostic, Label, Severity
from factcheck.diagnostics.span import Span
from factcheck.grounding.model import Grounding, NotVerified, SourceText
from factcheck.grounding.passage import Passage
from factcheck.report.model import (
    Conversion,
    Finding,
    FindingClaim,
    Report,
    RuleResult,
    Verdict,
    Waived,
)
from factcheck.values.dimension import Dimension
from factcheck.values.interval import Interval
from factcheck.values.period import Period
from factcheck.values.unit import Unit
from factcheck.vocabulary.model import Source

CLASSES: Final[tuple[type, ...]] = (
    *(Report, RuleResult, Finding, FindingClaim, Passage, Conversion, Waived, Verdict),
    *(Grounding, NotVerified, SourceText),
    *(Diagnostic, Label, Code, Severity, Span),
    *(Claim, Source, Unit, Dimension, Period, Interval),
)
"""Everything that a report may be made of; a list begins with what it stands for."""
_TUPLE, _MAPPING, _DATE, _SAME, _FIRST = range(5)
_NUMBER: Final = {kind: _FIRST + place for place, kind in enumerate(CLASSES)}
_PLAIN: Final = frozenset({str, int, bool, type(None)})


class NotPlainError(Exception):
    """A value of a class that is not on the list."""


class _Writer:
    """Writes an object out once; where it stands again, its number is written."""

    def __init__(self) -> None:
        self.numbers: dict[int, int] = {}

    def plain(self, value: Any) -> Any:  # noqa: ANN401 (whatever a field holds)
        """The value as lists, texts and numbers."""
        kind = type(value)
        if kind in _PLAIN:
            return value
        if kind is tuple:
            return [_TUPLE, *map(self.plain, value)]
        if isinstance(value, Mapping):
            return [_MAPPING, *(self.plain(part) for item in value.items() for part in item)]
        if kind is date:
            return [_DATE, value.isoformat()]
        if kind not in _NUMBER:
            raise NotPlainError(kind.__name__)
        if isinstance(value, enum.Enum):
            return [_NUMBER[kind], value.value]
        known = self.numbers.get(id(value))
        if known is not None:
            return [_SAME, known]
        made = [self.plain(getattr(value, one.name)) for one in fields(kind)]
        self.numbers[id(value)] = len(self.numbers)
        return [_NUMBER[kind], *made]


class _Reader:
    """Makes of each list what it stands for."""

    def __init__(self) -> None:
        self.made: list[object] = []

    def value(self, plain: Any) -> Any:  # noqa: ANN401 (whatever a field holds)
        """The value that was written as this."""
        if type(plain) is not list:
            return plain
        kind, *rest = plain
        if kind == _SAME:
            return self.made[rest[0]]
        parts = [part if type(part) is not list else self.value(part) for part in rest]
        if kind == _TUPLE:
            return tuple(parts)
        if kind == _MAPPING:
            return dict(zip(parts[::2], parts[1::2], strict=True))
        if kind == _DATE:
            return date.fromisoformat(*parts)
        made_of = CLASSES[kind - _FIRST]
        if issubclass(made_of, enum.Enum):
            return made_of(*parts)
        names = (one.alias for one in fields(made_of))
        made = made_of(**dict(zip(names, parts, strict=True)))
        self.made.append(made)
        return made


def to_plain(report: Report) -> Any:  # noqa: ANN401 (any JSON)
    """The report as JSON values; raises NotPlainError for what no list of ours foresees."""
    return _Writer().plain(report)


def from_plain(plain: Any) -> Report | None:  # noqa: ANN401 (any JSON)
    """The report that was written as these values; None when they are no report."""
    try:
        report = _Reader().value(plain)
    except (IndexError, KeyError, TypeError, ValueError, RecursionError):
        return None
    return report if isinstance(report, Report) else None
