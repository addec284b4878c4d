"""As `factcheck.records`, under the name that it had."""

from factcheck.records import Record

__all__ = ["Record"]
