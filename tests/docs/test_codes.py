"""Every code is declared once, raised somewhere, tested somewhere, and has a page of its own."""

import ast
import importlib
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from factcheck.diagnostics.diagnostic import Code
from tests.binding.world import mistakes
from tests.conftest import ROOT

FOLDER = ROOT / "factcheck" / "diagnostics"
PAGES = sorted((ROOT / "docs" / "codes").glob("*.md"))
LISTS = sorted(path.stem for path in FOLDER.glob("*_codes.py"))

_EXAMPLE = re.compile(r"^```rules\n(.*?)\n```", re.MULTILINE | re.DOTALL)


def _declared() -> Iterator[tuple[str, str, Code]]:
    """The name of a list, the name of a constant in it, and its code."""
    for name in LISTS:
        for constant, value in vars(
            importlib.import_module(f"factcheck.diagnostics.{name}")
        ).items():
            if isinstance(value, Code):
                yield name, constant, value


DECLARED = list(_declared())
CODES = {code.id: code for _, _, code in DECLARED}
BOUND = {code.id: code for name, _, code in DECLARED if name == "binding_codes"}


def _used() -> set[tuple[str, str]]:
    """The constants that the program names: as `codes.NAME`, or imported by their names."""
    found: set[tuple[str, str]] = set()
    for path in sorted((ROOT / "factcheck").rglob("*.py")):
        if path.parent == FOLDER:
            continue
        tree = ast.parse(path.read_text(encoding="utf-8"))
        lists: dict[str, str] = {}
        for node in ast.walk(tree):
            if isinstance(node, ast.ImportFrom) and node.module == "factcheck.diagnostics":
                lists |= {alias.asname or alias.name: alias.name for alias in node.names}
            elif isinstance(node, ast.ImportFrom) and node.module:
                name = node.module.rpartition(".")[2]
                found |= {(name, alias.name) for alias in node.names if name in LISTS}
        for node in ast.walk(tree):
            if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
                found.add((lists.get(node.value.id, ""), node.attr))
    return found


def test_every_code_is_declared_once() -> None:
    ids = [code.id for _, _, code in DECLARED]
    assert sorted(set(ids)) == sorted(ids)


def test_every_code_is_raised_somewhere() -> None:
    used = _used()
    unused = [code.id for name, constant, code in DECLARED if (name, constant) not in used]
    assert [] == unused


def test_every_code_has_its_page_and_every_page_its_code() -> None:
    assert sorted(CODES) == sorted(page.stem for page in PAGES)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_heading(page: Path) -> None:
    first, _, text = page.read_text(encoding="utf-8").partition("\n")
    assert f"# {page.stem}: {CODES[page.stem].title}" == first
    assert text.strip()


@pytest.mark.parametrize("code", BOUND)
def test_examples_of_binding(code: str) -> None:
    text = (ROOT / "docs" / "codes" / f"{code}.md").read_text(encoding="utf-8")
    found = [{one.code.id for one in mistakes(example)} for example in _EXAMPLE.findall(text)]
    assert found in ([], [{code}, set()])


def test_every_code_is_tested_somewhere() -> None:
    tests = ROOT / "tests"
    files = [*tests.rglob("*.py"), *tests.rglob("*.md"), *tests.rglob("*.txt")]
    text = "\n".join(path.read_text(encoding="utf-8") for path in files)
    constants = {code.id: constant for _, constant, code in DECLARED}
    untested = {
        code
        for code in CODES
        if code not in text and not re.search(rf"\b{constants[code]}\b", text)
    }
    assert set() == untested
