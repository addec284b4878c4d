"""What came back to the driver of Spark, by its own log of events."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Final

from attrs import Factory, define

_KINDS: Final = (
    (re.compile("broadcast exchange"), "small tables on their way to all workers"),
    (re.compile("^collect "), "answers: counts, findings, open readings, words"),
    (re.compile("(?i)checkpoint"), "tables kept by the workers, of which their sizes come back"),
)
_OTHER: Final = "other"


@define
class Came:
    """Of one kind of job: how many there were, and what their tasks sent."""

    jobs: int = 0
    tasks: int = 0
    sent: int = 0
    """Bytes of results, with what Spark says beside each of how the task went."""
    most: int = 0
    """Those of the largest."""


@define
class Events:
    """A log of events, added up."""

    kinds: dict[str, Came] = Factory(dict)
    executors: Counter[str] = Factory(Counter)
    """The tasks that each process ran."""
    read: int = 0
    """Bytes read from files."""
    moved: int = 0
    """Bytes that workers wrote for each other."""


def events(folder: Path) -> Events:
    """What stands in the only log of a folder."""
    (log,) = [path for path in folder.iterdir() if path.is_file()]
    found = Events()
    kind_of: dict[int, str] = {}
    for event in _events(log):
        if event["Event"] == "SparkListenerJobStart":
            kind = _kind(event)
            found.kinds.setdefault(kind, Came()).jobs += 1
            kind_of |= dict.fromkeys(event["Stage IDs"], kind)
        elif event["Event"] == "SparkListenerTaskEnd":
            _add(found, event, kind_of[event["Stage ID"]])
    return found


def _events(log: Path) -> Iterator[Mapping[str, Any]]:
    with log.open(encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)


def _kind(job: Mapping[str, Any]) -> str:
    tags = (job.get("Properties") or {}).get("spark.job.tags", "")
    said = (tags, *(stage["Stage Name"] for stage in job["Stage Infos"]))
    return next((kind for sign, kind in _KINDS if any(map(sign.search, said))), _OTHER)


def _add(found: Events, event: Mapping[str, Any], kind: str) -> None:
    measured = event.get("Task Metrics") or {}
    found.executors[event["Task Info"]["Executor ID"]] += 1
    found.read += measured.get("Input Metrics", {}).get("Bytes Read", 0)
    found.moved += measured.get("Shuffle Write Metrics", {}).get("Shuffle Bytes Written", 0)
    if event["Task Type"] == "ResultTask":
        came, size = found.kinds[kind], measured.get("Result Size", 0)
        came.tasks += 1
        came.sent += size
        came.most = max(came.most, size)
