"""What came near to being a case: combinations in which a reference found no figure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from factcheck.engines.exact.align import Partial, sort_key
from factcheck.engines.rows import CaseKey
from factcheck.lang.typed import Key
from factcheck.plan import model
from factcheck.values.period import canonical_text

LOOKED_AT: Final = 60
"""So many combinations of each reference are compared to name the nearest miss."""


def unmatched(
    plan: model.RulePlan, said: Sequence[Partial], cases: Sequence[CaseKey]
) -> dict[tuple[str, ...], dict[CaseKey, list[int]]]:
    """Combinations that are no case, by the fields they are made of, with who said them."""
    found: dict[tuple[str, ...], dict[CaseKey, list[int]]] = {}
    matched: dict[tuple[str, ...], set[CaseKey]] = {plan.scope: set(cases)}
    for part in said:
        if part.fields not in matched:
            places = [plan.scope.index(field) for field in part.fields]
            matched[part.fields] = {tuple(case[place] for place in places) for case in cases}
        for key in part.keys - matched[part.fields]:
            found.setdefault(part.fields, {}).setdefault(key, []).append(part.reference)
    return found


def nearest_miss(
    plan: model.RulePlan, missed: Mapping[tuple[str, ...], Mapping[CaseKey, list[int]]]
) -> str:
    """Two combinations of different references that differ least: `budget 2024, capex 2026`."""
    best: tuple[int, str] | None = None
    for fields, keys in missed.items():
        listed = sorted(keys, key=sort_key)[:LOOKED_AT]
        for first in listed:
            for second in listed:
                pair = _pair(plan, fields, (first, keys[first]), (second, keys[second]))
                if pair is not None and (best is None or pair < best):
                    best = pair
    return best[1] if best else _alone(plan, missed)


def _pair(
    plan: model.RulePlan,
    fields: tuple[str, ...],
    first: tuple[CaseKey, Sequence[int]],
    second: tuple[CaseKey, Sequence[int]],
) -> tuple[int, str] | None:
    differing = [place for place in range(len(fields)) if first[0][place] != second[0][place]]
    others = [place for place in second[1] if place not in first[1]]
    if not others or first[1][0] > others[0]:
        return None
    sides = []
    for key, reference in ((first[0], first[1][0]), (second[0], others[0])):
        values = " ".join(text_of(key[place]) for place in differing)
        sides.append(f"{_metric(plan, reference)} {values}".strip())
    same = [text_of(first[0][p]) for p in range(len(fields)) if p not in differing]
    where = f" ({' '.join(same)})" if same else ""
    return len(differing), ", ".join(sides) + where


def _alone(
    plan: model.RulePlan, missed: Mapping[tuple[str, ...], Mapping[CaseKey, list[int]]]
) -> str:
    """The first combination of the first reference, whatever more they say: no query tells that."""
    firsts = [(keys, min(keys, key=sort_key)) for keys in missed.values() if keys]
    if not firsts:
        return ""
    keys, key = min(firsts, key=lambda one: one[0][one[1]][0])
    values = " ".join(text_of(value) for value in key)
    return f"only {_metric(plan, keys[key][0])} {values}".strip()


def _metric(plan: model.RulePlan, reference: int) -> str:
    return plan.references[reference].scan.metric or "claims"


def text_of(value: Key | None) -> str:
    """A value of a case for people."""
    if value is None:
        return "(not stated)"
    if isinstance(value, str):
        return value
    return canonical_text(value) if value.text[:1].isdigit() else value.text  # (unnamed)
