"""The parts of a fold for one case: members of its entity, quarters of its period."""

from __future__ import annotations

from itertools import product
from typing import Final

from factcheck.engines.package import Package
from factcheck.lang.bind.function import AXES
from factcheck.lang.typed import Key
from factcheck.plan.model import Fold
from factcheck.values.period import Period, parts

_KINDS: Final = {"years": "year", "halves": "half", "quarters": "quarter", "months": "month"}


def parts_of(
    package: Package, fold: Fold, case: dict[str, Key | None]
) -> tuple[list[dict[str, Key]], bool]:
    """The parts on all axes, and whether an open list of members may have more."""
    roots = dict(fold.roots)
    steps: list[list[Key]] = []
    more = False
    for axis in fold.axes:
        whole = roots.get(AXES[axis], case.get(AXES[axis]))
        if axis == "members" and isinstance(whole, str):
            steps.append(list(package.members.get(whole, ())))
            more = more or package.is_open(whole)
        elif isinstance(whole, Period) and axis in _KINDS:
            steps.append(list(parts(whole, _KINDS[axis])))
        else:
            steps.append([])
    fields = [AXES[axis] for axis in fold.axes]
    return [dict(zip(fields, values, strict=True)) for values in product(*steps)], more
