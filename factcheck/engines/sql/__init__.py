"""Plans as SQL that any engine of tables could run: layers, a small writer, a table of dialects."""
