"""Tests of the published form."""
