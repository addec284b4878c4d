"""A stranger's package and rules, judged or refused, are plain text in every format."""

import csv
import html
import io
import json
import re
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree as ET

import marko
import pytest

from factcheck.cli.formats import FORMATS
from factcheck.report.model import Report
from tests.report import hostile_package
from tests.report.formats import (
    LISTED,
    commands,
    findings_of,
    parquet_table,
    rendered,
    rendered_text,
)
from tests.report.test_hostile import steering

TEXTUAL = [name for name in FORMATS if name != "parquet"]


@pytest.fixture(scope="module", params=["hostile", "refused"])
def hostile(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Report:
    folder = tmp_path_factory.mktemp("package")
    return hostile_package.report_of(hostile_package.write(folder / "x", request.param))


def strings(value: object) -> Iterator[str]:
    """All texts of a JSON document, keys included."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, list):
        for each in value:
            yield from strings(each)
    elif isinstance(value, dict):
        for key, each in value.items():
            yield from (key, *strings(each))


def test_what_is_hostile_is_judged_and_what_is_refused_is_told(tmp_path: Path) -> None:
    made = {
        kind: hostile_package.report_of(hostile_package.write(tmp_path / kind, kind))
        for kind in ("hostile", "refused")
    }
    kinds = {name: {verdict for _, _, verdict in findings_of(each)} for name, each in made.items()}
    judged = {"violated", "undetermined", "not_exercised"}
    assert {"hostile": judged, "refused": {"problem"}} == kinds
    assert hostile_package.ROWS == sum(one.waived is not None for one in made["hostile"].findings)


@pytest.mark.parametrize("name", LISTED)
def test_no_finding_is_lost_or_added(name: str, hostile: Report) -> None:
    def kinds(listed: set[tuple[str, str, str]]) -> set[tuple[str, str]]:
        return {(rule, verdict) for rule, _, verdict in listed}

    listed = LISTED[name](hostile)
    if name == "markdown" and hostile.findings:  # as many as a comment holds
        assert listed
        assert kinds(findings_of(hostile)) >= kinds(listed)
    else:
        assert kinds(findings_of(hostile)) == kinds(listed)


@pytest.mark.parametrize("name", TEXTUAL)
def test_no_character_steers(name: str, hostile: Report) -> None:
    assert set() == steering(rendered_text(name, hostile))


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_can_be_encoded(name: str, hostile: Report) -> None:
    made = rendered(name, hostile)
    assert made if isinstance(made, bytes) else made.encode("utf-8")


def test_no_text_starts_a_workflow_command(hostile: Report) -> None:
    text = rendered_text("github", hostile)
    told = list(commands(text))
    assert len(hostile.findings) + len(hostile.problems) == len(told)
    others = [line for line in text.splitlines() if not line.startswith("::")]
    assert all(re.fullmatch(r"GitHub shows [\w ,;]+", line) for line in others)
    assert len(told) + len(others) == len(text.splitlines())
    for _, properties, _ in told:
        assert {"file", "line", "endLine", "col", "title"} >= properties.keys()


@pytest.mark.parametrize("name", [name for name in TEXTUAL if name not in {"github", "html"}])
def test_no_line_of_another_format_is_a_command(name: str, hostile: Report) -> None:
    text = rendered_text(name, hostile)
    assert "##[" not in text
    assert [] == [line for line in text.splitlines() if re.match(r"\s*::(?!:)", line)]


def test_no_cell_is_a_formula(hostile: Report) -> None:
    rows = list(csv.reader(io.StringIO(rendered_text("csv", hostile), newline="")))
    assert {len(rows[0])} == {len(row) for row in rows}
    for row in rows:
        for cell in row:
            for part in cell.split(";"):
                assert not re.match(r"\s*[=+\-@＝＋－＠|%]", part), cell


@pytest.mark.parametrize("name", ["gitlab", "sarif"])
def test_no_text_inside_json_steers(name: str, hostile: Report) -> None:
    for text in strings(json.loads(rendered_text(name, hostile))):
        assert set() == steering(text)
        assert "\n" not in text or name == "sarif"


def test_xml_has_no_other_elements(hostile: Report) -> None:
    root = ET.fromstring(rendered_text("junit", hostile))  # noqa: S314 (as above)
    elements = {"testsuites", "testsuite", "properties", "property", "testcase"}
    assert {one.tag for one in root.iter()} <= elements | {"failure", "skipped", "error"}
    for one in root.iter():
        for text in (*one.attrib.values(), one.text or ""):
            assert set() == steering(text)


def test_markdown_has_no_markup_of_a_stranger(hostile: Report) -> None:
    text = rendered_text("markdown", hostile)
    page = marko.Markdown(extensions=["gfm"])(text)
    tags = set(re.findall(r"</?([a-zA-Z!][^\s/>]*)", page))
    assert tags <= {"h2", "h3", "p", "ul", "li", "strong"} | {
        *("table", "thead", "tbody", "tr", "th", "td")
    }
    width = {row.count("<td>") for row in re.findall(r"<tr>(.*?)</tr>", page, re.DOTALL)}
    assert width <= {0, 5}


def test_markdown_mentions_nobody(hostile: Report) -> None:
    """A forge looks for mentions in the text that a reader sees: a sign and a name side by side."""
    page = marko.Markdown(extensions=["gfm"])(rendered_text("markdown", hostile))
    seen = html.unescape(re.sub(r"<[^>]*>", "\n", page))
    assert not re.search(r"[@#!~$%&^][\w\"{]|\bGH-\d|www\.|://", seen)


def test_sarif_has_neither_links_nor_placeholders(hostile: Report) -> None:
    document = json.loads(rendered_text("sarif", hostile))
    messages = [found["text"] for found in objects(document) if "text" in found]
    assert len(messages) > len(hostile.findings)
    for text in messages:
        assert "\n" not in text
        assert not re.search(r"(?<!\\)\]\(", text)
        assert not re.search(r"(?<!\{)\{(\{\{)*(?!\{)", text)


def test_no_text_in_parquet_steers(hostile: Report) -> None:
    rows = parquet_table(hostile).to_pylist()
    assert len(rows) >= len(hostile.findings) + len(hostile.problems)
    for row in rows:
        for cell in row.values():
            assert not isinstance(cell, str) or (steering(cell) == set() and "\n" not in cell)


def objects(value: object) -> Iterator[dict[str, str]]:
    """All objects of a JSON document."""
    if isinstance(value, dict):
        yield value
    for each in (
        value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    ):
        yield from objects(each)
