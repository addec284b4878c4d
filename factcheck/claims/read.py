"""The claims of a package from their table: every cell checked, every figure with its bounds."""

from collections.abc import Collection

from factcheck.claims import checks
from factcheck.claims.bounds import bounds_of
from factcheck.claims.columns import Cells, Columns
from factcheck.claims.model import Claim, Claims
from factcheck.diagnostics.diagnostic import Diagnostic
from factcheck.records import define
from factcheck.values.interval import Interval
from factcheck.vocabulary.descriptor import Descriptor
from factcheck.vocabulary.mistakes import Mistakes
from factcheck.vocabulary.model import Metric, Vocabulary
from factcheck.vocabulary.rows import Row, Rows, known_keys, read_rows


def read_claims(
    descriptor: Descriptor, vocabulary: Vocabulary
) -> tuple[Claims | None, list[Diagnostic]]:
    """The claims, None when there is an error in their table, and its diagnostics."""
    mistakes = Mistakes(descriptor.limits.max_diagnostics)
    rows = read_rows("claims", descriptor, mistakes)
    if rows is None:
        return None, mistakes.told()
    claims = claims_of(rows, known_keys(rows), descriptor, vocabulary)
    if mistakes.count:
        return None, mistakes.told()
    return Claims(descriptor.resources["claims"].shown, claims), mistakes.told()


def claims_of(
    rows: Rows, keys: Collection[str], descriptor: Descriptor, vocabulary: Vocabulary
) -> tuple[Claim, ...]:
    """The claims of rows that are right; `keys` are those that a restatement may name."""
    columns = Columns(rows.table.columns, keys, vocabulary, descriptor.limits)
    reader = _Reader(vocabulary, columns, {})
    claims: dict[str, Claim] = {}
    for claim in map(reader.claim, rows):
        if claim:
            claims.setdefault(claim.id, claim)
    checks.check_restatements(rows, claims)
    return tuple(claims.values())


@define
class _Reader:
    """Reads one row after the other; equal words are turned into bounds once."""

    vocabulary: Vocabulary
    columns: Columns
    known_bounds: dict[tuple[object, ...], Interval]

    def claim(self, row: Row) -> Claim | None:
        """The claim of a row; None when there is a mistake in it."""
        before = row.rows.mistakes.count
        cells, claim_id = self.columns.read(row), row.key("claim_id")
        dimensions = self.columns.read_dimensions(row)
        checks.check_row(row, cells)
        metric, unit, source, entity = cells.metric, cells.unit, cells.source, cells.entity
        if row.rows.mistakes.count > before or not (metric and unit and source and entity):
            return None
        text = row.cells.get
        return Claim(
            id=claim_id,
            source=source,
            entity=entity,
            metric=metric.id,
            period=cells.period,
            value=cells.value,
            value_text=text("value", ""),
            value_to=cells.value_to,
            value_to_text=text("value_to", ""),
            unit=unit,
            relation=cells.relation or "eq",
            hedge=cells.hedge or "",
            decimals=cells.decimals,
            status=cells.status or "",
            attributed_to=text("attributed_to", ""),
            quote=text("quote", ""),
            char_start=cells.char_start,
            char_end=cells.char_end,
            inferred=cells.inferred or (),
            converts=cells.converts,
            note=text("note", ""),
            dimensions=dimensions,
            bounds=self.bounds(cells, metric),
            path=row.path,
            line=row.line,
        )

    def bounds(self, cells: Cells, metric: Metric) -> Interval:
        """The bounds of a figure of a metric."""
        words = (cells.value, cells.value_to, cells.relation or "eq", cells.hedge, cells.decimals)
        key = (*words, metric.non_negative)
        known = self.known_bounds.get(key)
        if known is None:
            value, value_to, relation, name, decimals = words
            hedge = self.vocabulary.hedges[name] if name else None
            known = self.known_bounds[key] = bounds_of(
                value, value_to, relation, hedge, decimals, non_negative=metric.non_negative
            )
        return known
