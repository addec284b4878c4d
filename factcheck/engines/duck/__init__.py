"""The DuckDB engine: large tables loaded, checked and judged where they lie."""
