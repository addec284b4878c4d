"""The data package is valid for others, and holds no more of the articles than its quotes."""

from pathlib import Path

import pytest

from tests.articles.package import PACKAGE, ROOT, rows, texts

WRITTEN = ("datapackage", "rules", "docs", "tests/articles")
"""Folders whose files speak of the articles."""
LONGEST_COPY = 60


def test_frictionless_accepts_the_package() -> None:
    frictionless = pytest.importorskip("frictionless")
    report = frictionless.validate(str(PACKAGE / "datapackage.json"))
    assert report.valid, report.flatten(["type", "rowNumber", "fieldName", "note"])


@pytest.mark.parametrize(
    "table", ["sources", "entities", "memberships", "metrics", "units", "rates", "claims"]
)
def test_tables_are_plain_text(table: str) -> None:
    raw = (PACKAGE / "data" / f"{table}.csv").read_bytes()
    assert not raw.startswith(b"\xef\xbb\xbf")
    assert b"\r" not in raw
    assert raw.endswith(b"\n")


def test_every_list_that_has_a_stated_count_has_members() -> None:
    groups = {row["group_id"] for row in rows("memberships")}
    counted = {
        row["entity_id"] for row in rows("claims") if row["metric_id"] == "stated_member_count"
    }
    assert counted <= groups


def test_no_text_of_the_articles_is_kept_beside_the_quotes(sources: Path) -> None:
    titles = [source["title"] for source in rows("sources")]
    copies = {
        text[start : start + LONGEST_COPY]
        for text in texts(sources).values()
        for start in range(len(text) - LONGEST_COPY + 1)
    }
    for path in sorted(path for folder in WRITTEN for path in (ROOT / folder).rglob("*.*")):
        if path.is_file() and path.suffix in {".csv", ".json", ".md", ".py", ".rules"}:
            text = path.read_text(encoding="utf-8")
            for title in titles:
                text = text.replace(title, "")
            found = (text[at : at + LONGEST_COPY] for at in range(len(text) - LONGEST_COPY + 1))
            assert not copies.intersection(found), path.name
