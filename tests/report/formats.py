"""What each format says, read back: which findings it lists, and the texts that it shows.

A new format adds a reader to `LISTED`; the tests over all formats then hold for it as well.
"""

import csv
import io
import json
import re
from collections.abc import Callable, Iterator
from importlib import import_module

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


LISTED: dict[str, Callable[[Report], Listed]] = {
    "json": in_json,
    "github": in_github,
    "gitlab": in_gitlab,
    "csv": in_csv,
}
