from factcheck.values.interval import Interval
from factcheck.values.period import parse_period
from tests.vocabulary.harness import GOOD, read


def test_a_claim_is_read_as_it_stands() -> None:
    claims = read(str(GOOD)).claims
    assert claims
    assert ["w1", "w2", "w3", "w4", "w5"] == [claim.id for claim in claims.rows]
    assert [2, 3, 4, 5, 6] == [claim.line for claim in claims.rows]
    first = claims.rows[0]
    assert ("wire", "acme", "capex") == (first.source, first.entity, first.metric)
    assert parse_period("2026") == first.period
    assert ((160_000_000_000, 1), "160000000000") == (first.value, first.value_text)
    assert ("CNY", "eq", "about", -9) == (
        first.unit.text,
        first.relation,
        first.hedge,
        first.decimals,
    )
    assert 'about "160" billion, RMB' == first.quote
    assert (11, 17) == (first.char_start, first.char_end)
    assert ("period", "unit_id") == first.inferred
    assert ("north",) == first.dimensions
    assert Interval((144_000_000_000, 1), (176_000_000_000, 1)) == first.bounds


def test_what_a_claim_leaves_out_is_empty() -> None:
    claims = read(str(GOOD)).claims
    assert claims
    without = claims.rows[3]
    assert (None, "", None, "") == (
        without.value,
        without.value_text,
        without.value_to,
        without.value_to_text,
    )
    assert (None, None, None, None) == (
        without.decimals,
        without.char_start,
        without.char_end,
        without.converts,
    )
    assert ("eq", "", (), ("",), "") == (
        without.relation,
        without.hedge,
        without.inferred,
        without.dimensions,
        without.note,
    )


def test_a_restatement_names_its_original() -> None:
    claims = read(str(GOOD)).claims
    assert claims
    assert "w1" == claims.rows[1].converts
