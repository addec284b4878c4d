"""Results of earlier runs, looked up by all that they rest on; safe to delete at any time."""
