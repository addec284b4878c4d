"""The rules and codes of a SARIF document, each described once, with its page of help."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

from factcheck.diagnostics.diagnostic import Code
from factcheck.report.code_pages import code_page
from factcheck.report.escape import for_markdown, for_terminal
from factcheck.report.escape_sarif import for_sarif
from factcheck.report.model import Finding, RuleResult
from factcheck.report.sarif_limits import DESCRIPTION, TAGS
from factcheck.report.width import shorten

Json = dict[str, object]

_FRIENDLY: Final = re.compile("[A-Z][A-Za-z0-9]{0,254}")
_LEVELS: Final = {"error": "error", "warning": "warning", "info": "note"}


class Rules:
    """Collects what results point at, by its place in the list."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._places: dict[tuple[str, str], int] = {}
        self._described: list[Json] = []

    def described(self) -> list[Json]:
        """The descriptors so far."""
        return self._described

    def has_room_for_code(self, code: Code) -> bool:
        """Whether results of this code can be told."""
        return ("code", code.id) in self._places or len(self._described) < self._most

    def has_room_for_rule(self, rule: str) -> bool:
        """Whether results of this rule can be told."""
        return ("rule", rule) in self._places or len(self._described) < self._most

    def of_code(self, code: Code) -> int:
        """The place of a kind of mistake."""
        return self._place(("code", code.id), lambda: _of_code(code))

    def of_rule(self, rule: RuleResult | None, finding: Finding) -> int:
        """The place of a rule, which one of its findings knows in full."""
        return self._place(("rule", finding.rule), lambda: _of_rule(rule, finding))

    def _place(self, key: tuple[str, str], describe: Callable[[], Json]) -> int:
        place = self._places.get(key)
        if place is None:
            place = self._places[key] = len(self._described)
            self._described.append(describe())
        return place


def _of_rule(rule: RuleResult | None, finding: Finding) -> Json:
    because = finding.because or finding.title
    written = f"{finding.location.path}:{finding.location.line}"
    tags = sorted(set(rule.tags))[:TAGS] if rule else []
    return {
        "id": for_terminal(finding.rule),
        **_name(finding.rule),
        "shortDescription": _message(finding.title),
        "fullDescription": _message(because),
        "help": {
            "text": for_sarif(f"{because} Check: {finding.check}. Written in {written}."),
            "markdown": (
                f"{for_markdown(because)}\n\n- check: {for_markdown(finding.check)}\n"
                f"- written in {for_markdown(written)}\n"
            ),
        },
        "defaultConfiguration": {"level": _LEVELS[finding.severity]},
        "properties": {"tags": [for_terminal(tag) for tag in tags]},
    }


def _of_code(code: Code) -> Json:
    return {
        "id": code.id,
        **_name(code.title.replace(" ", "_")),
        "shortDescription": _message(code.title),
        "fullDescription": _message(code.title),
        "help": {
            "text": for_sarif(code.title),
            "markdown": code_page(code),
        },
        "defaultConfiguration": {"level": _LEVELS[code.severity.value]},
        "properties": {"tags": ["problem"]},
    }


def _name(identifier: str) -> Json:
    """A name in the form that SARIF likes, `OneFigure` for `one_figure`, where that can be had."""
    words = "".join(one[:1].upper() + one[1:] for one in identifier.split("_"))
    return {"name": words} if _FRIENDLY.fullmatch(words) else {}


def _message(text: str) -> Json:
    return {"text": for_sarif(shorten(text, DESCRIPTION))}
