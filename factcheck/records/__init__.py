"""Classes that are their fields: how they are made, compared, hashed and shown."""

from factcheck.records.classes import Factory, define, evolve, field, frozen, names_of
from factcheck.records.record import Record, values_of

__all__ = ["Factory", "Record", "define", "evolve", "field", "frozen", "names_of", "values_of"]
