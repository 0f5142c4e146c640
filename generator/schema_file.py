"""The schema of a project's definitions as a file beside its plans, where editors find it."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from pathlib import Path

from generator.model.finding import Diagnostic, Place
from generator.project import Project, open_project
from generator.schema import FILE, Names, definition_schema

PLACE = f"plans/{FILE}"
#: The first line of every plan: what tells an editor where the schema is.
FIRST_LINE = f"# yaml-language-server: $schema={FILE}"


def schema_text(root: Path) -> str:
    """Return the schema as it is written; with the names of the library if ``root`` has one."""
    here = (root / "plans" / "library").is_dir()
    return _text(open_project(root) if here else None)


def write_schema(root: Path) -> tuple[str, bool]:
    """Write the schema beside the plans; return where, and whether that changed anything. Refused without plans/."""
    text = _text(open_project(root))
    path = root / PLACE
    if _as_it_is(path) == text.encode("utf-8"):
        return PLACE, False
    aside = path.with_name(f".{path.name}.part")
    aside.write_text(text, encoding="utf-8")
    os.replace(aside, path)
    return PLACE, True


def stale_schema(project: Project) -> Iterator[Diagnostic]:
    """Yield a warning if a schema stands beside the plans and is not what this project's would be."""
    there = _as_it_is(project.root / PLACE)
    if there is not None and there != _text(project).encode("utf-8"):
        message = "this is not the schema of the present library and rules; editors complete by an old one"
        yield Diagnostic(Place(PLACE, 1, 1), "warning", None, message, "Run hardday schema --write.")


def _as_it_is(path: Path) -> bytes | None:
    return path.read_bytes() if path.is_file() and not path.is_symlink() else None


def _text(project: Project | None) -> str:
    schema = definition_schema(_names(project) if project else None)
    return json.dumps(schema, indent=2, ensure_ascii=False) + "\n"


def _names(project: Project) -> Names:
    known = project.known
    return Names.of(*(known[name] for name in ("exercises", "big_lifts", "held", "sources", "policies")))
