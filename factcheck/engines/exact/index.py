"""One reference's claims, ready to be looked up by the values of a case."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import product

from factcheck.claims.model import Claim
from factcheck.engines.exact.moves import EXACT, backward, binds, forward, meets
from factcheck.engines.exact.scan import scan
from factcheck.engines.package import Package
from factcheck.lang.typed import Key
from factcheck.plan.columns import column
from factcheck.plan.model import JoinOn, Reference
from factcheck.records import define


@define
class Index:
    """The claims of a reference by their columns that are looked up exactly."""

    package: Package
    reference: Reference
    exact: tuple[JoinOn, ...]
    tried: tuple[JoinOn, ...]
    rows: dict[tuple[Key | None, ...], list[Claim]]

    def claims(self, case: Mapping[str, Key | None]) -> list[Claim]:
        """The claims that a case meets; `case` holds the parts of an axis in place of the whole."""
        steps = [list(forward(self.package, on, case.get(on.field))) for on in self.exact]
        found: list[Claim] = []
        for key in product(*steps):
            found.extend(self.rows.get(key, ()))
        for on in self.tried:
            read = column(self.package.vocabulary, on.field)
            own = case.get(on.field)
            found = [claim for claim in found if meets(on, own, read(claim))]
        return found

    def partial_cases(self) -> tuple[tuple[str, ...], set[tuple[Key | None, ...]]]:
        """The fields on which the claims say which cases there are, and the values they say."""
        binding = [(place, on) for place, on in enumerate(self.exact) if binds(on)]
        fields = tuple(on.field for _, on in binding)
        keys: set[tuple[Key | None, ...]] = set()
        for key in self.rows:
            steps: list[Iterable[Key | None]] = [
                backward(self.package, on, key[place]) for place, on in binding
            ]
            keys.update(product(*steps))
        return fields, keys


def index(package: Package, reference: Reference) -> Index:
    """The claims of a reference, indexed in one pass."""
    exact = tuple(on for on in reference.on if on.how in EXACT)
    tried = tuple(on for on in reference.on if on.how not in EXACT)
    readers = [column(package.vocabulary, on.field) for on in exact]
    rows: dict[tuple[Key | None, ...], list[Claim]] = {}
    for claim in scan(package, reference.scan):
        rows.setdefault(tuple(read(claim) for read in readers), []).append(claim)
    return Index(package, reference, exact, tried, rows)
