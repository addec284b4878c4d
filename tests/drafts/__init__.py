"""Tests of drafts: claims from the figures of a text."""
