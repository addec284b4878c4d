"""The five articles: every figure that the package's claims quote is found, with its value."""

import csv
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from factcheck.quantities import Quantity, read_quantities
from factcheck.values.rational import absolute, compare, parse_decimal

FILES = {
    "sohu_bytedance": "000_760a4fe4e464aeba.txt",
    "tiktok_headline": "001_04415f93c34fc505.txt",
    "netease_spending": "002_25a597396ffb36f4.txt",
    "netease_tencent": "003_b8f0b449debfb966.txt",
    "arms_race": "004_19563f9f468fe1e4.txt",
}

NO_FIGURE = {
    **dict.fromkeys(("sohu_12", "sohu_13", "sohu_14"), "most, highest: a rank without a number"),
    **dict.fromkeys(("tiktok_11", "tiktok_12", "tencent_40"), "tops, largest: as before"),
    **dict.fromkeys(("tencent_02", "tencent_03", "tencent_12", "tencent_39"), "none, as a word"),
    "tiktok_03": "the weekday of a date",
}
"""Claims whose value no number states."""

UNREAD = {"tencent_36", "tencent_37"}
"""天池256超節點: as well the name of a product."""

FAR = {"tencent_29": "不到 stands before a list in brackets and another amount"}
"""Claims whose relation stands apart from the figure."""

Row = Mapping[str, str]


@pytest.fixture(scope="module")
def figures(sources: Path) -> Mapping[str, tuple[Quantity, ...]]:
    return {
        source: read_quantities((sources / name).read_text(encoding="utf-8"))
        for source, name in FILES.items()
    }


@pytest.fixture(scope="module")
def claims(root: Path) -> list[Row]:
    with (root / "datapackage" / "data" / "claims.csv").open(encoding="utf-8") as file:
        return [row for row in csv.DictReader(file) if row["value"]]


def inside(row: Row, figures: Mapping[str, tuple[Quantity, ...]]) -> Iterator[Quantity]:
    """The figures whose number stands in the quote."""
    for figure in figures[row["source_id"]]:
        if int(row["char_start"]) <= figure.number_start < int(row["char_end"]):
            yield figure


def states(figure: Quantity, row: Row) -> bool:
    value = parse_decimal(row["value"])
    return (
        value is not None
        and figure.value is not None
        and compare(absolute(value), figure.value) == 0
        and figure.number_end <= int(row["char_end"])
    )


def test_every_figure_is_found(
    claims: list[Row], figures: Mapping[str, tuple[Quantity, ...]]
) -> None:
    stated = [row for row in claims if row["claim_id"] not in NO_FIGURE]
    found = {
        row["claim_id"]
        for row in stated
        if any(one.confident and states(one, row) for one in inside(row, figures))
    }
    assert {row["claim_id"] for row in stated} - found == UNREAD
    assert len(found) >= 0.95 * len(stated)


def test_no_figure_is_surely_wrong(
    claims: list[Row], figures: Mapping[str, tuple[Quantity, ...]]
) -> None:
    wrong = {
        row["claim_id"]: [one.text for one in inside(row, figures)]
        for row in claims
        if any(one.confident and one.value is not None for one in inside(row, figures))
        and not any(states(one, row) for one in inside(row, figures))
    }
    assert wrong == {}


def test_words_beside_a_figure_are_read_as_the_claims_say(
    claims: list[Row], figures: Mapping[str, tuple[Quantity, ...]]
) -> None:
    differ = {}
    for row in claims:
        for one in inside(row, figures):
            if states(one, row) and one.confident:
                decimals = "" if one.decimals is None else str(one.decimals)
                read = (one.relation, one.hedge, decimals)
                claimed = (row["relation"] or "eq", row["hedge"], row["decimals"])
                if read != claimed and row["claim_id"] not in FAR:
                    differ[row["claim_id"]] = (one.text, read, claimed)
    assert differ == {}


def test_the_currency_of_a_claim_is_a_candidate(
    claims: list[Row], figures: Mapping[str, tuple[Quantity, ...]]
) -> None:
    money = [row for row in claims if row["unit_id"][:3] in {"CNY", "USD"}]
    without = [
        row["claim_id"]
        for row in money
        if not any(
            states(one, row) and row["unit_id"][:3] in one.units for one in inside(row, figures)
        )
    ]
    assert without == []


def test_restatements_are_linked(
    claims: list[Row], figures: Mapping[str, tuple[Quantity, ...]]
) -> None:
    rows = {row["claim_id"]: row for row in claims}
    for row in claims:
        if row["converts"]:
            (figure,) = inside(row, figures)
            assert figure.converts is not None, row["claim_id"]
            whole = figures[row["source_id"]][figure.converts]
            assert states(whole, rows[row["converts"]]), row["claim_id"]
