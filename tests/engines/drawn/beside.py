"""Drawn packages side by side as one: each with metrics and claims of its own, under all rules.

A rule about figures is there once for each of them, with its metrics, and all of these are of one
shape; a rule about groups of claims, or about each claim, is there once for all, as the keys of its
cases tell the packages apart. So one run holds as many pairs as there are packages times rules.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from pathlib import Path

from attrs import frozen

from tests.engines.drawn import package
from tests.engines.drawn.package import Row
from tests.engines.drawn.pairs import draw
from tests.engines.drawn.vocabulary import COLUMNS, METRICS, TABLES
from tests.engines.drawn.worlds import World

_METRIC = re.compile(rf"\b(?:{'|'.join(METRICS)})\b")
_LISTED = re.compile(r"\bmetric in \{([^}]*)\}")
_OTHER_THAN = re.compile(r"\bmetric ≠ (\w+)")
_OF_CLAIMS = ("for each claim", "agree", "count(claims)", "count(sources)", "count(values)")
_ID, _METRIC_ID, _CONVERTS = (COLUMNS.index(n) for n in ("claim_id", "metric_id", "converts"))


@frozen
class Beside:
    """Packages side by side, and the rules that hold for each of them."""

    packages: Sequence[Sequence[Row]]
    rules: Sequence[str]

    @property
    def pairs(self) -> int:
        """A package and a rule are one."""
        return len(self.packages) * len(self.rules)

    def write(self, folder: Path) -> None:
        """One package of all."""
        numbers = range(len(self.packages))
        claims = [_own(row, number) for number in numbers for row in self.packages[number]]
        rules = "\n".join(text for rule in self.rules for text in _rules(rule, numbers))
        header, *rows = TABLES["metrics"]
        metrics = [header, *([_named(row[0], n), *row[1:]] for n in numbers for row in rows)]
        package.write(folder, claims, rules, World(tables={**TABLES, "metrics": metrics}))


def draw_beside(seed: int, packages: int, claims: int, rules: int) -> Beside:
    """So many packages of so many claims each, and so many rules that bind."""
    _, drawn = draw(seed, 1, rules)
    own = [draw(seed * 1000 + number, claims, 0)[0] for number in range(packages)]
    return Beside(own, drawn)


def is_of_claims(rule: str) -> bool:
    """Whether its cases are groups of claims, or claims."""
    return any(words in rule for words in _OF_CLAIMS)


def _named(name: str, number: int) -> str:
    return f"{name}_{number}"


def _own(row: Row, number: int) -> Row:
    own = list(row)
    for place in (_ID, _METRIC_ID, _CONVERTS):
        own[place] = _named(own[place], number) if own[place] else ""
    return own


def of(text: str, number: int) -> str:
    """A text with the names of metrics that one of the packages has."""
    return _METRIC.sub(lambda match: _named(match[0], number), text)


def _rules(rule: str, numbers: Iterable[int]) -> list[str]:
    """A rule as it is told to each package, or to all of them."""
    _, name, text = rule.split(" ", 2)
    if not is_of_claims(rule):
        return [f"rule {name}_{n} {of(text, n)}" for n in numbers]

    def listed(metrics: str) -> str:
        every = (_named(one, number) for one in metrics.split(", ") for number in numbers)
        return f"metric in {{{', '.join(every)}}}"

    text = _LISTED.sub(lambda match: listed(match[1]), text)
    text = _OTHER_THAN.sub(lambda match: f"not {listed(match[1])}", text)
    return [f"rule {name} {text}"]
