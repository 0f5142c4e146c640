"""What went wrong while a page was made, as its author can mend it: the file and line of a template at fault."""

from __future__ import annotations

import traceback
from collections.abc import Iterator
from pathlib import Path

import jinja2
import yaml

from generator.model.finding import Diagnostic, Place, Refused

_ENDINGS = (".j2", ".html", ".xml")
_LONGEST = 500


def told_of(problem: BaseException, root: Path) -> tuple[Diagnostic, ...]:
    """Return the diagnostics of whatever was raised."""
    if isinstance(problem, Refused):
        return problem.diagnostics
    said = " ".join(str(problem).split())[:_LONGEST] or type(problem).__name__
    place = next(_template_places(problem, root), None)
    if isinstance(problem, jinja2.TemplateNotFound):
        return (Diagnostic(Place("templates", 1, 1), "error", None, f"there is no template {said}"),)
    if place is not None:
        hint = "" if isinstance(problem, jinja2.TemplateError) else "What this line prints is not as it should be."
        return (Diagnostic(place, "error", None, f"this template can't be used: {said}", hint),)
    if isinstance(problem, OSError):
        name = str(problem.filename or "a file")
        return (Diagnostic(Place(name, 1, 1), "error", None, f"this can't be read: {problem.strerror or said}"),)
    if isinstance(problem, (ValueError, KeyError, yaml.YAMLError)):
        return (Diagnostic(Place("templates", 1, 1), "error", None, f"the pages can't be made: {said}"),)
    last = traceback.extract_tb(problem.__traceback__)[-1:]
    where = "".join(f" ({Path(frame.filename).name}:{frame.lineno} in {frame.name})" for frame in last)
    message = f"hardday itself failed: {type(problem).__name__}: {said}{where}"
    return (Diagnostic(Place("mkdocs.yml", 1, 1), "error", None, message, "Please report this line."),)


def _template_places(problem: BaseException, root: Path) -> Iterator[Place]:
    """Yield where templates were being read or printed, the innermost first."""
    if isinstance(problem, jinja2.TemplateSyntaxError) and problem.filename:
        yield Place(_shown(problem.filename, root), problem.lineno, 1)
    for frame in reversed(traceback.extract_tb(problem.__traceback__)):
        if frame.filename.endswith(_ENDINGS) and "site-packages" not in frame.filename:
            yield Place(_shown(frame.filename, root), frame.lineno or 1, 1)


def _shown(name: str, root: Path) -> str:
    try:
        return Path(name).resolve().relative_to(root.resolve()).as_posix()
    except ValueError:
        return name
