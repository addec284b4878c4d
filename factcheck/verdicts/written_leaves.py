"""Leaves of a plan in the words of the rule language: references, literals, fields, signs."""

from __future__ import annotations

from typing import Final

from factcheck.lang.typed import Move, Selection
from factcheck.plan import model
from factcheck.values import rational
from factcheck.verdicts.digits import enough
from factcheck.verdicts.wording import figure_text, key_text, percent_text

_COMPARED: Final = {
    "<=": "≤",
    ">=": "≥",
    "!=": "≠",
    "~=": "≈",
    "consistent": "consistent with",
}
_STEPS: Final = ((12, "year"), (6, "half"), (3, "quarter"), (1, "month"))


def reference_text(reference: model.Reference) -> str:
    """A metric with its selectors."""
    selection = reference.scan.pins
    if selection is None:
        return reference.scan.metric or "claims"
    selectors = [*_pins(selection), *map(_move, selection.moves)]
    return f"{selection.metric}[{', '.join(selectors)}]" if selectors else selection.metric


def _pins(selection: Selection) -> list[str]:
    return [
        f"{pin.field} = {key_text(pin.values[0])}"
        if len(pin.values) == 1
        else f"{pin.field} in {{{', '.join(map(key_text, pin.values))}}}"
        for pin in selection.pins
    ]


def _move(move: Move) -> str:
    if move.how == "ago":
        length, kind = next(step for step in _STEPS if move.months % step[0] == 0)
        number = move.months // length
        return f"{kind} ago" if number == 1 else f"{number} {kind}s ago"
    if move.how == "previous":
        return f"previous {move.kind or ''}".strip()
    words = {"other": f"other {move.field}", "group": "any group"}
    words |= {"longer": "any longer period", "earlier": "any earlier period"}
    return words.get(move.how, f"any {move.field}")


def constant_text(node: model.Constant) -> str:
    """A literal: a plain number below one in percent, as shares and tolerances are written."""
    digits = enough(node.value)
    if node.currencies:
        return figure_text(node.value, node.currencies[0][0], digits)
    small = node.value[0] and rational.less(rational.absolute(node.value), rational.ONE)
    return percent_text(node.value, digits) if small else figure_text(node.value, "", digits)


def keys_text(node: model.Test) -> str:
    """A test on fields alone."""
    if isinstance(node, model.KeyComparison):
        return f"{key(node.left)} {sign(node.operator)} {key(node.right)}"
    if isinstance(node, model.OneOf):
        return f"{node.operand.path} in {{{', '.join(map(key_text, node.values))}}}"
    if isinstance(node, model.Holding):
        return f"{node.operand.path} contains “{node.text}”"
    if isinstance(node, model.FieldStated):
        return f"{node.operand.path} is stated"
    return "members agree"


def sign(operator: str) -> str:
    """An operator as people read it."""
    return _COMPARED.get(operator, operator)


def key(side: model.Path | model.KeyConstant) -> str:
    """A field, or a value of one."""
    return side.path if isinstance(side, model.Path) else key_text(side.value)
