"""What `factcheck explain` prints, byte for byte."""

import json
from pathlib import Path

import pytest

from factcheck.explain import explain_case
from factcheck.report.explain_json import render_explained_json
from factcheck.report.explain_text import render_explained
from tests.report.snapshot import matches_snapshot

SNAPSHOTS = Path(__file__).resolve().parent / "snapshots"
PACKAGE, RULES = "tests/trial/package", ["tests/explain/explained.rules"]


@pytest.fixture(autouse=True)
def at_the_root(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(root)


@pytest.mark.parametrize(
    ("name", "rule", "wanted"),
    [
        ("readings", "half", {"entity": "acme"}),
        ("undetermined", "half", {"entity": "coil"}),
        ("several", "half", {}),
        ("no_such_case", "half", {"entity": "nobody"}),
        ("conversion", "order_fits", {}),
        ("missing_parts", "parts", {}),
        ("agree_on_field", "one_year", {"metric": "budget"}),
        ("agree", "one_figure", {}),
        ("implied_rates", "one_rate", {}),
        ("claim", "ahead", {"claim": "a_budget_past"}),
        ("premises", "guarded", {"entity": "acme"}),
        ("not_exercised", "never", {}),
        ("dollars", "dollars", {}),
        ("step_back", "earlier", {}),
    ],
)
def test_a_case(name: str, rule: str, wanted: dict[str, str]) -> None:
    told = explain_case(PACKAGE, rule, wanted, RULES)
    matches_snapshot(name, render_explained(told), SNAPSHOTS)


def test_a_case_where_there_is_little_room() -> None:
    told = explain_case(PACKAGE, "order_fits", {}, RULES)
    matches_snapshot("conversion_50", render_explained(told, columns=50), SNAPSHOTS)


def test_a_case_as_json() -> None:
    told = explain_case(PACKAGE, "order_fits", {}, RULES)
    text = render_explained_json(told)
    matches_snapshot("json", text, SNAPSHOTS)
    assert "holds" == json.loads(text)["case"]["verdict"]


@pytest.mark.parametrize("rule", ["half", "parts", "one_figure", "ahead", "guarded", "never"])
def test_every_case_is_a_document(rule: str) -> None:
    document = json.loads(render_explained_json(explain_case(PACKAGE, rule, {}, RULES)))
    assert rule == document["rule"]["id"]
    assert (document["case"] is None) == (not document["cases"])


def test_colour_changes_no_word() -> None:
    told = explain_case(PACKAGE, "half", {}, RULES)
    coloured = render_explained(told, colour=True)
    assert "\x1b[" in coloured
    assert len(coloured.splitlines()) == len(render_explained(told).splitlines())


def test_mistakes_in_the_rules_are_told(tmp_path: Path) -> None:
    path = tmp_path / "it.rules"
    path.write_text("rule half check budgett > 1 CNY\n", "utf-8")
    told = explain_case(PACKAGE, "half", {}, [str(path)])
    text = render_explained(told)
    assert "error[N201]" in text
    assert "did you mean `budget`?" in text
    assert told.steps is None
