"""What the tests of the command line share: how it is run, what it leaves, and a project with few plans."""

from __future__ import annotations

import re
from pathlib import Path

from site_project import copy_sources

ROOT = Path(__file__).parents[2]
PLAN = "plans/time-crunched.yaml"
#: The commands that take a file.
READS_A_FILE = ("audit", "calendar", "check", "expand", "explain")
LINE = re.compile(
    r"(?P<path>.+?):(?P<line>\d+):(?P<column>\d+): (?P<severity>error|warning)(\[(?P<rule>[a-z-]+)\])? (?P<message>.+)"
)


def with_plans(folder: Path, *names: str) -> Path:
    """Copy the project into a new folder, of its plans only those named."""
    copied = copy_sources(folder)
    for plan in (copied / "plans").glob("*.yaml"):
        if plan.name not in names:
            plan.unlink()
    return copied


def told(text: str) -> list[re.Match[str]]:
    """Return the diagnostics of a text; every line must be one."""
    found = [LINE.fullmatch(line) for line in text.splitlines()]
    assert all(found), text
    return [match for match in found if match]
