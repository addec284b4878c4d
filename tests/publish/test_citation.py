"""CITATION.cff is YAML that says what the descriptor says."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.publish.citation import citation
from tests.publish.package import PROPERTIES


def read(**properties: object) -> dict[str, Any]:
    yaml = pytest.importorskip("yaml")
    value: dict[str, Any] = yaml.safe_load(citation({**PROPERTIES, **properties}))
    return value


def test_what_it_says() -> None:
    assert read() == {
        "cff-version": "1.2.0",
        "type": "dataset",
        "message": (
            "If you use these claims, please cite the package, and the sources that its table of "
            "sources names."
        ),
        "title": "A small package",
        "version": "0.1.0",
        "date-released": "2026-02-03",
        "license": ["CC0-1.0"],
        "authors": [{"given-names": "Jane", "family-names": "Doe"}],
    }


def test_an_author_without_names_is_an_entity() -> None:
    person = {"title": "The Desk", "path": "https://example.org", "organization": "Post"}
    assert [{"name": "The Desk", "website": "https://example.org"}] == read(contributors=[person])[
        "authors"
    ]


def test_a_licence_that_the_format_does_not_know_is_an_address() -> None:
    value = read(licenses=[{"name": "ours", "path": "https://example.org/licence"}])
    assert ("https://example.org/licence", None) == (value["license-url"], value.get("license"))
    value = read(licenses=[{"name": "ours", "path": "OURS.md"}])
    assert {"license", "license-url"}.isdisjoint(value)


@given(st.text(st.characters(exclude_categories=["Cs"]), min_size=1).filter(str.strip))
def test_every_title_comes_back(title: str) -> None:
    assert title == read(title=title)["title"]
