"""Tests of one case explained."""
