"""The hedge policy: how far `about`, `nearly` and their like widen a printed number."""

from collections.abc import Mapping
from typing import Final

from factcheck.diagnostics.package_codes import HEDGE_POLICY
from factcheck.values.rational import ZERO, Rational, less, parse_decimal, reduce
from factcheck.vocabulary.model import Hedge
from factcheck.vocabulary.wrong import Wrong, shorten

DEFAULT_HEDGES: Final[Mapping[str, Hedge]] = {
    "about": Hedge((-1, 10), (1, 10)),
    "nearly": Hedge((-1, 10), ZERO),
}
"""What holds when a descriptor has no policy of its own."""

_FORMS: Final = 'write `"10%"` for both sides, or one for each: `["-10%", "0%"]`'
_MOST: Final = 100_000_000


def parse_hedge(value: object) -> Hedge | Wrong:
    """The hedge that a value of the policy means; it always contains the printed number."""
    sides = value if isinstance(value, list) else [value]
    shares = [_share(side) for side in sides]
    for side, share in zip(sides, shares, strict=True):
        if share is None:
            return _wrong(
                f"`{shorten(side)}` is not a percentage"
                if isinstance(side, str)
                else "this is no percentage"
            )
    known = [share for share in shares if share is not None]
    if isinstance(value, list):
        return _two_sided(*known) if len(known) == 2 else _wrong("two sides are needed")  # noqa: PLR2004
    return _symmetric(known[0])


def _share(side: object) -> Rational | None:
    if not (isinstance(side, str) and side.endswith("%")) or set(side) & set("+eE"):
        return None
    number = parse_decimal(side[:-1], max_digits=20)
    return number and reduce((number[0], number[1] * 100))


def _symmetric(share: Rational) -> Hedge | Wrong:
    if share[0] < 0:
        return _wrong("one percentage means both sides, and cannot be negative")
    return _two_sided((-share[0], share[1]), share)


def _two_sided(low: Rational, high: Rational) -> Hedge | Wrong:
    if low[0] > 0 or high[0] < 0:
        return _wrong("the printed number has to lie between: at most 0% first, at least 0% second")
    if less(low, (-1, 1)) or less((_MOST, 1), high):
        return _wrong("a hedge cannot reach beyond zero: the first is at least -100%")
    return Hedge(low, high)


def _wrong(message: str) -> Wrong:
    return Wrong(HEDGE_POLICY, message, _FORMS)
