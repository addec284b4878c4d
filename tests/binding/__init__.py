"""Binding: what is said about names, units and kinds that do not fit."""
