"""Two editions of a package as JSON, version 1."""

from __future__ import annotations

from typing import Any, Final

from factcheck.compare.model import (
    Comparison,
    Edition,
    NamedChange,
    Row,
    RowChange,
    TableChange,
    VerdictChange,
)
from factcheck.report.escape import for_json
from factcheck.report.indented import indented
from factcheck.report.json_report import problem_json

VERSION: Final = 1
Json = dict[str, Any]


def render_diff_json(found: Comparison) -> str:
    """The document, indented, with a final newline."""
    return for_json(indented(document(found))) + "\n"


def document(found: Comparison) -> Json:
    """All differences as plain values; the text of cells is as it stands in the tables."""
    proposal = found.proposal
    return {
        "version": VERSION,
        "differs": found.differs,
        "old": _edition(found.old),
        "new": _edition(found.new),
        "descriptor": [
            {"property": one.name, "old": one.old, "new": one.new} for one in found.properties
        ],
        "tables": [_table(table) for table in found.tables],
        "resources": [_named(one) for one in found.resources],
        "rules": [_named(one) for one in found.rules],
        "verdicts": [_verdict(one) for one in found.verdicts],
        "proposal": {
            "level": proposal.level or None,
            "version": proposal.version or None,
            "is_enough": proposal.is_enough,
            "reasons": [{"level": one.level, "text": one.text} for one in proposal.reasons],
        },
        "problems": [problem_json(one) for one in found.problems],
    }


def _edition(edition: Edition) -> Json:
    return {"name": edition.name, "version": edition.version, "path": edition.path}


def _table(table: TableChange) -> Json:
    return {
        "name": table.name,
        "presence": table.presence,
        "columns_added": list(table.columns_added),
        "columns_removed": list(table.columns_removed),
        "columns_reordered": table.reordered,
        "schema": [
            {"column": one.column or None, "what": one.what, "old": one.old, "new": one.new}
            for one in table.schema
        ],
        "changed": [_changed(row) for row in table.changed],
        "removed": [_row(row) for row in table.removed],
        "added": [_row(row) for row in table.added],
    }


def _row(row: Row) -> Json:
    place = {"path": row.path, "line": row.line}
    return {"key": row.key or None, "location": place, "cells": dict(row.cells)}


def _changed(row: RowChange) -> Json:
    return {
        "key": row.key,
        "location": {"path": row.path, "line": row.line},
        "cells": [{"column": one.column, "old": one.old, "new": one.new} for one in row.cells],
    }


def _named(change: NamedChange) -> Json:
    return {"kind": change.kind, "name": change.name, "change": change.how}


def _verdict(change: VerdictChange) -> Json:
    return {
        "rule": change.rule,
        "case": dict(change.case),
        "old": change.old,
        "new": change.new,
        "claims": list(change.claims),
        "rule_changed": change.rule_changed,
    }
