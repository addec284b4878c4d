"""Which claims a scan takes, as a condition on rows of the working table."""

from __future__ import annotations

from factcheck.engines.sql import unsaid
from factcheck.engines.sql.expression import Column, Expression, Literal, all_of
from factcheck.engines.sql.facts import CLAIMS, Facts
from factcheck.engines.sql.filters import UnsupportedError
from factcheck.engines.sql.key_tests import KeyTests
from factcheck.engines.sql.query import Join, Table
from factcheck.engines.sql.truth import HOLDS
from factcheck.plan import model

NORM = "target"


def column_of(facts: Facts, field: str) -> Expression:
    """The code of a field in a row of claims; UnsupportedError where it has none."""
    name = facts.column(field)
    if name is None:
        raise UnsupportedError(unsaid.field(field))
    return Column(name, CLAIMS)


def text_of(facts: Facts, field: str, prefix: str = "") -> tuple[Expression, Join] | None:
    """A field that is text in a row of claims, with the table that has it."""
    if field not in facts.texts:
        return None
    raw = f"{prefix}raw"
    join = Join(Table("raw", raw), Column("row", CLAIMS).equals(Column("row", raw)))
    return Column(facts.texts[field], raw) if facts.texts[field] else Literal(""), join


def row_tests(facts: Facts, prefix: str = "") -> KeyTests:
    """Tests on the fields of a row of claims."""
    return KeyTests(
        facts,
        lambda field: column_of(facts, field),
        prefix,
        text=lambda field: text_of(facts, field, prefix),
    )


def scanned(scan: model.Scan, tests: KeyTests) -> Expression:
    """Whether a scan without pins takes a row."""
    where = [] if scan.restatements else [~Column("restates", CLAIMS)]
    statuses = tests.facts.codes["status"]
    if not scan.norms and NORM in statuses:
        where.append(Column("status", CLAIMS).differs(statuses[NORM]))
    where += [tests.truth(test).equals(HOLDS) for test in scan.filters]
    return all_of(*where)
