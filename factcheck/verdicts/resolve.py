"""Numbers of the plan resolved for one reading: slots filled, folds unrolled, counts taken."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final, TypeAlias

from factcheck.engines.rows import MAX_PARTS, Figure
from factcheck.lang.bind.folds import AXES
from factcheck.plan import model
from factcheck.plan.columns import attribute
from factcheck.plan.times import number_of
from factcheck.values import rational
from factcheck.values.interval import EVERYTHING, NON_NEGATIVE, Interval, point
from factcheck.values.period import Period
from factcheck.verdicts import terms
from factcheck.verdicts.claim_numbers import claim_number
from factcheck.verdicts.counts import count
from factcheck.verdicts.inside import Inside, around, parts_inside, place_of
from factcheck.verdicts.outcome import UnsettledError
from factcheck.verdicts.ranges import range_of
from factcheck.verdicts.reading import Reading
from factcheck.verdicts.terms import Term

_PAIRS: Final[Mapping[str, Callable[[Term, Term], Term]]] = {
    "add": terms.Sum,
    "subtract": terms.Difference,
    "multiply": terms.Product,
    "divide": terms.Quotient,
}
Filled: TypeAlias = Mapping[int, tuple[Figure, ...]]


def resolve(reading: Reading, node: model.Number, inside: Inside | None = None) -> Term:
    """The term of a number; raises UnsettledError when something it needs is unknown."""
    if isinstance(node, model.Constant):
        return terms.number(node.value)
    if isinstance(node, model.Slot):
        return _slot(reading, node, inside)
    if isinstance(node, model.Calculation):
        return _calculation(reading, node, inside)
    if isinstance(node, model.FoldSlot):
        return _fold(reading, node.fold, inside)
    if isinstance(node, model.Raised):
        return _raised(resolve(reading, node.base, inside), node.exponent)
    if isinstance(node, model.CountOf):
        return terms.Variable(f"count of {node.what}", count(reading, node.what))
    if isinstance(node, model.ClaimNumber):
        return claim_number(reading, node)
    return terms.Fixed(_time(reading, node, inside))


def _slot(reading: Reading, slot: model.Slot, inside: Inside | None) -> Term:
    reference = reading.plan.references[slot.reference]
    if reference.fold is None:
        figures = reading.chosen.get(slot.reference, ())
        if not figures:
            raise UnsettledError(f"{reference.scan.metric} is not stated")
        return reading.term(slot, figures, f"r{slot.reference}")
    own = around(inside, reference.fold)
    assert own is not None  # noqa: S101 (what moves along a fold stands in it)
    figures = own.part.figures.get(slot.reference, ())
    if len(figures) == 1:
        return reading.term(slot, figures, f"r{slot.reference}:{own.fold}:{own.place}")
    place = place_of(reading.plan, slot.reference, own)
    if figures:
        return reading.term(slot, figures, place)
    metric = reading.package.vocabulary.metrics[reference.scan.metric or ""]
    bounds = NON_NEGATIVE if metric.non_negative else EVERYTHING
    return terms.Variable(reading.unknown(slot, place), bounds)


def _calculation(reading: Reading, node: model.Calculation, inside: Inside | None) -> Term:
    operands = [resolve(reading, operand, inside) for operand in node.operands]
    pair = _PAIRS.get(node.operator)
    if pair is not None:
        return pair(operands[0], operands[1])
    if node.operator == "negate":
        return terms.Difference(terms.number(rational.ZERO), operands[0])
    if node.operator == "abs":
        return terms.Magnitude(operands[0])
    return terms.Fixed(_end(operands[0], node.operator))


def _end(term: Term, which: str) -> Interval:
    """The lower or upper end of a range, as a point."""
    found = range_of(term)
    if found is None:
        raise UnsettledError("a divisor may be zero")
    end = found.bounds.low if which == "lower" else found.bounds.high
    if not rational.is_finite(end):
        raise UnsettledError(f"the figure has no {which} bound")
    return point(end)


def _raised(base: Term, exponent: int) -> Term:
    if exponent >= 0:
        return terms.PowerTerm(base, exponent)
    return terms.Quotient(terms.number(rational.ONE), terms.PowerTerm(base, -exponent))


def _fold(reading: Reading, number: int, inside: Inside | None) -> Term:
    fold = reading.plan.folds[number]
    if number in reading.row.too_many:
        raise UnsettledError(f"the {fold.function} has more than {MAX_PARTS:,} parts")
    parts = parts_inside(reading, number, inside)
    if not parts:
        raise UnsettledError("no part of it is stated")
    if fold.function == "mean" and any(one.part.unnamed for one in parts):
        raise UnsettledError("the list of members is open: their number is not known")
    bodies = [resolve(reading, fold.body, one) for one in parts]
    if fold.function in ("min", "max"):
        return _balanced(bodies, terms.Least if fold.function == "min" else terms.Greatest)
    if fold.function == "mean":
        total = _balanced(bodies, terms.Sum)
        return terms.Quotient(total, terms.number(rational.from_int(len(bodies))))
    pairs = zip(parts, bodies, strict=True)
    summed = [_of_any_number(one, body) if one.part.unnamed else body for one, body in pairs]
    return _balanced(summed, terms.Sum)


def _of_any_number(inside: Inside, body: Term) -> Term:
    """The sum of none, one or several parts of which nothing is known."""
    found = range_of(body)
    if found is None:
        return body  # which says what it divides by
    low = rational.ZERO if rational.sign(found.bounds.low) >= 0 else rational.NEGATIVE_INFINITY
    high = rational.ZERO if rational.sign(found.bounds.high) <= 0 else rational.INFINITY
    return terms.Variable(f"others of {inside.fold}:{inside.place}", Interval(low, high))


def _balanced(items: list[Term], join: Callable[[Term, Term], Term]) -> Term:
    """All items joined in a tree of least depth."""
    while len(items) > 1:
        pairs = [items[place : place + 2] for place in range(0, len(items), 2)]
        items = [join(*pair) if len(pair) > 1 else pair[0] for pair in pairs]
    return items[0]


def _time(reading: Reading, node: model.CaseNumber, inside: Inside | None) -> Interval:
    time = _of_part(reading, node.time, inside) or key_value(reading, node.time)
    if not isinstance(time, Period):
        path = node.time.path if isinstance(node.time, model.Path) else "the period"
        raise UnsettledError(f"{path} is not stated")
    value = number_of(node.function, time)
    if value is None:
        asked = "is no single day" if node.function == "weekday" else f"is no whole {node.function}"
        raise UnsettledError(f"the period {time.text} {asked}")
    return point(rational.from_int(value))


def _of_part(
    reading: Reading, time: model.Path | model.KeyConstant, inside: Inside | None
) -> object:
    """A time of the part that a fold takes around it; None where no fold runs over the period."""
    head, _, name = time.path.partition(".") if isinstance(time, model.Path) else ("", "", "")
    while inside is not None and head:
        fields = [AXES[axis] for axis in reading.plan.folds[inside.fold].axes]
        if head in fields and not inside.part.unnamed:
            value = inside.part.key[fields.index(head)]
            return attribute(reading.package.vocabulary, head, name, value) if name else value
        inside = inside.outer
    return None


def key_value(reading: Reading, side: model.Path | model.KeyConstant) -> object:
    """A key of the case, or of the claim that is the case; None when it is not known."""
    if isinstance(side, model.KeyConstant):
        return side.value
    return lookup(reading, side.path)


def lookup(reading: Reading, path: str) -> str | Period | None:
    """A field of the case, or of the claim that is the case; None when it is not known."""
    head, _, name = path.partition(".")
    if reading.plan.scope == ("claim",):
        value = reading.package.lookup(reading.row.claims[0])(head)
    elif head in reading.plan.scope:
        value = reading.row.key[reading.plan.scope.index(head)]
    else:
        return None
    if value in reading.package.unnamed:
        return None
    return attribute(reading.package.vocabulary, head, name, value) if name else value
