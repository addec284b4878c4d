"""Regions: what has to be looked at as a whole because a number stands in it more than once.

A step is closed in a whole when all its numbers stand nowhere else in it: every way down to them
leads through the step. Then it is itself one number, free of the rest, and its range is all that
the whole needs to know of it. A region is the whole down to the first closed steps, its inputs.
"""

from __future__ import annotations

from factcheck.records import frozen
from factcheck.verdicts.tape import Tape


@frozen
class Region:
    """The steps of a region, each after its operands, and its inputs with how often they stand."""

    root: int
    steps: tuple[int, ...]
    inputs: dict[int, int]
    """Each input with the number of places where it stands, 2 for more."""


def is_simple(tape: Tape, step: int) -> bool:
    """Whether the operands of a step are free of one another."""
    left, right = tape.left[step], tape.right[step]
    return right < 0 or not tape.seen[left] & tape.seen[right]


def region_of(tape: Tape, root: int) -> Region:
    """The region of a step."""
    if is_simple(tape, root):
        return Region(root, (root,), dict.fromkeys(tape.operands(root), 1))
    below = _below(tape, root)
    dominators = _dominators(tape, below)
    closed = _closed(tape, below, dominators)
    places = dict.fromkeys(below, 0)
    places[root] = 1
    steps, inputs = [], {}
    for step in below:
        if not places[step]:
            continue
        if step in closed and step != root:
            inputs[step] = places[step]
            continue
        steps.append(step)
        for operand in tape.operands(step):
            places[operand] = min(2, places[operand] + places[step])
    return Region(root, tuple(reversed(steps)), inputs)


def _below(tape: Tape, root: int) -> list[int]:
    """The steps that a step is made of, itself first, each before its operands."""
    found, waiting = {root}, [root]
    while waiting:
        for operand in tape.operands(waiting.pop()):
            if operand not in found:
                found.add(operand)
                waiting.append(operand)
    return sorted(found, reverse=True)


def _dominators(tape: Tape, below: list[int]) -> dict[int, int]:
    """For each step the nearest other one that every way down to it leads through."""
    root = below[0]
    nearest = {root: root}
    depth = {root: 0}
    for step in below:
        if step != root:
            depth[step] = depth[nearest[step]] + 1
        for operand in tape.operands(step):
            nearest[operand] = _meeting(nearest, depth, nearest.get(operand, step), step)
    return nearest


def _meeting(nearest: dict[int, int], depth: dict[int, int], one: int, other: int) -> int:
    while one != other:
        if depth[one] < depth[other]:
            one, other = other, one
        one = nearest[one]
    return one


def _closed(tape: Tape, below: list[int], dominators: dict[int, int]) -> set[int]:
    root = below[0]
    inside = dict.fromkeys(below, 0)
    for leaf in below:
        if leaf not in tape.leaves or not tape.seen[leaf]:
            continue
        step = leaf
        while step != root:
            inside[step] += 1
            step = dominators[step]
    return {step for step in below if inside[step] == tape.seen[step].bit_count()}
