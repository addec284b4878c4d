"""The documentation is tested: its examples run, its links lead somewhere, its codes exist."""
