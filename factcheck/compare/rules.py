"""Rules side by side, and the verdicts that they come to."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import NamedTuple

from factcheck.compare.model import Case, NamedChange, VerdictChange
from factcheck.lang.parser import parse
from factcheck.lang.syntax import Define, Rule
from factcheck.values.truth import word
from factcheck.verdicts.result import CheckResult
from factcheck.verdicts.told import case_of

Texts = Sequence[tuple[str, str]]


def compare_rules(old: Texts, new: Texts) -> Iterator[NamedChange]:
    """Rules and defines that were added, removed or written anew; their place says nothing."""
    if [text for _, text in old] == [text for _, text in new]:
        return
    before, after = _statements(old), _statements(new)
    for kind, name in dict.fromkeys((*before, *after)):
        texts = before.get((kind, name)), after.get((kind, name))
        if texts[0] != texts[1]:
            how = "added" if texts[0] is None else "removed" if texts[1] is None else "changed"
            yield NamedChange(kind, name, how)


def _statements(texts: Texts) -> Mapping[tuple[str, str], str]:
    """The words of each rule and define by its name, as it is written but for its layout."""
    found: dict[tuple[str, str], str] = {}
    for path, text in texts:
        lines = text.split("\n")
        for one in parse(text, path)[0].statements:
            if isinstance(one, Rule | Define):
                kind, name = ("rule", one.id) if isinstance(one, Rule) else ("define", one.name)
                own = lines[one.span.line - 1 : one.span.end_line]
                found[kind, name.text] = " ".join(" ".join(own).split())
    return found


class _Told(NamedTuple):
    verdict: str
    claims: tuple[str, ...]


def compare_verdicts(
    old: CheckResult, new: CheckResult, changes: Sequence[NamedChange], touched: Collection[str]
) -> Iterator[VerdictChange]:
    """Cases whose verdict is another one, that are new, or that are no more.

    `touched` are the claims that were added, removed or changed.
    """
    before, after = _verdicts(old), _verdicts(new)
    defined = any(change.kind == "define" for change in changes)
    rules = {change.name for change in changes if change.kind == "rule"}
    for place in dict.fromkeys((*before, *after)):
        first, second = before.get(place), after.get(place)
        if first and second and first.verdict == second.verdict:
            continue
        rule, case = place
        claims = dict.fromkeys(
            (*(first.claims if first else ()), *(second.claims if second else ()))
        )
        yield VerdictChange(
            rule,
            case,
            first and first.verdict,
            second and second.verdict,
            tuple(claim for claim in claims if claim in touched),
            defined or rule in rules,
        )


def _verdicts(result: CheckResult) -> Mapping[tuple[str, Case], _Told]:
    return {
        (verdict.plan.id, case_of(verdict.plan, case.key)): _Told(
            word(case.truth), tuple(claim.id for claim in case.claims)
        )
        for verdict in result.verdicts
        for case in verdict.cases
    }
