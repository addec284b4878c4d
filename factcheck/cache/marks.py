"""What tells one plan from another, wherever its rule stands."""

from __future__ import annotations

import enum
import json
from collections.abc import Mapping
from datetime import date
from typing import Any

from factcheck.cache.plain import NotPlainError
from factcheck.diagnostics.span import Span
from factcheck.digest import sha256
from factcheck.plan.model import RulePlan
from factcheck.records import Record, names_of


def mark(plan: RulePlan) -> str:
    """A digest of all that a plan says; not of the places in its file."""
    return sha256(json.dumps(_said(plan)).encode())


def _said(value: Any) -> Any:  # noqa: ANN401 (whatever a field holds)
    """The value as JSON that no other value has."""
    if value is None or (isinstance(value, str | int) and not isinstance(value, enum.Enum)):
        return value
    if isinstance(value, Span):
        return []
    if isinstance(value, tuple | list):
        return ["", *map(_said, value)]
    name = type(value).__name__
    if isinstance(value, enum.Enum):
        return [name, value.name]
    if isinstance(value, date):
        return [name, value.isoformat()]
    if isinstance(value, Mapping):
        return [name, *([_said(key), _said(part)] for key, part in value.items())]
    names = names_of(type(value))
    if not names and not isinstance(value, Record):
        raise NotPlainError(name)
    return [name, *(_said(getattr(value, one)) for one in names)]
