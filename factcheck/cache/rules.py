"""Verdicts of rules: judged again only where the rule or the tables are others."""

from __future__ import annotations

from typing import Any, Final

from factcheck.cache import verdicts
from factcheck.cache.marks import mark
from factcheck.cache.plain import NotPlainError
from factcheck.cache.store import Store, key_of
from factcheck.check import judge_plan
from factcheck.engines.engine import Loaded
from factcheck.inputs.notes import CONTENT, DIGEST, LIBRARY, Notes
from factcheck.plan.model import RulePlan
from factcheck.verdicts.verdict import RuleVerdict

MAX_RULES: Final = 1_000
"""So many verdicts over the same tables are kept, those of the last runs."""


class Rules:
    """Judges the rules of one run, or takes their verdicts from runs over the same tables.

    `notes` are those of the run: when a rule is judged, all tables have been read.
    """

    def __init__(self, store: Store, notes: Notes, state: object) -> None:
        self._store, self._notes, self._state = store, notes, state
        self._key = ""
        self._known: dict[str, Any] = {}
        self._made: dict[str, Any] = {}

    def judge(self, claims: Loaded, plan: RulePlan, max_readings: int) -> RuleVerdict:
        """The verdict of a plan over the claims; of what an engine holds, it keeps its own."""
        if not self._notes.whole or not claims.claims.rows:
            return judge_plan(claims, plan, max_readings)
        if not self._key:
            self._recall(max_readings)
        try:
            name = mark(plan)
        except (NotPlainError, RecursionError):
            return judge_plan(claims, plan, max_readings)
        rows = {claim.id: claim for claim in claims.claims.rows}
        verdict = verdicts.from_plain(self._known.get(name), plan, rows)
        if verdict is not None:
            self._made[name] = self._known[name]
            return verdict
        verdict = judge_plan(claims, plan, max_readings)
        self._remember(name, verdict)
        return verdict

    def keep(self) -> None:
        """Keep the verdicts of this run, beside others over the same tables."""
        if self._made.keys() <= self._known.keys() or not self._notes.whole:
            return
        older = {name: self._known[name] for name in self._known if name not in self._made}
        kept = [*older.items(), *self._made.items()][-MAX_RULES:]
        self._store.put(self._key, dict(kept))

    def _recall(self, max_readings: int) -> None:
        # A table in Parquet is known by the digest of its bytes, and by what reads them.
        kinds = (CONTENT, DIGEST, LIBRARY)
        tables = sorted(item for item in self._notes.seen.items() if item[0][0] in kinds)
        self._key = key_of("rules", self._state, max_readings, tables)
        known = self._store.get(self._key)
        self._known = known if isinstance(known, dict) else {}

    def _remember(self, name: str, verdict: RuleVerdict) -> None:
        try:
            self._made[name] = verdicts.to_plain(verdict)
        except (NotPlainError, RecursionError):
            return
