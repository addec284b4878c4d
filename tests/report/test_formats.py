"""What holds for every format: the same findings, plain texts, the same bytes."""

from pathlib import Path

import pytest

from factcheck.check import check
from factcheck.cli.formats import FORMATS
from factcheck.report.build import build_report
from factcheck.report.model import Report
from tests.report.formats import LISTED, findings_of, rendered
from tests.report.samples import broken_report, report


@pytest.fixture(scope="module")
def articles(root: Path) -> Report:
    return build_report(check(str(root / "datapackage"), rules=[str(root / "rules")]))


def test_every_format_is_read_back() -> None:
    assert {*FORMATS} - {"text"} == {*LISTED}


@pytest.mark.parametrize("name", LISTED)
def test_all_formats_list_the_same_findings(name: str, articles: Report) -> None:
    assert findings_of(articles) == LISTED[name](articles)


@pytest.mark.parametrize("name", LISTED)
def test_all_formats_list_the_same_problems(name: str) -> None:
    assert findings_of(broken_report()) == LISTED[name](broken_report())


@pytest.mark.parametrize("name", FORMATS)
def test_the_same_report_gives_the_same_bytes(name: str, articles: Report) -> None:
    assert rendered(name, articles) == rendered(name, articles)


@pytest.mark.parametrize("name", FORMATS)
def test_a_report_without_anything_can_be_drawn(name: str) -> None:
    assert rendered(name, report(rules=(), findings=(), claims=0)) is not None
