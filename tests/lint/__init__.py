"""Advice on rules."""
