"""From text to a program: every statement on its own, so that a broken one hides no other."""

from __future__ import annotations

from functools import cache
from typing import Final

from factcheck.diagnostics import language_codes as codes
from factcheck.diagnostics.diagnostic import Diagnostic
from factcheck.lang.build_statements import Version
from factcheck.lang.mistake import Mistake
from factcheck.lang.scan import Scanner
from factcheck.lang.soft_words import soften
from factcheck.lang.syntax import Program
from factcheck.lang.tables import UnexpectedToken, parser
from factcheck.lang.words import Word, end_after

_STARTS: Final = frozenset({"RULE", "DEFINE", "TEST", "FACTCHECK"})


@cache
def _scanner() -> Scanner:
    return Scanner(parser())


def parse(text: str, path: str) -> tuple[Program, list[Diagnostic]]:
    """The program that a text of rules says, and what is wrong with it."""
    words = soften(list(_scanner().words(text, path)))
    out = []
    diagnostics = []
    chunk: list[Word] = []
    chunks = []
    version = None
    for w in words:
        if w.type in _STARTS:
            chunk = []
            chunks.append(chunk)
        chunk.append(w)
    for c in chunks:
        ip = parser().parse_interactive(start="statement")
        feed = ip.parser_state.feed_token
        try:
            for w in c:
                feed(w)
            made = feed(end_after(c[-1]), True)
        except Mistake as m:
            diagnostics.extend(m.diagnostics)
            continue
        except UnexpectedToken as u:
            w = u.token
            diagnostics.append(Diagnostic(codes.UNEXPECTED, f"unexpected `{w.text}`", w.span))
            continue
        if isinstance(made, Version):
            version = int(made.number.text)
        else:
            out.append(made)
    return Program(path, text, version, tuple(out)), diagnostics
