"""Tests of the language: its form, its names, its units."""
