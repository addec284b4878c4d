"""The door of jinja2: templates that escape whatever is put into them."""

from __future__ import annotations

from functools import cache
from typing import Final

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from factcheck.report.escape import for_terminal
from factcheck.report.html.limits import TEXT_SHOWN
from factcheck.report.html.marks import percent

_FOLDER: Final = "templates"


def rendered(template: str, **values: object) -> str:
    """A template of this room with these values."""
    return _environment().get_template(template).render(values)


@cache
def _environment() -> Environment:
    """One for all pages: compiling the templates takes longer than filling them."""
    environment = Environment(
        autoescape=True,
        finalize=_plain,
        keep_trailing_newline=True,
        loader=PackageLoader(__package__ or "", _FOLDER),
        lstrip_blocks=True,
        trim_blocks=True,
        undefined=StrictUndefined,
    )
    environment.filters |= {
        "count": _count,
        "percent": percent,
        "space": _space,
        "prose": _prose,
        "apart": _apart,
    }
    return environment


def _plain(value: object) -> object:
    """Text with every character visible that would steer what shows it; our own markup as it is."""
    return _visible(value) if isinstance(value, str) and type(value) is not Markup else value


def _visible(text: str) -> str:
    return for_terminal(text[:TEXT_SHOWN]) + "…" if len(text) > TEXT_SHOWN else for_terminal(text)


def _space(text: str) -> Markup:
    """White space and nothing else, with its ends of lines."""
    return Markup("".join(one if one in " \n" else " " for one in text))  # noqa: S704 (spaces alone)


def _apart(text: str) -> str:
    """Text in an order of its own, whatever stands around it; what is plain ASCII has no other."""
    plain = _visible(text)
    return plain if plain.isascii() else Markup("<bdi>{}</bdi>").format(plain)


def _prose(text: str) -> str:
    """Words of a text as they read on: its line ends and tabs are spaces."""
    return " ".join(text.split()) if not text.isprintable() else text


def _count(number: int, one: str, many: str = "") -> str:
    """A number with its word: `1 rule`, `1,200 rules`."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"
