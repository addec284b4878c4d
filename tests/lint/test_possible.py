"""What is called impossible is impossible: tried on sampled figures, with fractions as oracle."""

from fractions import Fraction

from hypothesis import assume, given
from hypothesis import strategies as st

from factcheck.lang import typed
from factcheck.lang.bind.program import bind
from factcheck.lang.lint.bounds import contradict
from factcheck.lang.lint.possible import opposite, possible
from factcheck.lang.parser import parse
from tests.lint.advice_text import vocabulary

Figures = dict[str, Fraction]

NON_NEGATIVE = ("capex", "ai_capex")
SIGNED = ("net_loss",)
_NUMBERS = st.sampled_from(["0", "1", "2", "−3"]).map("{} CNY".format)
_ATOMS = st.one_of(st.sampled_from([*NON_NEGATIVE, *SIGNED]), _NUMBERS)


def _wider(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    return st.one_of(
        st.builds("({} {} {})".format, inner, st.sampled_from("+-"), inner),
        st.builds("{} × {}".format, st.sampled_from(["2", "−1", "half of 1"]), inner),
        st.builds("abs({})".format, inner),
        st.builds("(−{})".format, inner),
        st.builds("{} × {} / {}".format, inner, inner, st.sampled_from(NON_NEGATIVE)),
    )


_SUMS = st.recursive(_ATOMS, _wider, max_leaves=4)
_COMPARED = st.one_of(
    st.builds("{} {} {}".format, _SUMS, st.sampled_from("=≠<≤>≥"), _SUMS),
    st.builds("{} ≈ {} within 5%".format, _SUMS, _SUMS),
    st.builds("{} between {} and {}".format, _SUMS, _NUMBERS, _NUMBERS),
)


def _joined(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    return st.one_of(
        st.builds("({} and {})".format, inner, inner),
        st.builds("({} or {})".format, inner, inner),
        st.builds("not ({})".format, inner),
    )


_SIZES = st.fractions(-3, 3, max_denominator=2)
figures = st.fixed_dictionaries(
    {name: st.one_of(st.just(Fraction(0)), _SIZES.map(abs)) for name in NON_NEGATIVE}
    | dict.fromkeys(SIGNED, _SIZES)
)
conditions = st.recursive(_COMPARED, _joined, max_leaves=3)


def check_of(text: str) -> typed.Condition:
    """The bound check of a rule; one that names no figure, or cannot be bound, is not asked for."""
    program, mistakes = parse(f"rule a check {text}", "")
    assume(not mistakes)
    bound, mistakes = bind([program], vocabulary())
    assume(not mistakes)
    return bound.rules[0].check


def number(node: typed.Expression, by_name: Figures) -> Fraction:
    """The value of an expression when every figure is a single number."""
    if isinstance(node, typed.Literal):
        return Fraction(*node.value) * Fraction(*node.unit.factor)
    if isinstance(node, typed.Figure):
        return by_name[node.selection.metric]
    if isinstance(node, typed.Function):
        inner = number(node.arguments[0], by_name)
        return abs(inner) if node.name == "abs" else -inner
    assert isinstance(node, typed.Arithmetic)
    left, right = number(node.left, by_name), number(node.right, by_name)
    if node.operator == "/":
        assume(right)
        return left / right
    return {"+": left + right, "-": left - right, "*": left * right}[node.operator]


def true(node: typed.Condition, by_name: Figures) -> bool:
    """Whether a condition is true of single numbers."""
    if isinstance(node, typed.Every):
        return all(true(part, by_name) for part in node.parts)
    if isinstance(node, typed.Some):
        return any(true(part, by_name) for part in node.parts)
    if isinstance(node, typed.Negated):
        return not true(node.operand, by_name)
    assert isinstance(node, typed.Compare)
    left, right = number(node.left, by_name), number(node.right, by_name)
    near = abs(left - right) <= Fraction(5, 100) * max(abs(left), abs(right))
    orders = {"<": left < right, "<=": left <= right, ">": left > right, ">=": left >= right}
    return {"=": left == right, "!=": left != right, "~=": near, **orders}[node.operator]


@given(conditions, figures)
def test_no_figures_do_what_is_called_impossible(text: str, by_name: Figures) -> None:
    check = check_of(text)
    found = possible(check, vocabulary())
    holds = true(check, by_name)
    assert found.holds or not holds
    assert found.violated or holds


@given(st.lists(conditions, min_size=1, max_size=3), figures)
def test_what_contradicts_itself_is_never_true_together(texts: list[str], by_name: Figures) -> None:
    checks = [check_of(text) for text in texts]
    together = all(true(check, by_name) for check in checks)
    assert not (together and contradict(checks, vocabulary()))


@given(conditions, figures)
def test_the_opposite_is_true_where_the_condition_is_not(text: str, by_name: Figures) -> None:
    check = check_of(text)
    assert true(opposite(check), by_name) is not true(check, by_name)
