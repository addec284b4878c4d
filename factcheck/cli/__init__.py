"""The command line: reads options, calls the rooms below, writes what they tell."""
