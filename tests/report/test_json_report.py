import json
from importlib.resources import files

import pytest
from jsonschema import Draft202012Validator, FormatChecker

from factcheck.report.json_report import document, render_json
from factcheck.report.model import Report
from factcheck.report.run_problems import with_run_problems
from tests.report.samples import broken_report, finding, report
from tests.report.snapshot import matches_snapshot

SCHEMA = json.loads(files("factcheck.report").joinpath("report.schema.json").read_text("utf-8"))
VALIDATOR = Draft202012Validator(SCHEMA, format_checker=FormatChecker())


def test_the_schema_is_one() -> None:
    Draft202012Validator.check_schema(SCHEMA)


@pytest.mark.parametrize(
    "made",
    [
        report(),
        broken_report(),
        with_run_problems(report(rules=(), findings=())),
    ],
    ids=["report", "broken", "nothing"],
)
def test_every_report_is_as_the_schema_says(made: Report) -> None:
    VALIDATOR.validate(json.loads(render_json(made)))


def test_the_schema_allows_no_other_keys() -> None:
    def objects(schema: object) -> list[dict[str, object]]:
        if isinstance(schema, list):
            return [found for each in schema for found in objects(each)]
        if not isinstance(schema, dict):
            return []
        inner = [found for each in schema.values() for found in objects(each)]
        return [schema, *inner] if schema.get("type") == "object" else inner

    for schema in objects(SCHEMA):
        if schema["additionalProperties"] is not False:
            assert {"type": "string"} == schema["additionalProperties"]
            continue
        properties = schema["properties"]
        assert isinstance(properties, dict)
        assert list(properties) == schema["required"]


def test_the_report_as_json() -> None:
    matches_snapshot("report_json", render_json(report()))


def test_the_keys_are_those_of_version_1() -> None:
    made = document(report())
    assert ["version", "package", "summary", "rules", "findings", "problems", "grounding"] == list(
        made
    )
    first = made["findings"]
    assert isinstance(first, list)
    assert [
        "rule",
        "verdict",
        "severity",
        "message",
        "fingerprint",
        "case",
        "readings",
        "location",
        "claims",
        "conversions",
        "settle",
        "figures",
        "waived",
        "baseline",
    ] == list(first[0])


def test_what_is_not_stated_is_null() -> None:
    claims = [each for made in document(report())["findings"] for each in made["claims"]]  # type: ignore[attr-defined]
    unit_price = next(each for each in claims if each["metric"] == "unit_price")
    assert unit_price["period"] is None
    assert unit_price["source"]["published"] is None


def test_an_end_without_bound_is_inf() -> None:
    claims = document(report(findings=(finding(),)))["findings"][0]["claims"]  # type: ignore[index]
    assert ("23000000000", "inf") == (claims[2]["lower"], claims[2]["upper"])


def test_the_same_report_gives_the_same_bytes() -> None:
    assert render_json(report()) == render_json(report())
