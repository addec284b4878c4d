"""What all tests share: the profiles of Hypothesis and the places of the project."""

import os
from pathlib import Path

import pytest
from hypothesis import settings

ROOT = Path(__file__).resolve().parent.parent

EXAMPLES, THOROUGH_EXAMPLES = 40, 1000
"""How many inputs a property is tried on, on every run and where time does not matter."""

settings.register_profile("dev", deadline=None, max_examples=EXAMPLES, print_blob=True)
settings.register_profile("ci", settings.get_profile("dev"), derandomize=True)
settings.register_profile("thorough", settings.get_profile("dev"), max_examples=THOROUGH_EXAMPLES)
settings.load_profile(
    os.environ.get("HYPOTHESIS_PROFILE") or ("ci" if "CI" in os.environ else "dev")
)

# No test sees what another run has left; those of the cache name a folder of their own.
os.environ["FACTCHECK_CACHE"] = "0"


MOST_WORKERS = 4
"""Of `-n auto`: each may start Java and a browser, which take memory."""


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_auto_num_workers() -> int:
    """As many as there are processors, up to a number that memory allows for."""
    return min(os.cpu_count() or 1, MOST_WORKERS)


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """A test that asks for what is not installed with the project needs a guest."""
    for item in items:
        reasons = (mark.kwargs.get("reason", "") for mark in item.iter_markers("skipif"))
        if any("not installed" in reason for reason in reasons):
            item.add_marker("guest")


@pytest.fixture(scope="session")
def root() -> Path:
    """The project's own folder."""
    return ROOT


@pytest.fixture(scope="session")
def sources() -> Path:
    """The folder with the archived articles; a test that asks for it is skipped without them."""
    folder = Path(os.environ.get("FACTCHECK_SOURCES") or ROOT.parent / "shared" / "sources")
    if not folder.is_dir():
        pytest.skip("the archived articles are not at hand (FACTCHECK_SOURCES)")
    return folder
