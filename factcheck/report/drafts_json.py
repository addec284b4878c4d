"""Drafts of claims as JSON."""

from __future__ import annotations

from factcheck.drafts.model import Drafts
from factcheck.report.escape import for_json
from factcheck.report.indented import indented
from factcheck.report.json_report import VERSION, Json, problem_json


def render_drafts_json(drafts: Drafts) -> str:
    """Each draft with its filled cells, its line in the text, and whether it was read."""
    document: Json = {
        "version": VERSION,
        "text": drafts.path,
        "source": drafts.source,
        "known": drafts.known,
        "drafts": [
            {
                "line": draft.line,
                "read": draft.read,
                "cells": {
                    name: draft.cells[name] for name in drafts.columns if draft.cells.get(name)
                },
            }
            for draft in drafts.rows
        ],
        "problems": [problem_json(problem) for problem in drafts.problems],
    }
    return for_json(indented(document)) + "\n"
