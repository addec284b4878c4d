"""The conformance suite: the meaning of the language as data, and what holds us to it."""
