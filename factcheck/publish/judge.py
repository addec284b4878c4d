"""What a form that was just written has to pass before it takes its place."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TypeAlias

from factcheck.diagnostics.diagnostic import Diagnostic
from factcheck.diagnostics.publish_codes import (
    EXTRA_MISSING,
    NOT_INTERCHANGEABLE,
    OTHER_VERDICTS,
    PROFILE_REJECTS,
)
from factcheck.diagnostics.span import at
from factcheck.interchange import door, parquet
from factcheck.publish.verdict_tables import verdict_id
from factcheck.verdicts.result import CheckResult
from factcheck.vocabulary.find import FILE_NAME
from factcheck.vocabulary.profile import violations

Check: TypeAlias = Callable[[str], CheckResult]
"""Evaluates the rules of the package in a folder."""

_INSTALL = "install the extra, as in `pip install '.[publish]'` in a checkout"


def missing(*, with_parquet: bool) -> list[Diagnostic]:
    """The libraries that publishing asks for and that are not installed."""
    found = []
    if not door.is_installed():
        message = "frictionless is not installed, and nothing is published that it has not judged"
        found.append(Diagnostic(EXTRA_MISSING, message, at(""), help=_INSTALL))
    if with_parquet and not parquet.is_installed():
        message = "pyarrow is not installed, which writes the tables as Parquet"
        help_ = f"{_INSTALL}, or publish without them: --no-parquet"
        found.append(Diagnostic(EXTRA_MISSING, message, at(""), help=help_))
    return found


def refusals(
    folder: Path, descriptor: object, result: CheckResult, check: Check
) -> list[Diagnostic]:
    """Why a written form must not be published: the profile, frictionless, other verdicts."""
    found = [
        Diagnostic(PROFILE_REJECTS, f"{'.'.join(map(str, path))}: {message}", at(FILE_NAME))
        for path, message in violations(descriptor)
    ]
    found += [
        Diagnostic(NOT_INTERCHANGEABLE, message, at(path))
        for path, message in door.objections(folder)
    ]
    return found or _other_verdicts(folder, result, check)


def _other_verdicts(folder: Path, result: CheckResult, check: Check) -> list[Diagnostic]:
    """The published form, judged with its own rules, has to come to the same."""
    again = check(str(folder))
    wrong = next((one for one in again.diagnostics if one.is_error), None)
    if wrong is not None:
        message = f"it is not read again: {wrong.message} ({wrong.code.id})"
        return [Diagnostic(OTHER_VERDICTS, message, at(Path(wrong.span.path).name))]
    before, after = fingerprints(result), fingerprints(again)
    if before == after:
        return []
    message = f"{len(before ^ after)} verdicts of the published form are not those of the package"
    return [Diagnostic(OTHER_VERDICTS, message, at(FILE_NAME))]


def fingerprints(result: CheckResult) -> frozenset[str]:
    """The keys of all verdicts of a run."""
    return frozenset(
        verdict_id(verdict, case) for verdict in result.verdicts for case in verdict.cases
    )
