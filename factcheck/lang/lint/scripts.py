"""Names in letters of two scripts that look alike: `сapex` with a Cyrillic first letter."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Final
from unicodedata import name as character_name

from factcheck.diagnostics import advice_codes as codes
from factcheck.diagnostics.diagnostic import Diagnostic
from factcheck.lang import syntax
from factcheck.lang.lint.tree import names

ALIKE: Final = ("LATIN", "CYRILLIC", "GREEK", "ARMENIAN", "CHEROKEE", "COPTIC")
"""Scripts whose letters are taken for one another; Chinese beside Latin is mistaken for nothing."""


def mixed_scripts(program: syntax.Program) -> Iterator[Diagnostic]:
    """The names of a file that mix such scripts, each once."""
    seen: set[str] = set()
    for name in names(program.statements):
        if name.text.isascii() or name.text in seen:
            continue
        seen.add(name.text)
        scripts = Counter(script for letter in name.text if (script := script_of(letter)))
        if len(scripts) > 1:
            yield _mixed(name, scripts)


def script_of(letter: str) -> str | None:
    """The script of a letter, if it is one of those that look alike."""
    first = character_name(letter, "").partition(" ")[0]
    return first if first in ALIKE else None


def _mixed(name: syntax.Name, scripts: Counter[str]) -> Diagnostic:
    (most, _), *others = scripts.most_common()
    odd = {script for script, _ in others}
    letters = dict.fromkeys(letter for letter in name.text if script_of(letter) in odd)
    listed = tuple(
        f"`{letter}` is U+{ord(letter):04X}, {character_name(letter).lower()}" for letter in letters
    )
    said = " and ".join(script.capitalize() for script in scripts)
    return Diagnostic(
        codes.MIXED_SCRIPTS,
        f"`{name.text}` is written in {said} letters, which look alike",
        name.span,
        notes=listed,
        help=f"write all of it in {most.capitalize()} letters, or in words of one script",
    )
