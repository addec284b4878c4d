"""What a case takes for one reference, as numbers of its row: in doubles, and in whole numbers."""

from __future__ import annotations

from typing import TypeAlias

from factcheck.engines.sql.codes import NO_DAY
from factcheck.engines.sql.expression import Column, Expression, Literal, any_of, call, case
from factcheck.engines.sql.figures import LONGEST, Figures
from factcheck.engines.sql.folded import Folded
from factcheck.engines.sql.fractions import Ends, layered, whole
from factcheck.engines.sql.interval import INFINITY, Node, Stack, size_above, size_of
from factcheck.engines.sql.query import Join, Select, Table
from factcheck.engines.sql.truth import HOLDS, UNDETERMINED, VIOLATED

Taken: TypeAlias = Figures | Folded
"""What a case takes: figures of which each reading chooses one, or a fold."""

_OF_RATES = ("low", "high", "foreign", "low_over", "low_under", "high_over", "high_under")
_NONE = {"low": -LONGEST, "high": LONGEST}
"""What stands in place of an end that is infinite."""


def leaf_of(
    stack: Stack, one: Taken, mixed: Expression | None, hidden: Expression | None = None
) -> Node:
    """A figure, or what several have between them, in the currency in which it is compared.

    Of several, `hidden` says whether what is brought to one currency lacks some of it.
    """
    low, high = stack.add(low=_double(one, "low"), high=_double(one, "high"))
    sized = size_above if _is_above_zero(one) else size_of
    size = sized(low, high)
    if mixed is not None:
        if isinstance(one, Folded) or hidden is not None:
            lows, highs, lost = _brought_together(one)
        else:
            lows, highs, lost = _brought(one, low, high)
        lost = lost if hidden is None else lost | hidden
        low, high = stack.add(
            low=case((mixed, lows), otherwise=low), high=case((mixed, highs), otherwise=high)
        )
        size = case((mixed & lost, INFINITY), otherwise=sized(low, high))
    (column,) = stack.add(size=size)
    return Node(low, high, column, one.slack, non_negative=one.non_negative)


def _brought_together(one: Taken) -> tuple[Expression, Expression, Expression]:
    """Both ends of several figures in the target's currency, and whether some have no rate."""
    place = one.place
    ends: list[Expression] = [Column(f"brought_{end}_{place}") for end in ("low", "high")]
    if isinstance(one, Figures):
        ends = [end / Column(f"scale_{place}") for end in ends]
    return ends[0], ends[1], Column(f"lost_{place}")


def _brought(
    one: Figures, low: Expression, high: Expression
) -> tuple[Expression, Expression, Expression]:
    """Both ends of one figure in the target's currency, and whether there is no rate to it."""
    least, most = (Column(f"rate_{end}_{one.place}") for end in ("low", "high"))
    return _times(one, low, least, most), _times(one, high, most, least), least.is_null()


def rates_in(one: Taken) -> int:
    """How many rates may stand in it."""
    return 2 if isinstance(one, Folded) else 1


def is_foreign(one: Taken, *, of_class: bool) -> Expression:
    """Whether a rate stands in it."""
    if isinstance(one, Folded):
        return Column(f"foreign_{one.place}")
    if of_class and one.of_one_day:
        return any_of(*(name.differs(one.target) for name in currencies(one, of_class=True)))
    if of_class:
        return Column(f"last_day_{one.place}").differs(NO_DAY)
    return Column(f"rate_foreign_{one.place}")


def currencies(one: Taken, *, of_class: bool) -> list[Column]:
    """Those between which its amounts are."""
    if of_class or isinstance(one, Folded):
        return [Column(f"{end}_currency_{one.place}") for end in ("least", "most")]
    return [Column(f"currency_{one.place}")]


def _double(one: Taken, end: str) -> Expression:
    """An end in base units."""
    own, nothing = Column(f"{end}_{one.place}"), -INFINITY if end == "low" else INFINITY
    if isinstance(one, Folded):
        return own
    scaled = call("to_double", own) / Column(f"scale_{one.place}")
    if end == "low" and _is_above_zero(one):
        return scaled
    return case((own.equals(_NONE[end]), nothing), otherwise=scaled)


def _is_above_zero(one: Taken) -> bool:
    """Whether it is a figure that is never below zero, so that there is a low end."""
    return isinstance(one, Figures) and one.non_negative


def _times(one: Figures, end: Expression, own: Expression, other: Expression) -> Expression:
    """An end in another currency; `own` is the rate on its side."""
    if one.exponent > 0:
        away, towards = end * own, end * other
    else:
        away, towards = end / other, end / own
    return away if one.non_negative else case((end >= 0.0, away), otherwise=towards)


def ends_of(stack: Stack, one: Taken, mixed: Expression | None) -> Ends:
    """The ends of a figure as whole numbers, where they are finite and themselves allowed."""
    place = one.place
    shut = ~Column(f"opened_{place}")
    unit = whole(Column(f"unit_{place}"))
    found = []
    for end, other in (("low", "high"), ("high", "low")):
        if isinstance(one, Folded):
            own = case((shut, whole(Column(f"whole_{end}_{place}"))))
            # Amounts that are brought to one currency were added as doubles.
            found.append((own if mixed is None else case((~mixed, own)), unit))
            continue
        number = Column(f"{end}_{place}")
        own = case((shut & number.differs(_NONE[end]), whole(number)))
        if mixed is None:
            found.append((own, unit))
            continue
        # An amount that is not negative: its low end meets the low rate, or is divided by the high.
        side = end if one.exponent > 0 else other
        over, under = (whole(Column(f"rate_{side}_{part}_{place}")) for part in ("over", "under"))
        if one.exponent < 0:
            over, under = under, over
        top = case((mixed, case((own >= 0, own * over))), otherwise=own)
        found.append((top, case((mixed, unit * under), otherwise=unit)))
    return layered(stack, Ends(found[0], found[1]))


def number_of(sharing: list[Taken]) -> Expression:
    """How many figures there are of at most one fold, or of one reference."""
    if sharing and isinstance(sharing[0], Folded):
        return Column(f"stated_{sharing[0].place}")
    return Literal(len(sharing))


def at_rate(joins: list[Join], name: str, one: Figures) -> dict[str, Expression]:
    """The rate of its currency beside a figure; nothing where none is needed."""
    rate = one.rate(name)
    if rate is None:
        return {}
    joins.append(rate)
    return {f"rate_{end}_{one.place}": Column(end, f"rate_{one.place}") for end in _OF_RATES}


def is_stated(one: Taken) -> Expression:
    """Whether a figure is stated; where it is spoken of without a number, that is open."""
    stated = Column(f"stated_{one.place}")
    return case((stated.is_null(), VIOLATED), (stated, HOLDS), otherwise=UNDETERMINED)


def few_of(one: Figures) -> Select:
    """How many distinct figures a reference has for each key."""
    plain: dict[str, Expression] = {name: Column(name) for name in ("metric", *one.keys)}
    number = {f"number_{one.place}": call("count")}
    source = Table(f"distinct_{one.place}")
    return Select({**plain, **number}, source, group=tuple(plain.values()))
