"""The one layout of rule files: words are kept, the space between them and their order are set."""
