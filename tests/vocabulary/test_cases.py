import re
from pathlib import Path

import pytest

from factcheck.diagnostics import package_codes
from factcheck.diagnostics.diagnostic import Code
from tests.vocabulary.harness import (
    HERE,
    UPDATE,
    Case,
    apply,
    cases,
    copy_good,
    read,
    render,
    update,
)

ALL = [*cases(HERE / "cases"), *cases(HERE.parent / "claims" / "cases")]
CODES = [code for code in vars(package_codes).values() if isinstance(code, Code)]


@pytest.mark.parametrize(("path", "case"), ALL, ids=[case.title for _, case in ALL])
def test_a_broken_package_says_what_is_wrong_where_and_what_would_be_right(
    path: Path, case: Case, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    copy_good(tmp_path)
    monkeypatch.chdir(tmp_path)
    apply(case, tmp_path)
    actual = render(read(case.package).diagnostics)
    if UPDATE:
        update(path, case, actual)
    else:
        assert case.expected == actual


def test_titles_are_not_repeated() -> None:
    titles = [case.title for _, case in ALL]
    assert sorted(set(titles)) == sorted(titles)


def test_every_code_stands_once() -> None:
    ids = [code.id for code in CODES]
    assert sorted(set(ids)) == sorted(ids)


@pytest.mark.parametrize("code", CODES, ids=[code.id for code in CODES])
def test_every_code_has_a_case(code: Code) -> None:
    assert any(re.search(rf"^{code.id} ", case.expected, re.MULTILINE) for _, case in ALL)


@pytest.mark.parametrize("code", CODES, ids=[code.id for code in CODES])
def test_every_code_has_a_page(code: Code, root: Path) -> None:
    page = (root / "docs" / "codes" / f"{code.id}.md").read_text(encoding="utf-8")
    assert page.startswith(f"# {code.id}: {code.title}\n")
