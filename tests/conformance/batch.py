"""Cases that share their tables, as one package with all their rules."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from attrs import evolve, frozen

from tests.conformance.package import write_case
from tests.conformance.reader import Case, Expected

_RULE = re.compile(r"^(\W*rule )([^\s:]+)", re.MULTILINE)
_OTHER = re.compile(r"^\W*(define|test|factcheck) ", re.MULTILINE)


@frozen
class Batch:
    """Some cases with the same tables; each rule has the number of its case in its name."""

    tables: tuple[tuple[str, str], ...]
    cases: tuple[Case, ...]

    def write(self, folder: Path) -> None:
        """One package with the rules of all its cases."""
        write_case(evolve(self.cases[0], rules=tuple(self.rules())), folder)

    def rules(self) -> list[str]:
        """The texts of all its rules."""
        return [
            _RULE.sub(rf"\g<1>\g<2>_of_{number}", text)
            for number, case in enumerate(self.cases)
            for text in case.rules
        ]

    def expected(self) -> Iterator[tuple[str, Expected]]:
        """What is expected of each rule, by its name in the package."""
        for number, case in enumerate(self.cases):
            for one in case.expected:
                yield f"{one.name}_of_{number}", one


def batches(cases: Iterable[Case]) -> list[Batch]:
    """The cases without mistakes and definitions, in as few packages as they have tables."""
    found: dict[tuple[tuple[str, str], ...], list[Case]] = {}
    for case in cases:
        is_right = all(one.name not in ("error", "warning") for one in case.expected)
        if is_right and not any(_OTHER.search(text) for text in case.rules):
            found.setdefault(case.tables, []).append(case)
    return [Batch(tables, tuple(own)) for tables, own in found.items()]
