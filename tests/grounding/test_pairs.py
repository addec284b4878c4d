"""No claim is refused that its quote can be read to state; nearly every slip is."""

from pathlib import Path

from tests.grounding.pairs import RIGHT, WRONG, outcomes, pairs


def test_no_right_claim_is_refused(tmp_path: Path) -> None:
    found = outcomes(RIGHT, tmp_path)
    assert [] == [(one.pair, one.refusals) for one in found if one.refusals]
    assert len([one for one in found if not one.reason]) >= 0.5 * len(found)


def test_nearly_every_slip_is_refused_and_none_is_verified(tmp_path: Path) -> None:
    found = outcomes(WRONG, tmp_path)
    missed = [(one.pair, one.reason) for one in found if not one.refusals]
    assert len(missed) <= 0.02 * len(found), missed
    assert [] == [one.pair for one in found if not one.refusals and not one.reason]


def test_both_tables_are_large_and_no_pair_stands_twice_or_in_both() -> None:
    right, wrong = pairs(RIGHT), pairs(WRONG)
    assert (len(right), len(wrong)) >= (800, 280)
    assert len({*right, *wrong}) == len(right) + len(wrong)
