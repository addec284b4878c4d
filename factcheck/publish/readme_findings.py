"""The part of the README that tells what the rules found."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from factcheck.publish.claim_reviews import CASES_SHOWN, anchor
from factcheck.publish.form import Content
from factcheck.publish.markdown import code, plain, table
from factcheck.publish.verdict_tables import status, told_cases, verdict_id
from factcheck.values.truth import Truth, word
from factcheck.verdicts.told import case_of
from factcheck.verdicts.verdict import CaseVerdict, RuleVerdict

_COUNTED: Final = {
    Truth.HOLDS: "hold",
    Truth.VIOLATED: "violated",
    Truth.UNDETERMINED: "undetermined",
}


def finding_lines(content: Content) -> Iterator[str]:
    """How many cases came to what, and each that is violated or undetermined, by rule."""
    ordered = sorted(content.result.verdicts, key=lambda verdict: verdict.plan.id)
    sums = {truth: sum(one.number(truth) for one in ordered) for truth in Truth}
    counted = ", ".join(f"{sums[truth]} {words}" for truth, words in _COUNTED.items())
    claims = content.result.claims
    number = len(claims.rows) if claims else 0
    yield from (
        f"{number} claims, {len(ordered)} rules, {sum(sums.values())} cases: {counted}.",
        "",
    )
    for verdict in ordered:
        cases = told_cases(verdict)
        if cases:
            yield from (f"### {code(verdict.plan.id)}", "", *_told(verdict), "")
            for case in cases[:CASES_SHOWN]:
                yield from _case(content, verdict, case)
            if len(cases) > CASES_SHOWN:
                yield f"- … and {len(cases) - CASES_SHOWN} more, in `data/verdicts.csv`"
            yield ""


def _told(verdict: RuleVerdict) -> Iterator[str]:
    plan = verdict.plan
    for text in (plan.title, plan.because):
        if text:
            yield from (plain(text), "")
    yield f"Checked: {code(plan.shown.text)}"


def _case(content: Content, verdict: RuleVerdict, case: CaseVerdict) -> Iterator[str]:
    key, told = verdict_id(verdict, case), case.explanation
    fields = ", ".join(
        f"{field} {value or 'not stated'}" for field, value in case_of(verdict.plan, case.key)
    )
    shown = f" ({plain(fields)})" if fields else ""
    message = plain(told.message) if told else ""
    yield f'- <a id="{anchor(key)}"></a>**{word(case.truth)}**{shown}: {message}'
    if told:
        more = (told.margin, told.settle and f"to settle: {told.settle}", *told.notes)
        yield from (f"  - {plain(text)}" for text in more if text)
    vocabulary = content.result.vocabulary
    for claim in case.claims:
        source = vocabulary.sources[claim.source].title if vocabulary else claim.source
        quote = f"“{plain(claim.quote)}”, " if claim.quote else ""
        yield f"  - {code(claim.id)}: {quote}{plain(source)}"


def rule_lines(content: Content) -> Iterator[str]:
    """A table of all rules with what they came to."""
    ordered = sorted(content.result.verdicts, key=lambda verdict: verdict.plan.id)
    rows = [
        (
            code(verdict.plan.id),
            plain(verdict.plan.title),
            status(verdict).replace("_", " "),
            *(str(verdict.number(truth)) for truth in sorted(Truth, reverse=True)),
        )
        for verdict in ordered
    ]
    yield from table(("rule", "says", "status", "holds", "undetermined", "violated"), rows)
