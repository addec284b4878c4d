"""The exact engine: a plan in, one row a case out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from factcheck.claims.model import Claim
from factcheck.engines.exact.align import candidates, canonical, kept, partials, sort_key
from factcheck.engines.exact.figures import collapse
from factcheck.engines.exact.index import Index, index
from factcheck.engines.exact.nearest import nearest_miss, unmatched
from factcheck.engines.exact.parts import FoldedClaims, Folding, TooManyPartsError
from factcheck.engines.exact.scan import scan
from factcheck.engines.package import Package
from factcheck.engines.rows import CaseKey, CaseRow, Figure, Part, RuleRows
from factcheck.plan import model
from factcheck.plan.asks import asks_for_members
from factcheck.plan.columns import column
from factcheck.plan.money import components_of_references, target_currency
from factcheck.records import define


def run(package: Package, plan: model.RulePlan) -> RuleRows:
    """All cases of a rule, with the figures that its readings choose from."""
    if plan.groups is not None:
        cases = _groups(package, plan, plan.groups)
        return RuleRows(plan, tuple(cases), 0, "")
    indexes = [index(package, reference) for reference in plan.references]
    said = partials(package, plan, indexes)
    groups = components_of_references(plan)
    aligned = _Aligned(package, plan, indexes, groups, Folding(package, plan, indexes))
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


@define
class _Aligned:
    """Makes the row of one case after the other."""

    package: Package
    plan: model.RulePlan
    indexes: Sequence[Index]
    groups: Mapping[int, frozenset[int]]
    folding: Folding

    def row(self, key: CaseKey) -> CaseRow | None:
        """The row of a case; None when a reference that it needs finds no figure."""
        case = dict(zip(self.plan.scope, key, strict=True))
        claims: dict[int, list[Claim]] = {}
        for place, reference in enumerate(self.plan.references):
            if reference.fold is None:
                claims[place] = self.indexes[place].claims(case)
                if not claims[place] and not reference.optional:
                    return None
        parts: dict[int, tuple[FoldedClaims, ...]] = {}
        too_many: set[int] = set()
        for number, fold in enumerate(self.plan.folds):
            if fold.outer is not None:
                continue
            try:
                parts[number] = self.folding.parts(number, case)
            except TooManyPartsError:
                parts[number] = ()
                too_many.add(number)
            if not parts[number] and number not in too_many and self.folding.needed(number):
                return None
        return self._collapsed(key, claims, parts, frozenset(too_many))

    def _collapsed(
        self,
        key: CaseKey,
        claims: Mapping[int, list[Claim]],
        parts: Mapping[int, tuple[FoldedClaims, ...]],
        too_many: frozenset[int],
    ) -> CaseRow:
        everything = [(place, claim) for place, found in claims.items() for claim in found]
        for listed in parts.values():
            for part in listed:
                everything += part.everything()
        targets = self._targets(everything)
        distinct = dict.fromkeys(claim for _, claim in everything)
        return CaseRow(
            canonical(key),
            self._figures(claims, targets),
            {number: self._folded(listed, targets) for number, listed in parts.items()},
            tuple(sorted(distinct, key=lambda claim: claim.id)),
            too_many,
        )

    def _figures(
        self, claims: Mapping[int, list[Claim]], targets: Mapping[int, str]
    ) -> dict[int, tuple[Figure, ...]]:
        return {
            place: collapse(self.package, found, targets.get(place))
            for place, found in claims.items()
        }

    def _folded(
        self, listed: Iterable[FoldedClaims], targets: Mapping[int, str]
    ) -> tuple[Part, ...]:
        return tuple(
            Part(
                part.key,
                self._figures(part.claims, targets),
                part.unnamed,
                {number: self._folded(inner, targets) for number, inner in part.inner.items()},
            )
            for part in listed
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
