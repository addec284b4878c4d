"""Explains what people bring along from speech, spreadsheets and other languages."""

from __future__ import annotations

from typing import Final

from factcheck.diagnostics import language_codes as codes
from factcheck.diagnostics.diagnostic import Diagnostic
from factcheck.lang.failure import BREAKS, Explained, Failure
from factcheck.lang.nesting import CLOSING, OPENING
from factcheck.lang.soft_tables import HEDGES
from factcheck.lang.words import Word

_FOLDS: Final = ("sum", "min", "max", "mean")
_ALONG: Final = ("by", "for", "across", "per", "on", "in", "along")
"""What stands for `over` elsewhere."""
_TO: Final = ("to", "till", "until", "through", "up")
_GROWS: Final = ("grow", "grew", "rise", "rose", "increase", "climb", "double", "jump")
_FALLS: Final = ("fall", "fell", "drop", "decrease", "decline", "shrink", "shrank", "halve")
_NOTHING: Final = ("null", "none", "missing", "empty", "unknown", "nan", "na", "blank")
_NO_SUBJECTS: Final = ("claim", "sources", "values", "figures")
_COMPARED: Final = {
    "equal": "=",
    "same": "=",
    "greater": ">",
    "more": ">",
    "above": ">",
    "over": ">",
    "bigger": ">",
    "higher": ">",
    "less": "<",
    "lower": "<",
    "below": "<",
    "under": "<",
    "smaller": "<",
    "different": "≠",
}


def text_of(words: list[Word]) -> str:
    """The text of words, spaces where they had any."""
    text = ""
    for place, word in enumerate(words):
        text += (" " if place and words[place - 1].end < word.start else "") + word.text
    return text


def _unexpected(word: Word, message: str, help_: str) -> Explained:
    return Explained(Diagnostic(codes.UNEXPECTED, message, word.span, help=help_))


def explain_fold(failure: Failure) -> Explained | None:
    """`sum of x over members`, `sum(x) over members`, `sum(x by members)`."""
    found, before = failure.found, failure.before
    if found.text == "of" and before.text in _FOLDS:
        rest = failure.rest()[1:]
        over = next((place for place, word in enumerate(rest) if word.text == "over"), None)
        inside = text_of(rest[: over + 2]) if over else "capex over members"
        message = f"what `{before.text}` adds up stands in brackets"
        if before.text != "sum":
            message = f"what `{before.text}` is taken of stands in brackets"
        return _unexpected(found, message, f"write `{before.text}({inside})`")
    if found.text == "over" and before.type == "RPAR":
        call = _call_before(failure)
        if call and failure.after.type == "NAME":
            help_ = f"write `{text_of(call[:-1])} over {failure.after.text})`"
            return _unexpected(found, "`over` stands inside the brackets of the call", help_)
    if "OVER" in failure.expected and found.text in _ALONG and failure.open_brackets():
        message = f"`{found.text}` does not lead to what a fold runs over"
        diagnostic = Diagnostic(codes.MISSPELT_WORD, message, found.span, help="write `over`")
        return Explained(diagnostic, (found, "OVER"))
    return None


def _call_before(failure: Failure) -> list[Word]:
    """The words of the call that ends before the offending word; empty if there is none."""
    depth = 0
    for place in range(failure.place - 1, 0, -1):
        kind = failure.words[place].type
        depth += (kind in CLOSING) - (kind in OPENING)
        if depth == 0:
            call = failure.words[place - 1 : failure.place]
            return call if call[0].text in _FOLDS else []
    return []


def explain_between(failure: Failure) -> Explained | None:
    """`between 1 to 5`, also where `to` was taken for a unit."""
    word = next((one for one in (failure.found, failure.before) if one.text in _TO), None)
    inside = any(one.type == "BETWEEN" for one in failure.clause())
    if word is None or not inside or "AND" not in failure.expected or "OR" in failure.expected:
        return None
    message = f"`{word.text}` does not part the ends of `between`"
    diagnostic = Diagnostic(codes.MISSPELT_WORD, message, word.span, help="write `and`")
    return Explained(diagnostic, (word, "AND"))


def explain_is(failure: Failure) -> Explained | None:
    """`x is 5`, `x is not y`, `x is about y`, `x is null`."""
    words, found = failure.words, failure.found
    start = failure.place - 1
    negated = start > 0 and words[start].type == "NOT"
    start -= negated
    if start < 0 or words[start].type != "IS" or failure.breaks:
        return None
    message = "`is` only asks whether something is stated"
    if found.type in ("IN", "BETWEEN") or found.text in ("consistent", "contains"):
        help_ = f"leave it out: `{'not ' * negated}{found.text} …`"
    elif found.text.casefold() in _NOTHING:
        help_ = "write `is stated`" if negated else "write `is not stated`"
    elif found.type == "HEDGE" or found.text in HEDGES - {"over", "under"}:
        help_ = "write `≈`, and how close it has to be: `x ≈ y within 5%`"
    elif found.type == "NAME" and found.text in _COMPARED:
        sign = _COMPARED[found.text]
        help_ = f"write `{sign}`" if not negated else f"write `not … {sign} …`"
    else:
        help_ = f"to compare, write `{'≠' if negated else '='}` instead"
    return _unexpected(words[start], message, help_)


def explain_list(failure: Failure) -> Explained | None:
    """`in plan, target`, `in (plan, target)`, `in 2023-2025`."""
    found, before = failure.found, failure.before
    message = "a list of values stands in braces"
    if before.type == "IN" and found.type in ("LPAR", "LSQB"):
        items = []
        for word in failure.rest()[1:]:
            if word.type in CLOSING:
                break
            items.append(word)
        inside = text_of(items) or "plan, target"
        return _unexpected(found, message, f"write `in {{{inside}}}`")
    if before.type == "IN" and found.type in ("NUMBER", "PERIOD", "TEXT"):
        help_ = f"write `= {found.text}`, or `in {{{found.text}, …}}` for several"
        rest = failure.rest()
        if [word.type for word in rest[:3]] == ["NUMBER", "MINUS", "NUMBER"]:
            help_ = f"write `= {rest[0].text}/{rest[2].text}` for the whole span"
        return _unexpected(found, message, help_)
    started = failure.words[max(failure.place - 2, 0)]
    if found.type == "COMMA" and started.type == "IN":
        items = [before, found]
        for word in failure.rest()[1:]:
            if word.type not in ("NAME", "COMMA", "TEXT", "BACKTICKED"):
                break
            items.append(word)
        return _unexpected(before, message, f"write `in {{{text_of(items)}}}`")
    return None


def explain_speech(failure: Failure) -> Explained | None:
    """`capex grows`, `capex about revenue`, `claim agree`, `capex x 2`."""
    found, before = failure.found, failure.before
    if found.type not in ("NAME", "HEDGE", "NOT"):
        return None
    if "STAR" not in failure.expected:
        return _agreement(failure)
    name = before.text if before.type == "NAME" else "capex"
    stem = found.text.casefold()
    if stem.startswith((*_GROWS, *_FALLS)):
        sign = ">" if stem.startswith(_GROWS) else "<"
        help_ = f"compare it with an earlier period: `{name} {sign} {name}[previous year]`"
        message = f"`{found.text}` is no word of the language"
        return Explained(Diagnostic(codes.MISSPELT_WORD, message, found.span, help=help_))
    if found.text in HEDGES and "APPROX" in failure.expected:
        message = f"`{found.text}` is no comparison"
        help_ = "write `≈`, and how close it has to be: `x ≈ y within 5%`"
        return Explained(Diagnostic(codes.HEDGE_IN_RULE, message, found.span, help=help_))
    if stem == "x" and failure.after.type in ("NUMBER", "NAME", "LPAR", "BACKTICKED"):
        message = f"`{found.text}` is no operator of the language"
        help_ = "write `×` or `*`"
        return Explained(Diagnostic(codes.WRONG_OPERATOR, message, found.span, help=help_))
    return _agreement(failure)


def _agreement(failure: Failure) -> Explained | None:
    found, before = failure.found, failure.before
    if found.text in ("agree", "agrees") and before.text in _NO_SUBJECTS:
        help_ = "write `claims agree`, or `claims agree on source` for one of their fields"
        message = f"`{before.text}` is not what agrees: `claims` and `members` are"
        return _unexpected(before, message, help_)
    if before.text in ("claims", "members") and found.text in ("do", "does", "disagree", "not"):
        message = f"`{found.text}` does not stand behind `{before.text}`"
        return _unexpected(found, message, f"write `not {before.text} agree`")
    kinds = {word.type for word in failure.clause()}
    if found.text == "on" and {"SUBJECT", "WITHIN"} <= kinds:
        help_ = "write `claims agree on FIELD within …`"
        return _unexpected(found, "`on` stands before `within`", help_)
    return None


def explain_path(failure: Failure) -> Explained | None:
    """`source.publisher.name`."""
    words, place = failure.words, failure.place
    if failure.found.type != "DOT" or place < 3 or words[place - 2].type != "DOT":  # noqa: PLR2004
        return None
    known = text_of(words[place - 3 : place])
    help_ = f"write `{known}` alone: at most two names are joined"
    return _unexpected(failure.after, f"`{known}` has no fields of its own", help_)


def explain_end(failure: Failure) -> Explained | None:
    """A comma or a brace where clauses simply follow one another."""
    found = failure.found
    if found.type == "COMMA" and failure.after.type in BREAKS and "AND" in failure.expected:
        help_ = "leave it out: no sign stands between clauses"
        return _unexpected(found, "nothing follows the comma", help_)
    in_head = failure.expected >= {"CHECK", "WHERE"} and failure.clause()[0].type == "RULE"
    if found.type == "LBRACE" and in_head:
        return _unexpected(found, "the clauses of a rule stand in no brackets", "leave them out")
    return None
