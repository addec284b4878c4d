"""What the help proposes for a number of another country's form, where that is sure."""

import pytest

from factcheck.vocabulary.cells import number
from factcheck.vocabulary.wrong import Wrong

FORM = "digits, and a point before decimals: `160000000000`, `-0.125`; no unit, no grouping"


@pytest.mark.parametrize(
    ("text", "help_"),
    [
        ("1.000,5", "a point stands before decimals: `1000.5`"),
        ("-1.234.567,89", "a point stands before decimals: `-1234567.89`"),
        ("91,5", "a point stands before decimals: `91.5`"),
        ("91,55", "a point stands before decimals: `91.55`"),
        ("1.234,567", "a point stands before decimals: `1234.567`"),
        ("91,500", "write `91500`"),
        ("1,234.5", "write `1234.5`"),
        ("1.234.567", "write `1234567`"),
        ("1.23.4", FORM),
        ("1.5 000", FORM),
        ("1 234", "write `1234`"),
        ("12 billion", FORM),
    ],
)
def test_it_is_the_number_that_was_meant_or_the_form(text: str, help_: str) -> None:
    found = number(text)
    assert isinstance(found, Wrong)
    assert help_ == found.help
