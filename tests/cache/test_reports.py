"""A report as JSON values is the same report: every class, every field."""

import json
from collections.abc import Iterator, Mapping
from enum import Enum
from pathlib import Path
from typing import Any, get_args, get_type_hints

import pytest
from attrs import evolve, field, fields, has, make_class

from factcheck.cache.forms import forms_of
from factcheck.cache.plain import NotPlainError
from factcheck.cache.reports import CLASSES, from_plain, to_plain
from factcheck.check import check
from factcheck.diagnostics.span import at
from factcheck.grounding.model import Grounding, NotVerified, Passage, SourceText
from factcheck.report.build import build_report
from factcheck.report.details import Details
from factcheck.report.model import Report, Waived
from tests.report.samples import broken_report, report


def there_and_back(told: Report) -> Report | None:
    return from_plain(json.loads(json.dumps(to_plain(told))))


def parts(value: object) -> list[object]:
    """The values of all fields, those too that do not count for equality."""
    kind: Any = type(value)
    return [getattr(value, one.name) for one in fields(kind)]


def flat(value: object) -> object:
    """A value and all that it is made of."""
    if has(type(value)):
        return (type(value), *map(flat, parts(value)))
    if isinstance(value, tuple):
        return tuple(map(flat, value))
    if isinstance(value, Mapping):
        return {key: flat(part) for key, part in value.items()}
    return value


def classes_in(value: object) -> Iterator[type]:
    """The classes that a value is made of."""
    if has(type(value)):
        yield type(value)
        for part in parts(value):
            yield from classes_in(part)
    elif isinstance(value, Enum):
        yield type(value)
    elif isinstance(value, tuple | Mapping):
        for part in value.values() if isinstance(value, Mapping) else value:
            yield from classes_in(part)


@pytest.fixture(scope="module")
def samples(root: Path) -> tuple[Report, ...]:
    own = build_report(check(str(root / "datapackage")))
    finding = own.findings[0]
    with_passage = evolve(finding.claims[0], passage=Passage("a ", "b", " c"))
    waived = Waived("known", "an editor", "2027-01-31", at("waivers.csv", 3))
    changed = evolve(finding, claims=(with_passage,), waived=waived)
    texts = {"ft": SourceText("ft", "texts/ft.txt", "a b c", "0" * 64)}
    judged = Grounding(2, 1, 0, (NotVerified("c1", "claims.csv", 2, "no text"),), texts)
    return report(), broken_report(), own, evolve(own, findings=(changed,), grounding=judged)


def test_every_report_comes_back(samples: tuple[Report, ...]) -> None:
    for one in samples:
        assert flat(one) == flat(there_and_back(one))


def test_the_samples_have_every_class(samples: tuple[Report, ...]) -> None:
    assert set(CLASSES) == {kind for one in samples for kind in classes_in(one)}


def named(hint: Any) -> Iterator[type]:  # noqa: ANN401 (any annotation)
    if isinstance(hint, type) and (has(hint) or issubclass(hint, Enum)):
        yield hint
    for part in get_args(hint):
        yield from named(part)


def test_the_list_of_classes_is_that_of_the_fields() -> None:
    """A class that becomes part of a report has to come on the list."""
    found: set[type] = set()
    waiting: list[type] = [Report]
    while waiting:
        kind = waiting.pop()
        if kind in found or kind is Details:
            continue
        found.add(kind)
        hints = get_type_hints(kind, localns={"Details": Details}) if has(kind) else {}
        waiting += [part for hint in hints.values() for part in named(hint)]
    assert set(CLASSES) == found


def with_another_leaf(plain: Any, leaf: object) -> Iterator[Any]:  # noqa: ANN401 (any JSON)
    """The JSON value with each of its leaves in turn replaced."""
    if not isinstance(plain, list):
        yield leaf
        return
    for place, part in enumerate(plain):
        for other in with_another_leaf(part, leaf):
            yield [*plain[:place], other, *plain[place + 1 :]]


def test_no_field_holds_what_it_is_not_declared_to_hold() -> None:
    """No field is a number that is not whole, and none an empty list."""
    plain = to_plain(broken_report())
    leaves: tuple[object, ...] = (0.5, [])
    others = [other for leaf in leaves for other in with_another_leaf(plain, leaf)]
    assert len(others) > 100
    assert [None] * len(others) == [from_plain(other) for other in others]


@pytest.mark.parametrize(
    ("hint", "good", "bad"),
    [
        ("int", 1, True),
        ("str | None", None, 1),
        ("tuple[str, ...]", ("a", "b"), ("a", 1)),
        ("tuple[str, int]", ("a", 1), ("a", 1, 1)),
        ("Mapping[str, int]", {"a": 1}, {"a": "b"}),
        ("Mapping[str, int]", {}, {1: 1}),
    ],
)
def test_the_form_of_a_field_is_its_annotation(hint: str, good: object, bad: object) -> None:
    as_written: Any = hint
    kind = make_class("Made", {"part": field(type=as_written)})
    (fits,) = forms_of(kind)
    assert fits(good)
    assert not fits(bad)


def test_a_report_with_details_is_not_written() -> None:
    details = Details("", {}, {}, {}, {})
    with pytest.raises(NotPlainError):
        to_plain(evolve(report(), details=details))


def test_a_report_of_words_that_no_format_knows_is_none(samples: tuple[Report, ...]) -> None:
    own = samples[2]
    (finding, *_), (rule, *_) = own.findings, own.rules
    idle = evolve(rule, status="not_exercised", id="idle")
    for wrong in (
        evolve(own, findings=(evolve(finding, verdict="loud"),)),
        evolve(own, findings=(evolve(finding, severity="loud"),)),
        evolve(own, findings=(evolve(finding, rule="another"),)),
        evolve(own, rules=(evolve(rule, status="loud"), *own.rules[1:])),
        evolve(own, rules=(*own.rules, idle)),
    ):
        assert there_and_back(wrong) is None
