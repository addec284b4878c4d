"""What every engine does: load and check a package's claims, then run one plan after another."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from contextlib import AbstractContextManager
from typing import Final, Protocol

from factcheck.claims.model import Claims
from factcheck.diagnostics.diagnostic import Diagnostic
from factcheck.engines.package import Package
from factcheck.engines.rows import RuleRows
from factcheck.plan.model import RulePlan
from factcheck.records import Record, frozen
from factcheck.vocabulary.descriptor import Descriptor
from factcheck.vocabulary.model import Vocabulary

RESTATES: Final = "it restates another claim in a second currency"
NOTHING_MET: Final = "nothing met it: another figure of the rule is missing for its case"
ALONE: Final = "no rule names its metric, and it stands alone in its group"
NOT_NAMED: Final = "no rule names its metric"


@frozen
class Coverage(Record):
    """How many claims there are, and why some took part in no case, with how many."""

    claims: int
    unused: Mapping[str, int]


class TooLittleMemoryError(Exception):
    """An engine needs more memory than it may have, whatever it writes to disk."""


class Loaded(Protocol):
    """The claims of a package, in an engine."""

    @property
    def claims(self) -> Claims:
        """The claims as far as they are in memory, and where they come from."""

    def quoted(self) -> tuple[Claims, int]:
        """The claims whose quotes are to be looked up, and how many more have one."""

    def run(self, plan: RulePlan, max_readings: int) -> tuple[Package, RuleRows]:
        """The cases of a rule that are left to judge, with the package that they are judged in."""

    def coverage(self, plans: Sequence[RulePlan], used: Collection[str]) -> Coverage:
        """What became of the claims; `used` are those in the cases that were judged."""


class Engine(Protocol):
    """One way to run plans."""

    def load(
        self, descriptor: Descriptor, vocabulary: Vocabulary, plans: Sequence[RulePlan]
    ) -> AbstractContextManager[tuple[Loaded | None, list[Diagnostic]]]:
        """The claims for some plans, None when there is an error in their table; and what is."""
