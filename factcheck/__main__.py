"""Run the command line as `python -m factcheck`."""

from factcheck.cli import command

if __name__ == "__main__":
    command()
