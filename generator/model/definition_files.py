"""Where a project's definitions stand."""

from __future__ import annotations

from pathlib import Path


def definition_files(project: Path) -> tuple[Path, ...]:
    """Return the definitions of a project, by name."""
    found = (project / "plans").glob("*.y*ml")
    return tuple(sorted(p for p in found if p.suffix in (".yaml", ".yml") and not p.name.startswith(".")))
