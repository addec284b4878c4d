"""The command line: reads options, calls the rooms below, writes what they tell."""

from factcheck.cli.run import main

__all__ = ["main"]
