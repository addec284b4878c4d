"""A term laid out flat: every distinct part once, each after the parts that it is made of."""

from __future__ import annotations

from typing import Final, TypeAlias

from factcheck.records import Factory, define
from factcheck.values.interval import Interval
from factcheck.verdicts import terms
from factcheck.verdicts.terms import Term

Kind: TypeAlias = type[Term]
_EITHER_WAY: Final = (terms.Sum, terms.Product, terms.Least, terms.Greatest)


@define
class Tape:
    """Steps by number. `left` and `right` are earlier steps, -1 where there is none.

    `seen` has one bit for each number that is not known exactly and stands in the step, `twice`
    those that stand in more than one place of it.
    """

    kinds: list[Kind] = Factory(list)
    left: list[int] = Factory(list)
    right: list[int] = Factory(list)
    exponent: list[int] = Factory(list)
    leaves: dict[int, Interval] = Factory(dict)
    seen: list[int] = Factory(list)
    twice: list[int] = Factory(list)
    _known: dict[object, int] = Factory(dict)
    _bits: int = 0

    def operands(self, step: int) -> tuple[int, ...]:
        """The steps that a step is made of."""
        left, right = self.left[step], self.right[step]
        if right >= 0:
            return left, right
        return (left,) if left >= 0 else ()

    def leaf(self, term: terms.Fixed | terms.Variable) -> int:
        """The step of a figure or a number: known ones are equal by value, others by name."""
        bounds = term.range
        if bounds.is_point():
            key: object = bounds
        elif isinstance(term, terms.Variable):
            key = (term.name, bounds)
        else:
            key = id(term)
        step = self._known.get(key)
        if step is not None:
            return step
        bit = 0
        if not bounds.is_point():
            bit = 1 << self._bits
            self._bits += 1
        step = self._new(key, (type(term), -1, -1, 0), bit, 0)
        self.leaves[step] = bounds
        return step

    def join(self, kind: Kind, left: int, right: int, exponent: int) -> int:
        """The step made of one or two others; the same one for the same parts."""
        if left > right >= 0 and kind in _EITHER_WAY:
            left, right = right, left
        key = (kind, left, right, exponent)
        step = self._known.get(key)
        if step is not None:
            return step
        seen, twice = self.seen[left], self.twice[left]
        if right >= 0:
            twice |= self.twice[right] | (seen & self.seen[right])
            seen |= self.seen[right]
        return self._new(key, key, seen, twice)

    def _new(self, key: object, parts: tuple[Kind, int, int, int], seen: int, twice: int) -> int:
        kind, left, right, exponent = parts
        self.kinds.append(kind)
        self.left.append(left)
        self.right.append(right)
        self.exponent.append(exponent)
        self.seen.append(seen)
        self.twice.append(twice)
        self._known[key] = len(self.kinds) - 1
        return len(self.kinds) - 1


def tape_of(term: Term) -> tuple[Tape, int]:
    """The tape of a term of any depth, and the step that is the whole of it."""
    tape = Tape()
    placed: dict[int, int] = {}
    waiting: list[Term] = [term]
    while waiting:
        one = waiting[-1]
        if id(one) in placed:
            waiting.pop()
            continue
        if isinstance(one, terms.Fixed | terms.Variable):
            placed[id(one)] = tape.leaf(one)
            continue
        inner = _inner(one)
        missing = [part for part in inner if id(part) not in placed]
        if missing:
            waiting.extend(missing)
            continue
        steps = [placed[id(part)] for part in inner]
        exponent = one.exponent if isinstance(one, terms.PowerTerm) else 0
        right = steps[1] if len(steps) > 1 else -1
        placed[id(one)] = tape.join(type(one), steps[0], right, exponent)
    return tape, placed[id(term)]


def _inner(term: Term) -> tuple[Term, ...]:
    if isinstance(term, terms.PowerTerm):
        return (term.base,)
    if isinstance(term, terms.Magnitude):
        return (term.inner,)
    assert not isinstance(term, terms.Fixed | terms.Variable)  # noqa: S101 (leaves have none)
    return term.left, term.right
