"""The text of claims as a table in an engine: checked there, and read back row by row."""
