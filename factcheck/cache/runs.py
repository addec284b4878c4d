"""Whole runs: a report comes back as it was if all that was looked at is as it was."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeAlias

from factcheck.cache.code import code_state
from factcheck.cache.place import folder
from factcheck.cache.plain import NotPlainError
from factcheck.cache.reports import from_plain, to_plain
from factcheck.cache.store import Store, key_of
from factcheck.inputs.again import holds
from factcheck.inputs.notes import noted
from factcheck.report.model import Report

if TYPE_CHECKING:  # brings the stages along
    from factcheck.check import Judge
    from factcheck.engines.kept import Memory

    Work: TypeAlias = Callable[[Judge | None, Memory | None], Report]


def remembered(request: Mapping[str, object], work: Work) -> Report:
    """The report that `work` makes of a request, from an earlier run where nothing has changed.

    What `work` is given is what judges the rules, from an earlier run those that have not changed,
    and what an engine may know of earlier runs.

    A request is JSON values: all that was asked for, except what only draws the report. Kept are
    reports without errors, whose every look at a file can be taken again.
    """
    place, standing = folder(os.environ), _standing()
    if place is None or standing is None:
        return work(None, None)
    store, (state, here) = Store(place), standing
    key = key_of("run", state, here, request)
    report = _recalled(store.get(key))
    if report is not None:
        return report
    from factcheck.cache.rules import Rules  # noqa: PLC0415 (brings the stages along)
    from factcheck.cache.tables import Tables  # noqa: PLC0415 (as above)

    tables = Tables(store, state)
    with noted() as notes:
        rules = Rules(store, notes, state)
        try:
            report = work(rules.judge, tables)
        except Exception:
            if not tables.asked:
                raise
            return work(None, None)  # what is kept may be forged: if not, this fails alike
    rules.keep()
    if notes.whole and not any(problem.is_error for problem in report.problems):
        looks = [[list(question), answer] for question, answer in notes.seen.items()]
        _keep(store, key, looks, report)
    return report


def _standing() -> tuple[object, str] | None:
    """The state of the program and the folder that it runs in, where both can be looked at."""
    try:
        return code_state(), str(Path.cwd())
    except OSError:
        return None


def _recalled(entry: Any) -> Report | None:  # noqa: ANN401 (any JSON)
    """The report of an entry, if all looks that it rests on have the same answers."""
    try:
        looks, plain = entry
        return from_plain(plain) if holds(looks) else None
    except (OSError, IndexError, KeyError, TypeError, ValueError, RecursionError):
        return None


def _keep(store: Store, key: str, looks: list[list[Any]], report: Report) -> None:
    try:
        plain = to_plain(report)
    except (NotPlainError, RecursionError):
        return
    store.put(key, [looks, plain])
