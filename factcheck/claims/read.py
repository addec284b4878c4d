"""The claims of a package from their table: every cell checked, every figure with its bounds."""

from attrs import define

from factcheck.claims import checks
from factcheck.claims.bounds import bounds_of
from factcheck.claims.checks import Figure
from factcheck.claims.columns import Columns
from factcheck.claims.model import Claim, Claims
from factcheck.diagnostics.diagnostic import Diagnostic, Label
from factcheck.diagnostics.package_codes import COLUMN_MISSING
from factcheck.values.interval import Interval
from factcheck.vocabulary.descriptor import Descriptor
from factcheck.vocabulary.mistakes import Mistakes
from factcheck.vocabulary.model import Metric, Vocabulary
from factcheck.vocabulary.rows import Row, Rows, read_rows
from factcheck.vocabulary.wrong import Wrong


def read_claims(
    descriptor: Descriptor, vocabulary: Vocabulary
) -> tuple[Claims | None, list[Diagnostic]]:
    """The claims, None when there is an error in their table, and its diagnostics."""
    limits = descriptor.limits
    mistakes = Mistakes(limits.max_diagnostics)
    resource = descriptor.resources["claims"]
    rows = read_rows("claims", resource, limits, mistakes, vocabulary.dimensions)
    if rows is None:
        return None, mistakes.told()
    _check_dimensions(descriptor, rows)
    reader = _Reader(vocabulary, Columns(rows, vocabulary, limits), {})
    claims = {claim.id: claim for claim in map(reader.claim, rows) if claim}
    checks.check_restatements(rows, claims)
    if mistakes.count:
        return None, mistakes.told()
    return Claims(resource.shown, tuple(claims.values())), mistakes.told()


def _check_dimensions(descriptor: Descriptor, rows: Rows) -> None:
    """Every dimension that the descriptor declares is a column."""
    for index, name in enumerate(descriptor.block.dimensions):
        if name not in rows.table.columns:
            message = f"there is no column `{name}`, which the descriptor declares as a dimension"
            label = Label(descriptor.span("factcheck", "dimensions", index), "declared here")
            wrong = Wrong(COLUMN_MISSING, message, "add the column, or remove the dimension")
            rows.mistakes.add(wrong.at(rows.table.header_span(), label))


@define(eq=False)
class _Reader:
    """Reads one row after the other; equal words are turned into bounds once."""

    vocabulary: Vocabulary
    columns: Columns
    known_bounds: dict[tuple[Figure, bool], Interval]

    def claim(self, row: Row) -> Claim | None:
        """The claim of a row; None when there is a mistake in it."""
        before, columns = row.rows.mistakes.count, self.columns
        metric = self.vocabulary.metrics.get(row.read("metric_id", columns.metrics) or "")
        unit = row.read("unit_id", columns.units)
        source, entity = (
            row.read("source_id", columns.sources),
            row.read("entity_id", columns.entities),
        )
        figure = self.figure(row)
        start, end = row.read("char_start", columns.offsets), row.read("char_end", columns.offsets)
        checks.check_place(row, start, end)
        if unit and metric:
            checks.check_unit(row, unit, metric, self.vocabulary.table_paths["metrics"])
            checks.check_sign(row, figure, metric)
        claim_id, period = row.key("claim_id"), row.read("period", columns.periods)
        status, inferred = (
            row.read("status", columns.statuses),
            row.read("inferred", columns.inferred),
        )
        converts = row.read("converts", columns.claims)
        dimensions = [row.read(name, columns.dimensions) for name in self.vocabulary.dimensions]
        if row.rows.mistakes.count > before or not (unit and metric and source and entity):
            return None
        return Claim(
            id=claim_id,
            source=source,
            entity=entity,
            metric=metric.id,
            period=period,
            value=figure.value,
            value_text=row.text("value"),
            value_to=figure.value_to,
            value_to_text=row.text("value_to"),
            unit=unit,
            relation=figure.relation,
            hedge=figure.hedge,
            decimals=figure.decimals,
            status=status or "",
            attributed_to=row.text("attributed_to"),
            quote=row.text("quote"),
            char_start=start,
            char_end=end,
            inferred=inferred or (),
            converts=converts,
            note=row.text("note"),
            dimensions=tuple(name or "" for name in dimensions),
            bounds=self.bounds(figure, metric),
            line=row.line,
        )

    def figure(self, row: Row) -> Figure:
        """The cells about the number of a claim."""
        columns = self.columns
        figure = Figure(
            row.read("value", columns.numbers),
            row.read("value_to", columns.numbers),
            row.read("relation", columns.relations) or "eq",
            row.read("hedge", columns.hedges) or "",
            row.read("decimals", columns.decimals),
        )
        checks.check_figure(row, figure)
        return figure

    def bounds(self, figure: Figure, metric: Metric) -> Interval:
        """The bounds of a figure of a metric."""
        key = (figure, metric.non_negative)
        if key not in self.known_bounds:
            hedge = self.vocabulary.hedges[figure.hedge] if figure.hedge else None
            self.known_bounds[key] = bounds_of(
                figure.value,
                figure.value_to,
                figure.relation,
                hedge,
                figure.decimals,
                non_negative=metric.non_negative,
            )
        return self.known_bounds[key]
