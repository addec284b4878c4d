"""The words that were put together beforehand are those of their tables."""

from pathlib import Path

import pytest

from factcheck.quantities import built, tables
from factcheck.quantities.build_lexicon import lexicon_text
from factcheck.quantities.tables import DEFAULT_LANGUAGES, entries_of, table_files


def test_committed_words_are_fresh() -> None:
    assert lexicon_text() == built.BUILT.read_text(encoding="utf-8")


def test_built_words_are_those_of_the_tables() -> None:
    made = entries_of(DEFAULT_LANGUAGES).lexicon()
    assert made == tables.lexicon()
    assert made == built.built(table_files(DEFAULT_LANGUAGES))


@pytest.mark.parametrize("text", ["", "{", '{"tables": "others"}'])
def test_other_words_are_not_taken(
    text: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(built, "BUILT", tmp_path / "lexicon.json")
    (tmp_path / "lexicon.json").write_text(text)
    assert built.built(table_files(DEFAULT_LANGUAGES)) is None


def test_without_built_words_the_tables_are_read(monkeypatch: pytest.MonkeyPatch) -> None:
    words = tables.lexicon()
    monkeypatch.setattr(tables, "built", lambda _: None)
    assert words == tables.lexicon.__wrapped__()
