"""What leaves a figure in doubt: each module one kind of reason, `doubt` all of them in turn."""
