"""Explains words: misspelt ones, those of other languages, reserved ones used as names."""

from __future__ import annotations

from typing import Final

from factcheck.diagnostics import language_codes as codes
from factcheck.diagnostics.diagnostic import Diagnostic
from factcheck.diagnostics.suggest import nearest
from factcheck.lang.expected import ARITHMETIC, COMPARISONS, OPERAND, SPELT
from factcheck.lang.failure import SECTIONS, STATEMENTS, Explained, Failure
from factcheck.lang.soft_tables import scale_words
from factcheck.lang.words import END, Word

_FOREIGN: Final = {
    "assert": "CHECK",
    "ensure": "CHECK",
    "must": "CHECK",
    "require": "CHECK",
    "reason": "BECAUSE",
    "rationale": "BECAUSE",
    "when": "WHERE",
    "filter": "WHERE",
    "level": "SEVERITY",
    "msg": "MESSAGE",
    "def": "DEFINE",
    "expected": "EXPECT",
}
"""Words of other languages; a clause that they begin is read as the one meant."""

_HINTS: Final = {
    "else": "`if … then …` has no `else`: write a second rule for the other case",
    "unless": "write `if not … then …`",
    "equals": "write `=`",
    "equal": "write `=`",
    "greater": "write `>` or `>=`",
    "exceeds": "write `>`",
    "plus": "write `+`",
    "minus": "write `-`",
    "percent": "write `%`",
    "approximately": "write `≈ … within 5%`",
    "per": "write `/`, as in `5 CNY / chip`",
    "like": 'write `contains "…"`',
    "has": 'write `contains "…"`',
    "have": 'write `contains "…"`',
    "includes": 'write `contains "…"`',
    "matches": 'write `contains "…"`',
    "mod": "there is no remainder of a division",
    "allow": "write `may be empty`",
    "optional": "write `may be empty`",
    "between": "write `x between 1 and 5`",
    "exists": "write `is stated`",
    "within": "write `≈ … within 5%`",
}
_LEAST_LIKENESS: Final = 0.7
_LEADING: Final = ("not", "if")
"""Words before an operand, which in capitals are taken for one."""
_ALL: Final = {spelt.partition(" ")[0]: kind for kind, spelt in SPELT.items()}
_BEHIND_UNIT: Final = SECTIONS | STATEMENTS | {"AND", "OR", "THEN", "WITHIN", "BETWEEN"}


def explain_word(failure: Failure) -> Explained | None:
    """A name that is like a word of the language which may stand here."""
    unit = failure.before
    if _reads_as_unit(failure):
        if kind := _meant(unit.text, _BEHIND_UNIT):
            return _misspelt(unit, kind)
        if unit.text in ("percentage", "percent"):
            help_ = "write `pp` for percentage points, as in `3 pp`"
            message = f"`{unit.text} {failure.found.text}` is no unit"
            span = unit.span.to(failure.found.span)
            return Explained(Diagnostic(codes.MISSPELT_WORD, message, span, help=help_))
        if failure.found.type == "NAME" and (scale := nearest(unit.text, scale_words())):
            return _misspelt_scale(unit, scale)
    found, kinds = failure.found, failure.expected
    if unit.type == "NAME" and unit.text.casefold() in _LEADING and unit.text not in _LEADING:
        return _misspelt(unit, unit.text.upper())
    if found.type != "NAME":
        return None
    if found.text.casefold() == "foreach" and "FOR" in kinds:
        return Explained(_misspelt(found, "FOR").diagnostic)
    if END in kinds:
        kinds |= STATEMENTS
    if unit.text in ("claims", "members"):
        kinds |= {"AGREE"}
    kind = _meant(found.text, kinds) or _FOREIGN.get(found.text)
    return _misspelt(found, kind) if kind in kinds and kind else None


def _reads_as_unit(failure: Failure) -> bool:
    """Whether the word before was taken for the unit of a number, and may be meant otherwise."""
    number = failure.words[failure.place - 2] if failure.place > 1 else failure.found
    return failure.before.type == "NAME" and number.type in ("NUMBER", "SCALE")


def _meant(text: str, kinds: frozenset[str]) -> str | None:
    """The word of one of these types that is misspelt so, or written with capitals."""
    known = [spelt for spelt, kind in _ALL.items() if kind in kinds and spelt.isalpha()]
    match = nearest(text, known)
    if match is None or match == text or _likeness(match, text) < _LEAST_LIKENESS:
        return None
    return _ALL[match]


def _likeness(one: str, other: str) -> float:
    from difflib import SequenceMatcher  # noqa: PLC0415 (only when there is an error to explain)

    if sorted(one) == sorted(other.casefold()):
        return 1.0  # letters in another order
    return SequenceMatcher(None, one, other.casefold()).ratio()


def _misspelt_scale(word: Word, scale: str) -> Explained:
    message = f"`{word.text}` is no scale word, and two units stand side by side"
    help_ = f"did you mean `{scale}`?"
    return Explained(Diagnostic(codes.MISSPELT_WORD, message, word.span, help=help_))


def explain_empty(failure: Failure) -> Explained | None:
    """`may be emtpy`, `can be empty`."""
    found = failure.before if failure.found.text == "be" else failure.found
    behind = failure.found if failure.found.text == "be" else failure.after
    if found.text not in ("may", "can", "might", "could") or behind.text != "be":
        return None
    message = f"`{found.text} be` leads to nothing but `may be empty`"
    help_ = "write `may be empty`"
    return Explained(Diagnostic(codes.MISSPELT_WORD, message, found.span, help=help_))


def meant_statement(word: Word) -> Explained | None:
    """A word at the beginning of a text that is like the beginning of a statement."""
    kind = _meant(word.text, STATEMENTS - {"FACTCHECK"}) if word.type == "NAME" else None
    return _misspelt(word, kind) if kind else None


def _misspelt(word: Word, kind: str) -> Explained:
    spelt = SPELT[kind]
    message = f"`{word.text}` is no word of the language"
    question = f"did you mean `{spelt}`?"
    if word.text.casefold() == spelt:
        message, question = "words of the language are in small letters", f"write `{spelt}`"
    diagnostic = Diagnostic(codes.MISSPELT_WORD, message, word.span, help=question)
    return Explained(diagnostic, (word, kind))


def explain_hint(failure: Failure) -> Explained | None:
    """A word that other languages have and this one writes in another way."""
    for word in (failure.found, failure.before):
        hint = _HINTS.get(word.text) if word.type in ("NAME", "HEDGE") else None
        if hint:
            message = f"`{word.text}` is no word of the language"
            diagnostic = Diagnostic(codes.MISSPELT_WORD, message, word.span, help=hint)
            return Explained(diagnostic)
    return None


def explain_reserved(failure: Failure) -> Explained | None:
    """A reserved word where a name should stand, and what follows shows that it is meant so."""
    found = failure.found
    if "NAME" not in failure.expected or not found.text.isalpha() or found.type not in SPELT:
        return None
    if "SCALE" in failure.expected and found.type not in STATEMENTS:
        return None
    if found.type not in STATEMENTS:
        if failure.wants_operand and not _goes_on(failure.after):
            return None
        if found.type in SECTIONS and not failure.wants_operand and _begins_clause(failure):
            return None
    message = f"`{found.text}` is a word of the language and no name"
    help_ = f"in backticks it is a name: `` `{found.text}` ``"
    return Explained(Diagnostic(codes.UNEXPECTED, message, found.span, help=help_))


def _goes_on(word: Word) -> bool:
    return word.type in ARITHMETIC | COMPARISONS | {"LSQB", "RPAR", "RSQB", "COMMA"}


def _begins_clause(failure: Failure) -> bool:
    """Whether the word stands on a new line, as clauses do, or before what clauses begin with."""
    on_new_line = failure.found.line > failure.before.end_line
    return on_new_line or failure.after.type in OPERAND | {"NOT", "IF", "EACH", "SUBJECT"}
