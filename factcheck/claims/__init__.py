"""The claims of a package: checked rows with the bounds that their figures stand for."""
