"""A package and rules of a stranger: every text column, title, message and tag attacks some output.

`write` puts them into a folder. The rules hold, are violated, are undetermined and find no case.
What no rule file may hold, and what no package may, is refused with a problem; so there are three
kinds: one that is judged, one that is refused, and the same with plain texts, to compare.
"""

from __future__ import annotations

import csv
import json
from itertools import cycle, islice
from pathlib import Path
from typing import Final

from factcheck import validate
from factcheck.report.model import Report

TEXTS: Final = (
    "<script>alert(1)</script><img src=x onerror=alert(1)>",
    "</textarea></script></style>--><svg onload=alert(1)>]]>&amp;&#60;b&#62;",
    "[click](javascript:alert(1)) ![x](https://example.org/x.png) <https://example.org> www.a.org",
    "@admin #1 !2 ~bug GH-3 | `code` **bold** $x$ a_b_c",
    "::error file=x,line=1::pwned %0A::set-output name=x::1 ##[error]x",
    '=HYPERLINK("https://example.org";"x");=1+1',
    "+1+cmd|' /C calc'!A0",
    "-1 and ＝1+1;@SUM(1)",
    "{0} {{1}} {placeholder} ${{ secrets.TOKEN }} [a](0)",
    "إنفاق 23 مليار \"دولار\" 'x' \\; a=b",
    "1. # > - * + | --- | ~~~",
)
"""What a package and a rule file may hold."""

IN_TABLES: Final = (
    "one\n::warning::two\n=three\n# four\n| --- |",
    "evil\u202egnp.exe\u202c \u2066x\u2069 \u200bhid\u00adden\ufeff",
    "tag\U000e0041 \u2028line\u2029 \ufffe\uffff",
)
"""What a table may hold besides."""

REFUSED: Final = ("\x1b[31mred\x1b[0m \x07 \x7f", "\u202egnp.exe")
"""What is refused, and shown in a problem."""

_CLEAN: Final = "a plain text"

ROWS: Final = 7
"""Entities, sources and rule files, each with its own texts."""

_FIGURES: Final = (
    ("capex", "100000000000", "about"),
    ("capex", "150000000000", ""),
    ("chip_budget", "200000000000", ""),
)
"""Metric, value and hedge of what each source says of its entity."""

_FIXED: Final = ("-9", "2026", "CNY")
"""Last digit, period and unit of all of them."""

_RULES: Final = """\
factcheck 1

rule r{n}_one_figure {title}
  for each metric, entity, period
  check claims agree
  message "{{entity.label}}: {words}"
  because {because}

rule r{n}_fits {title}
  check chip_budget ≤ capex
  message "{{entity.label}} {words}"
  because {because}

rule r{n}_holds {title}
  check chip_budget ≤ 9 trillion CNY

rule r{n}_open {title}
  check capex ≥ 100 billion CNY

rule r{n}_by_outlet {title}
  for each outlet, entity, period
  check capex ≤ 50 billion CNY

rule r{n}_never_met {title}
  check chip_budget[period = 1999] ≤ capex[period = 1998]
  may be empty
"""


def write(folder: Path, kind: str = "hostile") -> Path:
    """The package with its rules: hostile, refused or plain; the path of its descriptor."""
    tables = {"hostile": TEXTS + IN_TABLES, "refused": TEXTS + REFUSED, "plain": (_CLEAN,)}[kind]
    titles = {"hostile": TEXTS, "refused": TEXTS + REFUSED, "plain": (_CLEAN,)}[kind]
    _write_tables(folder / "data", Texts(tables))
    _write_rules(folder / "rules", Texts(titles))
    if kind == "hostile":
        _write_waivers(folder / "waivers.csv", Texts(tables))
    path = folder / "datapackage.json"
    path.write_text(json.dumps(_descriptor(Texts(tables))), encoding="utf-8")
    return path


def report_of(path: Path) -> Report:
    """What a run over the package finds."""
    return validate(str(path))


class Texts:
    """One text after the other, again and again."""

    def __init__(self, texts: tuple[str, ...]) -> None:
        self._texts = cycle(texts)

    def take(self, number: int) -> list[str]:
        """The next so many."""
        return list(islice(self._texts, number))


def _write_tables(data: Path, texts: Texts) -> None:
    data.mkdir(parents=True)
    numbers = range(ROWS)
    sources = [[f"s{n}", *texts.take(2), "2026-01-02", "en"] for n in numbers]
    _table(data / "sources.csv", "source_id,title,publisher,published,language", sources)
    entities = [[f"e{n}", *texts.take(2)] for n in numbers]
    _table(data / "entities.csv", "entity_id,label,kind", entities)
    metrics = [
        [name, *texts.take(1), "CNY", "flow", "true", *texts.take(1)]
        for name in ("capex", "chip_budget")
    ]
    _table(data / "metrics.csv", "metric_id,label,unit_id,kind,non_negative,definition", metrics)
    units = [["CNY", *texts.take(1), "money", "", "CNY"]]
    _table(data / "units.csv", "unit_id,label,dimension,factor,iso4217", units)
    outlets = texts.take(ROWS)
    claims = [
        [f"c{n}_{m}", f"s{n}", f"e{n}", *figure, *_FIXED, *_said(figure, texts), outlets[n]]
        for n in numbers
        for m, figure in enumerate(_FIGURES)
    ]
    _table(
        data / "claims.csv",
        "claim_id,source_id,entity_id,metric_id,value,hedge,decimals,period,unit_id,"
        "attributed_to,quote,note,outlet",
        claims,
    )


def _said(figure: tuple[str, str, str], texts: Texts) -> tuple[str, str, str]:
    """Who says so, the quote, which states the figure besides, and a note."""
    by, words, note = texts.take(3)
    return by, f"{words}. It is {int(figure[1]) // 10**9} billion yuan", note


def _write_rules(folder: Path, texts: Texts) -> None:
    folder.mkdir()
    for number in range(ROWS):
        title, because, words = texts.take(3)
        rules = _RULES.format(
            n=number, title=_quoted(title), because=_quoted(because), words=_in_message(words)
        )
        path = folder / f"r{number:02d}.rules"
        path.write_text(rules, encoding="utf-8", newline="\n")


def _write_waivers(path: Path, texts: Texts) -> None:
    """Of every rule that finds no case."""
    rows = [[f"r{n}_never_met", "not_exercised", *texts.take(2)] for n in range(ROWS)]
    _table(path, "rule,verdict,reason,by", rows)


def _descriptor(texts: Texts) -> dict[str, object]:
    (title,) = texts.take(1)
    return {
        "name": "hostile",
        "title": title,
        "version": "1.0.0",
        "factcheck": {
            "profile": "1.0",
            "dimensions": ["outlet"],
            "currency": "CNY",
            "hedges": {"about": "10%"},
        },
        "resources": [
            {"name": name, "path": f"data/{name}.csv"}
            for name in ("sources", "entities", "metrics", "units", "claims")
        ],
    }


def _table(path: Path, header: str, rows: list[list[str]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, lineterminator="\n").writerows([header.split(","), *rows])


def _quoted(text: str) -> str:
    """The text as the language writes it."""
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def _in_message(text: str) -> str:
    """The text inside a message, in which braces are places for values."""
    return _quoted(text.replace("{", "(").replace("}", ")"))[1:-1]
