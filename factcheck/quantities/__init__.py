"""Figures in running text: what is printed where, and how surely. Knows no claims and no rules."""

from factcheck.quantities.model import Kind, Quantity
from factcheck.quantities.read import read_quantities
from factcheck.quantities.tables import with_words

__all__ = ["Kind", "Quantity", "read_quantities", "with_words"]
