"""The laws of each format's escaping function, for any text."""

import csv
import io
import re
from xml.etree import ElementTree as ET

import marko
from hypothesis import given
from hypothesis import strategies as st

from factcheck.report.cases import read_case, written_case
from factcheck.report.escape import for_markdown, for_terminal
from factcheck.report.escape_cell import for_cell
from factcheck.report.escape_sarif import for_sarif, uri_of
from factcheck.report.escape_workflow import for_workflow, for_workflow_property, without_commands
from factcheck.report.escape_xml import for_xml
from tests.report.formats import _plain as decoded

ANY_TEXT = st.text(st.characters(codec=None))
SIGNS = (
    ":: ##[ % , : = + - @ # ! [ ] ( ) < > & ` * _ | { } \\ ; \" ' 1 . a error www. http:// GH- "
    "&#64; &lt; ~~~ ---"
)
ATTACKS = st.lists(st.sampled_from([*SIGNS.split(), "\n", "\r", "\t", " ", "\u202e"])).map("".join)
TEXTS = ANY_TEXT | ATTACKS


@given(TEXTS)
def test_a_workflow_reads_the_text_back_and_nothing_else(text: str) -> None:
    for escape in (for_workflow, for_workflow_property):
        escaped = escape(text)
        assert for_terminal(text) == decoded(escaped)
        assert not set(escaped) & {"\n", "\r"}
        assert "##[" not in escaped
    assert not set(for_workflow_property(text)) & {",", ":"}


@given(TEXTS)
def test_no_printed_line_is_a_command(text: str) -> None:
    page = without_commands(f"{text}\n   {text}\n")
    assert not re.search(r"^\s*::(?!:)", page, re.MULTILINE)


@given(TEXTS)
def test_xml_reads_the_text_back(text: str) -> None:
    escaped = for_xml(text)
    root = ET.fromstring(f'<a b="{escaped}">{escaped}</a>')  # noqa: S314 (written here)
    assert (for_terminal(text), for_terminal(text)) == (root.get("b"), root.text or "")
    assert [] == list(root)


@given(TEXTS)
def test_a_cell_is_no_formula_wherever_a_program_parts_it(text: str) -> None:
    cell = for_cell(text)
    for part in re.split(r"[;\n\r\t]", cell):
        assert not re.match(r"\s*[=+\-@＝＋－＠|%]", part)
    ((read,),) = csv.reader(io.StringIO('"' + cell.replace('"', '""') + '"\n', newline=""))
    assert cell == read


@given(TEXTS)
def test_sarif_finds_neither_link_nor_placeholder(text: str) -> None:
    shown = for_sarif(text)
    assert not re.search(r"(?<!\\)\]\(", shown)
    assert "{" not in shown.replace("{{", "")
    assert "}" not in shown.replace("}}", "")


@given(TEXTS)
def test_a_path_is_a_uri_of_plain_characters(text: str) -> None:
    assert re.fullmatch(r"(file:/)?(?:[A-Za-z0-9._~/-]|%[0-9A-F]{2})*", uri_of(text))


@given(TEXTS.map(str.strip))
def test_markdown_reads_the_text_back_as_one_paragraph(text: str) -> None:
    shown = for_terminal(text).strip()
    page = marko.Markdown(extensions=["gfm"])
    (paragraph,) = page.parse(f"x {for_markdown(shown)} x").children
    assert "Paragraph" == type(paragraph).__name__
    rendered = page(f"x {for_markdown(shown)} x")
    assert not re.search(r"<(?!/?p>)", rendered)


@given(TEXTS.map(str.strip))
def test_markdown_begins_nothing_at_the_start_of_a_line(text: str) -> None:
    page = marko.Markdown(extensions=["gfm"])(for_markdown(text))
    assert not re.search(r"<(?!/?p>)", page)


@given(st.lists(st.tuples(st.from_regex(r"[a-z_]{1,8}", fullmatch=True), TEXTS.map(str.strip))))
def test_a_case_is_read_as_it_was_written(case: list[tuple[str, str]]) -> None:
    assert tuple(case) == read_case(written_case(tuple(case)))
