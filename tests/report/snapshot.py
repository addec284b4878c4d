"""Rendered text beside the tests; FACTCHECK_UPDATE_SNAPSHOTS=1 writes what is rendered now."""

import os
from pathlib import Path

FOLDER = Path(__file__).resolve().parent / "snapshots"


def matches_snapshot(name: str, text: str, folder: Path = FOLDER) -> None:
    """Fail unless the text is, byte for byte, what the snapshot of this name holds."""
    path = folder / f"{name}.txt"
    if os.environ.get("FACTCHECK_UPDATE_SNAPSHOTS"):
        path.write_bytes(text.encode("utf-8"))
    assert path.read_bytes().decode("utf-8") == text
