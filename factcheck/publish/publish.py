"""Publishing on one page: gather, compose, write aside, judge, and put in place."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from factcheck.diagnostics.diagnostic import Diagnostic
from factcheck.diagnostics.publish_codes import NOT_WRITTEN
from factcheck.diagnostics.span import at
from factcheck.publish import swap
from factcheck.publish.changes import changes, kept_version
from factcheck.publish.compose import compose
from factcheck.publish.form import Content, Files
from factcheck.publish.gather import gather
from factcheck.publish.judge import Check, missing, refusals
from factcheck.publish.published import refusal
from factcheck.publish.texts import parsed
from factcheck.records import Record, frozen
from factcheck.scratch import scratch
from factcheck.verdicts.result import CheckResult


@frozen
class Published(Record):
    """What a build came to: the files, unless something kept it from being made."""

    files: Files | None
    diagnostics: tuple[Diagnostic, ...]
    changed: tuple[str, ...] = ()
    """With `--check`, the paths of files that are there and differ, or are missing, or too many."""


def publish(result: CheckResult, out: Path, check: Check, *, parquet: bool) -> Published:
    """Put the published form of a judged package at `out`, whole or not at all.

    `check` evaluates the rules of a package in a folder: the form has to give the same verdicts.
    """
    content, files, found = _composed(result, parquet=parquet)
    wrong = refusal(out)
    if wrong is not None:
        found.append(wrong.at(at(out.name)))
    if content is None or wrong is not None:
        return Published(None, tuple(found))
    found += kept_version(content, files, out)
    try:
        with swap.staged(out) as new:
            swap.write(new, files)
            refused = refusals(new, parsed(files["datapackage.json"]), result, check)
            if refused:
                return Published(None, (*found, *refused))
            swap.put_in_place(new, out)
    except swap.BusyError:
        message = "another build is writing to the same place"
        return Published(None, (*found, Diagnostic(NOT_WRITTEN, message, at(out.name))))
    except OSError as error:
        message = f"it cannot be written: {error.strerror or type(error).__name__}"
        return Published(None, (*found, Diagnostic(NOT_WRITTEN, message, at(out.name))))
    return Published(files, tuple(found))


def compare(result: CheckResult, out: Path, check: Check, *, parquet: bool) -> Published:
    """What publishing would change at `out`; nothing is written there."""
    content, files, found = _composed(result, parquet=parquet)
    if content is None:
        return Published(None, tuple(found))
    with scratch() as folder:
        swap.write(folder, files)
        refused: Sequence[Diagnostic] = refusals(
            folder, parsed(files["datapackage.json"]), result, check
        )
    if refused:
        return Published(None, (*found, *refused))
    changed, told = changes(content, files, out)
    return Published(files, (*found, *told), changed)


def _composed(
    result: CheckResult, *, parquet: bool
) -> tuple[Content | None, Files, list[Diagnostic]]:
    found = missing(with_parquet=parquet)
    if found:
        return None, {}, found
    content, found = gather(result)
    return content, compose(content, parquet=parquet) if content else {}, found
