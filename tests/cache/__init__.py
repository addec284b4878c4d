"""Results of earlier runs: the same as those of a new one, or none."""
