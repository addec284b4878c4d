"""The command line: options, outputs and exit statuses."""
