"""Percentage points and percent, told apart where the unit of a claim is called one of them.

A share that rises by 2 percentage points does not rise by 2%. A unit is what its names are read as;
a general ratio says nothing of the two, and takes both.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from factcheck.quantities.model import Kind, Quantity
from factcheck.quantities.read import read_quantities

RATIOS: Final = ("percent", "points", "fraction", "multiple")
_HUNDREDTH: Final = (1, 100)
_POINTS: Final[Kind] = "points"
_KINDS: Final[tuple[Kind, ...]] = ("percent", _POINTS)


def kind_of_unit(names: Iterable[str]) -> Kind | None:
    """`points` or `percent`, if one of the names of a unit is read so behind a number."""
    for name in names:
        figures = read_quantities(f"1 {name.replace('_', ' ').replace('-', ' ')}")
        if figures and not figures[0].start and figures[0].kind in _KINDS:
            return figures[0].kind if figures[0].value == _HUNDREDTH else None
    return None


def mixes_points(own: Kind | None, figure: Quantity) -> str:
    """Why a figure is no number of a claim whose unit is of the kind `own`; empty if it can be."""
    if own == _POINTS and figure.kind in RATIOS and figure.kind != _POINTS:
        return "the claim is in percentage points, and the quote is not"
    if own is not None and own != _POINTS and figure.kind == _POINTS:
        return "the quote is in percentage points, and the claim in percent"
    return ""
