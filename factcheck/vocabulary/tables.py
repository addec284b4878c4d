"""The tables of a package, with the rows of the packages that it takes."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.diagnostics.diagnostic import Diagnostic, Label
from factcheck.diagnostics.package_codes import TOO_LARGE, TWO_MEANINGS
from factcheck.diagnostics.span import Span, at
from factcheck.inputs import door
from factcheck.vocabulary.column_checks import check_columns, check_dimensions
from factcheck.vocabulary.columns import SHAPES
from factcheck.vocabulary.csv_table import Table, read_table
from factcheck.vocabulary.descriptor import Descriptor
from factcheck.vocabulary.limits import Limits
from factcheck.vocabulary.mistakes import Mistakes
from factcheck.vocabulary.resources import PARQUET, Resource
from factcheck.vocabulary.wrong import Wrong, shorten


def table_of(descriptor: Descriptor, name: str, mistakes: Mistakes) -> Table | None:
    """A table with the columns that it must have; None when there is none, or no way to read it."""
    if not descriptor.taken:
        return _own(descriptor, name, mistakes)
    wrong = _too_large(descriptor, name)
    if wrong is not None:
        mistakes.add(wrong)
        return None
    before = mistakes.count
    own = _own(descriptor, name, mistakes)
    others = [(taken, table_of(taken.descriptor, name, mistakes)) for taken in descriptor.taken]
    tables = [(taken, table) for taken, table in others if table is not None]
    if mistakes.count > before or (own is None and not tables):
        return own
    # Few packages take others: what joins their tables is loaded for those.
    from factcheck.vocabulary.joining import own_part, taken_part  # noqa: PLC0415
    from factcheck.vocabulary.matching import Matching  # noqa: PLC0415

    matching = Matching(name, descriptor)
    if own is not None:
        matching.own(own_part(own))
    for taken, table in tables:
        matching.take(taken.taking, taken_part(name, taken, table))
    if name == "claims":
        matching.found += _mere_columns(descriptor, own, [table for _, table in tables])
    for found in matching.found:
        mistakes.add(found)
    joined = matching.joining.joined()
    most = descriptor.limits.max_rows
    if len(joined.rows) > most:
        message = f"the tables `{name}` of all packages have more than {most} rows together"
        span = at(joined.path_of(most), joined.lines[most])
        mistakes.add(Wrong(TOO_LARGE, message, "the limit is `max_rows`").at(span))
    return joined


def _own(descriptor: Descriptor, name: str, mistakes: Mistakes) -> Table | None:
    """The rows of the package itself."""
    resource = descriptor.resources.get(name)
    if resource is None:
        return None
    table = _read(resource, descriptor.limits, mistakes)
    if table is None:
        return None
    for one in checked(descriptor, name, table):
        mistakes.add(one)
    return table if has_required(name, table) else None


def _read(resource: Resource, limits: Limits, mistakes: Mistakes) -> Table | None:
    if resource.path.suffix != PARQUET:
        return read_table(resource, limits, mistakes)
    from factcheck.vocabulary.parquet_table import read_parquet  # noqa: PLC0415 (for few packages)

    return read_parquet(resource, limits, mistakes)


def checked(descriptor: Descriptor, name: str, table: Table) -> Iterator[Diagnostic]:
    """What is wrong with the columns of a package's own table."""
    yield from check_columns(name, table, descriptor.block.dimensions)
    if name == "claims":
        yield from check_dimensions(descriptor, table)


def has_required(name: str, table: Table) -> bool:
    """Whether it has every column that must be there."""
    return all(column in table.columns for column in SHAPES[name].required)


def files_of(descriptor: Descriptor, name: str) -> Iterator[Descriptor]:
    """The package and those that it takes, over others too, that have a table of this name."""
    if name in descriptor.resources:
        yield descriptor
    for taken in descriptor.taken:
        yield from files_of(taken.descriptor, name)


def _too_large(descriptor: Descriptor, name: str) -> Diagnostic | None:
    """What all the files of a table have together is not more than one may have."""
    files = [one.resources[name] for one in files_of(descriptor, name)]
    most = descriptor.limits.max_table_bytes
    if sum(file.path.stat().st_size for file in files if door.is_file(file.path)) <= most:
        return None
    message = f"the tables `{name}` of all packages have more than {most} bytes together"
    wrong = Wrong(TOO_LARGE, message, "the limit is `max_table_bytes`")
    return wrong.at(at(files[-1].shown))


def _mere_columns(
    descriptor: Descriptor, own: Table | None, others: list[Table]
) -> Iterator[Diagnostic]:
    """A column that is a dimension in one package has to be one in each that has it."""
    packages = [] if own is None else [(descriptor, descriptor.own.dimensions, own)]
    packages += [
        (taken.descriptor, taken.descriptor.block.dimensions, table)
        for taken, table in zip(descriptor.taken, others, strict=True)
    ]
    for name in descriptor.block.dimensions:
        place = next(_declared(one, name) for one, declared, _ in packages if name in declared)
        for _, declared, table in packages:
            if name in table.columns and name not in declared:
                message = f"`{shorten(name)}` is a dimension of another package, and none of this"
                wrong = Wrong(TWO_MEANINGS, message, "declare it here too, or rename the column")
                yield wrong.at(table.header_span(name), Label(place, "declared here"))


def _declared(descriptor: Descriptor, name: str) -> Span:
    for taken in descriptor.taken:
        if name not in descriptor.own.dimensions and name in taken.descriptor.block.dimensions:
            return _declared(taken.descriptor, name)
    return descriptor.span("factcheck", "dimensions", [*descriptor.own.dimensions].index(name))
