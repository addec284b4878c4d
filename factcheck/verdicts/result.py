"""What a whole run comes to, before it is told."""

from __future__ import annotations

from factcheck.claims.model import Claims
from factcheck.diagnostics.diagnostic import Diagnostic
from factcheck.engines.budget import Budget
from factcheck.engines.engine import Coverage
from factcheck.grounding.model import Grounding
from factcheck.plan.model import RulePlan
from factcheck.records import Record, frozen
from factcheck.verdicts.verdict import RuleVerdict
from factcheck.vocabulary.descriptor import Descriptor
from factcheck.vocabulary.model import Vocabulary


@frozen
class CheckResult(Record):
    """What a run found; verdicts are empty when anything was wrong with package or rules."""

    path: str
    descriptor: Descriptor | None
    vocabulary: Vocabulary | None
    claims: Claims | None
    plans: tuple[RulePlan, ...]
    verdicts: tuple[RuleVerdict, ...]
    diagnostics: tuple[Diagnostic, ...]
    texts: tuple[tuple[str, str], ...]
    """The rule files as read: path and text."""
    grounding: Grounding | None = None
    """What the quotes say; None where no claim has one."""
    coverage: Coverage | None = None
    """None when nothing was judged."""
    shown: Budget | None = None
    """As many findings are looked at as it has room for; None for all."""
