"""Tests of the plug-in for pytest."""
