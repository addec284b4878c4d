"""What runs a plan over the claims and gives rows back."""
