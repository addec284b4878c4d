"""Shifts and reduces: the words of a statement, driven by the tables, to what they build."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache
from typing import Any, Final, TypeAlias

from factcheck.lang.build import BUILDERS
from factcheck.lang.tables import Reduction, tables
from factcheck.lang.words import Word

Parts: TypeAlias = list[Any]
Builder: TypeAlias = Callable[[Parts], Any]
Step: TypeAlias = tuple[str, int, Builder | None]
"""A reduction ready to be made: its rule, how many parts it takes, and what builds something of
them; None where a single part is passed on."""

_REFUSED: Final = 0
"""The number of a start, to which no word and no rule leads."""


class Refused(Exception):  # noqa: N818 (a text may be refused; that is no error of ours)
    """The word at `place` does not fit to those before it."""

    def __init__(self, place: int) -> None:
        super().__init__(place)
        self.place = place


def feed(start: str, words: Sequence[Word]) -> Any:  # noqa: ANN401 (what the grammar's start builds)
    """What the words build, the end of the text being the last of them; or raises Refused."""
    states, steps = tables().states, _steps()
    state = tables().starts[start]
    trail = [state]
    parts: Parts = []
    for place, word in enumerate(words):
        kind = word.type
        action = states[state].get(kind, _REFUSED)
        while action < 0:
            rule, length, build = steps[~action]
            if build is None:
                trail[-1] = state = states[trail[-2]][rule]
            else:
                cut = len(parts) - length
                parts[cut:] = [build(parts[cut:])]
                state = states[trail[cut]][rule]
                trail[cut + 1 :] = [state]
            action = states[state].get(kind, _REFUSED)
        if action == _REFUSED:
            raise Refused(place)
        state = action
        trail.append(state)
        parts.append(word)
    return parts[0]


def accepted(start: str, words: Sequence[Word]) -> frozenset[str]:
    """The types of the words that may follow these, which fit together."""
    trail = [tables().starts[start]]
    for word in words:
        _follow(trail, word.type)
    choices = tables().states[trail[-1]]
    return frozenset(kind for kind in choices if kind.isupper() and _follow([*trail], kind))


def _follow(trail: list[int], kind: str) -> bool:
    """Whether a word of this type fits; the trail then leads over it."""
    states = tables().states
    action = states[trail[-1]].get(kind)
    while action is not None and action < 0:
        reduction = tables().reductions[~action]
        del trail[len(trail) - reduction.length :]
        trail.append(states[trail[-1]][reduction.rule])
        action = states[trail[-1]].get(kind)
    if action is None:
        return False
    trail.append(action)
    return True


@cache
def _steps() -> list[Step]:
    """All reductions with their builders, made once a process."""
    return [(one.rule, one.length, _builder(one)) for one in tables().reductions]


def _builder(reduction: Reduction) -> Builder | None:
    if reduction.single and reduction.length == 1 and not reduction.repetitions:
        return None
    build = _parts if reduction.builder is None else vars(BUILDERS)[reduction.builder]
    if reduction.single:
        build = _unless_single(build)
    return _strung(build, frozenset(reduction.repetitions)) if reduction.repetitions else build


def _parts(parts: Parts) -> Parts:
    return parts


def _unless_single(build: Builder) -> Builder:
    return lambda parts: parts[0] if len(parts) == 1 else build(parts)


def _strung(build: Builder, repetitions: frozenset[int]) -> Builder:
    """The builder, given the parts of the repetitions among its parts."""

    def strung(parts: Parts) -> Any:  # noqa: ANN401 (what the builder builds)
        flat: Parts = []
        for place, part in enumerate(parts):
            if place in repetitions:
                # The list so far is nobody else's, and a long one is copied at no step.
                flat = [*flat, *part] if flat else part
            else:
                flat.append(part)
        return build(flat)

    return strung
