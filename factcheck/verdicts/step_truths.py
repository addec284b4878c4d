"""The tests of a rule for one reading, each with its truth and what it was judged on."""

from __future__ import annotations

from factcheck.plan import model
from factcheck.verdicts.judge import judge
from factcheck.verdicts.margin import margin_text
from factcheck.verdicts.outcome import NoCaseError, Outcome
from factcheck.verdicts.reading import Reading
from factcheck.verdicts.resolve import lookup
from factcheck.verdicts.step_numbers import number_step
from factcheck.verdicts.step_sides import sides_of
from factcheck.verdicts.steps import NumberStep, TruthStep
from factcheck.verdicts.wording import key_text
from factcheck.verdicts.written import Writer


def truth_step(reading: Reading, writer: Writer, test: model.Test) -> TruthStep:
    """A test with its parts."""
    outcome = _judged(reading, test)
    margin = ""
    if outcome is not None and isinstance(test, model.Comparison):
        margin = "; ".join(filter(None, (margin_text(reading, one) for one in outcome.compared)))
    return TruthStep(
        writer.test(test),
        outcome.truth if outcome else None,
        _numbers(reading, writer, test),
        tuple((path, key_text(lookup(reading, path))) for path in _paths(test)),
        (*outcome.reasons, *outcome.details) if outcome else (),
        margin,
        tuple(truth_step(reading, writer, part) for part in _parts(test)),
        sides_of(reading, writer, test),
    )


def _judged(reading: Reading, test: model.Test) -> Outcome | None:
    try:
        return judge(reading, test)
    except NoCaseError:
        return None


def _parts(test: model.Test) -> tuple[model.Test, ...]:
    if isinstance(test, model.Every | model.Some):
        return test.parts
    return (test.operand,) if isinstance(test, model.Negated) else ()


def _numbers(reading: Reading, writer: Writer, test: model.Test) -> tuple[NumberStep, ...]:
    """The sides of a comparison, and what its tolerance is of; literals stand in the text."""
    if not isinstance(test, model.Comparison):
        return ()
    found = (test.left, test.right, test.base, test.amount)
    return tuple(
        number_step(reading, writer, one)
        for one in dict.fromkeys(found)
        if one is not None and not isinstance(one, model.Constant)
    )


def _paths(test: model.Test) -> tuple[str, ...]:
    if isinstance(test, model.KeyComparison):
        return tuple(one.path for one in (test.left, test.right) if isinstance(one, model.Path))
    if isinstance(test, model.OneOf | model.Holding | model.FieldStated):
        return (test.operand.path,)
    return ()
