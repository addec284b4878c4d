"""Explains conditions: chains, tolerances, `if`, hedges."""

from __future__ import annotations

from typing import Final

from factcheck.diagnostics import language_codes as codes
from factcheck.diagnostics.diagnostic import Diagnostic, Label
from factcheck.lang.expected import COMPARISONS
from factcheck.lang.failure import Explained, Failure
from factcheck.lang.nesting import CLOSING, OPENING
from factcheck.lang.words import Word

_PARTING: Final = frozenset({"AND", "OR", "NOT", "IF", "THEN", "COMMA", "CHECK", "WHERE", "EQUALS"})
_RELATIONS: Final = {"more than": ">", "at least": "≥", "less than": "<", "at most": "≤"}
_WORSE: Final = {"over": ">", "under": "<"}
_LONG: Final = 60


def _comparison_before(failure: Failure) -> int | None:
    """The place of the comparison that the offending word follows, in the same brackets."""
    depth = joined = 0
    for place in range(failure.place - 1, failure.place - len(failure.clause()), -1):
        kind = failure.words[place].type
        depth += (kind in CLOSING) - (kind in OPENING)
        if depth < 0 or (depth == 0 and kind in ("OR", "IF", "THEN", "COMMA")):
            return None
        joined += depth == 0 and kind == "AND"
        if depth == 0 and kind in COMPARISONS:
            return place if joined == (kind == "BETWEEN") else None
    return None


def explain_chain(failure: Failure) -> Explained | None:
    """`a < b < c`."""
    if failure.found.type not in COMPARISONS:
        return None
    place = _comparison_before(failure)
    if place is None or place == failure.place - 1:
        return None
    first = failure.words[place]
    premise = next((word for word in failure.clause() if word.type == "IF"), None)
    if premise is not None and not any(word.type == "THEN" for word in failure.clause()):
        message = "`if` has no `then`"
        labels = (Label(failure.found.span, "a second comparison, without `and` or `then`"),)
        help_ = "write `if … then …`"
        diagnostic = Diagnostic(codes.IF_WITHOUT_THEN, message, premise.span, labels, help=help_)
        return Explained(diagnostic)
    if first.type == "IS":
        return _behind_stated(failure, place)
    diagnostic = Diagnostic(
        codes.CHAINED_COMPARISON,
        "comparisons cannot be chained",
        failure.found.span,
        (Label(first.span, "the first comparison"),),
        help=_unchained(failure, place),
        label="the second one",
    )
    return Explained(diagnostic)


def _behind_stated(failure: Failure, place: int) -> Explained:
    """`capex is stated in 2025`: what is stated is chosen before it is asked for."""
    words = failure.words
    figure = words[place - 1].text if place and words[place - 1].type == "NAME" else "capex"
    when = [word for word in failure.rest()[1:] if word.type in ("PERIOD", "NUMBER")]
    help_ = f"choose the figure in brackets: `{figure}[period = {when[0].text}] is stated`"
    if failure.found.type != "IN" or not when:
        help_ = "join two conditions with `and`"
    message = f"`{failure.found.text}` has nothing to compare: `is stated` ends before it"
    return Explained(Diagnostic(codes.UNEXPECTED, message, failure.found.span, help=help_))


def _unchained(failure: Failure, place: int) -> str:
    """`write a < b and b < c`, in the words of the text where they are few."""
    words, clause = failure.words, failure.clause()
    start = failure.place - len(clause) + 1
    while any(word.type in _PARTING for word in words[start:place]):
        start += 1
    middle = _joined(words[place + 1 : failure.place])
    right = _joined(failure.rest()[1:])
    left = _joined(words[start:place])
    whole = f"{left} {words[place].text} {middle} and {middle} {failure.found.text} {right}"
    if len(whole) > _LONG or not (left and right) or words[place].type == "BETWEEN":
        return "write `a < b and b < c`"
    return f"write `{whole}`"


def _joined(words: list[Word]) -> str:
    """The text of words, spaces where they had any."""
    text = ""
    for place, word in enumerate(words):
        text += (" " if place and words[place - 1].end < word.start else "") + word.text
    return text


def explain_tolerance(failure: Failure) -> Explained | None:
    """`≈` without `within`, and `within` behind what takes none."""
    place = _comparison_before(failure)
    if failure.found.type == "WITHIN":
        return _stray_tolerance(failure, place)
    waits = "WITHIN" in failure.expected and "AND" not in failure.expected
    if place is None or not waits or failure.words[place].type != "APPROX":
        return None
    sign = failure.words[place]
    message = f"`{sign.text}` says nothing without a tolerance"
    help_ = "say how far apart the two may be, as in `x ≈ y within 5%`"
    return Explained(Diagnostic(codes.NO_TOLERANCE, message, sign.span, help=help_))


def _stray_tolerance(failure: Failure, place: int | None) -> Explained | None:
    if failure.wants_operand:
        return None
    message = "nothing here takes a tolerance"
    labels: tuple[Label, ...] = ()
    if place is not None:
        sign = failure.words[place]
        message = f"`{sign.text}` takes no tolerance"
        labels = (Label(sign.span, "the comparison"),)
    help_ = "`within` follows `≈`, `agree` and `consistent with`, as in `x ≈ y within 5%`"
    found = failure.found.span
    return Explained(Diagnostic(codes.STRAY_TOLERANCE, message, found, labels, help=help_))


def explain_base(failure: Failure) -> Explained | None:
    """`within 5% of a + b`: what the percentage is taken of."""
    kinds = [word.type for word in failure.clause()]
    if failure.found.type not in ("PLUS", "MINUS", "STAR", "SLASH") or "WITHIN" not in kinds:
        return None
    return Explained(
        Diagnostic(
            codes.STRAY_TOLERANCE,
            f"the tolerance ends before `{failure.found.text}`",
            failure.found.span,
            help="put it in brackets, as in `within 5% of (a + b)`",
        )
    )


def explain_if(failure: Failure) -> Explained | None:
    """`if` without `then`, and `if` inside something else."""
    found = failure.found
    if found.type == "IF":
        message = "`if … then …` stands only at the top of a `check`"
        help_ = "inside an expression write `not a or b`, or make it a rule of its own"
        return Explained(Diagnostic(codes.IF_NOT_ON_TOP, message, found.span, help=help_))
    clause = failure.clause()
    if "THEN" in failure.expected and (failure.breaks or found.type == "COMMA"):
        word = next(word for word in clause if word.type == "IF")
        labels = (Label(failure.span(), "`then` should stand here"),)
        message = "`if` has no `then`"
        help_ = f"write `if … then …`{', without a comma' if found.type == 'COMMA' else ''}"
        return Explained(Diagnostic(codes.IF_WITHOUT_THEN, message, word.span, labels, help=help_))
    if found.type == "THEN" and not any(word.type == "IF" for word in clause):
        message = "`then` has no `if`"
        help_ = "write `check if … then …`"
        return Explained(Diagnostic(codes.IF_WITHOUT_THEN, message, found.span, help=help_))
    return None


def explain_hedge(failure: Failure) -> Explained | None:
    """`about 100` in a rule."""
    word = failure.found
    if word.type != "HEDGE" or failure.words[0].type == "TEST":
        return None
    sign = _RELATIONS.get(word.text) or _WORSE.get(word.text)
    message = f"`{word.text}` is a hedge, and the figures of a rule are exact"
    help_ = "say how far apart two figures may be, as in `x ≈ 100 CNY within 10%`"
    if sign:
        message = f"`{word.text}` stands only before the figures of tests"
        help_ = f"write `{sign}`"
    return Explained(Diagnostic(codes.HEDGE_IN_RULE, message, word.span, help=help_))
