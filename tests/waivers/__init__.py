"""Findings that are accepted in a file, or known from an earlier report."""
