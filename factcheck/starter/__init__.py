"""A new package: what `factcheck init` writes, and how it is written whole or not at all."""
