"""The shapes of the JSON-LD, as search engines ask for them."""

import json
from pathlib import Path
from typing import Any

from jsonschema import Draft202012Validator

import factcheck

TEXT = {"type": "string", "minLength": 1}
DAY = {"type": "string", "pattern": r"^\d{4}-\d{2}-\d{2}$"}
AGENT = {
    "type": "object",
    "required": ["@type", "name"],
    "properties": {"@type": {"enum": ["Person", "Organization"]}, "name": TEXT},
}
DATASET = {
    "type": "object",
    "required": ["@context", "@type", "name", "description", "license", "creator", "distribution"],
    "properties": {
        "@context": {"const": "https://schema.org/"},
        "@type": {"const": "Dataset"},
        "name": TEXT,
        "description": {"type": "string", "minLength": 50, "maxLength": 5000},
        "license": {"type": "array", "items": TEXT, "minItems": 1},
        "creator": {"type": "array", "items": AGENT, "minItems": 1},
        "datePublished": DAY,
        "distribution": {
            "type": "array",
            "minItems": 1,
            "items": {
                "type": "object",
                "required": ["@type", "contentUrl", "encodingFormat", "sha256"],
                "properties": {"@type": {"const": "DataDownload"}},
            },
        },
        "variableMeasured": {
            "type": "array",
            "items": {"type": "object", "required": ["@type", "propertyID", "name"]},
        },
    },
}
REVIEW = {
    "type": "object",
    "required": ["@type", "@id", "url", "claimReviewed", "reviewRating", "author", "itemReviewed"],
    "properties": {
        "@type": {"const": "ClaimReview"},
        "url": TEXT,
        "claimReviewed": TEXT,
        "author": AGENT,
        "datePublished": DAY,
        "reviewRating": {
            "type": "object",
            "required": ["ratingValue", "worstRating", "bestRating", "alternateName"],
            "properties": {"ratingValue": {"enum": [1, 2]}, "@type": {"const": "Rating"}},
        },
        "itemReviewed": {
            "type": "array",
            "minItems": 1,
            "items": {
                "type": "object",
                "required": ["@type", "text", "author", "appearance"],
                "properties": {
                    "@type": {"const": "Claim"},
                    "text": TEXT,
                    "author": AGENT,
                    "appearance": {"type": "object", "required": ["@type", "name"]},
                },
            },
        },
    },
}


def read(published: Path, name: str) -> dict[str, Any]:
    value: dict[str, Any] = json.loads((published / name).read_text("utf-8"))
    return value


def departures(schema: dict[str, Any], value: object) -> list[str]:
    return [error.message for error in Draft202012Validator(schema).iter_errors(value)]


def test_the_dataset_has_the_shape(published: Path) -> None:
    assert [] == departures(DATASET, read(published, "dataset.jsonld"))


def test_each_download_is_there(published: Path) -> None:
    for download in read(published, "dataset.jsonld")["distribution"]:
        size = (published / download["contentUrl"]).stat().st_size
        assert f"{size} B" == download["contentSize"]


def test_each_finding_is_a_review_with_its_place_in_the_readme(published: Path) -> None:
    value = read(published, "claimreviews.jsonld")
    shape = {"type": "array", "items": REVIEW}
    assert [] == departures(shape, value["@graph"])
    readme = (published / "README.md").read_text("utf-8")
    findings = factcheck.validate(str(published)).findings
    told = [one for one in findings if one.verdict != "not_exercised"]
    assert len(told) == len(value["@graph"])
    for review in value["@graph"]:
        assert f'<a id="{review["url"].partition("#")[2]}"></a>' in readme


def test_every_finding_names_its_message_and_claims(published: Path) -> None:
    reviews = {one["@id"]: one for one in read(published, "claimreviews.jsonld")["@graph"]}
    for finding in factcheck.validate(str(published)).findings:
        if finding.verdict == "not_exercised":
            continue
        review = reviews[f"urn:factcheck:ai-spending-claims:{finding.fingerprint}"]
        assert finding.message == review["claimReviewed"]
        named = {claim["@id"].rpartition(":")[2] for claim in review["itemReviewed"]}
        assert {one.claim.id for one in finding.claims} == named
