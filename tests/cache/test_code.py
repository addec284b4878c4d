"""Any change of the program's own files is another state of the program."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from factcheck.cache import code


@pytest.fixture
def program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "factcheck"
    for name in ("check.py", "lang/parser.py", "__pycache__/check.pyc"):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text("x = 1\n")
    (tmp_path / "grammar").mkdir()
    (tmp_path / "grammar" / "factcheck.lark").write_text("start: rule\n")
    monkeypatch.setattr(code, "_PACKAGE", folder)
    return folder


def same_times(path: Path) -> None:
    """Write another text of the same length, and set the times that can be set as they were."""
    status = path.stat()
    path.write_text("x = 2\n")
    os.utime(path, ns=(status.st_atime_ns, status.st_mtime_ns))


CHANGES: dict[str, Callable[[Path], object]] = {
    "a longer file": lambda folder: (folder / "check.py").write_text("x = 10\n"),
    "a file of the same length": lambda folder: same_times(folder / "lang/parser.py"),
    "a further file": lambda folder: (folder / "lang/more.py").write_text(""),
    "a file less": lambda folder: (folder / "check.py").unlink(),
    "a file of another name": lambda folder: (folder / "check.py").rename(folder / "checks.py"),
    "the grammar": lambda folder: (folder.parent / "grammar/factcheck.lark").write_text("start:\n"),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_a_change_is_another_state(program: Path, change: Callable[[Path], object]) -> None:
    before = code.code_state()
    assert before == code.code_state()
    change(program)
    assert before != code.code_state()


def test_byte_code_is_no_part_of_it(program: Path) -> None:
    before = code.code_state()
    (program / "__pycache__" / "other.pyc").write_text("")
    assert before == code.code_state()


def test_a_program_that_is_no_folder_has_no_state(
    program: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(code, "_PACKAGE", program / "not there")
    with pytest.raises(OSError, match="not there"):
        code.code_state()
