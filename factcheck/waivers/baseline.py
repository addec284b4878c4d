"""An earlier report beside this one: what is new, what was known, and what is gone."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

from factcheck.diagnostics.diagnostic import Diagnostic
from factcheck.diagnostics.span import Span, at
from factcheck.diagnostics.waiver_codes import BASELINE
from factcheck.records import Record, evolve, frozen
from factcheck.report.model import Finding, Report
from factcheck.vocabulary.files import read_bytes
from factcheck.vocabulary.wrong import Wrong

MAX_BYTES: Final = 400_000_000
VERSION: Final = 1
_WRITE: Final = "write one with `factcheck validate --format json:FILE`"


@frozen
class Known(Record):
    """A finding of the earlier report."""

    rule: str
    figures: str
    """Empty in reports that did not tell them."""
    waived: bool


def read_baseline(path: str) -> Mapping[str, Known] | Diagnostic:
    """The findings of a report in JSON by their fingerprints, or why it cannot be used."""
    data = read_bytes(Path(path), path, MAX_BYTES, "MAX_BYTES")
    if isinstance(data, Wrong):
        return Diagnostic(BASELINE, data.message, at(path), help=_WRITE)
    try:
        document = json.loads(data.decode("utf-8"))
    except json.JSONDecodeError as error:
        place = at(path, error.lineno, error.colno)
        return _unusable(f"it is not JSON: {error.msg[0].lower()}{error.msg[1:]}", place)
    except UnicodeDecodeError:
        return _unusable("it is not UTF-8", at(path))
    except (ValueError, RecursionError):
        return _unusable("it is no report", at(path))
    return _findings(document, path)


def _unusable(why: str, place: Span) -> Diagnostic:
    return Diagnostic(BASELINE, f"the baseline cannot be used: {why}", place, help=_WRITE)


def _findings(document: Any, path: str) -> Mapping[str, Known] | Diagnostic:  # noqa: ANN401 (JSON)
    if not isinstance(document, dict) or not isinstance(document.get("findings"), list):
        return _unusable("it is no report of factcheck in JSON", at(path))
    if document.get("version") != VERSION:
        return _unusable(f"it is not of version {VERSION}", at(path))
    problems = document.get("problems")
    if not isinstance(problems, list) or any(_is_error(one) for one in problems):
        return _unusable("nothing was judged in that run", at(path))
    known = {}
    for entry in document["findings"]:
        if not isinstance(entry, dict) or not isinstance(entry.get("fingerprint"), str):
            return _unusable("a finding has no fingerprint", at(path))
        rule, figures = entry.get("rule"), entry.get("figures")
        known[entry["fingerprint"]] = Known(
            rule if isinstance(rule, str) else "",
            figures if isinstance(figures, str) else "",
            bool(entry.get("waived")),
        )
    return known


def _is_error(problem: object) -> bool:
    return not isinstance(problem, dict) or problem.get("severity") == "error"


def with_baseline(report: Report, known: Mapping[str, Known], *, whole: bool) -> Report:
    """The report with each finding marked as new or unchanged, and how many are gone."""
    now = {finding.fingerprint for finding in report.findings}
    run = {rule.id for rule in report.rules}
    gone = sum(
        name not in now and (whole or earlier.rule in run) for name, earlier in known.items()
    )
    findings = tuple(evolve(one, baseline=_state(one, known)) for one in report.findings)
    return evolve(report, findings=findings, gone=gone)


def _state(finding: Finding, known: Mapping[str, Known]) -> str:
    """Unchanged: told before with the same figures, and not waived then and no longer."""
    earlier = known.get(finding.fingerprint)
    if earlier is None or earlier.figures not in ("", finding.figures):
        return "new"
    return "new" if earlier.waived and finding.waived is None else "unchanged"
