"""Sets of numbers between two ends: interval arithmetic, sound, and tight for independent ones."""

from factcheck.values.interval.arithmetic import (
    absolute,
    add,
    divide,
    multiply,
    negate,
    power,
    scale,
    subtract,
)
from factcheck.values.interval.ends import EVERYTHING, NON_NEGATIVE, Interval, closed, point
from factcheck.values.interval.lattice import disjoint, hull, intersect, maximum, minimum

__all__ = [
    "EVERYTHING",
    "NON_NEGATIVE",
    "Interval",
    "absolute",
    "add",
    "closed",
    "disjoint",
    "divide",
    "hull",
    "intersect",
    "maximum",
    "minimum",
    "multiply",
    "negate",
    "point",
    "power",
    "scale",
    "subtract",
]
