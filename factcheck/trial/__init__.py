"""The tests of rules: figures given, the rule run on them alone, and its status compared."""
