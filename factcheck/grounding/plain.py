"""Quotes that are a number and nothing else, as tables of figures print them."""

from __future__ import annotations

import re
from typing import Final

from factcheck.quantities.model import Quantity
from factcheck.values.rational import parse_decimal, reduce

_PLAIN: Final = re.compile(r"-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?")


def plain_figure(quote: str) -> Quantity | None:
    """The figure of a quote of digits alone, with at most a point: `46.809`; else None.

    In running text such digits may be a name or a version, or groups of three; whoever quotes them
    as a figure has settled that. The last digit is left open: tables of data drop zeros at the end.
    """
    if not _PLAIN.fullmatch(quote):
        return None
    value = parse_decimal(quote)
    if value is None:
        return None
    end = len(quote)
    return Quantity(
        start=0,
        end=end,
        text=quote,
        number_start=0,
        number_end=end,
        kind="number",
        confident=True,
        value=reduce(value),
    )
