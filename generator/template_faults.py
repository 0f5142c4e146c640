"""What is wrong with a template, as its author can mend it: its file and line, and what Jinja says of it."""

from __future__ import annotations

import traceback
from collections.abc import Iterator
from pathlib import Path

from generator.model.finding import Diagnostic, Place

_ENDINGS = (".j2", ".html", ".xml")
_LONGEST = 500


def template_fault(problem: BaseException, root: Path) -> Diagnostic | None:
    """Return what a template of the project is at fault with; None if what was raised has no template in it.

    It is to be called in the process in which it was raised: another one does not know the template's line.
    """
    import jinja2

    if isinstance(problem, jinja2.TemplateNotFound):
        return Diagnostic(Place("templates", 1, 1), "error", None, f"there is no template {said_of(problem)}")
    place = next(_places(problem, root), None)
    if place is None:
        return None
    hint = "" if isinstance(problem, jinja2.TemplateError) else "What this line prints is not as it should be."
    return Diagnostic(place, "error", None, f"this template can't be used: {said_of(problem)}", hint)


def said_of(problem: BaseException) -> str:
    """Return what was raised as one line of a length that can be read."""
    return " ".join(str(problem).split())[:_LONGEST] or type(problem).__name__


def _places(problem: BaseException, root: Path) -> Iterator[Place]:
    """Yield where templates were being read or printed, the innermost first."""
    import jinja2

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
