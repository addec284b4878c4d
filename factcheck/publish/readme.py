"""README.md of the published form: what was found, how to read it, what each column is."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.publish.form import Content, Files, Json
from factcheck.publish.markdown import code, plain, table
from factcheck.publish.readme_findings import finding_lines, rule_lines

_READING = """\
One file is one table, and the keys that link them are in `datapackage.json`.

```python
import pandas as pd
claims = pd.read_csv("data/claims.csv", dtype={"period": "string"})
```

```python
import polars as pl
text = {"period": pl.String}
claims = pl.read_csv("data/claims.csv", schema_overrides=text, infer_schema_length=None)
```

```sql
-- DuckDB
SELECT metric_id, entity_id, period, lower, upper FROM 'data/claims.csv';
```

```r
types <- c(period = "character", lower_open = "logical", upper_open = "logical")
claims <- read.csv("data/claims.csv", colClasses = types, encoding = "UTF-8")
```

```sh
frictionless validate datapackage.json   # Python: frictionless.Package("datapackage.json")
factcheck validate .                     # judges everything again, with the rules in rules/
sha256sum -c SHA256SUMS                  # every file as it was published
```
"""
_AGAIN = """\
`verdict_claims.csv` says which claims each verdict rests on, `claims.csv` between which `lower` and
`upper` each of them lies (`inf` and `-inf`: no end; an `_open` end is not itself allowed), and
`conversions.csv` by which exchange rates amounts were made comparable. With these a rule can be
computed again in any tool: it is violated when no choice of numbers inside the bounds fits.
"""


_TAKEN = """\
Some claims come from other packages, with their sources: `package` in `sources.csv` says from
which, and the same name stands before the ids of these sources, claims and rates.
"""


def readme(content: Content, files: Files) -> str:
    """The page as Markdown."""
    return "\n".join(_lines(content, files)).rstrip("\n") + "\n"


def _lines(content: Content, files: Files) -> Iterator[str]:
    source = content.source
    yield from (f"# {plain(source['title'])}", "")
    if source.get("description"):
        yield from (plain(source["description"]), "")
    yield from (_facts(source), "")
    yield from ("## Findings", "", *finding_lines(content))
    yield from ("## Rules", "", *rule_lines(content))
    yield from ("## Files", "", *_files(content))
    if content.packages:
        yield from ("## Taken from other packages", "", _TAKEN, *_packages(content))
    yield from ("## Reading it", "", _READING)
    if any(path.endswith(".parquet") for path in files):
        yield from (
            "Each table is there as Parquet too, beside its CSV, with the same columns typed;",
            "numbers are doubles there, and exact in the CSV.",
            "",
        )
    yield from ("## Checking it again", "", _AGAIN)
    yield from ("## Data dictionary", "", *_dictionary(content))
    yield from ("## Licence and citation", "", *_licence(source))


def _facts(source: Json) -> str:
    return f"{code(source['name'])}, version {plain(source['version'])}, {source['created'][:10]}."


def _files(content: Content) -> Iterator[str]:
    rows = [
        (f"[{one.path}]({one.path})", plain(one.title), str(len(one.rows)), plain(one.description))
        for one in content.tables
    ]
    yield from table(("table", "title", "rows", "what a row is"), rows)
    told = {
        "datapackage.json": "descriptor, Data Package v2",
        "rules/": "the rules, in the language of factcheck",
        "CITATION.cff": "how to cite the package",
        "dataset.jsonld": "the package as schema.org Dataset",
        "claimreviews.jsonld": "the findings as schema.org ClaimReviews",
        "croissant.json": "the tables in Croissant",
        "LICENSE": "under what it may be used",
        "SHA256SUMS": "checksums of all files",
        f"{content.stem}.zip": "all of it in one file",
    }
    told |= dict.fromkeys(sorted(content.attached), "attached by the package")
    yield from table(("file", "what it is"), [(code(path), text) for path, text in told.items()])


def _packages(content: Content) -> Iterator[str]:
    rows = [
        (
            code(one["name"]),
            plain(one["title"]),
            plain(one["version"]),
            plain(", ".join(one["licenses"])),
        )
        for one in content.packages
    ]
    yield from table(("package", "title", "version", "licence"), rows)


def _dictionary(content: Content) -> Iterator[str]:
    for one in content.tables:
        keys = one.schema.get("primaryKey") or ()
        links = {
            field: key["reference"].get("resource") or one.name
            for key in one.schema.get("foreignKeys", ())
            for field in key["fields"]
        }
        yield from (f"### {one.name}", "", plain(one.description), "")
        rows = [
            (
                code(field["name"]) + (" (key)" if field["name"] in keys else ""),
                plain(str(field["type"])),
                _meaning(field, links.get(field["name"])),
            )
            for field in one.fields
        ]
        yield from table(("column", "type", "meaning"), rows)


def _meaning(field: Json, link: str | None) -> str:
    words = [plain(str(field.get("description") or field.get("title") or ""))]
    allowed = (field.get("constraints") or {}).get("enum")
    if isinstance(allowed, list):
        words.append("One of " + ", ".join(code(str(one)) for one in allowed) + ".")
    if link:
        words.append(f"Key of {code(link)}.")
    return " ".join(word for word in words if word)


def _licence(source: Json) -> Iterator[str]:
    for licence in source["licenses"]:
        names = [licence.get("title"), licence.get("name"), licence.get("path")]
        yield f"- {plain(', '.join(str(name) for name in names if name))}"
    holders = ", ".join(plain(person["title"]) for person in source["contributors"])
    year = source["created"][:4]
    yield from (
        "",
        f"{holders} ({year}): {plain(source['title'])}. Version {plain(source['version'])}.",
    )
