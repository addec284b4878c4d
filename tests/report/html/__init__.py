"""The HTML page: its pictures by their numbers, its text, what a browser makes of it."""
