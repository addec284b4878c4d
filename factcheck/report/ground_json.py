"""What `factcheck ground` says, as JSON."""

from __future__ import annotations

from factcheck.grounding.mend import Mended
from factcheck.report.escape import for_json
from factcheck.report.indented import indented
from factcheck.report.json_report import VERSION, Json, grounding_json, problem_json


def render_ground_json(mended: Mended, *, written: bool) -> str:
    """Problems, sums and changes; `fixed` says whether the changes were made."""
    document: Json = {
        "version": VERSION,
        "problems": [problem_json(problem) for problem in mended.problems],
        "grounding": grounding_json(mended.grounding) if mended.grounding else None,
        "fixed": written,
        "changes": [
            {
                "location": {"path": one.path, "line": one.line},
                "column": one.column,
                "before": one.before,
                "after": one.after,
            }
            for one in mended.changes
        ],
    }
    return for_json(indented(document)) + "\n"
