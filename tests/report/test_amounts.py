"""Calculated numbers as people read them: shares in percent, counts as counts."""

import pytest

from factcheck.report.amounts import amount
from factcheck.values.interval import Interval
from factcheck.values.rational import INFINITY, Rational


@pytest.mark.parametrize(
    ("low", "high", "shown"),
    [
        ((1, 8), (1, 8), "12.5%"),
        ((0, 1), (1, 2), "0 to 50%"),
        ((1, 1), (1, 1), "1"),
        ((0, 1), (0, 1), "0"),
        ((3, 1), (3, 1), "3"),
        ((1, 1), (3, 2), "100 to 150%"),
        ((1, 2), INFINITY, "at least 50%"),
    ],
)
def test_a_ratio_is_a_share_or_a_count(low: Rational, high: Rational, shown: str) -> None:
    assert shown == amount(Interval(low, high), "ratio")
