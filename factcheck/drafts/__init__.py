"""Claims drafted from a text: a row for each figure, to be completed by a person."""
