"""The SQL that an expert would write by hand for the verdicts of each measured rule file."""
