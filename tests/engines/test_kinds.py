"""What words do to digits stays short enough for whole numbers of 64 bits."""

from hypothesis import given
from hypothesis import strategies as st

from factcheck.engines.sql.kinds import LARGEST, End

LONG = st.integers(1, LARGEST - 1)


@given(over=LONG, half=LONG, moved_over=LONG)
def test_digits_up_to_the_most_come_to_no_longer_number(
    over: int, half: int, moved_over: int
) -> None:
    end = End(over, 1, half, moved_over, 1)
    assert end.most * over + half <= LARGEST
    assert end.most * moved_over <= LARGEST
    assert (end.most + 1) * max(over, moved_over) + half > LARGEST
