"""What went wrong while a page was made, as its author can mend it."""

from __future__ import annotations

import traceback
from pathlib import Path

import yaml

from generator.model.finding import Diagnostic, Place, Refused
from generator.template_faults import said_of, template_fault


def told_of(problem: BaseException, root: Path) -> tuple[Diagnostic, ...]:
    """Return the diagnostics of whatever was raised."""
    if isinstance(problem, Refused):
        return problem.diagnostics
    fault = template_fault(problem, root)
    if fault is not None:
        return (fault,)
    said = said_of(problem)
    if isinstance(problem, OSError):
        name = str(problem.filename or "a file")
        return (Diagnostic(Place(name, 1, 1), "error", None, f"this can't be read: {problem.strerror or said}"),)
    if isinstance(problem, (ValueError, KeyError, yaml.YAMLError)):
        return (Diagnostic(Place("templates", 1, 1), "error", None, f"the pages can't be made: {said}"),)
    last = traceback.extract_tb(problem.__traceback__)[-1:]
    where = "".join(f" ({Path(frame.filename).name}:{frame.lineno} in {frame.name})" for frame in last)
    message = f"hardday itself failed: {type(problem).__name__}: {said}{where}"
    return (Diagnostic(Place("mkdocs.yml", 1, 1), "error", None, message, "Please report this line."),)
