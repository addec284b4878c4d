"""What the readers of other people's packages say of a package; frictionless speaks for them."""
