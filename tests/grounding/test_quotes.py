"""Quotes as people pick them, read by the reader: right claims raise no alarm, slips do."""

from pathlib import Path

import pytest

from tests.grounding.package import METRICS, Row, grounded, write

RIGHT = [
    ("91 to 93 yuan", "91 CNY"),
    ("rose from $5 million to $7 million", "7000000 USD decimals=-6"),
    ("8 of the 10 largest banks", "0.8"),
    ("8 of the 10 largest banks", "8"),
    ("only 20% stayed", "0.8"),
    ("halved", "-0.5"),
    ("tripled", "2"),
    ("grew by 140%", "2.4"),
    ("three weeks", "21 day"),
    ("one-third of the seats", "0.33 decimals=2"),
    ("the most popular of 3 chatbots", "1"),
    ("none of the 12 firms", "0"),
    ("$1.2bn (€1.1bn)", "1100000000 EUR decimals=-8"),
    ("1 US dollar buys 7.1 yuan", "7.1 CNY decimals=1"),
    ("100 million of its 1.4 billion users", "100000000 person decimals=-8"),
    ("2,5 Mrd. Euro", "2500000000 EUR decimals=-8"),
    ("the 2025 budget", "160000000000 CNY"),
    ("GPT-4", "4"),
    ("version 2.5", "2500000 CNY"),
    ("第三季度", "3"),
    ("三年来", "3"),
    ("同比翻番", "1"),
    ("从12%升至15%", "0.15 decimals=2"),
    ("from 12% to 15%", "0.15 decimals=2"),
    ("由3亿元增至5亿元", "500000000 CNY decimals=-8"),
    ("ارتفع من 5 إلى 7 ملايين يورو", "7000000 EUR decimals=-6"),
    ("下降了23%", "-0.23 decimals=2"),
    ("quarterly loss of $3 million", "-3000000 USD decimals=-6"),
]
SLIPS = [
    ("1600亿元", "16000000000 CNY decimals=-8"),
    ("23 مليار دولار", "2300000000 USD decimals=-9"),
    ("$2.5 billion", "25000000000 USD decimals=-8"),
    ("12.5%", "12.5 decimals=1"),
    ("91 to 93 yuan", "94 CNY"),
    ("12家企业", "21"),
    ("三成", "0.03"),
    ("about €300 million", "30000000 EUR hedge=about"),
    ("两亿四千万人", "24000000 person"),
]


def row(quote: str, cells: str) -> Row:
    value, *rest = cells.split()
    named = dict(part.split("=") for part in rest if "=" in part)
    unit = next((part for part in rest if "=" not in part), "ratio")
    metric = METRICS[{"USD": "CNY", "EUR": "CNY"}.get(unit, unit)]
    return {"quote": quote, "value": value, "unit_id": unit, "metric_id": metric, **named}


@pytest.mark.parametrize(("quote", "cells"), RIGHT)
def test_a_claim_that_can_be_right_is_no_error(tmp_path: Path, quote: str, cells: str) -> None:
    _, found = grounded(write(tmp_path / "p", [row(quote, cells)]))
    assert [] == [one.message for one in found if one.is_error]


@pytest.mark.parametrize(("quote", "cells"), SLIPS)
def test_a_slip_is_an_error_at_the_value(tmp_path: Path, quote: str, cells: str) -> None:
    folder = write(tmp_path / "p", [row(quote, cells)])
    (found,) = [one for one in grounded(folder)[1] if one.is_error]
    line = (folder / "claims.csv").read_text(encoding="utf-8").splitlines()[1]
    shown = line[found.span.column - 1 : found.span.end_column - 1]
    assert ("Q801", cells.split(maxsplit=1)[0]) == (found.code.id, shown)


def test_the_sentence_around_a_quote_takes_a_contradiction_back(tmp_path: Path) -> None:
    text = "Firms with more than 250 people report; the fair had more than 300 people."
    of_a_group = {"quote": "more than 250 people", "value": "250", "unit_id": "person"}
    of_a_fair = {"quote": "more than 300 people", "value": "300", "unit_id": "person"}
    claims = [{**one, "metric_id": "people"} for one in (of_a_group, of_a_fair)]
    folder = write(tmp_path / "p", claims, {"wire.txt": text}, {"path": "wire.txt"})
    grounding, found = grounded(folder)
    assert [3] == [one.span.line for one in found if one.code.id == "Q802"]
    assert ["c1"] == [one.claim for one in grounding.not_verified]
