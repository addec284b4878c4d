"""The figures of a text, in their order."""

import re
from typing import Final

from factcheck.quantities.model import Quantity
from factcheck.values.rational import parse_decimal

_DIGITS: Final = re.compile(r"(?<![\w.,-])[0-9]+(?![\w.,%-])")


def read_quantities(text: str) -> tuple[Quantity, ...]:
    """Every figure of `text`, in order; never an exception, whatever the text."""
    return tuple(
        Quantity(
            start=match.start(),
            end=match.end(),
            text=match[0],
            number_start=match.start(),
            number_end=match.end(),
            kind="number",
            confident=False,
            why="nothing beside it says what it counts",
            value=parse_decimal(match[0]),
        )
        for match in _DIGITS.finditer(text)
    )
