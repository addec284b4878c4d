"""What judging one test of one reading gives."""

from __future__ import annotations

from factcheck.plan.model import Comparison
from factcheck.records import Record, frozen
from factcheck.values.interval import EVERYTHING, Interval
from factcheck.values.truth import Truth, negation
from factcheck.verdicts.ranges import range_of
from factcheck.verdicts.terms import Term


class UnsettledError(Exception):
    """A number cannot be had; carries the reason, and never leaves this room."""

    def __init__(self, reason: str, settle: str = "") -> None:
        super().__init__(reason)
        self.reason = reason
        self.settle = settle


class NoCaseError(Exception):
    """What is asked does not arise in this case; never leaves this room."""


@frozen
class Compared(Record):
    """A comparison that decided, or failed to decide; the ranges of its sides on demand."""

    comparison: Comparison
    left_term: Term
    right_term: Term
    base_term: Term | None
    truth: Truth

    @property
    def left(self) -> Interval:
        """The range of the left side."""
        return _bounds(self.left_term)

    @property
    def right(self) -> Interval:
        """The range of the right side."""
        return _bounds(self.right_term)

    @property
    def base(self) -> Interval | None:
        """The range of what a tolerance is a part of."""
        return None if self.base_term is None else _bounds(self.base_term)


def _bounds(term: Term) -> Interval:
    found = range_of(term)
    return found.bounds if found is not None else EVERYTHING


@frozen
class Listed(Record):
    """The list of a group's members that one source gives; `places` say where its rows stand."""

    source: str
    members: tuple[str, ...]
    open: bool
    places: tuple[tuple[str, int], ...]


@frozen
class Outcome(Record):
    """A truth, with what led to it; `reasons` only where it is undetermined."""

    truth: Truth
    reasons: tuple[str, ...] = ()
    settle: tuple[str, ...] = ()
    compared: tuple[Compared, ...] = ()
    details: tuple[str, ...] = ()
    """Sentences on why it is violated, where no comparison of numbers says so."""
    lists: tuple[Listed, ...] = ()
    """The lists of members that it is about."""


HOLDS = Outcome(Truth.HOLDS)


def every(outcomes: list[Outcome]) -> Outcome:
    """All of them; what led to the worst of them is kept."""
    return _worst(min(outcome.truth for outcome in outcomes), outcomes)


def some(outcomes: list[Outcome]) -> Outcome:
    """Any of them."""
    return _worst(max(outcome.truth for outcome in outcomes), outcomes)


def _worst(truth: Truth, outcomes: list[Outcome]) -> Outcome:
    led = [outcome for outcome in outcomes if outcome.truth is truth]
    if len(led) == 1:
        return led[0]
    return Outcome(
        truth,
        _joined([outcome.reasons for outcome in led]),
        _joined([outcome.settle for outcome in led]),
        tuple(one for outcome in led for one in outcome.compared),
        _joined([outcome.details for outcome in led]),
        tuple(one for outcome in led for one in outcome.lists),
    )


def _joined(lists: list[tuple[str, ...]]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(text for one in lists for text in one))


def opposite(outcome: Outcome) -> Outcome:
    """Not: holds and violated change places."""
    truth = negation(outcome.truth)
    details = ("what must not hold does",) if truth is Truth.VIOLATED else ()
    return Outcome(truth, outcome.reasons, outcome.settle, (), details, outcome.lists)
