"""One relational plan a rule, made from the typed rule; a plan knows no engine."""
