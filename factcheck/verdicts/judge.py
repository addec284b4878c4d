"""The judge: the truth of a test for one reading, exactly."""

from __future__ import annotations

from factcheck.lang.typed import Key
from factcheck.plan import model
from factcheck.plan.keys import judge_keys
from factcheck.values.truth import Truth
from factcheck.verdicts import outcome as outcomes
from factcheck.verdicts.agreement import agree
from factcheck.verdicts.compare import compare
from factcheck.verdicts.members import members_agree
from factcheck.verdicts.outcome import NoCaseError, Outcome
from factcheck.verdicts.reading import Reading
from factcheck.verdicts.resolve import lookup
from factcheck.verdicts.written_leaves import reference_text


def judge(reading: Reading, test: model.Test) -> Outcome:
    """The truth of a test, with what led to it; NoCaseError when it does not arise."""
    if isinstance(test, model.Every):
        return outcomes.every([judge(reading, part) for part in test.parts])
    if isinstance(test, model.Some):
        return outcomes.some([judge(reading, part) for part in test.parts])
    if isinstance(test, model.Negated):
        return outcomes.opposite(judge(reading, test.operand))
    if isinstance(test, model.Comparison):
        return compare(reading, test)
    if isinstance(test, model.FigureStated):
        return _stated(reading, test)
    if isinstance(test, model.Agreement):
        agreed = agree(reading, test)
        if agreed is None:
            raise NoCaseError
        return agreed.outcome
    if isinstance(test, model.MembersAgreement):
        return members_agree(reading)
    return _of_keys(reading, test)


def _stated(reading: Reading, test: model.FigureStated) -> Outcome:
    figures = reading.row.figures.get(test.reference, ())
    reference = reading.plan.references[test.reference]
    metric = reference.scan.metric
    if not figures:
        return Outcome(Truth.VIOLATED, details=(f"no {reference_text(reference)} is stated",))
    if all(claim.value is None for figure in figures for claim in figure.claims):
        reason = f"{metric} is spoken of without a number"
        return Outcome(Truth.UNDETERMINED, (reason,), (f"a number for {metric}",))
    return outcomes.HOLDS


def _of_keys(reading: Reading, test: model.Test) -> Outcome:
    missing: dict[str, None] = {}

    def find(path: str) -> Key | None:
        value = lookup(reading, path)
        if value is None:
            missing[path] = None
        return value

    truth = judge_keys(test, find)
    assert truth is not None  # noqa: S101 (numbers are judged elsewhere)
    if truth is Truth.UNDETERMINED:
        reasons = tuple(f"{path} is not stated" for path in missing)
        return Outcome(truth, reasons, tuple(f"state the {path}" for path in missing))
    return Outcome(truth)
