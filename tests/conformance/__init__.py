"""The conformance suite: the meaning of the language as data, and this implementation held to it."""
