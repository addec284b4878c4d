"""Two editions of a package side by side: rows, columns, policy, rules and verdicts."""
