"""Quotes of digits alone are figures, whatever they could be in running text."""

from pathlib import Path

import pytest

from factcheck.grounding.plain import plain_figure
from tests.grounding.package import grounded, write


@pytest.mark.parametrize("quote", ["46.809", "11404948", "-0.5", "0", "3.10"])
def test_a_quote_of_digits_bears_its_number_out(tmp_path: Path, quote: str) -> None:
    row = {"quote": quote, "value": quote, "decimals": str(len(quote.partition(".")[2]))}
    grounding, found = grounded(write(tmp_path / "p", [row]))
    assert (1, 1, []) == (grounding.quotes, grounding.verified, found)


def test_another_number_is_an_error(tmp_path: Path) -> None:
    grounding, (found,) = grounded(write(tmp_path / "p", [{"quote": "46.809", "value": "46.908"}]))
    assert (1, "Q801") == (grounding.contradicted, found.code.id)


def test_a_scale_that_the_table_says_is_not_in_the_quote(tmp_path: Path) -> None:
    grounding, found = grounded(write(tmp_path / "p", [{"quote": "46.809", "value": "46809"}]))
    assert (0, []) == (grounding.contradicted, found)
    assert ["`46.809` is read as 46.809; the scale is not in the quote"] == [
        one.reason for one in grounding.not_verified
    ]


@pytest.mark.parametrize("quote", ["", "1,234", "1e5", "007", "5 km", "５", "٥", "1.", ".5", "+5"])
def test_anything_else_is_for_the_reader(quote: str) -> None:
    assert plain_figure(quote) is None
