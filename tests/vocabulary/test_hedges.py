import pytest

from factcheck.vocabulary.hedges import DEFAULT_HEDGES, parse_hedge
from factcheck.vocabulary.model import Hedge

GOOD: list[tuple[object, Hedge]] = [
    ("10%", Hedge((-1, 10), (1, 10))),
    ("5.5%", Hedge((-11, 200), (11, 200))),
    ("0%", Hedge((0, 1), (0, 1))),
    (["-10%", "0%"], Hedge((-1, 10), (0, 1))),
    (["0%", "900%"], Hedge((0, 1), (9, 1))),
    (["-100%", "100%"], Hedge((-1, 1), (1, 1))),
]

BAD: list[object] = [
    "10", "ten%", "%", "-10%", "+10%", "1e1%", "10 %", "101%", "٣%", "9" * 30 + "%",
    10, 0.1, None, True, {}, [], ["10%"], ["0%", "1%", "2%"], ["10%", "20%"], ["-20%", "-10%"],
    ["-101%", "0%"], [-10, 0], [["-10%"], "0%"],
]  # fmt: skip


@pytest.mark.parametrize(("value", "expected"), GOOD)
def test_a_hedge_is_a_share_of_the_printed_number(value: object, expected: Hedge) -> None:
    assert expected == parse_hedge(value)


@pytest.mark.parametrize("value", BAD)
def test_what_is_no_hedge_is_refused_with_both_forms(value: object) -> None:
    wrong = parse_hedge(value)
    assert not isinstance(wrong, Hedge)
    assert "P117" == wrong.code.id
    assert '`"10%"`' in str(wrong.help)


def test_a_package_without_a_policy_has_the_usual_one() -> None:
    assert {"about": parse_hedge("10%"), "nearly": parse_hedge(["-10%", "0%"])} == DEFAULT_HEDGES
