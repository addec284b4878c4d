"""A table of forms for each language; another language is its file of words and one more table."""

from pathlib import Path

import pytest

from factcheck.quantities.tables import lexicon
from tests.quantities.reading import reading

TABLES = Path(__file__).parent / "tables"
ROWS = [
    (path.stem, *row.split("\t"))
    for path in sorted(TABLES.glob("*.tsv"))
    for row in path.read_text(encoding="utf-8").splitlines()[1:]
]


@pytest.mark.parametrize(("language", "text", "expected"), ROWS)
def test_form(language: str, text: str, expected: str) -> None:
    words = lexicon("es") if language == "es" else lexicon()
    assert expected == reading(text, words)


def test_spanish_is_a_file_of_words_and_nothing_else() -> None:
    code = TABLES.parent.parent.parent / "factcheck" / "quantities"
    naming = [path.name for path in code.glob("*.py") if '"es"' in path.read_text("utf-8")]
    assert naming == []


def test_languages_read_together_do_not_guess_between_their_habits() -> None:
    assert "amount 1600 d0 EUR" == reading("1.600 euros", lexicon("es"))
    assert "? amount 1.6 d3 EUR" == reading("1.600 euros", lexicon("en", "es"))
    assert "? amount 1.6 d3 EUR" == reading("1.600 euros", lexicon())


def documented() -> list[list[str]]:
    page = (TABLES.parent.parent.parent / "docs" / "quantities.md").read_text("utf-8")
    table = page.partition("\n## Forms\n")[2].partition("\n## ")[0]
    rows = [line.strip("| ").split(" | ") for line in table.splitlines() if line[:2] == "| "]
    return rows[1:]


@pytest.mark.parametrize(("text", "expected"), documented())
def test_form_of_the_documentation(text: str, expected: str) -> None:
    assert expected == reading(text)
