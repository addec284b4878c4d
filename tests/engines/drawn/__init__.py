"""Packages and rules drawn at random, and the verdicts that engines give on them."""
