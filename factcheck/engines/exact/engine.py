"""The exact engine: a plan in, one row a case out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from attrs import define

from factcheck.claims.model import Claim
from factcheck.engines.exact.align import candidates, canonical, kept, partials, sort_key
from factcheck.engines.exact.figures import collapse
from factcheck.engines.exact.index import Index, index
from factcheck.engines.exact.nearest import nearest_miss, unmatched
from factcheck.engines.exact.parts import parts_of
from factcheck.engines.exact.scan import scan
from factcheck.engines.package import Package
from factcheck.engines.rows import CaseKey, CaseRow, Figure, Part, RuleRows
from factcheck.lang.typed import Key
from factcheck.plan import model
from factcheck.plan.asks import asks_for_members
from factcheck.plan.columns import column
from factcheck.plan.money import components_of_references, target_currency


def run(package: Package, plan: model.RulePlan) -> RuleRows:
    """All cases of a rule, with the figures that its readings choose from."""
    if plan.groups is not None:
        cases = _groups(package, plan, plan.groups)
        return RuleRows(plan, tuple(cases), 0, "")
    indexes = [index(package, reference) for reference in plan.references]
    said = partials(package, plan, indexes)
    aligned = _Aligned(package, plan, indexes, components_of_references(plan))
    rows = [aligned.row(key) for key in candidates(package, plan, said, indexes)]
    cases = [row for row in rows if row is not None]
    missed = unmatched(plan, said, [case.key for case in cases])
    return RuleRows(
        plan, tuple(cases), sum(len(keys) for keys in missed.values()), nearest_miss(plan, missed)
    )


def _groups(package: Package, plan: model.RulePlan, groups: model.Scan) -> list[CaseRow]:
    """The claims grouped by the scope."""
    readers = [column(package.vocabulary, field) for field in plan.scope]
    found: dict[CaseKey, list[Claim]] = {}
    for claim in scan(package, groups):
        found.setdefault(tuple(read(claim) for read in readers), []).append(claim)
    if asks_for_members(plan) and plan.scope == ("entity",):
        for group in package.members:
            if kept(package, groups.filters, plan.scope, (group,)):
                found.setdefault((group,), [])
    keys = sorted(found, key=sort_key)
    return [CaseRow(canonical(key), {}, {}, tuple(found[key])) for key in keys]


@define(eq=False)
class _Aligned:
    """Makes the row of one case after the other."""

    package: Package
    plan: model.RulePlan
    indexes: Sequence[Index]
    groups: Mapping[int, frozenset[int]]

    def row(self, key: CaseKey) -> CaseRow | None:
        """The row of a case; None when a reference that it needs finds no figure."""
        case = dict(zip(self.plan.scope, key, strict=True))
        claims: dict[int, list[Claim]] = {}
        for place, reference in enumerate(self.plan.references):
            if reference.fold is None:
                claims[place] = self.indexes[place].claims(case)
                if not claims[place] and not reference.optional:
                    return None
        parts: dict[int, list[tuple[dict[str, Key], dict[int, list[Claim]]]]] = {}
        opened: set[int] = set()
        for number, fold in enumerate(self.plan.folds):
            parts[number], more = self._parts(number, fold, case)
            if not parts[number] and self._needed(number):
                return None
            if more:
                opened.add(number)
        return self._collapsed(key, claims, parts, opened)

    def _needed(self, fold: int) -> bool:
        references = [one for one in self.plan.references if one.fold == fold]
        return any(not one.optional for one in references)

    def _parts(
        self, number: int, fold: model.Fold, case: dict[str, Key | None]
    ) -> tuple[list[tuple[dict[str, Key], dict[int, list[Claim]]]], bool]:
        """The parts with their claims; none when no part is stated."""
        keys, more = parts_of(self.package, fold, case)
        moving = [place for place, one in enumerate(self.plan.references) if one.fold == number]
        found = [
            (key, {place: self.indexes[place].claims({**case, **key}) for place in moving})
            for key in keys
        ]
        stated = [part for part in found if all(part[1].values())]
        if not stated:
            return [], more
        return (stated if fold.known else found), more and not fold.known

    def _collapsed(
        self,
        key: CaseKey,
        claims: dict[int, list[Claim]],
        parts: dict[int, list[tuple[dict[str, Key], dict[int, list[Claim]]]]],
        opened: set[int],
    ) -> CaseRow:
        everything: list[tuple[int, Claim]] = [
            (place, claim) for place, found in claims.items() for claim in found
        ]
        for listed in parts.values():
            for _, by_place in listed:
                everything += [(place, one) for place, found in by_place.items() for one in found]
        targets = self._targets(everything)

        def figures(place: int, found: list[Claim]) -> tuple[Figure, ...]:
            return collapse(self.package, found, targets.get(place))

        folded: dict[int, tuple[Part, ...]] = {}
        for number, listed in parts.items():
            made = [
                Part(
                    tuple(part.values()),
                    {place: figures(place, found) for place, found in by_place.items()},
                )
                for part, by_place in listed
            ]
            if number in opened:
                places = listed[0][1] if listed else ()
                made.append(Part(("others",), dict.fromkeys(places, ()), unnamed=True))
            folded[number] = tuple(made)
        distinct = dict.fromkeys(claim for _, claim in everything)
        return CaseRow(
            canonical(key),
            {place: figures(place, found) for place, found in claims.items()},
            folded,
            tuple(sorted(distinct, key=lambda claim: claim.id)),
        )

    def _targets(self, claims: list[tuple[int, Claim]]) -> dict[int, str]:
        """For the references whose figures meet in more than one currency, the one converted to."""
        met: dict[int, set[str]] = {}
        for place, claim in claims:
            for group in self.groups.get(place, ()):
                met.setdefault(group, set()).update(name for name, _ in claim.unit.currencies)
        targets: dict[int, str] = {}
        for place, own in self.groups.items():
            for group in own:
                component = self.plan.components[group]
                currencies = met.get(group, set()) | (
                    {component.currency} if component.currency else set()
                )
                target = target_currency(self.package.vocabulary, component)
                if len(currencies) > 1 and target is not None:
                    targets[place] = target
        return targets
