"""Reading claims, and the bounds that their words allow."""
