"""Numbers as people read them: never so short that two which differ read the same."""

import pytest

from factcheck.values import interval
from factcheck.values.rational import Rational, parse_decimal
from factcheck.verdicts.wording import difference_text, full_text, interval_text, range_text


def exact(text: str) -> Rational:
    found = parse_decimal(text)
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("expected", "value", "unit"),
    [
        ("61,234 vote", "61234", "vote"),
        ("12,345,679 CNY", "12345679", "CNY"),
        ("1.29 billion CNY", "1290000000", "CNY"),
        ("1,234,567,890.12 CNY", "1234567890.12", "CNY"),
        ("71.234%", "0.71234", "ratio"),
        ("-0.05%", "-0.0005", "ratio"),
        ("3", "3", "ratio"),
    ],
)
def test_what_ends_is_told_in_full(expected: str, value: str, unit: str) -> None:
    assert expected == full_text(exact(value), unit)


def test_what_does_not_end_is_rounded() -> None:
    assert "33.3%" == full_text((1, 3), "ratio")
    assert "6.667 CNY" == full_text((20, 3), "CNY")


@pytest.mark.parametrize(
    ("expected", "low", "high", "unit"),
    [
        ("84.5 to 85.5 billion CNY", "84500000000", "85500000000", "CNY"),
        ("1.258 to 1.262 billion CNY", "1258000000", "1262000000", "CNY"),
        ("61,233.5 to 61,234.5 vote", "61233.5", "61234.5", "vote"),
        ("12,345,678 to 12,345,679 CNY", "12345678", "12345679", "CNY"),
        ("1.17654 to 1.17658", "1.17654", "1.17658", ""),
        ("15.25 to 15.35%", "0.1525", "0.1535", "ratio"),
        ("-0.2 to 0.2%", "-0.0019980", "0.0020020", "ratio"),
    ],
)
def test_the_ends_of_a_range_keep_their_distance(
    expected: str, low: str, high: str, unit: str
) -> None:
    assert expected == interval_text(interval.closed(exact(low), exact(high)), unit)


def test_a_printed_range_of_shares_has_one_sign() -> None:
    assert "30 to 35%" == range_text(exact("0.3"), exact("0.35"), "ratio")
    assert "91 to 93 billion CNY" == range_text(exact("91e9"), exact("93e9"), "CNY")


def test_shares_differ_by_points_and_other_numbers_by_themselves() -> None:
    assert "1.22 pp" == difference_text(exact("0.0122"), "ratio", exact("0.08"))
    assert "0.5" == difference_text(exact("0.5"), "ratio", exact("7.5"))
    assert "1" == difference_text(exact("1"), "ratio", exact("1"))
    assert "27.5 million CNY" == difference_text(exact("27500000"), "CNY", exact("1290000000"))
