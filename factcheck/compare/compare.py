"""`factcheck diff` on one page: tables, policy, rules and verdicts of two runs."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.compare.descriptors import Described, compare_properties, compare_resources
from factcheck.compare.model import Comparison, Edition, TableChange
from factcheck.compare.rules import compare_rules, compare_verdicts
from factcheck.compare.schemas import compare_schemas
from factcheck.compare.tables import compare_tables
from factcheck.compare.version import propose
from factcheck.diagnostics.diagnostic import sorted_diagnostics
from factcheck.records import evolve
from factcheck.verdicts.result import CheckResult
from factcheck.vocabulary.columns import SHAPES
from factcheck.vocabulary.mistakes import Mistakes
from factcheck.vocabulary.tables import table_of


def compare(old: CheckResult, new: CheckResult) -> Comparison | None:
    """What differs between two runs over packages that are still there.

    None when one of them has no claims that could be read: their diagnostics say why.
    """
    if not (old.descriptor and old.claims and new.descriptor and new.claims):
        return None
    pair = Described(old.descriptor), Described(new.descriptor)
    properties = tuple(compare_properties(*pair))
    tables = tuple(table for table in _tables(*pair) if table.differs)
    resources = tuple(compare_resources(*pair))
    problems = [one for one in (*old.diagnostics, *new.diagnostics) if one.is_error]
    rules = tuple(compare_rules(old.texts, new.texts)) if not problems else ()
    touched = _touched(tables)
    verdicts = () if problems else tuple(compare_verdicts(old, new, rules, touched))
    versions = old.descriptor.version, new.descriptor.version
    return Comparison(
        _edition(old),
        _edition(new),
        properties,
        tables,
        resources,
        rules,
        verdicts,
        propose(versions, properties, tables, resources, rules, verdicts),
        tuple(sorted_diagnostics(problems)),
        tuple(dict((*old.texts, *new.texts)).items()),
    )


def _edition(result: CheckResult) -> Edition:
    assert result.descriptor is not None  # noqa: S101 (it was read)
    return Edition(result.descriptor.name, result.descriptor.version, result.path)


def _tables(old: Described, new: Described) -> Iterator[TableChange]:
    """Our tables, claims first."""
    for name in reversed([*SHAPES]):
        first, second = (table_of(one.descriptor, name, Mistakes(1)) for one in (old, new))
        change = compare_tables(name, first, second)
        yield evolve(change, schema=tuple(compare_schemas(name, old, new)))


def _touched(tables: tuple[TableChange, ...]) -> set[str]:
    """The claims that were added, removed or changed."""
    found: set[str] = set()
    for table in tables:
        if table.name == "claims":
            found |= {row.key for row in (*table.added, *table.removed)}
            found |= {row.key for row in table.changed}
    return found
