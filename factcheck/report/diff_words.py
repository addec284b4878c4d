"""How differences are put into words, the same in every format for people."""

from __future__ import annotations

from typing import Final

from factcheck.compare.model import (
    Comparison,
    Proposal,
    SchemaChange,
    TableChange,
    VerdictChange,
)

_REASONS: Final = 3
_CLAIMS: Final = 6


def count(number: int, noun: str) -> str:
    """A number with its noun."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def table_words(table: TableChange) -> str:
    """What differs in a table, in numbers."""
    if table.presence != "both":
        rows = table.added or table.removed
        return f"the table was {table.presence}, with {count(len(rows), 'row')}"
    parts = [
        f"{count(len(rows), 'row')} {how}"
        for how, rows in (
            ("changed", table.changed),
            ("removed", table.removed),
            ("added", table.added),
        )
        if rows
    ]
    if table.reordered:
        parts.append("columns in another order")
    return ", ".join(parts)


def schema_words(change: SchemaChange) -> str:
    """What a column or a table is declared to be, before and after."""
    of = f"column {change.column}: " if change.column else ""
    return f"{of}{change.what} {change.old} → {change.new}"


def case_words(change: VerdictChange) -> str:
    """The case of a verdict."""
    return " · ".join(f"{field} {value or '(not stated)'}" for field, value in change.case)


def verdict_words(change: VerdictChange) -> str:
    """A verdict before and after, and what changed it."""
    if change.old is None:
        said = f"new case: {change.new}"
    elif change.new is None:
        said = f"no case any more: was {change.old}"
    else:
        said = f"{change.old} → {change.new}"
    claims = ", ".join(change.claims[:_CLAIMS])
    if len(change.claims) > _CLAIMS:
        claims += f" and {len(change.claims) - _CLAIMS} more"
    because = [f"claims {claims}"] if claims else []
    if change.rule_changed:
        because.append("the rule is another one")
    return said + (f"  ({'; '.join(because)})" if because else "")


def summary_words(found: Comparison) -> str:
    """All differences in numbers."""
    if not found.differs:
        return "no differences"
    numbers = (
        (len(found.properties), "change of the descriptor", "changes of the descriptor"),
        (len(found.tables), "table differs", "tables differ"),
        (len(found.resources), "other resource differs", "other resources differ"),
        (len(found.rules), "rule or define differs", "rules or defines differ"),
        (len(found.verdicts), "verdict differs", "verdicts differ"),
    )
    return ", ".join(
        f"{number} {one if number == 1 else more}" for number, one, more in numbers if number
    )


def proposal_words(found: Comparison) -> str:
    """The version that the changes call for; nothing where they call for none."""
    proposal = found.proposal
    if not proposal.level:
        return ""
    why = _reasons(proposal)
    if not proposal.version:
        old = (
            f"`{found.old.version}` is not three numbers" if found.old.version else "there is none"
        )
        return f"the changes are {_article(proposal.level)}; no next version, as {old} ({why})"
    if proposal.is_enough is None:
        enough = "the new one has no version of three numbers"
    elif proposal.is_enough:
        enough = f"{found.new.version} is enough"
    else:
        same = found.new.version == found.old.version
        version = found.new.version
        enough = f"it is still {version}" if same else f"{version} is not enough"
    return f"next version: {proposal.version} ({proposal.level}: {why}); {enough}"


def _article(level: str) -> str:
    return f"a {level} step"


def _reasons(proposal: Proposal) -> str:
    """The first reasons of the highest level."""
    own = [reason.text for reason in proposal.reasons if reason.level == proposal.level]
    more = f" and {len(own) - _REASONS} more" if len(own) > _REASONS else ""
    return ", ".join(own[:_REASONS]) + more
