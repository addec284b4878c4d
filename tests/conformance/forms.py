"""The form of a rule: what is left of its text without its names of metrics and its numbers."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Sequence

from attrs import evolve

from tests.conformance.batch import Batch
from tests.conformance.package import rows_of, tables_of
from tests.conformance.reader import Case

_RULE = re.compile(r"^\W*rule \S+", re.MULTILINE)
_NUMBER = re.compile(r"[0-9]+(?:\.[0-9]+)?%?(?: (?:billion )?(?:CNY|USD|chip))?")


def common(batches: Sequence[Batch], least: int, most: float = math.inf) -> list[Batch]:
    """What is left of them with only the cases whose rarest form so many rules have."""
    forms = {case: _forms(case) for batch in batches for case in batch.cases}
    number = Counter(form for own in forms.values() for form in own)

    def is_common(case: Case) -> bool:
        return least <= min(map(number.__getitem__, forms[case])) <= most

    left = (evolve(one, cases=tuple(filter(is_common, one.cases))) for one in batches)
    return [one for one in left if one.cases]


def _forms(case: Case) -> Sequence[str]:
    """Of each of its rules."""
    metrics = {row[0] for row in rows_of(tables_of(case)["metrics"])}
    rules = (rule for text in case.rules for rule in _RULE.split(text)[1:])
    return [_form(rule, metrics) for rule in rules]


def _form(rule: str, metrics: Iterable[str]) -> str:
    without = re.sub(rf"\b(?:{'|'.join(map(re.escape, metrics))})\b", "M", rule)
    return " ".join(_NUMBER.sub("1", without).split())
