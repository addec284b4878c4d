"""The details that only some formats draw: steps, rules as written, names for people."""

from pathlib import Path

from factcheck.check import check
from factcheck.report.build import build_report
from factcheck.report.details import Details
from factcheck.report.in_full import in_full
from factcheck.report.model import Report


def made_in_full(root: Path) -> tuple[Report, Details]:
    result = check(str(root / "datapackage"), [str(root / "rules" / "budget.rules")])
    report = in_full(build_report(result), result)
    assert report.details is not None
    return report, report.details


def test_every_case_that_does_not_hold_has_its_steps(root: Path) -> None:
    report, details = made_in_full(root)
    told = [one.fingerprint for one in report.findings if one.verdict != "not_exercised"]
    assert told
    assert told == list(details.steps)


def test_a_rule_is_given_as_it_was_written(root: Path) -> None:
    report, details = made_in_full(root)
    text = (root / "rules" / "budget.rules").read_text("utf-8")
    for rule in report.rules:
        written = "".join(piece.text for piece in details.rules[rule.id])
        assert written.startswith(f"rule {rule.id} ")
        assert written in text


def test_words_of_the_language_are_told_from_names(root: Path) -> None:
    _, details = made_in_full(root)
    pieces = [(one.kind, one.text) for one in details.rules["racks_grow"] if one.kind != "space"]
    assert [
        ("keyword", "rule"),
        ("name", "racks_grow"),
        ("text", '"The next rack holds more chips than the present one"'),
        ("keyword", "let"),
        ("name", "next"),
        ("sign", "="),
        ("name", "chips_per_rack"),
    ] == pieces[:7]


def test_entities_and_metrics_have_the_names_that_people_give_them(root: Path) -> None:
    _, details = made_in_full(root)
    assert "What five articles say about spending on AI" == details.title
    assert "ByteDance" == details.entities["bytedance"]
    assert "Capital expenditure" == details.metrics["capex"]
