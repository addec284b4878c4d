"""The exact engine: plans interpreted in plain Python; the reference for every other engine."""
