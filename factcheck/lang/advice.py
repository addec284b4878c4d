"""What helps where something else was expected."""

from __future__ import annotations

from typing import Final

from factcheck.lang.failure import CLAUSES, Failure
from factcheck.lang.soft_tables import PARTS

EXAMPLES: Final = {
    "MESSAGE": 'a message is a text, as in `message "{entity}: {capex}"`',
    "BECAUSE": 'a reason is a text, as in `because "Sources copy each other."`',
    "SEVERITY": "write `error`, `warning` or `info`",
    "EXPECT": "write `holds`, `violated`, `undetermined` or `not exercised`",
    "EACH": "name what makes a case, as in `for each entity, period`",
    "FOR": "write `for each entity, period`",
    "TAGS": "tags are names, as in `tags money, growth`",
    "LET": "write `let share = ai_chip_budget / capex`",
    "DEFINE": "write `define share = ai_chip_budget / capex`",
    "RULE": "write `rule`, its id and its title in quotation marks",
    "TEST": "write `test`, the id of a rule, `given …` and `expect …`",
    "IS": "write `is stated` or `is not stated`",
    "CARET": "`^` takes a whole number, as in `x ^ 2`",
    "CONTAINS": 'a text follows, as in `quote contains "plan"`',
    "BETWEEN": "write `x between 1 and 5`",
    "GIVEN": "figures are written `given capex = 160 billion CNY, loss = 2 CNY`",
}

_RELATIONS: Final = {
    ">": "more than",
    ">=": "at least",
    "≥": "at least",
    "<": "less than",
    "<=": "at most",
    "≤": "at most",
    "≈": "about",
    "~=": "about",
}


def advice(failure: Failure) -> str | None:
    """A sentence that says what is right, with an example; None where the message says it all."""
    return (
        _for_word(failure)
        or EXAMPLES.get(failure.before.type)
        or _for_place(failure)
        or _for_clause(failure)
    )


def _for_word(failure: Failure) -> str | None:
    """For what was found."""
    found, before = failure.found, failure.before
    if found.type == "PERCENT":
        return "`%` stands behind a number, as in `5%`"
    if found.text == "contains":
        return EXAMPLES["CONTAINS"]
    if found.type == "AND" and "COMMA" in failure.expected:
        return "write a comma"
    if found.text in ("title", "name", "description") and "TEXT" in failure.expected:
        return "the title stands right behind the id, in quotation marks"
    if found.type == before.type == "NAME" and before.text in PARTS:
        return f"write `{before.text} of {found.text}`"
    if before.type == "PERCENT" and found.type in ("NAME", "LPAR"):
        share = "".join(word.text for word in failure.words[failure.place - 2 : failure.place])
        return f"write `{share} of {found.text}" + ("…)`" if found.type == "LPAR" else "`")
    if found.type == "NUMBER" and "NAME" in failure.expected and failure.after.start == found.end:
        name = found.text + failure.after.text
        return f"a name that begins with a digit stands in backticks: `` `{name}` ``"
    return None


def _for_place(failure: Failure) -> str | None:
    """For what was expected."""
    if "AGO" in failure.expected:
        return "a selector is written `[entity = x]`, `[previous year]` or `[any period]`"
    if "THEN" in failure.expected:
        return "write `if … then …`"
    if "GIVEN" in failure.expected:
        return EXAMPLES["GIVEN"]
    between = any(word.type == "BETWEEN" for word in failure.clause())
    if between and "AND" in failure.expected and "OR" not in failure.expected:
        return EXAMPLES["BETWEEN"]
    return None


def _for_clause(failure: Failure) -> str | None:
    """For the clause or statement that it is in."""
    first = failure.clause()[0] if failure.place else failure.found
    if first.type == "GIVEN" and (words := _RELATIONS.get(failure.found.text)):
        amount = "".join(f" {word.text}" for word in failure.rest()[1:3])
        return f"write `{failure.before.text} = {words}{amount}`"
    if first.type == "RULE" and failure.expected >= CLAUSES:
        return "what must hold stands behind `check`"
    if first.type in ("LET", "DEFINE", "GIVEN") and "EQUALS" in failure.expected:
        return EXAMPLES[first.type]
    return None
