"""The data package against the archived articles."""
