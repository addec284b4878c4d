"""The renderers, over reports made by hand."""
