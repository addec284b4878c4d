"""The parts of a fold for one case, with their claims: members of an entity, quarters of a year."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import product
from math import prod
from typing import Final, TypeAlias

from factcheck.claims.model import Claim
from factcheck.engines.exact.index import Index
from factcheck.engines.package import Package
from factcheck.engines.rows import MAX_PARTS
from factcheck.lang.bind.folds import AXES
from factcheck.lang.typed import Key
from factcheck.plan.model import Fold, RulePlan
from factcheck.records import Factory, define, frozen
from factcheck.values.period import Period, parts, whole_months
from factcheck.values.period.days import MONTHS_OF

Values: TypeAlias = Mapping[str, Key | None]
_KINDS: Final = {"years": "year", "halves": "half", "quarters": "quarter", "months": "month"}


class TooManyPartsError(Exception):
    """A fold has more than MAX_PARTS parts; never leaves the engine."""


@frozen
class FoldedClaims:
    """The claims in one part, and in the parts of the folds inside it."""

    key: tuple[Key, ...]
    claims: Mapping[int, list[Claim]]
    inner: Mapping[int, tuple[FoldedClaims, ...]]
    unnamed: bool = False

    @property
    def stated(self) -> bool:
        """Whether all its references have claims, and all folds inside it a part that is stated."""
        return all(self.claims.values()) and all(
            any(part.stated for part in listed) for listed in self.inner.values()
        )

    def everything(self) -> Iterator[tuple[int, Claim]]:
        """The claims of every reference, in this part and all inside it."""
        for place, found in self.claims.items():
            for claim in found:
                yield place, claim
        for listed in self.inner.values():
            for part in listed:
                yield from part.everything()


@define
class Folding:
    """Takes the folds of one plan apart, case after case."""

    package: Package
    plan: RulePlan
    indexes: Sequence[Index]
    _left: int = MAX_PARTS
    _moving: dict[int, tuple[int, ...]] = Factory(dict)
    _inside: dict[int, tuple[int, ...]] = Factory(dict)

    def __attrs_post_init__(self) -> None:
        """What moves with each fold: its references, and the folds inside it."""
        for number in range(len(self.plan.folds)):
            references, folds = enumerate(self.plan.references), enumerate(self.plan.folds)
            self._moving[number] = tuple(place for place, one in references if one.fold == number)
            self._inside[number] = tuple(place for place, one in folds if one.outer == number)

    def needed(self, number: int) -> bool:
        """Whether a case cannot be without a fold: its value is asked for, not only shown."""
        references = [self.plan.references[place] for place in self._moving[number]]
        return any(not one.optional for one in references) or any(
            self.needed(inner) for inner in self._inside[number]
        )

    def parts(self, number: int, case: Values) -> tuple[FoldedClaims, ...]:
        """The parts of a fold of the case; none when none of them is stated.

        Raises TooManyPartsError.
        """
        self._left = MAX_PARTS
        found = self._parts(number, case)
        return found if any(part.stated for part in found) else ()

    def _parts(self, number: int, case: Values) -> tuple[FoldedClaims, ...]:
        """The parts of a fold for what is around it: all of them when none is stated."""
        fold = self.plan.folds[number]
        keys, more = self._keys(fold, case)
        fields = [AXES[axis] for axis in fold.axes]
        found = [
            self._part(number, key, {**case, **dict(zip(fields, key, strict=True))}) for key in keys
        ]
        stated = [part for part in found if part.stated]
        if stated and fold.known:
            return tuple(stated)
        if more or not found:
            found.append(self._unnamed(number))
        return tuple(found)

    def _part(self, number: int, key: tuple[Key, ...], case: Values) -> FoldedClaims:
        return FoldedClaims(
            key,
            {place: self.indexes[place].claims(case) for place in self._moving[number]},
            {inner: self._parts(inner, case) for inner in self._inside[number]},
        )

    def _unnamed(self, number: int) -> FoldedClaims:
        """Parts of which nothing is known: members that an open list leaves out, or no list."""
        return FoldedClaims(
            ("others",),
            {place: [] for place in self._moving[number]},
            {inner: (self._unnamed(inner),) for inner in self._inside[number]},
            unnamed=True,
        )

    def _keys(self, fold: Fold, case: Values) -> tuple[list[tuple[Key, ...]], bool]:
        """The parts on all axes, and whether an open list of members may have more."""
        roots = dict(fold.roots)
        steps: list[Sequence[Key]] = []
        more = False
        for axis in fold.axes:
            whole = roots.get(AXES[axis], case.get(AXES[axis]))
            if axis == "members" and isinstance(whole, str):
                steps.append(self.package.members.get(whole, ()))
                more = more or self.package.is_open(whole)
            elif isinstance(whole, Period) and axis in _KINDS:
                if (whole_months(whole) or 0) > self._left * MONTHS_OF[_KINDS[axis]]:
                    raise TooManyPartsError
                steps.append(parts(whole, _KINDS[axis]))
            else:
                steps.append(())
        self._left -= prod(map(len, steps))
        if self._left < 0:
            raise TooManyPartsError
        return list(product(*steps)), more
