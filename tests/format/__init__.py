"""The layout of rule files."""
