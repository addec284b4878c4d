"""Every claim says what its quote says, and its quote stands where the claim says."""

from decimal import Decimal
from pathlib import Path

import pytest

from tests.articles.figures import Figure, per, read
from tests.articles.package import rows, texts

CLAIMS = rows("claims")
WITH_A_FIGURE = [claim for claim in CLAIMS if claim["value"]]
MONEY = {"CNY", "USD", "XXX"}
LONGEST_QUOTE = 60

each_claim = pytest.mark.parametrize("claim", WITH_A_FIGURE, ids=lambda claim: claim["claim_id"])


@pytest.fixture(scope="module")
def articles(sources: Path) -> dict[str, str]:
    return texts(sources)


@pytest.mark.parametrize("claim", CLAIMS, ids=lambda claim: claim["claim_id"])
def test_the_quote_stands_at_its_place(claim: dict[str, str], articles: dict[str, str]) -> None:
    start, end = int(claim["char_start"]), int(claim["char_end"])
    assert claim["quote"] == articles[claim["source_id"]][start:end]


@each_claim
def test_the_quote_gives_the_value(claim: dict[str, str]) -> None:
    assert Decimal(claim["value"]) == figure_of(claim).value
    assert not claim["value_to"]


@each_claim
def test_the_quote_gives_the_last_printed_digit(claim: dict[str, str]) -> None:
    decimals = figure_of(claim).decimals
    assert claim["decimals"] == ("" if decimals is None else str(decimals))


@each_claim
def test_the_quote_gives_relation_and_hedge(claim: dict[str, str]) -> None:
    figure = figure_of(claim)
    assert (claim["relation"], claim["hedge"]) == (figure.relation, figure.hedge)


@each_claim
def test_the_quote_gives_the_unit(claim: dict[str, str]) -> None:
    first, slash, rest = claim["unit_id"].partition("/")
    expected = first if first in MONEY - {"XXX"} else ""
    assert expected == figure_of(claim).currency
    assert per(claim["quote"]) in {"", slash + rest}


def test_a_claim_without_a_value_has_nothing_that_belongs_to_one() -> None:
    without = [claim for claim in CLAIMS if not claim["value"]]
    assert without
    for claim in without:
        cells = (claim[name] for name in ("value_to", "relation", "hedge", "decimals"))
        assert not any(cells), claim["claim_id"]


def test_keys_are_unique_and_follow_the_texts() -> None:
    assert len(CLAIMS) == len({claim["claim_id"] for claim in CLAIMS})
    order = list(dict.fromkeys(claim["source_id"] for claim in CLAIMS))
    places = [(order.index(claim["source_id"]), int(claim["char_start"])) for claim in CLAIMS]
    assert places == sorted(places)


def test_quotes_are_short() -> None:
    assert max(len(claim["quote"]) for claim in CLAIMS) <= LONGEST_QUOTE


def test_restatements_say_the_same_thing_in_another_currency() -> None:
    by_id = {claim["claim_id"]: claim for claim in CLAIMS}
    same = ("source_id", "entity_id", "metric_id", "period", "status")
    for claim in (claim for claim in CLAIMS if claim["converts"]):
        other = by_id[claim["converts"]]
        assert [claim[name] for name in same] == [other[name] for name in same]
        assert claim["unit_id"] != other["unit_id"]


def figure_of(claim: dict[str, str]) -> Figure:
    """The only figure of the quote that the claim can mean: a percentage, if there is one."""
    figures = read(claim["quote"])
    percentages = [figure for figure in figures if figure.percent]
    (figure,) = percentages or figures
    return figure
