"""The page in a real browser; skipped where Chromium or Playwright is not to be had."""

import os
import shutil
from collections.abc import Callable, Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve

from factcheck.check import check
from factcheck.report.build import build_report
from factcheck.report.html.render import render_html
from factcheck.report.in_full import in_full
from factcheck.report.model import Report
from factcheck.report.run_problems import with_run_problems
from tests.report import hostile_package
from tests.report.html.test_page import MARKUP
from tests.report.samples import finding, report, rule
from tests.report.test_hostile import HOSTILE, poison

ALONE = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
MANY = 2_000
PATIENCE = 10_000
"""Milliseconds until something that does not come is missed."""

Open = Callable[..., Any]


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    """Chromium as the system has it."""
    playwright = pytest.importorskip("playwright.sync_api", reason="Playwright is not installed")
    path = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("google-chrome")
    if path is None:
        pytest.skip("no Chromium is installed (CHROMIUM names one)")
    with playwright.sync_playwright() as running:
        started = running.chromium.launch(executable_path=path, args=list(ALONE))
        yield started
        started.close()


@pytest.fixture
def opened(browser: Any, tmp_path: Path) -> Iterator[Open]:  # noqa: ANN401 (a guest's)
    """Opens a page, and holds at the end that it asked for nothing and complained of nothing."""
    complaints: list[str] = []
    requests: list[str] = []
    contexts = []

    def opening(text: str, **options: object) -> Any:  # noqa: ANN401 (a guest's)
        path = tmp_path / "report.html"
        path.write_text(text, encoding="utf-8")
        context = browser.new_context(**options)
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(PATIENCE)
        page.on("console", lambda message: complaints.append(message.text))
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.on("dialog", lambda dialog: complaints.append(dialog.message))
        page.on("request", lambda request: requests.append(request.url))
        page.goto(path.as_uri())
        return page

    yield opening
    for context in contexts:
        context.close()
    assert [] == complaints
    assert {(tmp_path / "report.html").as_uri()} >= set(requests)


@pytest.fixture(scope="module")
def articles(root: Path) -> str:
    result = check(str(root / "datapackage"))
    return render_html(with_run_problems(in_full(build_report(result), result)))


def many(number: int = MANY) -> Report:
    """A report with so many findings, each of its own entity."""
    first = finding()
    found = tuple(
        finding(
            case=(("entity", f"e{place}"),), fingerprint=f"{place:032x}", message=f"No. {place}!"
        )
        for place in range(number)
    )
    return report(findings=found, rules=(rule(first.rule, "violated", violated=number, holds=0),))


def shown(page: Any) -> int:  # noqa: ANN401 (a guest's)
    """How many findings are not filtered out."""
    number: int = page.locator(".finding:not([hidden])").count()
    return number


def unfold(page: Any) -> None:  # noqa: ANN401 (a guest's)
    page.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true; })")


def color(page: Any, selector: str, name: str) -> str:  # noqa: ANN401 (a guest's)
    script = "([one, name]) => getComputedStyle(document.querySelector(one))[name]"
    found: str = page.evaluate(script, [selector, name])
    return found


@pytest.mark.parametrize("width", [320, 375, 768, 1280])
def test_nothing_is_wider_than_the_screen(opened: Open, articles: str, width: int) -> None:
    page = opened(articles, viewport={"width": width, "height": 800})
    unfold(page)
    assert width == page.evaluate("document.documentElement.scrollWidth")


def test_hostile_texts_show_as_plain_text(opened: Open) -> None:
    made = [poison(report(), text) for text in (*HOSTILE, *MARKUP)]
    together = evolve(
        made[0],
        findings=tuple(one for each in made for one in each.findings),
        rules=tuple(one for each in made for one in each.rules),
    )
    page = opened(render_html(together), viewport={"width": 375, "height": 800})
    unfold(page)
    assert 2 == page.locator("script").count()
    assert 0 == page.locator("img, iframe, object, embed, link, base").count()
    assert page.evaluate("document.documentElement.scrollWidth") <= 375
    messages = page.locator(".message").all_text_contents()
    plain = [text for text in MARKUP if text.isascii() and text.isprintable()]
    assert [] == [text for text in plain if not any(text in message for message in messages)]


@pytest.mark.parametrize("kind", ["hostile", "refused"])
def test_a_package_of_a_stranger_is_drawn_in_full(opened: Open, tmp_path: Path, kind: str) -> None:
    path = hostile_package.write(tmp_path / "x", kind)
    result = check(str(path))
    text = render_html(with_run_problems(in_full(build_report(result), result)))
    page = opened(text, viewport={"width": 375, "height": 800})
    unfold(page)
    assert 2 == page.locator("script").count()
    assert 0 == page.locator("img, iframe, object, embed, link, base").count()
    assert page.evaluate("document.documentElement.scrollWidth") <= 375
    assert page.locator(".finding, .problem").count() > 0


def test_searching_leaves_the_findings_with_all_the_words(opened: Open, articles: str) -> None:
    page = opened(articles)
    whole = shown(page)
    page.get_by_role("searchbox").fill("bytedance processors")
    page.locator("#shown", has_text=f"of {whole} findings").wait_for()
    assert 0 < shown(page) < whole
    for card in page.locator(".finding:not([hidden])").all():
        told = card.locator("xpath=ancestor::section[1]").text_content().lower()
        assert "bytedance" in told
        assert "processors" in told


def test_a_search_without_hits_says_so(opened: Open, articles: str) -> None:
    page = opened(articles)
    page.get_by_role("searchbox").fill("no such word anywhere")
    page.locator("#nothing").wait_for(state="visible")
    assert 0 == shown(page)
    page.get_by_role("button", name="Clear").click()
    page.locator("#nothing").wait_for(state="hidden")
    assert page.locator(".finding").count() == shown(page)


@pytest.mark.parametrize("key", ["Severity", "Rule", "Source", "Entity", "Metric", "Tag"])
def test_a_filter_leaves_as_many_as_it_says(opened: Open, articles: str, key: str) -> None:
    page = opened(articles)
    page.get_by_role("button", name="Filters").click()
    chosen = page.get_by_label(key, exact=True)
    label = chosen.locator("option").nth(1).text_content()
    chosen.select_option(label=label)
    assert label.endswith(f"({shown(page)})")


def test_a_source_can_be_looked_at_alone(opened: Open, articles: str) -> None:
    page = opened(articles)
    page.locator("#sources .pick").first.click()
    row = page.locator("#sources tbody tr").first.locator("td.n").all_text_contents()
    assert sum(int(number) for number in row if number != "–") == shown(page)


def test_verdicts_can_be_left_out(opened: Open, articles: str) -> None:
    page = opened(articles)
    page.get_by_role("button", name="Filters").click()
    page.get_by_label("Open questions").uncheck()
    assert page.locator(".finding.is-violated").count() == shown(page)
    assert not page.locator("#undetermined").is_visible()


def test_the_keyboard_alone_is_enough(opened: Open, articles: str) -> None:
    page = opened(articles)
    page.keyboard.press("Tab")
    assert "To the findings" == page.evaluate("document.activeElement.textContent")
    summary = page.locator(".finding > summary").first
    card = page.locator(".finding").first
    before = card.evaluate("(one) => one.open")
    summary.focus()
    page.keyboard.press("Enter")
    assert before != card.evaluate("(one) => one.open")
    page.keyboard.press("Tab")
    page.keyboard.press("Shift+Tab")
    assert "none" != color(page, ".finding > summary:focus-visible", "outlineStyle")


def test_everything_that_is_entered_has_a_name(opened: Open, articles: str) -> None:
    page = opened(articles)
    page.get_by_role("button", name="Filters").click()
    script = """[...document.querySelectorAll("input, select, button, summary, a")]
        .filter((one) => !(one.labels?.length || one.textContent.trim())).length"""
    assert 0 == page.evaluate(script)


def test_headings_leave_no_level_out(opened: Open, articles: str) -> None:
    page = opened(articles)
    unfold(page)
    script = "[...document.querySelectorAll('h1, h2, h3, h4, h5')].map((one) => +one.tagName[1])"
    levels: list[int] = page.evaluate(script)
    assert [1] == levels[:1]
    assert 1 == levels.count(1)
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_there_are_landmarks(opened: Open, articles: str) -> None:
    page = opened(articles)
    for role in ("banner", "navigation", "main", "search", "contentinfo"):
        assert 1 == page.get_by_role(role).count(), role


def test_dark_and_light_follow_the_reader(opened: Open, articles: str) -> None:
    grounds = [
        color(opened(articles, color_scheme=scheme), "body", "backgroundColor")
        for scheme in ("light", "dark")
    ]
    sums = [sum(map(int, ground[4:-1].split(","))) for ground in grounds]
    assert sums[0] > 700
    assert sums[1] < 100


def test_who_wants_no_motion_gets_none(opened: Open, articles: str) -> None:
    page = opened(articles, reduced_motion="reduce")
    script = """[...document.querySelectorAll("*")].filter(
        (one) => getComputedStyle(one, "::after").transitionDuration !== "0s"
            || getComputedStyle(one).transitionDuration !== "0s").length"""
    assert 0 == page.evaluate(script)


def test_paper_shows_everything_and_no_controls(opened: Open, articles: str) -> None:
    page = opened(articles, color_scheme="dark")
    page.emulate_media(media="print")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert 0 == page.locator(".finding:not([open])").count()
    assert not page.locator("#filters").is_visible()
    assert "rgb(255, 255, 255)" == color(page, "body", "backgroundColor")
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert page.locator(".finding:not([open])").count() > 0
    assert page.pdf().startswith(b"%PDF-")


ORDER = """(one) => {
    const text = [...one.childNodes].find((node) => node.nodeType === Node.TEXT_NODE);
    const at = (place) => {
        const range = document.createRange();
        range.setStart(text, place);
        range.setEnd(text, place + 1);
        return range.getBoundingClientRect().left;
    };
    const last = text.length - 1;
    return [at(0), at(last)];
}"""


@pytest.mark.parametrize(("quote", "rightwards"), [("85 billion RMB", True), ("نحو نصف", False)])
def test_a_quote_reads_in_its_own_direction(
    opened: Open, articles: str, quote: str, *, rightwards: bool
) -> None:
    page = opened(articles)
    unfold(page)
    first, last = page.locator("q", has_text=quote).first.evaluate(ORDER)
    assert rightwards == (first < last)
    own = page.locator("blockquote", has_text=quote).first
    assert ("ltr" if rightwards else "rtl") == own.evaluate(
        "(one) => getComputedStyle(one).direction"
    )


def test_without_its_script_the_page_is_whole(opened: Open, articles: str) -> None:
    page = opened(articles, java_script_enabled=False)
    assert not page.locator("#filters").is_visible()
    card = page.locator("#undetermined .finding").first
    card.locator("> summary").click()
    assert card.locator(".evidence").is_visible()
    assert card.locator(".picture").first.is_visible()


def test_an_address_with_a_place_unfolds_it(opened: Open, articles: str) -> None:
    page = opened(articles)
    closed = page.locator(".finding:not([open])").first.get_attribute("id")
    page.evaluate("(name) => { location.hash = name; }", closed)
    page.locator(f"#{closed}[open]").wait_for()


@pytest.mark.slow
def test_a_page_with_thousands_of_findings_can_be_searched(opened: Open) -> None:
    page = opened(render_html(many()))
    assert page.locator(".said-brief").is_visible()
    assert MANY == shown(page)
    page.get_by_role("searchbox").fill("No. 1987!")
    page.locator("#shown", has_text=f"1 of {MANY:,} findings").wait_for()
    assert 1 == shown(page)
