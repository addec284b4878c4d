"""The tables of the documentation list what the program reads and writes."""

import json
import re

import pytest

from factcheck.claims.columns import RELATIONS, STATUSES
from factcheck.lang import fields
from factcheck.vocabulary.block import _KEYS as KEYS
from factcheck.vocabulary.columns import SHAPES
from tests.conftest import ROOT

_ROW = re.compile(r"^\| (\*\*)?`([^|]+?)`(?:\*\*)? \|", re.MULTILINE)


def _section(page: str, title: str) -> str:
    text = (ROOT / "docs" / page).read_text(encoding="utf-8")
    assert f"\n## {title}\n" in text
    return text.partition(f"\n## {title}\n")[2].partition("\n## ")[0]


def _rows(page: str, title: str) -> list[str]:
    return [name for _, name in _ROW.findall(_section(page, title))]


@pytest.mark.parametrize("table", SHAPES)
def test_columns(table: str) -> None:
    rows = _ROW.findall(_section("package.md", table))
    assert list(SHAPES[table].columns) == [name for _, name in rows]
    assert set(SHAPES[table].required) == {name for bold, name in rows if bold}


def test_words_of_claims() -> None:
    text = _section("package.md", "claims")
    assert [name for name in (*RELATIONS, *STATUSES) if f"`{name}`" not in text] == []


def test_keys_of_the_block() -> None:
    assert list(KEYS) == _rows("package.md", "The descriptor")


def test_fields_of_claims() -> None:
    text = _section("language.md", "Claims and their fields")
    assert [name for name in fields.CLAIM_FIELDS if f"`{name}`" not in text] == []


def test_keys_of_the_report() -> None:
    schema = json.loads((ROOT / "factcheck/report/report.schema.json").read_text(encoding="utf-8"))
    kinds = schema["$defs"]
    properties = {
        "The document": schema["properties"],
        "summary": schema["properties"]["summary"]["properties"],
        "rules": kinds["rule"]["properties"],
        "findings": kinds["finding"]["properties"],
        "claims of a finding": kinds["claim"]["properties"],
        "conversions of a finding": kinds["conversion"]["properties"],
        "problems": kinds["problem"]["properties"],
    }
    written = {title: _rows("json-report.md", title) for title in properties}
    assert {title: list(keys) for title, keys in properties.items()} == written
