"""How the reader fares with the forms: right, unread, or wrong.

`python -m tests.quantities.measure` lists what is not right.
"""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path

from attrs import frozen

from factcheck.quantities import Quantity, read_quantities
from tests.quantities.forms import FORMS, NO_AMOUNT, TABLES, Form, forms

RIGHT, UNREAD, WRONG = "right", "unread", "wrong"
NOT_AMOUNTS = ("date", "time")
CODE_LENGTH = 3
KINDS = {
    "money": {"amount"},
    "ratio": {"percent", "fraction"},
    "multiple": {"multiple"},
    "points": {"points"},
    "count": {"count", "number", "amount"},
    "measure": {"amount", "count", "number"},
    "rank": {"ordinal"},
}
"""The kinds of the reader that a kind of form may have."""


@frozen
class Outcome:
    """What came of one form, and why it is not right."""

    form: Form
    verdict: str
    why: str = ""


def outcomes(table: Path = FORMS) -> list[Outcome]:
    """All forms, read."""
    return [outcome(form) for form in forms(table)]


def outcome(form: Form) -> Outcome:
    """Right, if it is read as the table says; unread, if the reader leaves it or doubts it."""
    figures = read_quantities(form.text)
    inside = [figure for figure in figures if _touches(form, figure) and _is_amount(figure)]
    if form.kind == NO_AMOUNT:
        sure = [figure for figure in inside if figure.confident]
        return Outcome(form, WRONG, f"read as {sure[0]}") if sure else Outcome(form, RIGHT)
    if not inside:
        return Outcome(form, UNREAD, "not found")
    told = [(differences(form, figure, figures), figure) for figure in inside]
    if any(not wrong and figure.confident for wrong, figure in told) and _is_whole(form, inside):
        return Outcome(form, RIGHT)
    held = [pair for pair in told if pair[1].confident]
    if not held:
        return Outcome(form, UNREAD, inside[0].why)
    least, nearest = min(held, key=lambda pair: len(pair[0]))
    return Outcome(form, WRONG, f"{', '.join(least) or 'in pieces'}: {nearest}")


def differences(form: Form, figure: Quantity, figures: tuple[Quantity, ...]) -> list[str]:
    """In what a reading differs from the table."""
    checks = {
        "kind": figure.kind in KINDS[form.kind],
        "value": figure.value in [value.as_integer_ratio() for value in form.values],
        "value_to": figure.value_to
        == (form.value_to.as_integer_ratio() if form.value_to is not None else None),
        "decimals": _decimals(form, figure),
        "relation": figure.relation in form.relations,
        "hedge": figure.hedge in form.hedges,
        "unit": any(_has_unit(figure, unit) for unit in form.units) or form.kind != "money",
        "span": form.start <= figure.number_start and figure.number_end <= form.end,
        "converts": not form.converts or _converts(form, figure, figures),
    }
    return [name for name, right in checks.items() if not right]


def _decimals(form: Form, figure: Quantity) -> bool:
    printed = "-" if figure.decimals is None else str(figure.decimals)
    return bool({"*", printed} & set(form.decimals))


def _has_unit(figure: Quantity, expected: str) -> bool:
    """`USD`: it alone; `?USD`: it among others; `?`: any; with `/day`: per something."""
    code, slash, _ = expected.partition("/")
    codes = [name for name in figure.units if len(name) == CODE_LENGTH and name.isupper()]
    if slash and not figure.per:
        return False
    if code.startswith("?"):
        return code == "?" or (code[1:] in codes and len(codes) > 1)
    return [code] == codes


def _converts(form: Form, figure: Quantity, figures: tuple[Quantity, ...]) -> bool:
    place = form.text.index(form.converts)
    original = figures[figure.converts] if figure.converts is not None else None
    return original is not None and (place <= original.number_start < place + len(form.converts))


def _touches(form: Form, figure: Quantity) -> bool:
    return figure.number_start < form.end and form.start < figure.number_end


def _is_amount(figure: Quantity) -> bool:
    return figure.kind not in NOT_AMOUNTS


def _is_whole(form: Form, figures: list[Quantity]) -> bool:
    """Whether every digit of the figure is read, and by one figure alone."""
    digits = {place for place in range(form.start, form.end) if form.text[place].isdecimal()}
    sure = [figure for figure in figures if figure.confident]
    covered = {place for one in sure for place in range(one.number_start, one.number_end)}
    return digits <= covered and len(sure) == 1


if __name__ == "__main__":
    for path in TABLES:
        found = outcomes(path)
        for one in found:
            if one.verdict != RIGHT:
                sys.stdout.write(f"{one.verdict}\t{one.form.text}\t{one.form.figure}\t{one.why}\n")
        sys.stdout.write(f"{path.name}: {Counter(one.verdict for one in found)}\n")
