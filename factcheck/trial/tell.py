"""What a test came to, with the numbers of the deciding reading put in."""

from __future__ import annotations

import re
from typing import Final

from factcheck.engines.exact.nearest import text_of
from factcheck.lang.syntax import Given, Test
from factcheck.plan.model import RulePlan
from factcheck.trial.status import Status
from factcheck.trial.unnamed import EVERY_UNNAMED, UNNAMED
from factcheck.values.truth import Truth
from factcheck.verdicts.judged import Folded
from factcheck.verdicts.margin import margin_text
from factcheck.verdicts.settle import settle_text
from factcheck.verdicts.shown import filled
from factcheck.verdicts.trial_result import TrialVerdict
from factcheck.verdicts.wording import interval_text

_UNNAMED: Final = re.escape(UNNAMED)


def told(plan: RulePlan, test: Test, text: str, status: Status) -> TrialVerdict:
    """The test as a verdict; `text` is the file that it stands in."""
    worst = status.worst
    case: tuple[tuple[str, str], ...] = ()
    if worst is not None:
        case = tuple(
            (field, UNNAMED if value in EVERY_UNNAMED else text_of(value))
            for field, value in zip(status.rows.plan.scope, worst[0].key, strict=True)
        )
    folded = worst[1] if worst else None
    return TrialVerdict(
        plan.id,
        plan.title,
        test.span,
        tuple(written(given, text) for given in test.given),
        test.expect,
        status.word,
        plan.shown.text,
        len(status.cases),
        case,
        (folded.deciding, folded.total) if folded else (0, 0),
        filled(folded.worst.reading, plan.shown) if folded else "",
        folded.worst.outcome.reasons + folded.worst.outcome.details if folded else (),
        _margin(folded),
        _settle(folded),
        "" if folded else _named(status.rows.nearest_miss),
        _conversions(folded),
    )


def _named(nearest_miss: str) -> str:
    """The nearest miss without the unnamed values that both sides share."""
    text = re.sub(rf" \((?:{_UNNAMED} ?)+\)$", "", nearest_miss)
    return re.sub(rf"^(only \S+)(?: {_UNNAMED})+$", r"\1", text)


def _margin(folded: Folded | None) -> str:
    if folded is None:
        return ""
    texts = (margin_text(folded.worst.reading, one) for one in folded.worst.outcome.compared)
    return "; ".join(filter(None, texts))


def _settle(folded: Folded | None) -> str:
    if folded is None or folded.worst.outcome.truth is not Truth.UNDETERMINED:
        return ""
    return settle_text(folded.worst.reading, folded.worst.outcome)


def _conversions(folded: Folded | None) -> tuple[str, ...]:
    if folded is None:
        return ()
    rates = dict.fromkeys(rate for _, rate in folded.worst.reading.conversions)
    return tuple(
        f"1 {rate.from_unit} = {interval_text(rate.bounds)} {rate.to_unit}, "
        f"{rate.start} to {rate.end} ({', '.join(rate.rows)})"
        for rate in rates
    )


def written(given: Given, text: str) -> str:
    """A given as it stands in the file, on one line."""
    span = given.span
    lines = text.split("\n")[span.line - 1 : span.end_line]
    lines[-1] = lines[-1][: span.end_column - 1]
    lines[0] = lines[0][span.column - 1 :]
    return " ".join(" ".join(line.partition("#")[0] for line in lines).split())
