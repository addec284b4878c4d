"""The page as text: what it says, and that nothing of a package is more than text in it."""

import re
from base64 import b64encode
from functools import cache
from hashlib import sha256
from html.parser import HTMLParser
from pathlib import Path

import pytest
from attrs import evolve

from factcheck.check import check
from factcheck.grounding.model import Grounding
from factcheck.report.build import build_report
from factcheck.report.html.evidence import link_to
from factcheck.report.html.render import render_html
from factcheck.report.in_full import in_full
from factcheck.report.model import Report, Waived
from factcheck.report.run_problems import with_run_problems
from tests.report.samples import IDLE, SOURCES, broken_report, finding, report
from tests.report.test_hostile import HOSTILE, poison, steering

MARKUP = (
    "<script>alert(1)</script>",
    "</script><img src=x onerror=alert(1)>",
    '" onmouseover="alert(1)',
    "'><svg onload=alert(1)>",
    "javascript:alert(1)",
    "data:text/html,<b>x",
    "{{ 7 * 7 }}{% raw %}",
    "&lt;&amp;&#x202e;",
    "]]><!--",
    "=1+1",
    "</style><style>body{display:none}",
)
VOID = {"meta", "input", "br"}


class Structure(HTMLParser):
    """The tags of a page with their attributes, and whether they are closed in order."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str, str]] = []
        self.open: list[str] = []
        self.words: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += [(tag, name, value or "") for name, value in attrs]
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += [(tag, name, value or "") for name, value in attrs]

    def handle_endtag(self, tag: str) -> None:
        assert tag == self.open.pop()

    def handle_data(self, data: str) -> None:
        self.words.append(data)


@pytest.fixture(scope="module")
def articles(root: Path) -> str:
    result = check(str(root / "datapackage"))
    return render_html(with_run_problems(in_full(build_report(result), result)))


@cache
def tags_with_harmless_text(made: Report) -> set[str]:
    return set(Structure(render_html(poison(made, "harmless"))).tags)


@pytest.mark.parametrize("text", [*HOSTILE, *MARKUP])
@pytest.mark.parametrize("made", [report(), broken_report()], ids=["report", "broken"])
def test_a_hostile_text_is_text(text: str, made: Report) -> None:
    rendered = render_html(poison(made, text))
    structure = Structure(rendered)
    assert not structure.open
    assert tags_with_harmless_text(made) >= set(structure.tags)
    assert set() == steering(rendered)
    rendered.encode("utf-8")


@pytest.mark.parametrize("text", [*HOSTILE, *MARKUP])
def test_no_text_makes_a_handler_or_an_address(text: str) -> None:
    structure = Structure(render_html(poison(report(), text)))
    assert [] == [name for _, name, _ in structure.attributes if name.startswith("on")]
    links = [value for _, name, value in structure.attributes if name in ("href", "src")]
    assert {"#"} >= {link[:1] for link in links}


def test_a_page_asks_nobody_for_anything(articles: str) -> None:
    structure = Structure(articles)
    names = {(tag, name) for tag, name, _ in structure.attributes}
    assert ("a", "href") in names
    assert not {name for _, name in names} & {"src", "srcset", "style", "background", "action"}
    assert "url(" not in articles
    assert "@import" not in articles


def test_the_policy_allows_this_style_and_this_script_alone(articles: str) -> None:
    style, *_ = re.findall("<style>(.*?)</style>", articles, re.DOTALL)
    script, *_ = re.findall("<script>(.*?)</script>", articles, re.DOTALL)
    policy = next(
        value
        for tag, name, value in Structure(articles).attributes
        if (tag, name) == ("meta", "content")
    )
    hashes = [b64encode(sha256(one.encode()).digest()).decode() for one in (style, script)]
    assert policy.startswith("default-src 'none'; ")
    assert f"style-src 'sha256-{hashes[0]}'; script-src 'sha256-{hashes[1]}'; " in policy
    assert "unsafe" not in policy


@pytest.mark.parametrize(
    ("url", "host"),
    [
        ("https://example.org/a?b=c#d", "example.org"),
        ("http://example.org", "example.org"),
        ("javascript:alert(1)", None),
        (" https://example.org", None),
        ("https://user@example.org/", None),
        ("https:\\\\example.org", None),
        ("https://exämple.org", None),
        ("https://[", None),
        ("https://", None),
        ("//example.org", None),
        ("ftp://example.org", None),
        ("java\tscript:alert(1)", None),
        ("", None),
    ],
)
def test_only_an_address_of_the_web_is_a_link(url: str, host: str | None) -> None:
    link = link_to(url)
    assert host == (link.host if link else None)


def test_the_same_report_gives_the_same_bytes() -> None:
    assert render_html(report()) == render_html(report())


def words(rendered: str) -> str:
    return " ".join(" ".join(Structure(rendered).words).split())


def test_the_page_says_first_what_is_wrong() -> None:
    told = words(render_html(report()))
    assert "2 contradictions and 1 open question." in told
    assert "1 rule without a case" in told
    assert "AI chips take about half of planned capital expenditure" in told
    assert "26.1% apart where 10% is allowed; it would hold within 26.1%" in told


def test_a_run_that_stopped_says_so_before_all() -> None:
    rendered = render_html(broken_report())
    told = words(rendered)
    assert "Nothing was judged: 3 errors in the files." in told
    assert "An empty page is no clean one." in told
    assert "did you mean `capex`?" in told
    assert "No contradiction" not in told
    assert "<mark>capx</mark>" in rendered


def test_a_run_in_which_nothing_was_exercised_is_no_clean_one() -> None:
    told = words(render_html(with_run_problems(report(rules=(), findings=()))))
    assert "Nothing was judged" in told
    assert "No contradiction" not in told


def test_a_rule_without_a_case_is_shown_with_what_it_needs() -> None:
    told = words(render_html(report()))
    assert "Not exercised 1" in told
    assert "Nearest miss: revenue 2025-Q3, revenue 2024" in told
    assert "It needs a figure of revenue for 2025" in told


def test_a_waived_finding_stands_apart_with_its_reason() -> None:
    waived = Waived("one of two years is a misprint", "Ada", "2027-01-31", finding().location)
    told = words(render_html(report(findings=(finding(waived=waived),))))
    assert "Accepted 1" in told
    assert "by Ada until 2027-01-31 : one of two years is a misprint" in told


def test_cases_that_are_counted_alone_are_said() -> None:
    assert "counted and not told" not in words(render_html(report()))
    told = words(render_html(report(findings=(finding(),))))
    assert "2 more cases, violated or open, are counted and not told one by one." in told


def test_what_is_gone_and_how_many_quotes_were_verified_stand_at_the_head() -> None:
    told = words(render_html(report(gone=3, grounding=Grounding(12, 11, 0, ()))))
    assert "3 gone since the baseline; 11 quotes verified" in told


def test_a_waived_rule_without_a_case_says_who_waived_it() -> None:
    waived = Waived("no figures yet", "Ada", "", IDLE.location)
    told = words(render_html(report(findings=(evolve(IDLE, waived=waived),))))
    assert "Accepted by Ada : no figures yet" in told


def test_a_quote_carries_its_language(articles: str) -> None:
    assert '<blockquote lang="ar" dir="auto"><q>85 مليار يوان</q></blockquote>' in articles
    assert "ar" == SOURCES["aljazeera"][3]


def test_every_picture_has_its_numbers_in_full(articles: str) -> None:
    titles = re.findall("<title>(.*?)</title>", articles)
    assert "84500000000 to 85500000000 CNY" in titles
    assert "71775000000 to 88275000000 CNY" in titles
    assert "300000000000 to inf USD" in titles


def test_names_for_people_stand_in_place_of_ids(articles: str) -> None:
    told = words(articles)
    assert "Semiconductors in capital expenditure × Capital expenditure" in told
    assert "What five articles say about spending on AI" in told
