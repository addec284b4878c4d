"""The published form of a package: tables, verdicts and rules that others read without us."""
