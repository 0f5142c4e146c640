"""Copies of the project with a few plans, and their pages built in a language."""

from __future__ import annotations

from pathlib import Path

import pytest
import site_project

from generator.build import build_pages
from generator.report.progress import unseen

#: They show a given calendar, layers, stages, weeks without weekdays, a plan that begins again, changed rules, races.
FEW = ("given-club-half", "return-from-injury", "nine-days", "time-crunched", "first-half")


def project_in(language: str, folder: Path, *plans: str) -> Path:
    """Copy the project, with all its plans or those named, into a folder; its site's language is set."""
    project: Path = site_project.copy_sources(folder / "project")
    for path in (project / "plans").glob("*.yaml"):
        if plans and path.stem not in plans:
            path.unlink()
    settings = (project / "mkdocs.yml").read_text("utf-8")
    assert "  language: en\n" in settings
    (project / "mkdocs.yml").write_text(settings.replace("  language: en\n", f"  language: {language}\n"), "utf-8")
    return project


def pages_of(project: Path) -> dict[str, bytes]:
    """Build a project's pages; return every file by its path."""
    with pytest.MonkeyPatch.context() as patched:
        patched.setenv("SOURCE_DATE_EPOCH", site_project.SOURCE_DATE_EPOCH)
        result = build_pages(project, unseen)
    assert not result.failed, result.diagnostics
    pages = project / "build" / "pages"
    found = (path for path in sorted(pages.rglob("*")) if path.is_file())
    return {path.relative_to(pages).as_posix(): path.read_bytes() for path in found}
