"""One case step by step as JSON, version 1."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from factcheck.engines.rows import CaseKey
from factcheck.plan.model import RulePlan
from factcheck.report.escape import for_json
from factcheck.report.explain_json_steps import (
    Json,
    claim_json,
    figure_json,
    rate_json,
    truth_json,
)
from factcheck.values.truth import Truth, word
from factcheck.verdicts.steps import CaseSteps, Explained

VERSION: Final = 1


def render_explained_json(told: Explained) -> str:
    """The document, indented, with a final newline."""
    from factcheck.report.indented import indented  # noqa: PLC0415 (only for this format)

    return for_json(indented(document(told))) + "\n"


def document(told: Explained) -> Json:
    """What was explained as plain values; figures are strings, so that nothing is rounded."""
    plan = told.plan
    return {
        "version": VERSION,
        "package": {"path": told.path},
        "rule": _rule(plan) if plan else None,
        "wanted": dict(told.wanted),
        "case": _case(plan, told.steps) if plan and told.steps else None,
        "matching": _cases(plan, told.matching) if plan else [],
        "cases": _cases(plan, told.cases) if plan else [],
        "nearest_miss": told.nearest_miss,
        "problems": [
            {
                "code": one.code.id,
                "severity": one.severity.value,
                "message": one.message,
                "location": {
                    "path": one.span.path,
                    "line": one.span.line,
                    "column": one.span.column,
                },
            }
            for one in told.diagnostics
        ],
    }


def _rule(plan: RulePlan) -> Json:
    place = {"path": plan.span.path, "line": plan.span.line, "column": plan.span.column}
    return {"id": plan.id, "title": plan.title, "location": place, "check": plan.shown.text}


def _key(plan: RulePlan, key: CaseKey) -> Json:
    return {
        field: getattr(value, "text", value) for field, value in zip(plan.scope, key, strict=True)
    }


def _cases(plan: RulePlan, cases: Sequence[tuple[CaseKey, Truth]]) -> list[Json]:
    return [{"case": _key(plan, key), "verdict": word(truth)} for key, truth in cases]


def _case(plan: RulePlan, steps: CaseSteps) -> Json:
    return {
        "key": _key(plan, steps.key),
        "verdict": word(steps.truth),
        "readings": {"deciding": steps.deciding, "total": steps.total, "on_hull": steps.on_hull},
        "figures": [figure_json(step) for step in steps.figures],
        "claims": [claim_json(step) for step in steps.claims],
        "rates": [rate_json(step) for step in steps.rates],
        "premises": [truth_json(step) for step in steps.premises],
        "check": truth_json(steps.check),
        "message": steps.message,
        "numbers": steps.substituted,
        "margin": steps.margin,
        "settle": steps.settle,
        "settling": [{"if": tried.what, "verdict": word(tried.truth)} for tried in steps.settling],
        "notes": list(steps.notes),
    }
