"""What each format says, read back: which findings it lists, and the texts that it shows.

A new format adds a reader to `LISTED`; the tests over all formats then hold for it as well.
"""

import csv
import html
import io
import json
import re
from collections.abc import Callable, Iterator
from importlib import import_module
from typing import Any

import marko
import pytest
from junitparser import Failure, JUnitXml, Skipped

from factcheck.cli.formats import RENDERERS
from factcheck.report.cases import written_case
from factcheck.report.model import Report
from factcheck.report.text import render_text

Listed = set[tuple[str, str, str]]
"""Rule, case and verdict of each finding; the code of a problem, no case, and `problem`."""


def rendered(name: str, report: Report) -> str | bytes:
    """The report in one format, as the command writes it."""
    if name == "text":
        return render_text(report)
    if name == "parquet":
        pytest.importorskip("pyarrow")
    module, _, function = RENDERERS[name].rpartition(".")
    made: str | bytes = getattr(import_module(module), function)(report)
    return made


def rendered_text(name: str, report: Report) -> str:
    """The same of a format that is text."""
    made = rendered(name, report)
    assert isinstance(made, str)
    return made


def findings_of(report: Report) -> Listed:
    """What every format has to list."""
    problems = {(problem.code.id, "", "problem") for problem in report.problems}
    return problems | {
        (finding.rule, written_case(finding.case), finding.verdict) for finding in report.findings
    }


def in_json(report: Report) -> Listed:
    document = json.loads(rendered_text("json", report))
    found = {(each["code"], "", "problem") for each in document["problems"]}
    return found | {
        (each["rule"], written_case(tuple(each["case"].items())), each["verdict"])
        for each in document["findings"]
    }


_COMMAND = re.compile(r"::(error|warning|notice) ([^:\n]*)::(.*)")


def commands(text: str) -> Iterator[tuple[str, dict[str, str], list[str]]]:
    """Level, properties and lines of each workflow command, as GitHub reads them."""
    for line in text.splitlines():
        match = _COMMAND.fullmatch(line)
        if match:
            properties = dict(one.split("=", 1) for one in match[2].split(","))
            yield match[1], {name: _plain(v) for name, v in properties.items()}, _lines(match[3])


def _plain(text: str) -> str:
    for code, character in (("%3A", ":"), ("%2C", ","), ("%0A", "\n"), ("%25", "%")):
        text = text.replace(code, character)
    return text


def _lines(text: str) -> list[str]:
    return _plain(text).split("\n")


def in_github(report: Report) -> Listed:
    found = set()
    for _, properties, lines in commands(rendered_text("github", report)):
        kind, _, rule = properties["title"].partition(": ")
        if kind in {"violated", "undetermined", "not exercised"}:
            case = lines[0].removeprefix("case ") if lines[0].startswith("case ") else ""
            found.add((rule, case, kind.replace(" ", "_")))
        else:
            found.add((kind, "", "problem"))
    return found


def in_gitlab(report: Report) -> Listed:
    found = set()
    for entry in json.loads(rendered_text("gitlab", report)):
        name, text = entry["check_name"], entry["description"]
        for verdict in ("violated", "undetermined", "not exercised"):
            if text.startswith(f"{verdict} {name}"):
                rest = text.removeprefix(f"{verdict} {name}")
                case = re.match(r" \(([^)]*)\): ", rest)
                found.add((name, case[1] if case else "", verdict.replace(" ", "_")))
                break
        else:
            found.add((name, "", "problem"))
    return found


def in_csv(report: Report) -> Listed:
    rows = csv.DictReader(io.StringIO(rendered_text("csv", report), newline=""))
    return {(row["rule"], row["case"], row["verdict"]) for row in rows if row["verdict"] != "holds"}


def in_sarif(report: Report) -> Listed:
    (run,) = json.loads(rendered_text("sarif", report))["runs"]
    found = set()
    for result in run["results"]:
        assert run["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == result["ruleId"]
        told = result.get("properties")
        case = written_case(tuple(told["case"].items())) if told else ""
        found.add((result["ruleId"], case, told["verdict"] if told else "problem"))
    return found


def in_junit(report: Report) -> Listed:
    found = set()
    for suite in JUnitXml.fromstring(rendered_text("junit", report).encode("utf-8")):
        for case in suite:
            name = "" if case.name == "all" else case.name
            for outcome in case.result:
                problem = suite.name == "problems of the run"
                told = outcome.type if isinstance(outcome, Failure | Skipped) else ""
                found.add((outcome.type, "", "problem") if problem else (suite.name, name, told))
    return found


def shown_in_markdown(text: str) -> list[tuple[str, str]]:
    """The headings and other texts of a page, as a reader sees them, with the kind of each."""
    page = marko.Markdown(extensions=["gfm"])(text)
    pieces = re.findall(r"<(h2|h3|li|p|td|th)>(.*?)</\1>", page, re.DOTALL)
    return [
        (kind, html.unescape(re.sub(r"<[^>]*>", "", piece)).replace("\u200b", ""))
        for kind, piece in pieces
    ]


def in_markdown(report: Report) -> Listed:
    found = []
    for kind, text in shown_in_markdown(rendered_text("markdown", report)):
        if kind == "h3":
            words, _, name = text.partition(": ")
            verdict = re.search("violated|undetermined|not exercised", words)
            found.append([name, "", verdict[0].replace(" ", "_") if verdict else "problem"])
        elif text.startswith("case ") and kind == "li" and not found[-1][1]:
            found[-1][1] = text.removeprefix("case ")
    return {(rule, case, verdict) for rule, case, verdict in found}


def parquet_table(report: Report) -> Any:  # noqa: ANN401 (a guest's)
    """The report in Parquet, read back."""
    made = rendered("parquet", report)
    assert isinstance(made, bytes)
    return pytest.importorskip("pyarrow.parquet").read_table(io.BytesIO(made))


def in_parquet(report: Report) -> Listed:
    rows = parquet_table(report).to_pylist()
    return {
        (row["rule"], row["case"] or "", row["verdict"])
        for row in rows
        if row["verdict"] != "holds"
    }


_CARD = re.compile(
    r'<span class="sr">(\w+): </span>.*?<p class="place identity">(.*?)</p>', re.DOTALL
)
_CODE = re.compile(r'<bdi class="code">(.*?)</bdi>')


def in_html(report: Report) -> Listed:
    page = rendered_text("html", report)
    found = set()
    for verdict, told in _CARD.findall(page):
        rule, *case, _ = map(html.unescape, _CODE.findall(told))
        found.add((rule, "".join(case), verdict))
    for card in re.findall(r'<li class="idle-rule.*?</li>', page, re.DOTALL):
        found.add((html.unescape(_CODE.findall(card)[0]), "", "not_exercised"))
    for card in re.findall(r'<article class="problem.*?</article>', page, re.DOTALL):
        found.add((html.unescape(_CODE.findall(card)[0]), "", "problem"))
    return found


LISTED: dict[str, Callable[[Report], Listed]] = {
    "json": in_json,
    "sarif": in_sarif,
    "junit": in_junit,
    "markdown": in_markdown,
    "github": in_github,
    "gitlab": in_gitlab,
    "html": in_html,
    "csv": in_csv,
    "parquet": in_parquet,
}
