"""The reader of figures in text."""
