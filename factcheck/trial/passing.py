"""Filters on what a given leaves open: its unnamed value is such that it passes."""

from __future__ import annotations

from collections.abc import Callable

from factcheck.plan import model
from factcheck.plan.keys import Lookup, judge_keys
from factcheck.trial.unnamed import UNNAMED_PERIOD, UNNAMED_START
from factcheck.values.truth import Truth, conjunction, disjunction, negation


def passes(test: model.Test, lookup: Lookup, is_open: Callable[[str], bool]) -> bool | None:
    """Whether a filter lets a figure through; None when it asks for a number."""
    truth = _judged(test, lookup, is_open, wanted=Truth.HOLDS)
    return None if truth is None else truth is Truth.HOLDS


def _judged(
    test: model.Test, lookup: Lookup, is_open: Callable[[str], bool], wanted: Truth
) -> Truth | None:
    """The truth of a test whose parts on open fields are as wanted."""
    if isinstance(test, model.Every | model.Some):
        parts = [_judged(part, lookup, is_open, wanted) for part in test.parts]
        known = [part for part in parts if part is not None]
        if len(known) != len(parts):
            return None
        return conjunction(*known) if isinstance(test, model.Every) else disjunction(*known)
    if isinstance(test, model.Negated):
        inner = _judged(test.operand, lookup, is_open, negation(wanted))
        return None if inner is None else negation(inner)
    if any(is_open(path) for path in paths(test)):
        return wanted
    return judge_keys(test, lookup)


def paths(test: model.Test) -> tuple[str, ...]:
    """The fields that a test without parts asks for."""
    if isinstance(test, model.KeyComparison):
        sides = (test.left, test.right)
        return tuple(side.path for side in sides if isinstance(side, model.Path))
    if isinstance(test, model.OneOf | model.Holding | model.FieldStated):
        return (test.operand.path,)
    return ()


def letting_unnamed_through(test: model.Test, *, wanted: bool = True) -> model.Test:
    """A filter on cases that the unnamed values pass."""
    if isinstance(test, model.Every | model.Some):
        parts = tuple(letting_unnamed_through(part, wanted=wanted) for part in test.parts)
        return type(test)(parts)
    if isinstance(test, model.Negated):
        return model.Negated(letting_unnamed_through(test.operand, wanted=not wanted))
    heads = dict.fromkeys(path.partition(".")[0] for path in paths(test))
    unnamed = [_is_unnamed(head) for head in heads]
    if wanted:
        return model.Some((test, *unnamed))
    return model.Every((test, *(model.Negated(one) for one in unnamed)))


def _is_unnamed(head: str) -> model.Test:
    if head == "period":
        return model.KeyComparison("=", model.Path(head), model.KeyConstant(UNNAMED_PERIOD))
    return model.Holding(model.Path(head), UNNAMED_START)
