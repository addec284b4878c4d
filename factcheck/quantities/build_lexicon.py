"""Writes the words of the default languages: `python -m factcheck.quantities.build_lexicon`."""

from __future__ import annotations

import json

from factcheck.quantities.built import BUILT, checksum, to_plain
from factcheck.quantities.tables import DEFAULT_LANGUAGES, entries_of, table_files


def lexicon_text() -> str:
    """The words as JSON, one meaning a line, the same bytes for the same tables."""
    plain = to_plain(entries_of(DEFAULT_LANGUAGES).words())
    plain = {"tables": checksum(table_files(DEFAULT_LANGUAGES)), **plain}
    meanings = plain.pop("meanings")
    lines = {name: _compact(value) for name, value in plain.items()}
    lines["meanings"] = "[\n" + ",\n".join(map(_compact, meanings)) + "\n]"
    return "{" + ",\n".join(f'"{name}":{value}' for name, value in lines.items()) + "}\n"


def _compact(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def main() -> None:
    """Write the words as the tables have them now."""
    BUILT.write_text(lexicon_text(), encoding="utf-8")


if __name__ == "__main__":
    main()
