"""The numbers of a check for one reading, each with its bounds and its parts."""

from __future__ import annotations

from factcheck.engines.rows import Part
from factcheck.plan import model
from factcheck.verdicts.outcome import NoCaseError, UnsettledError
from factcheck.verdicts.ranges import range_of
from factcheck.verdicts.reading import Reading
from factcheck.verdicts.resolve import resolve
from factcheck.verdicts.steps import NumberStep
from factcheck.verdicts.units import unit_of
from factcheck.verdicts.wording import key_text
from factcheck.verdicts.written import Writer

NOT_STATED = "not stated"


def number_step(
    reading: Reading, writer: Writer, node: model.Number, part: tuple[int, Part] | None = None
) -> NumberStep:
    """A number with all that it is made of; literals stand in its text alone."""
    text, meaning = writer.number(node), writer.meaning(node)
    if text != meaning:
        text = f"{text} = {meaning}"
    parts = _parts(reading, writer, node, part)
    unit = unit_of(reading, node)
    try:
        found = range_of(resolve(reading, node, part))
    except UnsettledError as unsettled:
        return NumberStep(text, None, unit, False, unsettled.reason, parts)  # noqa: FBT003
    except NoCaseError:
        return NumberStep(text, None, unit, False, "there is nothing to count", parts)  # noqa: FBT003
    if found is None:
        return NumberStep(text, None, unit, False, "a divisor may be zero", parts)  # noqa: FBT003
    return NumberStep(text, found.bounds, unit, found.exact, _missing(reading, node, part), parts)


def _missing(reading: Reading, node: model.Number, part: tuple[int, Part] | None) -> str:
    """That a part of a sum is not stated, where the node is its figure."""
    if part is None or not isinstance(node, model.Slot):
        return ""
    moves = reading.plan.references[node.reference].fold is not None
    return NOT_STATED if moves and not part[1].figures.get(node.reference) else ""


def _parts(
    reading: Reading, writer: Writer, node: model.Number, part: tuple[int, Part] | None
) -> tuple[NumberStep, ...]:
    inner: tuple[model.Number, ...] = ()
    if isinstance(node, model.Calculation):
        inner = node.operands
    elif isinstance(node, model.Raised):
        inner = (node.base,)
    elif isinstance(node, model.FoldSlot):
        return _of_fold(reading, writer, node.fold)
    return tuple(
        number_step(reading, writer, one, part)
        for one in inner
        if not isinstance(one, model.Constant)
    )


def _of_fold(reading: Reading, writer: Writer, number: int) -> tuple[NumberStep, ...]:
    body = reading.plan.folds[number].body
    found = []
    for index, part in enumerate(reading.row.parts.get(number, ())):
        step = number_step(reading, writer, body, (index, part))
        name = "members not listed" if part.unnamed else " ".join(map(key_text, part.key))
        found.append(
            NumberStep(
                f"{name}: {step.text}",
                step.bounds,
                step.unit,
                step.exact,
                step.reason,
                step.parts,
            )
        )
    return tuple(found)
