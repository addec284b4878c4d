"""Over how long a time a figure of a flow is, as far as the rule tells."""

from __future__ import annotations

from typing import Final

from factcheck.lang import typed
from factcheck.lang.bind.walk import every
from factcheck.records import Record, frozen
from factcheck.values.period import Period, days, whole_months
from factcheck.values.period.days import MONTHS_OF

DAYS_A_MONTH: Final = 31
_ASKED: Final = ("days", "months", "years")


@frozen
class Length(Record):
    """A length of time: whether a selector gives it, and how long, None where the case decides."""

    pinned: bool
    months: int | None = None
    days: int | None = None

    @property
    def known(self) -> bool:
        """Whether the rule says how long it is."""
        return self.months is not None or self.days is not None

    def same(self, other: Length) -> bool:
        """Whether both are equally long."""
        return (self.months, self.days) == (other.months, other.days)

    def shorter(self, other: Length) -> bool:
        """Whether this is the shorter of two that are known."""
        return self._about() < other._about()

    def _about(self) -> int:
        return (self.months or 0) * DAYS_A_MONTH + (self.days or 0)

    def text(self) -> str:
        """For messages: `12 months`."""
        count, unit = (self.months, "month") if self.months is not None else (self.days, "day")
        if count is None:
            return "the period of the case, however long"
        return f"{count} {unit}{'s' * (count != 1)}"


def of_period(period: Period, *, pinned: bool) -> Length:
    """The length of a period: in months, or in days where it does not fill whole ones."""
    months = whole_months(period)
    return Length(pinned, months) if months is not None else Length(pinned, None, days(period))


def of_case(rule: typed.TypedRule) -> Length:
    """The length of the case's period, where a filter or `[previous year]` settles it."""
    for condition in rule.case_filters:
        if isinstance(condition, typed.CompareKeys) and condition.operator == "=":
            left, right = condition.left, condition.right
            is_period = isinstance(left, typed.Field) and left.path == "period"
            if is_period and isinstance(right, typed.TimeValue):
                return of_period(right.value, pinned=False)
    for figure in every((rule.check), typed.Figure):
        move = figure.selection.move("period")
        if move is not None and move.how == "previous" and move.kind is not None:
            return Length(pinned=False, months=MONTHS_OF[move.kind])
    return Length(pinned=False)


def of_figure(selection: typed.Selection, case: Length) -> Length | None:
    """The length of a reference's periods; None where the rule says that any will do."""
    pin = selection.pin("period")
    if pin is not None:
        lengths = {of_period(key, pinned=True) for key in pin.values if isinstance(key, Period)}
        return lengths.pop() if len(lengths) == 1 else None
    move = selection.move("period")
    if move is None or move.how == "ago":
        return case
    if move.how == "previous":
        return case if move.kind is None else Length(pinned=False, months=MONTHS_OF[move.kind])
    return None


def asks_for_length(rule: typed.TypedRule) -> bool:
    """Whether the rule speaks of the length of its period, as in `days(period)`."""
    nodes = (*rule.case_filters, *rule.claim_filters, *rule.premises, rule.check)
    return any(
        function.name in _ASKED for node in nodes for function in every(node, typed.Function)
    )
