"""Findings that are known: accepted in a file with a reason, or told by an earlier report."""
