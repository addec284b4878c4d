"""Binding: names looked up in the vocabulary, dimensions checked, before any claim is seen."""
