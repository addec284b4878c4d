"""The oracle of alignment: section 2 of the language as nested loops, and nothing clever."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import product

from attrs import frozen

from factcheck.claims.model import Claim
from factcheck.engines.package import Package
from factcheck.lang.typed import Key
from factcheck.values import period as periods
from factcheck.values.period import Period, parse_period

Case = dict[str, Key | None]
Figures = frozenset[frozenset[str]]
MONTHS = {"year ago": 12, "2 quarters ago": 6, "1 years ago": 12}


@frozen
class Selected:
    """A metric with the selector that it has on some dimensions."""

    metric: str
    selectors: Mapping[str, str]

    def text(self) -> str:
        """As it is written in a rule."""
        listed = [
            f"{field} = {value}" if self.pins(field) else value
            for field, value in self.selectors.items()
        ]
        return f"{self.metric}[{', '.join(listed)}]" if listed else self.metric

    def pins(self, field: str) -> bool:
        """Whether the selector names a value."""
        text = self.selectors.get(field, "")
        return bool(text) and " " not in text and text != "previous"

    def binds(self, field: str) -> bool:
        """Whether its figures say which cases there are: it leads to values, or to all groups."""
        text = self.selectors.get(field)
        if text is None or text == "any group":
            return True
        return not self.pins(field) and not text.startswith(("any ", "other "))


def field_of(over: Package, claim: Claim, field: str) -> Key | None:
    """A dimension of a claim; None where it is empty."""
    if field in over.vocabulary.dimensions:
        return claim.dimensions[over.vocabulary.dimensions.index(field)] or None
    value: Key | None = getattr(claim, field)
    return value or None


def meets(over: Package, selector: str | None, case: Key | None, value: Key | None) -> bool:
    """Whether a claim's value is what a selector leads to from the case's."""
    if selector is None:
        return case == value
    if selector.startswith("other "):
        return case is not None and value is not None and case != value
    if selector == "any group":
        return any(one.group == value and one.member == case for one in over.vocabulary.memberships)
    if selector.startswith("any ") and "er period" not in selector and "ier" not in selector:
        return True
    if not (isinstance(case, Period) and isinstance(value, Period)):
        return False
    if selector == "any longer period":
        return case != value and value.start <= case.start and case.end <= value.end
    if selector == "any earlier period":
        return value.kind == case.kind and value.end < case.start
    if selector in MONTHS:
        return value == periods.shift_months(case, -MONTHS[selector])
    kind = selector.removeprefix("previous").strip() or None
    return (kind is None or case.kind == kind) and value == periods.previous(case)


def finds(over: Package, one: Selected, case: Case, allowed: set[str] | None) -> list[Claim]:
    """The claims of a reference in a case; a field that the case leaves out is free."""
    found = []
    for claim in over.claims.rows:
        if claim.metric != one.metric:
            continue
        if not one.pins("status"):
            if claim.status == "target" and (allowed is None or "target" not in allowed):
                continue
            if allowed is not None and claim.status not in allowed:
                continue
        if all(_fits(over, one, claim, field, case) for field in {*case, *one.selectors}):
            found.append(claim)
    return found


def _fits(over: Package, one: Selected, claim: Claim, field: str, case: Case) -> bool:
    value = field_of(over, claim, field)
    if one.pins(field):
        text = one.selectors[field]
        return value == (parse_period(text) if field == "period" else text)
    return field not in case or meets(over, one.selectors.get(field), case[field], value)


def figures(claims: Sequence[Claim]) -> Figures:
    """The claims of equal figures together."""
    return frozenset(
        frozenset(
            other.id for other in claims if (one.unit, one.bounds) == (other.unit, other.bounds)
        )
        for one in claims
    )


def values(over: Package, field: str) -> set[Key | None]:
    """Every value that a case may have: those stated, and those that a shift leads to."""
    found = {field_of(over, claim, field) for claim in over.claims.rows}
    if field == "entity":
        return found | set(over.vocabulary.entities)
    for value in list(found):
        if isinstance(value, Period):
            found |= {periods.shift_months(value, months) for months in (6, 12)}
            found |= {periods.following(value)}
    return found


def combinations(over: Package, fields: Sequence[str]) -> Iterator[Case]:
    """All combinations of values of some fields."""
    for chosen in product(*(values(over, field) for field in fields)):
        yield dict(zip(fields, chosen, strict=True))


def cases(
    over: Package, scope: Sequence[str], references: Sequence[Selected], allowed: set[str] | None
) -> dict[tuple[Key | None, ...], list[Figures]]:
    """Each case with the figures of each reference."""
    found = {}
    for case in combinations(over, scope):
        listed = [finds(over, one, case, allowed) for one in references]
        if all(listed):
            found[tuple(case[field] for field in scope)] = [figures(one) for one in listed]
    return found


def unmatched(
    over: Package,
    scope: Sequence[str],
    references: Sequence[Selected],
    allowed: set[str] | None,
    matched: Sequence[tuple[Key | None, ...]],
) -> set[tuple[tuple[str, ...], tuple[Key | None, ...]]]:
    """What a reference says of a case, on the fields it binds, and no case has."""
    found = set()
    for one in references:
        fields = tuple(field for field in scope if one.binds(field))
        places = [scope.index(field) for field in fields]
        known = {tuple(key[place] for place in places) for key in matched}
        for case in combinations(over, fields):
            key = tuple(case.values())
            if key not in known and finds(over, one, case, allowed):
                found.add((fields, key))
    return found
