"""From verdicts and diagnostics to findings, and from findings to each output format."""
