"""Engines against oracles."""
