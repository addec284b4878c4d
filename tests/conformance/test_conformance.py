"""The suite held against this implementation: one test for each case."""

from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest

from factcheck.check import check
from factcheck.diagnostics.diagnostic import Severity
from factcheck.lang.typed import Key
from factcheck.values.period import Period, canonical_text
from factcheck.values.truth import Truth, word
from factcheck.verdicts.limits import MAX_READINGS
from factcheck.verdicts.result import CheckResult
from factcheck.verdicts.verdict import CaseVerdict, RuleVerdict
from tests.conformance.package import Place, write_case
from tests.conformance.reader import Case, Expected, cases

CASES = list(cases())
FEWEST = 300


def named(case: Case) -> str:
    """The case as pytest shows it."""
    return f"{case.file}: {case.title}"


@pytest.mark.parametrize("case", CASES, ids=named)
def test_case(case: Case, tmp_path: Path) -> None:
    hold(case, tmp_path, "exact")


def hold(case: Case, folder: Path, engine: str) -> None:
    """What one engine says of a case against all that is expected of it."""
    written = write_case(case, folder)
    options = dict(case.tables).get("options", "")
    most = int(options.partition("max-readings ")[2] or MAX_READINGS)
    package, rule_files = str(folder / "datapackage.json"), [str(folder / "rules")]
    result = check(package, rule_files, max_readings=most, engine=engine)
    mistakes = [one for one in case.expected if one.name in ("error", "warning")]
    told = _told(result, every=any(one.name == "warning" for one in mistakes))
    assert [one.verdict for one in mistakes] == [code for code, _, _ in told], told
    assert sorted(written.marks) == [place for _, place, _ in told], told
    for one, (_, _, text) in zip(mistakes, told, strict=True):
        assert [part for part in one.says if part not in text] == [], text
    rules = [one for one in case.expected if one not in mistakes]
    verdicts = {verdict.plan.id: verdict for verdict in result.verdicts}
    assert {one.name for one in rules} == set(verdicts)
    for one in rules:
        hold_against(one, verdicts[one.name])


def test_the_suite_is_whole() -> None:
    about_errors = [case for case in CASES if case.expected[0].name == "error"]
    assert len(CASES) >= FEWEST
    assert len(about_errors) * 3 >= len(CASES)
    assert len({(case.file, case.title) for case in CASES}) == len(CASES)


def _told(result: CheckResult, *, every: bool) -> list[tuple[str, Place, str]]:
    """Code, place and words of each mistake, in the order of their places."""
    found = []
    for one in result.diagnostics:
        if one.severity is Severity.ERROR or every:
            place = Place(Path(one.span.path).name, one.span.line, one.span.column)
            found.append((one.code.id, place, " ".join((one.message, one.help or "", *one.notes))))
    return sorted(found, key=lambda told: told[1])


def hold_against(
    expected: Expected, verdict: RuleVerdict, plain: Callable[[str], str] = str
) -> None:
    """One rule's verdict and those of its cases; `plain` gives things the names they have there."""
    status = verdict.status()
    actual = "not exercised" if status is None else word(status)
    found = {plain(_key(case)): case for case in verdict.cases}
    shown = {
        key: f"{word(case.truth)} {_readings(case)} {_said(case)}" for key, case in found.items()
    }
    assert expected.verdict == actual, shown
    if expected.unmatched is not None:
        assert expected.unmatched == verdict.unmatched
    if expected.cases:
        assert set(found) <= {one.name for one in expected.cases}, shown
        untold = Counter(one.verdict for one in expected.cases if one.name not in found)
        assert untold == _counted(verdict), shown
        for one in expected.cases:
            if one.name in found:
                assert one.verdict == word(found[one.name].truth), shown
                _details(one, found[one.name], plain)
    elif len(verdict.cases) == 1:
        _details(expected, verdict.cases[0], plain)
    else:
        said = plain(verdict.nearest_miss)
        assert [part for part in expected.says if part not in said] == [], said


def _counted(verdict: RuleVerdict) -> Counter[str]:
    """The cases that an engine has judged and only counted."""
    return +Counter({word(truth): verdict.decided.number(truth) for truth in Truth})


def _details(expected: Expected, case: CaseVerdict, plain: Callable[[str], str]) -> None:
    if expected.readings:
        assert expected.readings == _readings(case)
    said = plain(_said(case))
    assert [part for part in expected.says if part not in said] == [], said


def _readings(case: CaseVerdict) -> str:
    return f"{case.deciding} of {case.total}"


def _key(case: CaseVerdict) -> str:
    """The values of a case as the suite writes them."""
    return ", ".join(map(_word, case.key)) or "()"


def _word(value: Key | None) -> str:
    """A period by its shortest name, whichever way a claim wrote it."""
    if isinstance(value, Period):
        return canonical_text(value)
    return "-" if value is None else value


def _said(case: CaseVerdict) -> str:
    """All that is said about a case."""
    if case.explanation is None:
        return ""
    told = case.explanation
    return " | ".join((told.message, told.substituted, told.margin, told.settle, *told.notes))
