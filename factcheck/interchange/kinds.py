"""The kinds of error that frictionless has, and our codes for them."""

from collections.abc import Mapping
from typing import Final

from factcheck.diagnostics import conformance_codes as codes
from factcheck.vocabulary.json_places import JsonPath

_KINDS: Final = {
    codes.DESCRIPTOR: (
        *("package-error", "resource-error", "schema-error", "field-error", "dialect-error"),
        *("control-error", "metadata-error", "stats-error", "detector-error"),
    ),
    codes.FILE: (
        *("file-error", "byte-count", "hash-count", "field-count", "row-count", "table-error"),
        *("source-error", "scheme-error", "format-error", "encoding-error", "compression-error"),
    ),
    codes.HEADER: (
        *("header-error", "blank-header", "label-error", "blank-label", "unmatched-header"),
        *("duplicate-label", "extra-label", "incorrect-label", "missing-label"),
    ),
    codes.CELL: ("cell-error", "type-error", "constraint-error"),
    codes.ROW: ("row-error", "blank-row", "extra-cell", "missing-cell"),
    codes.KEY: ("primary-key", "foreign-key", "unique-error"),
}
CODES: Final = {kind: code for code, kinds in _KINDS.items() for kind in kinds}

BELOW: Final[Mapping[str, JsonPath]] = {
    "schema-error": ("schema",),
    "field-error": ("schema", "fields"),
    "dialect-error": ("dialect",),
    "control-error": ("dialect",),
}
"""The property of a resource in which an error of the descriptor is."""
