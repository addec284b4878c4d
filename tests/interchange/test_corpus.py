import re
import socket
from pathlib import Path
from typing import NoReturn

import pytest

from factcheck.diagnostics import conformance_codes
from factcheck.diagnostics.diagnostic import Code
from tests.conftest import ROOT
from tests.interchange.harness import ALL, judge
from tests.vocabulary.harness import UPDATE, Case, update

CODES = [code for code in vars(conformance_codes).values() if isinstance(code, Code)]
PAGE = ROOT / "docs" / "conformance.md"

_VERDICT = re.compile(r"^(?:factcheck|frictionless): (valid|invalid)$", re.MULTILINE)
_ROW = re.compile(
    r"^\| ([A-Z][^|]*) \| (valid|invalid) \| (valid|invalid) \| (.+) \|$", re.MULTILINE
)


@pytest.fixture
def no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> NoReturn:
        pytest.fail("something reaches for the network")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)


@pytest.mark.usefixtures("no_network")
@pytest.mark.parametrize(("path", "case"), ALL, ids=[case.title for _, case in ALL])
def test_what_both_say(
    path: Path, case: Case, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pytest.importorskip("frictionless")
    monkeypatch.chdir(tmp_path)
    actual = judge(case, tmp_path).text()
    if UPDATE:
        update(path, case, actual)
    else:
        assert case.expected == actual


def test_every_difference_is_listed_with_its_reason() -> None:
    verdicts = {case.title: tuple(_VERDICT.findall(case.expected)) for _, case in ALL}
    differ = {title: pair for title, pair in verdicts.items() if len(set(pair)) > 1}
    listed = {title: (ours, theirs) for title, ours, theirs, _ in _ROW.findall(PAGE.read_text())}
    assert differ == listed


def test_titles_are_not_repeated() -> None:
    titles = [case.title for _, case in ALL]
    assert sorted(set(titles)) == sorted(titles)


@pytest.mark.parametrize(
    "code",
    [code for code in CODES if code is not conformance_codes.NO_JUDGE],
    ids=lambda one: one.id,
)
def test_every_code_has_a_case(code: Code) -> None:
    assert any(re.search(rf"^{code.id} ", case.expected, re.MULTILINE) for _, case in ALL)
