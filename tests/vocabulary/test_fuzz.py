import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.diagnostics.diagnostic import Diagnostic
from factcheck.vocabulary.limits import Limits
from tests.vocabulary.harness import GOOD, Package, read
from tests.vocabulary.strategies import broken, broken_bytes

FILES = sorted(str(path.relative_to(GOOD)) for path in GOOD.rglob("*.*") if path.suffix != ".md")


@pytest.fixture(scope="module")
def folder() -> Iterator[Path]:
    """A copy of the good package that is mended after each example."""
    with tempfile.TemporaryDirectory() as name:
        path = Path(name) / "package"
        shutil.copytree(GOOD, path)
        yield path


def check(folder: Path, name: str, data: bytes) -> None:
    """Put the bytes in the place of a file, read the package, and mend it again."""
    path = folder / name
    good = path.read_bytes()
    try:
        path.write_bytes(data)
        assert_told(read(str(folder), Limits(max_diagnostics=5)), folder)
    finally:
        path.write_bytes(good)


def assert_told(package: Package, folder: Path) -> None:
    """Everything was read, or an error says why not, in a place of the package."""
    errors = [found for found in package.diagnostics if found.is_error]
    assert (package.claims is None) == bool(errors)
    for found in package.diagnostics:
        assert_placed(found, folder)


def assert_placed(found: Diagnostic, folder: Path) -> None:
    for span in (found.span, *(label.span for label in found.labels)):
        text = Path(span.path).read_bytes().decode("utf-8", errors="replace")
        lines = text.split("\n")
        assert Path(span.path).is_relative_to(folder)
        assert 1 <= span.line <= max(1, len(lines))
        assert 1 <= span.column < span.end_column
        assert span.column <= len(lines[span.line - 1]) + 1


@given(data=st.data(), name=st.sampled_from(FILES))
def test_broken_text_is_never_more_than_a_diagnostic(
    folder: Path, data: st.DataObject, name: str
) -> None:
    text = (folder / name).read_text(encoding="utf-8")
    changed = data.draw(broken(text)).encode("utf-8", errors="surrogatepass")
    check(folder, name, changed)


@given(data=st.data(), name=st.sampled_from(FILES))
def test_broken_bytes_are_never_more_than_a_diagnostic(
    folder: Path, data: st.DataObject, name: str
) -> None:
    changed = data.draw(broken_bytes((folder / name).read_bytes()))
    check(folder, name, changed)


@given(argument=st.text(max_size=20))
def test_any_argument_is_a_package_or_a_diagnostic(argument: str) -> None:
    package = read(argument)
    assert package.descriptor or package.diagnostics
