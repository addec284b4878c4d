"""Advice on rules that are right in form: what a reader misses, and what can hardly be meant."""
