"""How loud a finding is where a format knows levels, and which come first where few are shown."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from factcheck.diagnostics.diagnostic import Diagnostic
from factcheck.report.model import Finding

ERROR: Final = "error"
WARNING: Final = "warning"
NOTE: Final = "note"

_OF_SEVERITY: Final = {"error": ERROR, "warning": WARNING, "info": NOTE}
_OPEN: Final = {"error": WARNING, "warning": NOTE, "info": NOTE}
_ORDER: Final = (ERROR, WARNING, NOTE)
_VERDICTS: Final = ("violated", "undetermined", "not_exercised")


def level(finding: Finding) -> str:
    """A violation as severe as its rule, an open case one step less; what is excused is a note."""
    if finding.is_excused or finding.verdict == "not_exercised":
        return NOTE
    return (_OF_SEVERITY if finding.verdict == "violated" else _OPEN)[finding.severity]


def level_of_problem(problem: Diagnostic) -> str:
    """As severe as its code."""
    return _OF_SEVERITY[problem.severity.value]


def by_importance(findings: Iterable[Finding]) -> list[Finding]:
    """The loudest first, what is excused last; otherwise in the order of the report."""
    return sorted(
        findings,
        key=lambda one: (
            one.is_excused,
            _ORDER.index(level(one)),
            _VERDICTS.index(one.verdict),
        ),
    )
