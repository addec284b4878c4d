from datetime import date

from factcheck.values.unit import BaseUnit
from factcheck.vocabulary.model import Membership, Rate
from tests.vocabulary.harness import GOOD, read


def test_the_good_package_is_read_as_it_stands() -> None:
    package = read(str(GOOD))
    vocabulary = package.vocabulary
    assert [] == package.diagnostics
    assert vocabulary
    assert ["wire", "daily"] == list(vocabulary.sources)
    daily = vocabulary.sources["daily"]
    assert ("wire", date(2025, 12, 24), 3) == (daily.derived_from, daily.published, daily.line)
    assert "Daily" == daily.attributes["publisher"]
    assert ["acme", "bolt", "both"] == list(vocabulary.entities)
    path = str(GOOD / "data" / "memberships.csv")
    both = [
        Membership("both", "acme", "wire", open=True, path=path, line=2),
        Membership("both", "bolt", None, open=False, path=path, line=3),
    ]
    assert both == list(vocabulary.memberships)
    price = vocabulary.metrics["price"]
    assert ("CNY/chip", "price", True) == (price.unit.text, price.kind, price.non_negative)
    assert BaseUnit("CNY", "money", (1, 1), currency=True) == vocabulary.units["CNY"]
    assert BaseUnit("chip", "chip", (1, 1)) == vocabulary.units["chip"]
    assert {"ratio", "%", "pp", "day"} <= set(vocabulary.units)
    day = date(2025, 12, 23)
    rate = Rate("fixing", "USD", "CNY", day, day, (7025, 1000), (7075, 1000), "wire", 2)
    assert (rate,) == vocabulary.rates
    assert (("region",), "CNY") == (vocabulary.dimensions, vocabulary.currency)
    assert ["about", "nearly"] == list(vocabulary.hedges)


def test_ids_are_composed() -> None:
    """`é` as one code point or two is one id, as in rules."""
    from factcheck.vocabulary.cells import identifier  # noqa: PLC0415

    assert "caf\u00e9" == identifier("cafe\u0301")
