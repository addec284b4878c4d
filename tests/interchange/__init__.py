"""What frictionless says of packages, in our report, and beside our own reading."""
