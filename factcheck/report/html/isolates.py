"""Names from right to left inside a message, set apart so that each keeps its own order."""

from __future__ import annotations

import re
from collections.abc import Iterator

from factcheck.report.model import Finding
from factcheck.report.width import has_right_to_left


def message_parts(finding: Finding) -> tuple[tuple[str, bool], ...]:
    """The message in parts, and of each whether it is a name or quote to be set apart."""
    message = finding.message
    if finding.verdict == "undetermined":
        message = message.removeprefix("open: ")
    if not has_right_to_left(message):
        return ((message, False),)
    return tuple(_parts(message, sorted(set(_names(finding)), key=len, reverse=True)))


def _names(finding: Finding) -> Iterator[str]:
    for found in finding.claims:
        for text in (found.source.title, found.source.publisher, found.claim.quote):
            if text and has_right_to_left(text):
                yield text


def _parts(message: str, names: list[str]) -> Iterator[tuple[str, bool]]:
    if not names:
        yield message, False
        return
    for number, part in enumerate(re.split("(" + "|".join(map(re.escape, names)) + ")", message)):
        if part:
            yield part, number % 2 == 1
