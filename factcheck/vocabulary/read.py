"""The vocabulary of a package from its small tables."""

from factcheck.diagnostics.diagnostic import Diagnostic
from factcheck.records import Factory, define
from factcheck.vocabulary.columns import SHAPES
from factcheck.vocabulary.descriptor import Descriptor
from factcheck.vocabulary.entities import read_entities, read_memberships
from factcheck.vocabulary.mistakes import Mistakes
from factcheck.vocabulary.model import Vocabulary
from factcheck.vocabulary.rates import currency, read_rates
from factcheck.vocabulary.rows import Rows, known_keys, read_rows
from factcheck.vocabulary.sources import read_sources
from factcheck.vocabulary.units import read_metrics, read_units
from factcheck.vocabulary.wrong import Wrong


def read_vocabulary(descriptor: Descriptor) -> tuple[Vocabulary | None, list[Diagnostic]]:
    """The vocabulary, None when it has an error, and the diagnostics of the small tables."""
    reader = _Reader(descriptor)
    vocabulary = _read(reader)
    return None if any(found.is_error for found in reader.found) else vocabulary, reader.found


@define
class _Reader:
    descriptor: Descriptor
    found: list[Diagnostic] = Factory(list)
    mistakes: list[Mistakes] = Factory(list)

    def rows(self, name: str) -> Rows | None:
        """The rows of a table; None when it cannot be read, or is not there and need not be."""
        mistakes = Mistakes(self.descriptor.limits.max_diagnostics)
        self.mistakes.append(mistakes)
        return read_rows(name, self.descriptor, mistakes)

    def finish(self) -> None:
        """Tell what all the tables have collected."""
        for mistakes in self.mistakes:
            self.found += mistakes.told()


def _read(reader: _Reader) -> Vocabulary:
    descriptor, rows = (
        reader.descriptor,
        {name: reader.rows(name) for name in SHAPES if name != "claims"},
    )
    sources, entities, units = rows["sources"], rows["entities"], rows["units"]
    metrics, memberships, rates = rows["metrics"], rows["memberships"], rows["rates"]
    known_units = read_units(units) if units else {}
    trusted_units = known_units if units and units.complete else None
    known_sources = known_keys(sources)
    vocabulary = Vocabulary(
        name=descriptor.name,
        version=descriptor.version,
        sources=read_sources(sources) if sources else {},
        entities=read_entities(entities) if entities else {},
        memberships=read_memberships(memberships, known_keys(entities), known_sources)
        if memberships
        else (),
        metrics=read_metrics(metrics, trusted_units) if metrics else {},
        units=known_units,
        rates=read_rates(rates, trusted_units, known_sources) if rates else (),
        dimensions=descriptor.block.dimensions,
        currency=descriptor.block.currency,
        hedges=descriptor.hedges,
        words=descriptor.block.words,
    )
    reader.finish()
    if descriptor.block.currency and trusted_units is not None:
        checked = currency(trusted_units)(descriptor.block.currency)
        if isinstance(checked, Wrong):
            reader.found.append(checked.at(descriptor.span("factcheck", "currency")))
    return vocabulary
