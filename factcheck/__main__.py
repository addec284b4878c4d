"""Run the command line as `python -m factcheck`."""

import sys

from factcheck.cli import main

if __name__ == "__main__":
    sys.exit(main())
