"""JSON and CSV as bytes that are always the same: LF, UTF-8, keys in the order they are given."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Sequence


def json_bytes(value: object) -> bytes:
    """A JSON document, indented, with a final line end."""
    text = json.dumps(value, ensure_ascii=False, indent=2, allow_nan=False)
    return (text + "\n").encode("utf-8")


def csv_bytes(columns: Sequence[str], rows: Iterable[Sequence[str]]) -> bytes:
    """A CSV table (RFC 4180, with LF): a header, and quotes around the cells that need them."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows(rows)
    return text.getvalue().encode("utf-8")


def boolean(value: bool) -> str:  # noqa: FBT001 (it is what is written)
    """As Table Schema writes it."""
    return "true" if value else "false"


def parsed(data: bytes) -> object:
    """The value of a JSON document of ours."""
    value: object = json.loads(data)
    return value
