"""The report as JSON, version 1: `report.schema.json` says what it holds."""

from typing import Final

from factcheck.diagnostics.diagnostic import Diagnostic
from factcheck.diagnostics.span import Span
from factcheck.grounding.model import Grounding
from factcheck.report.escape import for_json
from factcheck.report.model import Conversion, Finding, FindingClaim, Report, RuleResult, Waived
from factcheck.vocabulary.model import Source

VERSION: Final = 1

Json = dict[str, object]


def render_json(report: Report) -> str:
    """The document, indented, with a final newline; the same report gives the same text."""
    from factcheck.report.indented import indented  # noqa: PLC0415 (only for this format)

    return for_json(indented(document(report))) + "\n"


def document(report: Report) -> Json:
    """The report as plain values; figures are strings, so that nothing is rounded on the way."""
    return {
        "version": VERSION,
        "package": {
            "name": report.package_name,
            "version": report.package_version,
            "path": report.package_path,
        },
        "summary": _summary(report),
        "rules": [_rule(rule) for rule in report.rules],
        "findings": [_finding(finding) for finding in report.findings],
        "problems": [problem_json(problem) for problem in report.problems],
        "grounding": grounding_json(report.grounding) if report.grounding else None,
    }


def grounding_json(grounding: Grounding) -> Json:
    """The sums of grounding, and what is not verified."""
    return {
        "quotes": grounding.quotes,
        "verified": grounding.verified,
        "unit_from_context": grounding.unit_from_context,
        "contradicted": grounding.contradicted,
        "texts": sorted(grounding.texts),
        "not_verified": [
            {
                "claim": one.claim,
                "location": {"path": one.path, "line": one.line},
                "reason": one.reason,
            }
            for one in grounding.not_verified
        ],
    }


def _summary(report: Report) -> Json:
    rules = report.rules
    holds = sum(rule.holds for rule in rules)
    violated = sum(rule.violated for rule in rules)
    undetermined = sum(rule.undetermined for rule in rules)
    return {
        "claims": report.claims,
        "claims_in_no_case": report.claims_in_no_case,
        "rules": len(rules),
        "cases": holds + violated + undetermined,
        "holds": holds,
        "violated": violated,
        "undetermined": undetermined,
        "not_exercised": sum(rule.status == "not_exercised" for rule in rules),
        "problems": len(report.problems),
        "waived": sum(finding.waived is not None for finding in report.findings),
        "unchanged": sum(finding.baseline == "unchanged" for finding in report.findings),
        "gone": report.gone or 0,
    }


def _rule(rule: RuleResult) -> Json:
    return {
        "id": rule.id,
        "title": rule.title,
        "severity": rule.severity,
        "location": place_json(rule.location),
        "status": rule.status,
        "unmatched": rule.unmatched,
        "cases": {
            "holds": rule.holds,
            "violated": rule.violated,
            "undetermined": rule.undetermined,
        },
    }


def _finding(finding: Finding) -> Json:
    return {
        "rule": finding.rule,
        "verdict": finding.verdict,
        "severity": finding.severity,
        "message": finding.message,
        "fingerprint": finding.fingerprint,
        "case": dict(finding.case),
        "readings": {"violated": finding.readings_violated, "total": finding.readings_total},
        "location": place_json(finding.location),
        "claims": [_claim(found) for found in finding.claims],
        "conversions": [_conversion(conversion) for conversion in finding.conversions],
        "settle": finding.settle,
        "figures": finding.figures,
        "waived": _waived(finding.waived),
        "baseline": finding.baseline or None,
    }


def _waived(waived: Waived | None) -> Json | None:
    if waived is None:
        return None
    return {
        "reason": waived.reason,
        "by": waived.by,
        "expires": waived.expires or None,
        "location": place_json(waived.location),
    }


def _claim(found: FindingClaim) -> Json:
    claim = found.claim
    start, end = claim.char_start, claim.char_end
    return {
        "id": claim.id,
        "metric": claim.metric,
        "entity": claim.entity,
        "period": claim.period.text if claim.period else None,
        "value": claim.value_text or None,
        "unit": claim.unit.text,
        "lower": found.lower,
        "upper": found.upper,
        "location": {"path": found.location.path, "line": found.location.line},
        "source": _source(found.source),
        "quote": claim.quote,
        "span": None if start is None or end is None else [start, end],
    }


def _source(source: Source) -> Json:
    return {
        "id": source.id,
        "title": source.title,
        "publisher": source.publisher,
        "published": source.published.isoformat() if source.published else None,
        "url": source.url,
    }


def _conversion(conversion: Conversion) -> Json:
    return {
        "claim": conversion.claim,
        "from": conversion.from_unit,
        "to": conversion.to_unit,
        "lower": conversion.lower,
        "upper": conversion.upper,
        "start": conversion.start,
        "end": conversion.end,
        "rates": list(conversion.rates),
        "sources": list(conversion.sources),
    }


def problem_json(problem: Diagnostic) -> Json:
    """A problem: its code, its severity, what it says and where."""
    return {
        "code": problem.code.id,
        "severity": problem.severity.value,
        "message": problem.message,
        "location": place_json(problem.span),
    }


def place_json(span: Span) -> Json:
    """A place: path, line and column."""
    return {"path": span.path, "line": span.line, "column": span.column}
