"""One case step by step, as the terminal shows it: figures, rates, steps, what would settle it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from factcheck.engines.rows import CaseKey
from factcheck.plan.model import RulePlan
from factcheck.report.excerpts import excerpts
from factcheck.report.explain_claims import claim_lines, figure_lines, rate_lines
from factcheck.report.explain_steps import step_lines
from factcheck.report.page import DEFAULT_WIDTH, Page, clean
from factcheck.report.pen import VERDICT_MARKS, VERDICT_STYLES
from factcheck.report.text_finding import field
from factcheck.report.text_summary import count
from factcheck.report.width import isolate, width
from factcheck.values.truth import Truth, word
from factcheck.verdicts.steps import CaseSteps, Explained
from factcheck.verdicts.wording import key_text

_INDENT: Final = "   "
_SHORTEST_LINE: Final = 3
_CASES_LISTED: Final = 12


def render_explained(told: Explained, *, columns: int = DEFAULT_WIDTH, colour: bool = False) -> str:
    """The case for a terminal of so many columns."""
    page = Page(columns, colour=colour)
    return "\n".join(_lines(page, told)) + "\n"


def _lines(page: Page, told: Explained) -> Iterator[str]:
    yield from _problems(page, told)
    if told.plan is None or any(one.is_error for one in told.diagnostics):
        yield "nothing was explained"
        return
    yield from _rule(page, told.plan)
    if told.steps is None:
        yield from _no_case(page, told, told.plan)
        return
    yield from _case(page, told, told.plan, told.steps)


def _problems(page: Page, told: Explained) -> Iterator[str]:
    if not told.diagnostics:
        return
    from factcheck.report.diagnostics_text import problem_lines  # noqa: PLC0415 (only for these)

    lines = excerpts(told.diagnostics, dict(told.texts))
    for problem in told.diagnostics:
        yield from problem_lines(page, problem, lines)
        yield ""


def _rule(page: Page, plan: RulePlan) -> Iterator[str]:
    """The id of the rule and its place, its title, its check and its reason."""
    name, place = clean(plan.id), f"{clean(plan.span.path)}:{plan.span.line}:{plan.span.column}"
    room = max(page.prose - width(name) - width(place) - len("──    "), _SHORTEST_LINE)
    rule = page.paint("─" * room, "dim")
    start = page.paint("──", "dim") + f" {page.paint(isolate(name), 'bold')} "
    yield f"{start}{rule} {page.paint(isolate(place), 'dim')}"
    yield from page.hang(_INDENT, clean(plan.title), "bold")
    yield from field(page, "check", plan.shown.text)
    yield from field(page, "because", plan.because)
    yield ""


def _case(page: Page, told: Explained, plan: RulePlan, steps: CaseSteps) -> Iterator[str]:
    verdict = word(steps.truth)
    style = VERDICT_STYLES[verdict]
    parts = [case_text(plan, steps.key), *_readings(steps)]
    yield from page.hang(
        f" {VERDICT_MARKS[verdict]} {verdict}  ", " · ".join(filter(None, parts)), "bold", style
    )
    if steps.message:
        yield from page.hang(_INDENT, clean(steps.message))
    yield ""
    yield from figure_lines(page, steps.figures)
    yield from claim_lines(page, steps.claims)
    yield from rate_lines(page, steps.rates)
    yield from step_lines(page, steps)
    yield from field(page, "verdict", verdict, style)
    yield from field(page, "numbers", steps.substituted, "bold")
    yield from field(page, "margin", steps.margin)
    yield from field(page, "settle", steps.settle)
    for sentence in _tried(steps):
        yield from field(page, "", sentence)
    for note in steps.notes:
        yield from field(page, "note", note)
    yield from _others(page, told, plan)


def _tried(steps: CaseSteps) -> Iterator[str]:
    """What would decide an undetermined case, of the figures that were tried."""
    alone = [one for one in steps.settling if not one.together]
    decided = [one for one in alone if one.truth is not Truth.UNDETERMINED]
    together = [one for one in steps.settling if one.together]
    for one in decided or together:
        if one.truth is not Truth.UNDETERMINED:
            yield f"if {one.what}: {word(one.truth)}"
    if steps.settling and all(one.truth is Truth.UNDETERMINED for one in steps.settling):
        yield "no figure would settle it, even if each were exactly its printed number"


def _readings(steps: CaseSteps) -> list[str]:
    if steps.total == 1:
        return []
    return [f"{steps.deciding} of {steps.total} readings; the first of them is shown"]


def case_text(plan: RulePlan, key: CaseKey) -> str:
    """The fields of a case with their values."""
    pairs = zip(plan.scope, key, strict=True)
    return " · ".join(f"{clean(field)} {clean(key_text(value))}" for field, value in pairs)


def _others(page: Page, told: Explained, plan: RulePlan) -> Iterator[str]:
    """The other cases that were asked for, the worst first."""
    others = told.matching[1:]
    if not others:
        return
    yield ""
    yield page.paint(f" {count(len(others), 'other case', 'other cases')}", "dim")
    yield from _listed(page, plan, others)


def _listed(page: Page, plan: RulePlan, cases: Sequence[tuple[CaseKey, Truth]]) -> Iterator[str]:
    for key, truth in cases[:_CASES_LISTED]:
        mark, style = VERDICT_MARKS[word(truth)], VERDICT_STYLES[word(truth)]
        yield from page.hang(f"   {mark} ", case_text(plan, key), "", style)
    if len(cases) > _CASES_LISTED:
        yield f"   … and {len(cases) - _CASES_LISTED} more; --format json has them all"


def _no_case(page: Page, told: Explained, plan: RulePlan) -> Iterator[str]:
    """That there is no such case, which cases there are, and what came near to being one."""
    wanted = " · ".join(
        f"{clean(field)} {clean(text) or '(not stated)'}" for field, text in told.wanted
    )
    mark, style = VERDICT_MARKS["not_exercised"], VERDICT_STYLES["not_exercised"]
    if told.cases:
        yield from page.hang(f" {mark} no case  ", wanted, "bold", style)
        yield page.paint(f" {count(len(told.cases), 'case', 'cases')}", "dim")
        yield from _listed(page, plan, told.cases)
    else:
        yield from page.hang(f" {mark} not exercised  ", "no claims meet in this rule", "", style)
    yield from field(page, "nearest", told.nearest_miss)
