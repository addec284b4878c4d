"""Drawn packages with drawn rules, by seed; and the fewest claims that show a difference."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Sequence
from functools import cache
from pathlib import Path
from random import Random

from factcheck.lang.bind.program import bind
from factcheck.lang.parser import parse
from factcheck.plan.lower import lower
from factcheck.vocabulary.descriptor import read_descriptor
from factcheck.vocabulary.model import Vocabulary
from factcheck.vocabulary.opened import opened
from factcheck.vocabulary.read import read_vocabulary
from tests.engines.drawn.package import Row, draw_claims, write
from tests.engines.drawn.rules import Rules
from tests.engines.drawn.vocabulary import COLUMNS
from tests.engines.drawn.worlds import WORLD, World

TRIED = 12
"""So many rules are drawn for one that binds, at the most."""


@cache
def _vocabulary(world: World) -> Vocabulary:
    with tempfile.TemporaryDirectory() as name:
        write(Path(name), draw_claims(Random(0), 1), "", world)  # noqa: S311 (no secret)
        with opened(name) as place:
            descriptor, wrong = read_descriptor(place)
            assert descriptor is not None, wrong
            vocabulary, wrong = read_vocabulary(descriptor)
    assert vocabulary is not None, wrong
    return vocabulary


def binds(text: str, world: World) -> bool:
    """Whether a rule is right."""
    program, wrong = parse(text, "drawn.rules")
    if wrong:
        return False
    bound, wrong = bind([program], _vocabulary(world))
    if any(one.is_error for one in wrong):
        return False
    return not lower(bound.rules[0], _vocabulary(world))[1]


def draw(seed: int, claims: int, rules: int, world: World = WORLD) -> tuple[list[Row], list[str]]:
    """So many claims, and so many rules that bind."""
    random = Random(seed)  # noqa: S311 (no secret)
    rows = draw_claims(random, claims)
    maker = Rules(random)
    found: list[str] = []
    for number in range(TRIED * rules):
        text = maker.draw(f"r{number}")
        if binds(text, world):
            found.append(text)
        if len(found) == rules:
            break
    return rows, found


def fewest(claims: Sequence[Row], differs: Callable[[Sequence[Row]], bool]) -> list[Row]:
    """Claims that still differ, of which none can be left out."""
    left = list(claims)
    size = max(1, len(left) // 2)
    while size:
        place = 0
        while place < len(left):
            fewer = [*left[:place], *left[place + size :]]
            if fewer and differs(_closed(fewer)):
                left = fewer
            else:
                place += size
        size //= 2
    return _closed(left)


def _closed(claims: Sequence[Row]) -> list[Row]:
    """The claims, those that restate one that is left out as figures of their own."""
    names, place = {"", *(row[0] for row in claims)}, COLUMNS.index("converts")
    return [row if row[place] in names else [*row[:place], "", *row[place + 1 :]] for row in claims]
