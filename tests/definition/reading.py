"""How these tests read a definition: as the pipeline does, against the shipped library and policies."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from generator.load import load_definition
from generator.model.definition import Authored
from generator.model.finding import Diagnostic, Refused
from generator.overrides import rule_checks
from generator.project import Project, open_project
from generator.validate import validate

ROOT = Path(__file__).parents[2]
CASES = ROOT / "tests" / "cases"


@cache
def shipped() -> Project:
    return open_project(ROOT)


def read(path: Path, root: Path = ROOT, shown: str | None = None) -> Authored:
    project = shipped()
    tree = load_definition(path, root, shown or path.name)
    return validate(tree, path.stem, project.known, (rule_checks(project.policies.overrides),))


def faults(path: Path, root: Path = ROOT, shown: str | None = None) -> tuple[Diagnostic, ...]:
    """Every fault of a definition; none if it can be read."""
    try:
        read(path, root, shown)
    except Refused as refused:
        return refused.diagnostics
    return ()
