"""Which amounts of money meet: added, compared or divided by one another."""

from __future__ import annotations

from factcheck.diagnostics.binding_codes import TWO_CURRENCIES
from factcheck.diagnostics.diagnostic import Diagnostic, Label
from factcheck.diagnostics.span import Span
from factcheck.plan.model import Component
from factcheck.records import Factory, define

NOWHERE = -1
"""The component of a number that is no money."""


@define
class Components:
    """Union-find over the places where money stands in a rule."""

    parents: list[int] = Factory(list)
    literals: dict[int, tuple[str, Span]] = Factory(dict)
    diagnostics: list[Diagnostic] = Factory(list)

    def new(self, currency: str | None = None, span: Span | None = None) -> int:
        """A place of its own; with the currency of a literal."""
        self.parents.append(len(self.parents))
        if currency is not None and span is not None:
            self.literals[len(self.parents) - 1] = (currency, span)
        return len(self.parents) - 1

    def root(self, place: int) -> int:
        """The first place of the group."""
        while self.parents[place] != place:
            place = self.parents[place]
        return place

    def meet(self, *places: int) -> None:
        """Put the places in one group; a literal may not meet one in another currency."""
        roots = sorted({self.root(place) for place in places})
        for root in roots[1:]:
            self._keep_literal(roots[0], root)
            self.parents[root] = roots[0]

    def _keep_literal(self, kept: int, joined: int) -> None:
        literal = self.literals.get(joined)
        if literal is None:
            return
        other = self.literals.setdefault(kept, literal)
        if other[0] != literal[0]:
            self.diagnostics.append(
                Diagnostic(
                    TWO_CURRENCIES,
                    f"literals in {other[0]} and {literal[0]} meet, and literals are not converted",
                    literal[1],
                    (Label(other[1], f"in {other[0]}"),),
                    help="write both in one currency",
                    label=f"in {literal[0]}",
                )
            )

    def listed(self) -> tuple[Component, ...]:
        """Every place with its group."""
        found = []
        for place in range(len(self.parents)):
            root = self.root(place)
            literal = self.literals.get(root)
            found.append(Component(root, literal[0] if literal else None))
        return tuple(found)
