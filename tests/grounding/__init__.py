"""Tests of grounding: claims beside the words and the texts of their sources."""
