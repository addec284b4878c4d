"""Every code of the form has its page, whose examples are true, and its case in the album."""

import re
from pathlib import Path

import pytest

from factcheck.diagnostics import language_codes
from factcheck.diagnostics.diagnostic import Code
from factcheck.lang.parser import parse
from tests.lang.album import ALBUMS
from tests.lang.markdown import cases, seen

CODES = {code.id: code for code in vars(language_codes).values() if isinstance(code, Code)}
OF_FILES = {"L101", "L102", "L111"}
"""Codes that no short text has: they are tested in test_source.py."""

_EXAMPLE = re.compile(r"^```rules\n(.*?)\n```", re.MULTILINE | re.DOTALL)


def _found(text: str) -> set[str]:
    _, diagnostics = parse(seen(text), "page.rules")
    return {diagnostic.code.id for diagnostic in diagnostics}


@pytest.mark.parametrize("code", CODES.values(), ids=CODES.keys())
def test_page(code: Code, root: Path) -> None:
    page = (root / "docs" / "codes" / f"{code.id}.md").read_text(encoding="utf-8")
    assert page.startswith(f"# {code.id}: {code.title}\n")
    examples = [_found(example) for example in _EXAMPLE.findall(page)]
    assert ([] if code.id in OF_FILES else [{code.id}, set()]) == examples


def test_every_code_has_its_case() -> None:
    text = "".join(case.expected for path in ALBUMS for case in cases(path))
    assert set(CODES) - OF_FILES == set(re.findall(r"^\d+:\d+ (L\d+) ", text, re.MULTILINE))
