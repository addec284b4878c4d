"""Two editions of a package side by side."""
