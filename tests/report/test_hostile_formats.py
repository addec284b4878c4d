"""A stranger's package and rules, judged or refused, are plain text in every format."""

import csv
import io
import json
import re
from collections import Counter
from collections.abc import Iterator

import pytest

from factcheck.cli.formats import FORMATS
from factcheck.report.model import Report
from tests.report import hostile_package
from tests.report.formats import LISTED, commands, findings_of, rendered, rendered_text
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


def test_the_package_is_hostile_enough(hostile: Report) -> None:
    verdicts = Counter(verdict for _, _, verdict in findings_of(hostile))
    assert verdicts.keys() in (
        {"violated", "undetermined", "not_exercised"},
        {"problem"},
    )


@pytest.mark.parametrize("name", LISTED)
def test_no_finding_is_lost_or_added(name: str, hostile: Report) -> None:
    def kinds(listed: set[tuple[str, str, str]]) -> set[tuple[str, str]]:
        return {(rule, verdict) for rule, _, verdict in listed}

    assert kinds(findings_of(hostile)) == kinds(LISTED[name](hostile))


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


def test_no_cell_is_a_formula(hostile: Report) -> None:
    rows = list(csv.reader(io.StringIO(rendered_text("csv", hostile), newline="")))
    assert {len(rows[0])} == {len(row) for row in rows}
    for row in rows:
        for cell in row:
            for part in cell.split(";"):
                assert not re.match(r"\s*[=+\-@＝＋－＠|%]", part), cell


@pytest.mark.parametrize("name", ["gitlab"])
def test_no_text_inside_json_steers(name: str, hostile: Report) -> None:
    for text in strings(json.loads(rendered_text(name, hostile))):
        assert set() == steering(text)
        assert "\n" not in text
