"""Amounts in several currencies that meet in a case, or in a reading."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from factcheck.engines.sql.codes import NO_DAY
from factcheck.engines.sql.expression import (
    Column,
    Expression,
    Literal,
    all_of,
    any_of,
    call,
    case,
)
from factcheck.engines.sql.figures import Figures
from factcheck.engines.sql.folded import Folded
from factcheck.engines.sql.interval import Stack
from factcheck.engines.sql.taken import Taken, currencies, is_foreign, rates_in


def in_one_currency(listed: Sequence[Taken]) -> Expression:
    """Whether the figures of each reference are all in one currency."""
    return all_of(
        *(
            Column(f"least_currency_{one.place}").equals(Column(f"most_currency_{one.place}"))
            for one in listed
            if isinstance(one, Figures) and one.target is not None
        )
    )


def hides_nothing(listed: Sequence[Taken], group: int) -> Expression:
    """Whether what is brought to one currency has in it what is compared in another.

    Amounts in one currency are compared as they are. That is as if all were converted at one
    rate: those of the same days.
    """
    money = [one for one in listed if group in dict(one.meets)]
    places = [one.place for one in money if isinstance(one, Figures)]
    if not places or all(isinstance(one, Figures) and one.of_one_day for one in money):
        return Literal(value=True)
    last = call("greatest", *(Column(f"last_day_{place}") for place in places), NO_DAY)
    first = call("least", *(Column(f"first_day_{place}") for place in places), last)
    folded = any_of(*(is_foreign(one, of_class=True) for one in money if isinstance(one, Folded)))
    return in_one_currency(listed) | (last <= first) & ~folded


def mixed(stack: Stack, listed: Sequence[Taken], *, of_class: bool) -> dict[int, Expression]:
    """By group of amounts, whether those in several currencies meet in a row."""
    found: dict[int, Expression] = {}
    for group in dict.fromkeys(group for one in listed for group, _ in one.meets):
        money = [one for one in listed if group in dict(one.meets)]
        met: list[Expression] = [
            name for one in money for name in currencies(one, of_class=of_class)
        ]
        literals = {dict(one.meets)[group] for one in money} - {None}
        met += [Literal(code) for code in literals]
        (found[group],) = stack.add(mixed=call("least", *met).differs(call("greatest", *met)))
    return found


def one_rate(
    listed: Sequence[Taken], mixed: Mapping[int, Expression], *, of_class: bool
) -> Expression:
    """Whether at most one figure of a reading is converted: a rate that stands twice is one."""
    converted: list[Expression] = [
        case(
            (is_foreign(one, of_class=of_class) & _in_any(one, mixed), rates_in(one)),
            otherwise=0,
        )
        for one in listed
        if one.target is not None
    ]
    several = any(one.target is not None and isinstance(one, Folded) for one in listed)
    if len(converted) < 2 and not several:  # noqa: PLR2004 (with one there is no second)
        return Literal(value=True)
    total = converted[0]
    for other in converted[1:]:
        total += other
    return total <= 1


def _in_any(one: Taken, mixed: Mapping[int, Expression]) -> Expression:
    return any_of(*(mixed[group] for group, _ in one.meets))
