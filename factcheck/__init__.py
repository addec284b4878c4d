"""Fact-check packages of claims: read the claims, read the rules, say what contradicts what."""

__version__ = "0.1.0"
