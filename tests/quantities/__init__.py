"""Tests of the reader of figures in text."""
