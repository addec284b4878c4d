"""From rows to verdicts, exactly: holds, violated, undetermined, not exercised."""
