from hypothesis import given

from factcheck.values.truth import Truth, conjunction, disjunction, negation, word
from tests.strategies import truths

V, U, H = Truth.VIOLATED, Truth.UNDETERMINED, Truth.HOLDS


def test_conjunction_is_strong_kleene() -> None:
    table = [[conjunction(left, right) for right in Truth] for left in Truth]
    assert [[V, V, V], [V, U, U], [V, U, H]] == table


def test_disjunction_is_strong_kleene() -> None:
    table = [[disjunction(left, right) for right in Truth] for left in Truth]
    assert [[V, U, H], [U, U, H], [H, H, H]] == table


def test_of_nothing_all_hold_and_none_holds() -> None:
    assert H == conjunction()
    assert V == disjunction()


def test_words_are_those_of_the_language() -> None:
    assert ["violated", "undetermined", "holds"] == [word(truth) for truth in Truth]


@given(truths, truths)
def test_negation_swaps_and_with_or(left: Truth, right: Truth) -> None:
    assert disjunction(negation(left), negation(right)) == negation(conjunction(left, right))


@given(truths)
def test_a_double_negation_changes_nothing(truth: Truth) -> None:
    assert truth is negation(negation(truth))


@given(truths, truths, truths)
def test_and_distributes_over_or(one: Truth, two: Truth, three: Truth) -> None:
    apart = disjunction(conjunction(one, two), conjunction(one, three))
    assert apart == conjunction(one, disjunction(two, three))


@given(truths, truths, truths)
def test_neither_order_nor_grouping_matters(one: Truth, two: Truth, three: Truth) -> None:
    assert conjunction(one, two, three) == conjunction(conjunction(three, one), two)
    assert disjunction(one, two, three) == disjunction(disjunction(three, one), two)


@given(truths, truths, truths)
def test_knowing_more_never_overturns_what_was_decided(one: Truth, two: Truth, more: Truth) -> None:
    informed = more if two is U else two
    for connective in (conjunction, disjunction):
        before, after = connective(one, two), connective(one, informed)
        assert before in {U, after}
