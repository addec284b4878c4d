"""A new package, and how it is written."""
