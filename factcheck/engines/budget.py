"""How many findings a report has room for, over all its rules."""

from __future__ import annotations

from collections.abc import Iterable

from factcheck.records import Record, frozen


@frozen
class Budget(Record):
    """Findings that are shown: no more of one rule than `each`, no fewer than `fewest`."""

    each: int
    fewest: int
    whole: int
    """Of all rules together, unless `fewest` of each are more."""

    def of_each(self, numbers: Iterable[int]) -> int:
        """So many of each rule, where the rules have these numbers of findings.

        What a rule does not need is left to the others: it is never less for fewer rules.
        """
        found = tuple(numbers)
        for most in range(self.each, self.fewest, -1):
            if sum(min(number, most) for number in found) <= self.whole:
                return most
        return self.fewest
