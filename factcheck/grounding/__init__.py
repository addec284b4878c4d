"""Claims beside the words of their sources: what a quote says, and where it stands in the text."""
