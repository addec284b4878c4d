"""The oracle of folds in folds: every part looked at in plain loops, with numbers as floats.

All trees here rise with each figure: their least value is at all the least figures, their greatest
at all the greatest.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import product
from math import inf

from attrs import frozen

from factcheck.engines.package import Package
from factcheck.values.period import Period, parts
from factcheck.values.rational import is_finite

FIELDS = {"members": "entity", "quarters": "period", "halves": "period", "months": "period"}
KINDS = {"quarters": "quarter", "halves": "half", "months": "month"}
NON_NEGATIVE = "m"
Values = Mapping[str, object]


@frozen
class Leaf:
    """A metric, pinned or moving."""

    metric: str
    pin: str = ""

    def text(self) -> str:
        """As it is written in a rule."""
        return f"{self.metric}[entity = {self.pin}]" if self.pin else self.metric


@frozen
class Plus:
    """Two trees added."""

    left: Tree
    right: Tree

    def text(self) -> str:
        """As it is written in a rule."""
        return f"({self.left.text()} + {self.right.text()})"


@frozen
class Nest:
    """A fold over a tree."""

    function: str
    axes: tuple[str, ...]
    known: bool
    body: Tree

    def text(self) -> str:
        """As it is written in a rule."""
        known = "known " * self.known
        return f"{self.function}({known}{self.body.text()} over {', '.join(self.axes)})"


Tree = Leaf | Plus | Nest


class UnknownNumberError(Exception):
    """A mean of nobody knows how many."""


@frozen
class Loops:
    """A package, looked at claim by claim."""

    package: Package

    def stated(self, tree: Tree, at: Values) -> bool:
        """Whether there is a number to be had."""
        if isinstance(tree, Leaf):
            return bool(self._bounds(tree, at))
        if isinstance(tree, Plus):
            return self.stated(tree.left, at) and self.stated(tree.right, at)
        return any(self.stated(tree.body, part) for part in self._parts(tree, at))

    def end(self, tree: Tree, at: Values, which: int) -> float:
        """The least (-1) or the greatest (1) value."""
        if isinstance(tree, Leaf):
            ends = self._bounds(tree, at).get(which)
            return max(end * which for end in ends) * which if ends else _unknown(tree, which)
        if isinstance(tree, Plus):
            return self.end(tree.left, at, which) + self.end(tree.right, at, which)
        found = list(self._parts(tree, at))
        stated = [part for part in found if self.stated(tree.body, part)]
        used = stated if tree.known and stated else found
        values = [self.end(tree.body, part, which) for part in used]
        if not (tree.known and stated) and (not found or self._is_open(tree, at)):
            values.append(self._unnamed(tree, which))
        if tree.function == "mean":
            return sum(values) / len(values)
        if tree.function == "sum":
            return sum(values)
        return min(values) if tree.function == "min" else max(values)

    def _unnamed(self, tree: Nest, which: int) -> float:
        """What members whom nobody lists come to."""
        if tree.function == "mean":
            raise UnknownNumberError
        own = self._of_nobody(tree.body, which)
        return 0.0 if tree.function == "sum" and own * which <= 0 else own

    def _of_nobody(self, tree: Tree, which: int) -> float:
        if isinstance(tree, Leaf):
            if tree.pin:
                return self.end(tree, {"entity": tree.pin}, which)
            return _unknown(tree, which)
        if isinstance(tree, Plus):
            return self._of_nobody(tree.left, which) + self._of_nobody(tree.right, which)
        return self._unnamed(tree, which)

    def _parts(self, tree: Nest, at: Values) -> Iterator[Values]:
        for chosen in product(*(self._steps(axis, at) for axis in tree.axes)):
            fields = [FIELDS[axis] for axis in tree.axes]
            yield {**at, **dict(zip(fields, chosen, strict=True))}

    def _steps(self, axis: str, at: Values) -> Sequence[object]:
        if axis == "members":
            rows = self.package.vocabulary.memberships
            return sorted({row.member for row in rows if row.group == at["entity"]})
        whole = at["period"]
        assert isinstance(whole, Period)
        return parts(whole, KINDS[axis])

    def _is_open(self, tree: Nest, at: Values) -> bool:
        rows = [row for row in self.package.vocabulary.memberships if row.group == at["entity"]]
        return "members" in tree.axes and bool(rows) and all(row.open for row in rows)

    def _bounds(self, leaf: Leaf, at: Values) -> dict[int, list[float]]:
        """The ends of all figures of a leaf; empty when there is none."""
        entity = leaf.pin or at["entity"]
        found: dict[int, list[float]] = {}
        for claim in self.package.claims.rows:
            if (claim.metric, claim.entity, claim.period) == (leaf.metric, entity, at["period"]):
                for which, end in ((-1, claim.bounds.low), (1, claim.bounds.high)):
                    number = end[0] / end[1] if is_finite(end) else which * inf
                    found.setdefault(which, []).append(number)
        return found


def _unknown(leaf: Leaf, which: int) -> float:
    """The end of a figure that nobody states."""
    return 0.0 if leaf.metric == NON_NEGATIVE and which < 0 else which * inf
