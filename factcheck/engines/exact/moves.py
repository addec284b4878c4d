"""Steps from the case to the figures of a reference, and back."""

from __future__ import annotations

from collections.abc import Iterable

from factcheck.engines.package import Package
from factcheck.lang.typed import Key
from factcheck.plan.model import JoinOn
from factcheck.values import period as periods
from factcheck.values.period import Period, day
from factcheck.values.period.days import is_month_end, last_day

EXACT = ("same", "ago", "previous", "group")
"""Steps that name the values they lead to; the others are tried on every figure."""


def forward(package: Package, on: JoinOn, value: Key | None) -> Iterable[Key | None]:
    """The values a reference looks up on a field, from the case's value."""
    if on.how == "same":
        return (value,)
    if on.how == "group" and isinstance(value, str):
        return package.groups.get(value, ())
    if not isinstance(value, Period):
        return ()
    if on.how == "ago":
        moved = periods.shift_months(value, -on.months)
    else:
        moved = periods.previous(value, on.kind)
    return () if moved is None else (moved,)


def backward(package: Package, on: JoinOn, value: Key | None) -> Iterable[Key | None]:
    """The case values from which a reference's value may be reached."""
    if on.part:
        return _groups_above(package, value, on.levels) if isinstance(value, str) else ()
    if on.how == "same":
        return (value,)
    if on.how == "group" and isinstance(value, str):
        return package.members.get(value, ())
    if not isinstance(value, Period):
        return ()
    if on.how == "ago":
        led = _led_from(value, on.months)
    else:
        moved = periods.following(value, on.kind)
        led = () if moved is None else (moved,)
    return [case for case in led if value in forward(package, on, case)]


def _groups_above(package: Package, member: str, levels: int) -> Iterable[str]:
    """The groups that reach a member in so many steps, each once."""
    found = {member}
    for _ in range(levels):
        found = {group for one in found for group in package.groups.get(one, ())}
    return found


def _led_from(value: Period, months: int) -> Iterable[Period]:
    """The periods that a step back leads from; the last day of a month stands for days it lacks."""
    moved = periods.shift_months(value, months)
    if moved is None:
        return ()
    if value.kind != "day" or not is_month_end(value.end):
        return (moved,)
    last = last_day(moved.end.year, moved.end.month)
    return [day(moved.end.replace(day=each)) for each in range(moved.end.day, last + 1)]


def binds(on: JoinOn) -> bool:
    """Whether the figures of a reference say which cases there are, on this field."""
    if on.part:
        return on.how == "same" and on.field == "entity" and not on.rooted
    return on.how in EXACT


def meets(on: JoinOn, case: Key | None, value: Key | None) -> bool:
    """Whether a figure's value stands to the case's as other, longer or earlier asks."""
    if case is None or value is None:
        return False
    if on.how == "other":
        return case != value
    if not (isinstance(case, Period) and isinstance(value, Period)):
        return False
    if on.how == "longer":
        return value != case and periods.contains(value, case)
    return value.kind == case.kind and value.end < case.start and _same_length(value, case)


def _same_length(left: Period, right: Period) -> bool:
    """Spans are of one kind when they are of one length, in months or else in days."""
    if left.kind != "span":
        return True
    months = periods.whole_months(left), periods.whole_months(right)
    if None not in months:
        return months[0] == months[1]
    return periods.days(left) == periods.days(right)
