"""What a hostile package may cost: each search once, none beyond the limit, no endless quote."""

from pathlib import Path

import pytest

from factcheck.grounding import place, telling
from factcheck.grounding.limits import QUOTE_CHARACTERS
from tests.grounding.package import grounded, write

TEXT = "nothing here " * 1_000


@pytest.fixture
def searched(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The quotes that were looked for everywhere."""
    seen: list[str] = []
    find = place.find_quote

    def noted(text: str, quote: str) -> object:
        seen.append(quote)
        return find(text, quote)

    monkeypatch.setattr(telling, "find_quote", noted)
    return seen


def test_equal_quotes_are_looked_for_once(tmp_path: Path, searched: list[str]) -> None:
    rows = [{"quote": "5 million"}] * 50
    _, found = grounded(write(tmp_path / "p", rows, {"wire.txt": TEXT}, {"path": "wire.txt"}))
    assert (["5 million"], 50) == (searched, len(found))


def test_what_was_found_is_not_looked_for(tmp_path: Path, searched: list[str]) -> None:
    rows = [{"quote": "here", "char_start": "8", "char_end": "12", "value": "5"}]
    write(tmp_path / "p", rows, {"wire.txt": TEXT}, {"path": "wire.txt"})
    grounding, found = grounded(tmp_path / "p")
    assert ([], [], 1) == (searched, found, len(grounding.not_verified))


def test_searching_ends_at_its_limit(
    tmp_path: Path, searched: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(telling, "MAX_SEARCHED", 3 * len(TEXT))
    rows = [{"quote": f"{number} million"} for number in range(50)]
    write(tmp_path / "p", rows, {"wire.txt": TEXT}, {"path": "wire.txt"})
    _, found = grounded(tmp_path / "p")
    assert (3, 47) == (len(searched), sum("not looked for" in one.message for one in found))


def test_a_long_quote_is_not_read(tmp_path: Path) -> None:
    rows = [{"quote": "5 " * QUOTE_CHARACTERS, "value": "5"}]
    grounding, found = grounded(write(tmp_path / "p", rows))
    assert [f"the quote has more than {QUOTE_CHARACTERS} characters"] == [
        one.reason for one in grounding.not_verified
    ]
    assert [] == found
