"""The numbers of a check for one reading, each with its bounds and its parts."""

from __future__ import annotations

from factcheck.plan import model
from factcheck.records import evolve
from factcheck.verdicts.inside import Inside, around, parts_inside
from factcheck.verdicts.outcome import NoCaseError, UnsettledError
from factcheck.verdicts.ranges import range_of
from factcheck.verdicts.reading import Reading
from factcheck.verdicts.resolve import resolve
from factcheck.verdicts.steps import NumberStep
from factcheck.verdicts.units import in_unit, measure_of
from factcheck.verdicts.wording import key_text
from factcheck.verdicts.written import Writer

NOT_STATED = "not stated"
UNNAMED = "members not listed"


def number_step(
    reading: Reading, writer: Writer, node: model.Number, inside: Inside | None = None
) -> NumberStep:
    """A number with all that it is made of; literals stand in its text alone."""
    text, meaning = writer.number(node), writer.meaning(node)
    if text != meaning:
        text = f"{text} = {meaning}"
    parts = _parts(reading, writer, node, inside)
    measure = measure_of(reading, node)
    unit = measure.text
    try:
        found = range_of(resolve(reading, node, inside))
    except UnsettledError as unsettled:
        return NumberStep(text, None, unit, False, unsettled.reason, parts)  # noqa: FBT003
    except NoCaseError:
        return NumberStep(text, None, unit, False, "there is nothing to count", parts)  # noqa: FBT003
    if found is None:
        return NumberStep(text, None, unit, False, "a divisor may be zero", parts)  # noqa: FBT003
    bounds = in_unit(found.bounds, measure)
    return NumberStep(text, bounds, unit, found.exact, _missing(reading, node, inside), parts)


def _missing(reading: Reading, node: model.Number, inside: Inside | None) -> str:
    """That a part of a sum is not stated, where the node is its figure."""
    if not isinstance(node, model.Slot):
        return ""
    own = around(inside, reading.plan.references[node.reference].fold)
    return NOT_STATED if own is not None and not own.part.figures.get(node.reference) else ""


def _parts(
    reading: Reading, writer: Writer, node: model.Number, inside: Inside | None
) -> tuple[NumberStep, ...]:
    inner: tuple[model.Number, ...] = ()
    if isinstance(node, model.Calculation):
        inner = node.operands
    elif isinstance(node, model.Raised):
        inner = (node.base,)
    elif isinstance(node, model.FoldSlot):
        return _of_fold(reading, writer, node.fold, inside)
    return tuple(
        number_step(reading, writer, one, inside)
        for one in inner
        if not isinstance(one, model.Constant)
    )


def _of_fold(
    reading: Reading, writer: Writer, number: int, inside: Inside | None
) -> tuple[NumberStep, ...]:
    body = reading.plan.folds[number].body
    found = []
    for one in parts_inside(reading, number, inside):
        step = number_step(reading, writer, body, one)
        name = UNNAMED if one.part.unnamed else " ".join(map(key_text, one.part.key))
        found.append(evolve(step, text=f"{name}: {step.text}"))
    return tuple(found)
