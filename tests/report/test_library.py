"""The report as the library hands it out."""

from html.parser import HTMLParser
from pathlib import Path

import pytest

import factcheck
from factcheck.report.library import LibraryReport, for_library
from tests.report.html.test_page import MARKUP
from tests.report.samples import broken_report, finding, report
from tests.report.test_hostile import HOSTILE, poison, steering

PLAIN = {"div", "p", "strong", "bdi", "table", "thead", "tbody", "tr", "th", "td"}


class Tags(HTMLParser):
    """The tags of a fragment, with their attributes."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.found: set[str] = set()
        self.attributes: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.add(tag)
        self.attributes += [name for name, _ in attrs]


@pytest.fixture(scope="module")
def articles(root: Path) -> LibraryReport:
    return factcheck.validate(str(root / "datapackage"))


def shown(made: LibraryReport) -> str:
    return made._repr_html_()


def test_a_notebook_shows_what_is_wrong(articles: LibraryReport) -> None:
    told = shown(articles)
    assert "17 contradictions and 22 open questions." in told
    assert "Budget for AI processors of 85 billion CNY is given for more than one year" in told
    assert "… and 9 more" in told


def test_a_notebook_shows_what_stopped_the_run() -> None:
    told = shown(for_library(broken_report()))
    assert "Nothing was judged: 3 errors in the files." in told
    assert "unknown metric `capx`" in told


@pytest.mark.parametrize("text", [*HOSTILE, *MARKUP])
def test_a_fragment_holds_no_markup_but_ours(text: str) -> None:
    told = shown(for_library(poison(report(), text)))
    tags = Tags(told)
    assert PLAIN >= tags.found
    assert [] == tags.attributes
    assert set() == steering(told)


def test_a_long_list_is_cut_and_says_so() -> None:
    told = shown(for_library(report(findings=(finding(),) * 1000)))
    assert 30 == told.count("<tr><td>")
    assert "… and 970 more" in told


def test_the_report_is_the_same() -> None:
    told = report()
    made = for_library(told)
    assert told.findings == made.findings
    assert told.rules == made.rules


def test_verdicts_make_a_table(articles: LibraryReport) -> None:
    pytest.importorskip("pyarrow")
    table = articles.verdicts.arrow()
    assert 128 == len(articles.verdicts) == table.num_rows
    assert ["rule", "case", "verdict", "readings_deciding", "readings_total", "claims"] == (
        table.column_names
    )
    rows = table.to_pylist()
    assert [one.verdict for one in articles.verdicts] == [row["verdict"] for row in rows]
    by_rule = {row["rule"]: row for row in rows}
    assert {
        "rule": "processors_within_semiconductors",
        "case": "entity=bytedance;period=2026",
        "verdict": "undetermined",
        "readings_deciding": 1,
        "readings_total": 1,
        "claims": "sohu_03;sohu_05;tiktok_04;tiktok_08;tiktok_09",
    } == by_rule["processors_within_semiconductors"]
