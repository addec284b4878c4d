"""What the quotes say, in the text report and in JSON."""

import json

from attrs import evolve

from factcheck.grounding.model import Grounding, NotVerified, SourceText
from factcheck.report.json_report import render_json
from factcheck.report.text import render_text
from tests.report.samples import report
from tests.report.test_json_report import VALIDATOR

OPEN = NotVerified("b2", "data/claims.csv", 3, "no figure is read in the quote")
TEXT = SourceText("ft", "texts/ft.txt", "160 billion", "0" * 64)


def test_the_text_says_how_many_quotes_are_verified() -> None:
    for grounding, expected in (
        (Grounding(3, 3, 0, ()), " · 3 quotes verified"),
        (Grounding(1, 1, 0, ()), " · 1 quote verified"),
        (
            Grounding(3, 1, 0, (OPEN,)),
            " · 1 quote verified, 1 contradicted, 1 not verified (`factcheck ground` lists them)",
        ),
    ):
        lines = render_text(evolve(report(), grounding=grounding)).splitlines()
        assert [expected] == [line for line in lines if "verified" in line]


def test_the_text_is_silent_without_quotes() -> None:
    for grounding in (None, Grounding(0, 0, 0, ())):
        assert render_text(report()) == render_text(evolve(report(), grounding=grounding))


def test_json_has_the_sums_and_the_reasons() -> None:
    made = evolve(report(), grounding=Grounding(3, 2, 1, (OPEN,), {"ft": TEXT}))
    document = json.loads(render_json(made))
    VALIDATOR.validate(document)
    assert {
        "quotes": 3,
        "verified": 2,
        "unit_from_context": 1,
        "contradicted": 0,
        "texts": ["ft"],
        "not_verified": [
            {
                "claim": "b2",
                "location": {"path": "data/claims.csv", "line": 3},
                "reason": "no figure is read in the quote",
            }
        ],
    } == document["grounding"]


def test_json_has_nothing_of_quotes_where_there_are_none() -> None:
    assert json.loads(render_json(report()))["grounding"] is None
