"""Whether a term is a quotient of degree at most one in a variable: its extremes are corners."""

from __future__ import annotations

from factcheck.verdicts import terms
from factcheck.verdicts.terms import Term


def degrees(term: Term, name: str) -> tuple[int, int] | None:
    """Degrees of numerator and denominator in a variable; None for what is no quotient of sums."""
    if isinstance(term, terms.Fixed):
        return 0, 0
    if isinstance(term, terms.Variable):
        return int(term.name == name), 0
    if isinstance(term, terms.PowerTerm):
        inner = degrees(term.base, name)
        return inner and (inner[0] * term.exponent, inner[1] * term.exponent)
    if isinstance(term, terms.Magnitude | terms.Least | terms.Greatest):
        inside = [term.inner] if isinstance(term, terms.Magnitude) else [term.left, term.right]
        return (0, 0) if all(degrees(one, name) == (0, 0) for one in inside) else None
    left, right = degrees(term.left, name), degrees(term.right, name)
    if left is None or right is None:
        return None
    if isinstance(term, terms.Product):
        return left[0] + right[0], left[1] + right[1]
    if isinstance(term, terms.Quotient):
        return left[0] + right[1], left[1] + right[0]
    return _of_sum(term, left, right)


def _of_sum(term: Term, left: tuple[int, int], right: tuple[int, int]) -> tuple[int, int]:
    """Over a common denominator: the same one when both sides divide by the same."""
    assert isinstance(term, terms.Sum | terms.Difference)  # noqa: S101 (the only ones left)
    if _divisor(term.left) == _divisor(term.right):
        return max(left[0], right[0]), left[1]
    return max(left[0] + right[1], right[0] + left[1]), left[1] + right[1]


def _divisor(term: Term) -> Term | None:
    return term.right if isinstance(term, terms.Quotient) else None


def is_fractional_linear(term: Term, name: str) -> bool:
    """Whether the term is (p·x + q) / (r·x + s) in the variable x."""
    found = degrees(term, name)
    return found is not None and max(found) <= 1
