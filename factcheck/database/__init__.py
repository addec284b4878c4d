"""The one door to DuckDB: private databases, and tables in Parquet as text."""
