"""Writes the words of the default languages: `python -m factcheck.quantities.build_lexicon`."""

from __future__ import annotations

import json
from typing import Final

from factcheck.quantities.built import BUILT, digest, to_plain
from factcheck.quantities.tables import DEFAULT_LANGUAGES, entries_of, table_files

_MANY: Final = ("meanings", "words")


def lexicon_text() -> str:
    """The entries as JSON, one meaning or word a line, the same bytes for the same tables."""
    plain = to_plain(entries_of(DEFAULT_LANGUAGES))
    plain = {"tables": digest(table_files(DEFAULT_LANGUAGES)), **plain}
    lines = {name: _compact(value) for name, value in plain.items() if name not in _MANY}
    lines["meanings"] = "[\n" + ",\n".join(map(_compact, plain["meanings"])) + "\n]"
    words = (f"{_compact(word)}:{number}" for word, number in plain["words"].items())
    lines["words"] = "{\n" + ",\n".join(words) + "\n}"
    return "{" + ",\n".join(f'"{name}":{value}' for name, value in lines.items()) + "}\n"


def _compact(value: object) -> str:
    return json.dumps(value, ensure_ascii=True, separators=(",", ":"))


def main() -> None:
    """Write the words as the tables have them now."""
    BUILT.write_text(lexicon_text(), encoding="ascii")


if __name__ == "__main__":
    main()
