"""Differences in every format: nothing that a package holds steers what shows it."""

import json
import re
from pathlib import Path

import pytest

from factcheck.compare.model import (
    CellChange,
    Comparison,
    Edition,
    NamedChange,
    PropertyChange,
    Proposal,
    Reason,
    Row,
    RowChange,
    SchemaChange,
    TableChange,
    VerdictChange,
)
from factcheck.report.diff_json import document, render_diff_json
from factcheck.report.diff_markdown import render_diff_markdown
from factcheck.report.diff_text import ROWS_SHOWN, render_diff
from tests.report.test_hostile import HOSTILE, OURS

MARKUP = (
    "[text](https://example.org)",
    "<script>alert(1)</script>",
    "![](//example.org/x.png)",
    "@someone and #1",
    "www.example.org, HTTPS://example.org",
    "a|b`c*d_e~~f~~",
    "# heading",
    "- item",
    "&lt;b&gt;",
)


def comparison(text: str = "a", rows: int = 1) -> Comparison:
    """Every kind of difference, with one text everywhere."""
    table = TableChange(
        "claims",
        "both",
        (text,),
        (text,),
        reordered=True,
        schema=(SchemaChange(text, "type", text, text),),
        added=(Row(text, ((text, text),), text, 3),) * rows,
        removed=(Row("", ((text, text),), text, 3),) * rows,
        changed=(RowChange(text, (CellChange(text, text, ""),), text, 4),) * rows,
    )
    return Comparison(
        Edition(text, text, text),
        Edition(text, text, text),
        (PropertyChange(text, text, None),),
        (table,),
        (NamedChange("resource", text, "added"),),
        (NamedChange("rule", text, "changed"),),
        (VerdictChange(text, ((text, text),), "holds", "violated", (text,), rule_changed=True),)
        * rows,
        Proposal("minor", (Reason("minor", text),), "1.1.0", is_enough=False),
        (),
        (),
    )


@pytest.mark.parametrize("text", [*HOSTILE, *MARKUP])
def test_text_stays_text(text: str) -> None:
    shown = render_diff(comparison(text), columns=80)
    assert {sign for sign in shown if not sign.isprintable()} <= OURS | {" ", "\u3000"}
    coloured = render_diff(comparison(text), columns=80, colour=True)
    assert shown == re.sub("\x1b\\[[0-9;]*m", "", coloured)


@pytest.mark.parametrize("text", [*HOSTILE, *MARKUP])
def test_markdown_has_no_markup_of_a_stranger(text: str) -> None:
    shown = render_diff_markdown(comparison(text))
    bare = re.sub(r"\\.", "", shown)
    assert not re.search(r"<|@|://|www\.|`|!\[|\]\(", bare)
    assert {sign for sign in shown if not sign.isprintable()} <= OURS | {" ", "\u3000"}
    calm = render_diff_markdown(comparison())
    lead = re.compile(r"^(#+ |- \*\*|- )?", re.MULTILINE)
    assert [m[0] for m in lead.finditer(calm)][:1] == [m[0] for m in lead.finditer(shown)][:1]
    assert calm.count("\n") == shown.count("\n")


@pytest.mark.parametrize("text", [*HOSTILE, *MARKUP])
def test_json_gives_the_text_back(text: str) -> None:
    shown = render_diff_json(comparison(text))
    read = json.loads(shown)
    (change,) = read["descriptor"]
    assert re.sub("[\ud800-\udfff]", "\ufffd", text) == change["old"]
    assert {sign for sign in shown if not sign.isprintable()} <= {"\n", " ", "\u3000"}


def test_json_has_everything() -> None:
    read = document(comparison(rows=200))
    (table,) = read["tables"]
    assert (200, 200, 200) == tuple(len(table[how]) for how in ("added", "removed", "changed"))
    assert 200 == len(read["verdicts"])


def test_a_long_list_says_how_many_are_left_out() -> None:
    shown = render_diff(comparison(rows=ROWS_SHOWN + 7))
    assert 4 == shown.count("… and 7 more; --format json has them all")
    assert "- … and 4 more" in render_diff_markdown(comparison(rows=104))


def test_the_documentation_lists_the_keys(root: Path) -> None:
    page = (root / "docs" / "packages-in-use.md").read_text(encoding="utf-8")
    section = page.partition("\n## Differences as JSON\n")[2]
    rows = re.findall(r"^\| (`.+?`) \|", section, re.MULTILINE)
    named = [name for row in rows for name in re.findall("`(.+?)`", row)]
    made = document(comparison())
    assert list(made) == named
    (table,) = made["tables"]
    parts = [*table, *made["proposal"], *made["verdicts"][0], *made["rules"][0]]
    assert [] == [name for name in parts if f"`{name}`" not in section]
