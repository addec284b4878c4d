"""References in the words of the rule language: a metric with its selectors."""

from __future__ import annotations

from typing import Final

from factcheck.lang.typed import Move, Selection
from factcheck.plan import model
from factcheck.verdicts.wording import key_text

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
