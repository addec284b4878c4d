"""The selectors of a given: the fields of the figure that it fixes."""

from __future__ import annotations

from typing import Final

from factcheck.diagnostics import trial_codes as codes
from factcheck.lang import syntax
from factcheck.lang.bind.context import Context
from factcheck.lang.bind.keys import bind_key
from factcheck.lang.typed import Key
from factcheck.trial.unnamed import OPEN_FIELDS

PUBLISHED: Final = "source.published"
_WORDS: Final = ("relation", "hedge", "quote", "claim", "converts")


def fixed_fields(context: Context, given: syntax.Given) -> dict[str, Key] | None:
    """The fields that the selectors fix, by path; None when one is wrong, and collected."""
    fixed: dict[str, Key] = {}
    right = True
    for selector in given.selectors:
        found = _fixed(context, selector)
        if found is None:
            right = False
        elif found[0] in fixed:
            context.error(codes.GIVEN_SELECTOR, f"`{found[0]}` is given twice", selector.span)
            right = False
        else:
            fixed[found[0]] = found[1]
    return fixed if right else None


def _fixed(context: Context, selector: syntax.Selector) -> tuple[str, Key] | None:
    if not isinstance(selector, syntax.Pin):
        _not_one_value(context, selector, "a given states a figure: it leads to no other")
        return None
    if selector.group is not None or len(selector.values) != 1:
        _not_one_value(context, selector, "a given states one figure, so a field has one value")
        return None
    path = _path(selector.field)
    known = [*OPEN_FIELDS, *context.vocabulary.dimensions, PUBLISHED, *_WORDS]
    if path not in known:
        _not_known(context, selector.field, path, known)
        return None
    value = bind_key(context, path, selector.values[0])
    return None if value is None else (path, value)


def _path(field: syntax.Name | syntax.Path) -> str:
    if isinstance(field, syntax.Name):
        return field.text
    return f"{field.head.text}.{field.attribute.text}"


def _not_one_value(context: Context, selector: syntax.Selector, message: str) -> None:
    help_ = "write each figure with its own value: `given capex[period = 2025] = 1 CNY, …`"
    context.error(codes.GIVEN_SELECTOR, message, selector.span, help=help_)


def _not_known(
    context: Context, field: syntax.Name | syntax.Path, path: str, known: list[str]
) -> None:
    helps = {
        "unit": "write the unit behind the number: `capex = 5 CNY`",
        "metric": "the metric stands before the bracket",
        "value": "the number stands behind the `=`",
        "decimals": "a number in a test is exact unless a word as `about` stands before it",
    }
    context.error(
        codes.GIVEN_SELECTOR,
        f"a given does not fix `{path}`",
        field.span,
        help=helps.get(path, "it fixes " + ", ".join(f"`{name}`" for name in known)),
    )
