"""Alignment: which combinations of scope values are cases, found by joining the references."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache

from factcheck.engines.exact.index import Index
from factcheck.engines.package import Package
from factcheck.engines.rows import CaseKey
from factcheck.lang.typed import Key
from factcheck.plan import model
from factcheck.plan.asks import periods_named
from factcheck.plan.columns import attribute, column
from factcheck.plan.keys import judge_keys
from factcheck.records import Record, frozen
from factcheck.values.period import Period, enclosing_year, span
from factcheck.values.truth import Truth


@frozen
class Partial(Record):
    """What one reference says of the cases: values of some of the scope's fields."""

    reference: int
    fields: tuple[str, ...]
    keys: frozenset[CaseKey]


def partials(
    package: Package, plan: model.RulePlan, indexes: Sequence[Index]
) -> tuple[Partial, ...]:
    """What each reference that a case needs says of the cases; case filters applied."""
    found = []
    for place, index in enumerate(indexes):
        if not index.reference.optional:
            fields, keys = index.partial_cases()
            said = frozenset(key for key in keys if kept(package, plan.case_filters, fields, key))
            found.append(Partial(place, fields, said))
    return tuple(found)


def kept(
    package: Package, tests: Iterable[model.Test], fields: tuple[str, ...], key: CaseKey
) -> bool:
    """Whether no filter on these fields alone is known to leave the case out."""
    values = dict(zip(fields, key, strict=True))

    def find(path: str) -> Key | None:
        head, _, name = path.partition(".")
        value = values[head]
        return attribute(package.vocabulary, head, name, value) if name else value

    for test in tests:
        try:
            truth = judge_keys(test, find)
        except KeyError:  # a field that this reference does not bind
            continue
        if truth is not Truth.HOLDS:
            return False
    return True


def candidates(
    package: Package, plan: model.RulePlan, parts: Sequence[Partial], indexes: Sequence[Index]
) -> list[CaseKey]:
    """Every combination of scope values that no reference rules out, in a stable order."""
    fields: tuple[str, ...] = ()
    keys: Iterable[CaseKey] = [()]
    for part in sorted(parts, key=lambda one: (-len(one.fields), len(one.keys))):
        fields, keys = _join(fields, keys, part)
    if not parts:
        fields, keys = plan.scope, _all_combinations(package, plan.scope)
    for field in plan.scope:
        if field not in fields:
            values = _domain(package, plan, field, indexes)
            keys = [(*key, value) for key in keys for value in values]
            fields = (*fields, field)
    order = [fields.index(field) for field in plan.scope]
    ordered = {tuple(key[place] for place in order) for key in keys}
    left = [key for key in ordered if kept(package, plan.case_filters, plan.scope, key)]
    return sorted(left, key=sort_key)


def _join(
    fields: tuple[str, ...], keys: Iterable[CaseKey], part: Partial
) -> tuple[tuple[str, ...], list[CaseKey]]:
    """The natural join of the cases so far with what one reference says."""
    shared = [field for field in part.fields if field in fields]
    added = [field for field in part.fields if field not in fields]
    own_places = [part.fields.index(field) for field in shared]
    new_places = [part.fields.index(field) for field in added]
    places = [fields.index(field) for field in shared]
    table: dict[CaseKey, list[CaseKey]] = {}
    for key in part.keys:
        head = tuple(key[place] for place in own_places)
        table.setdefault(head, []).append(tuple(key[place] for place in new_places))
    joined = [
        (*key, *tail)
        for key in keys
        for tail in table.get(tuple(key[place] for place in places), ())
    ]
    return (*fields, *added), joined


def _all_combinations(package: Package, scope: tuple[str, ...]) -> set[CaseKey]:
    readers = [column(package.vocabulary, field) for field in scope]
    return {tuple(read(claim) for read in readers) for claim in package.claims.rows}


def _domain(
    package: Package, plan: model.RulePlan, field: str, indexes: Sequence[Index]
) -> list[Key | None]:
    """The values of a field that no reference binds.

    Those of its parts, the years around them, the periods that `where` names; else all there are.
    """
    read = column(package.vocabulary, field)
    parts = [
        read(claim)
        for index in indexes
        if any(on.field == field and on.part and not on.rooted for on in index.reference.on)
        for rows in index.rows.values()
        for claim in rows
    ]
    if field == "period" and parts:
        years = {enclosing_year(part) for part in parts if isinstance(part, Period)}
        whole = {part for part in parts if isinstance(part, Period)}
        named = periods_named(plan.case_filters)
        return [period for period in years | whole | named if period is not None]
    return list({read(claim) for claim in package.claims.rows} - {None})


def canonical(key: CaseKey) -> CaseKey:
    """The case with its periods named as all equal periods are, whichever claim came first."""
    return tuple(
        _named(value) if isinstance(value, Period) and "/" in value.text else value for value in key
    )


@lru_cache(maxsize=1024)
def _named(period: Period) -> Period:
    return span(period.start, period.end)


def sort_key(key: CaseKey) -> tuple[tuple[int, str, str], ...]:
    """A total order of cases that depends on nothing but their values."""
    return tuple(
        (0, "", "")
        if value is None
        else (1, value.start.isoformat(), value.end.isoformat())
        if isinstance(value, Period)
        else (2, value, "")
        for value in key
    )
