"""CITATION.cff: how to cite the package, in Citation File Format 1.2.0."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any, Final

from factcheck.publish.form import Json

_SPDX: Final = frozenset(
    {
        *("CC0-1.0", "CC-BY-3.0", "CC-BY-4.0", "CC-BY-SA-3.0", "CC-BY-SA-4.0"),
        *("CC-BY-NC-4.0", "CC-BY-NC-SA-4.0", "CC-BY-ND-4.0", "CC-BY-NC-ND-4.0"),
        *("ODbL-1.0", "ODC-By-1.0", "PDDL-1.0", "MIT", "Apache-2.0"),
    }
)
"""Licences of data whose names the format knows; others are given by their address."""
_URL: Final = re.compile(r"https?://\S+")
_INDENT: Final = "  "


def citation(source: Json) -> str:
    """The file as text, each value a JSON string.

    YAML is written by hand: its libraries are no guest of ours, and two of them, or two versions,
    need not fold and quote alike. A JSON string is a YAML string in double quotes, as long as no
    character stands in it that YAML calls unprintable.
    """
    lines = ["cff-version: 1.2.0", "type: dataset"]
    lines += _values(
        {
            "message": "If you use these claims, please cite the package, and the sources "
            "that its table of sources names.",
            "title": source["title"],
            "version": source["version"],
            "date-released": source["created"][:10],
            "abstract": source.get("description"),
            "url": source.get("homepage"),
        }
    )
    lines += _licence(source["licenses"])
    lines.append("authors:")
    for person in source["contributors"]:
        first, *rest = _values(_author(person))
        lines += [f"{_INDENT}- {first}", *(f"{_INDENT}  {line}" for line in rest)]
    keywords = list(dict.fromkeys(word for word in source.get("keywords") or () if word))
    if keywords:
        lines += ["keywords:", *(f"{_INDENT}- {_quoted(word)}" for word in keywords)]
    return "".join(f"{line}\n" for line in lines)


def _values(values: Mapping[str, Any]) -> Iterator[str]:
    for key, value in values.items():
        if isinstance(value, str) and value.strip():
            yield f"{key}: {_quoted(value)}"


def _quoted(text: str) -> str:
    """In double quotes, with escapes for what YAML does not take as it is."""
    written = json.dumps(text, ensure_ascii=False)
    return "".join(one if one.isprintable() else f"\\U{ord(one):08x}" for one in written)


def _licence(licences: list[Json]) -> Iterator[str]:
    known = [one["name"] for one in licences if str(one.get("name")) in _SPDX]
    if len(known) == len(licences):
        yield from ("license:", *(f"{_INDENT}- {name}" for name in known))
        return
    addresses = [one["path"] for one in licences if _URL.fullmatch(str(one.get("path")))]
    if addresses:
        yield f"license-url: {_quoted(addresses[0])}"


def _author(person: Json) -> dict[str, str]:
    """A person where the descriptor tells the names apart, else an entity."""
    website = person.get("path")
    more = {
        "email": person.get("email"),
        "website": website if _URL.fullmatch(str(website)) else None,
        "affiliation": person.get("organization"),
    }
    given, family = person.get("givenName"), person.get("familyName")
    if given or family:
        names = {"given-names": given, "family-names": family}
    else:
        names = {"name": person["title"]}
        del more["affiliation"]
    return {key: value for key, value in {**names, **more}.items() if isinstance(value, str)}
