"""LICENSE: under what the package may be used, with the places of the texts."""

from __future__ import annotations

from factcheck.publish.form import Json


def licence_text(source: Json) -> str:
    """The licences of the descriptor, and whose words the quotations are."""
    lines = [f"{source['title']} ({source['name']} {source['version']}) may be used under:", ""]
    for licence in source["licenses"]:
        names = [licence.get("title"), licence.get("name")]
        shown = dict.fromkeys(name for name in names if isinstance(name, str))
        address = licence.get("path")
        text = ", ".join(shown)
        lines.append(f"  {text}: {address}" if text and address else f"  {text or address}")
    holders = ", ".join(person["title"] for person in source["contributors"])
    lines += ["", f"Attribute it to: {holders}.", ""]
    lines += [
        "The quotations remain the words of the sources that data/sources.csv names; what that",
        "table says of a source's own licence stands in its column `licence`.",
    ]
    return "".join(f"{line}\n" for line in lines)
