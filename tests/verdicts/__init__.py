"""Verdicts against samples and oracles."""
