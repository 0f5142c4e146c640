"""A checkout of its own with three small plans: what a preview is made of can be edited in it, templates too."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from dataclasses import dataclass, replace
from pathlib import Path

from generator.bookmarks import read_history, written
from generator.checking import expand_all
from generator.inputs import read_inputs
from generator.language import speaking
from generator.model.definition_files import definition_files
from generator.model.finding import Diagnostic, Refused
from generator.owned import owned
from generator.project import open_project
from generator.publish.files import Site
from generator.report.progress import unseen
from generator.serve.desk import Desk
from generator.serve.pages import Around, Pages
from generator.settings import site_language
from generator.source_date import source_date
from generator.whole_site.beside import read_beside
from generator.whole_site.whole import whole_site

ROOT = Path(__file__).resolve().parents[2]
EPOCH = "1767225600"
_PLANS = {
    "winter": (ROOT / "plans" / "offseason-strength.yaml").read_text("utf-8").replace("weeks: 8", "weeks: 3"),
    "short": "title: A short winter\nextends: winter\nsummary: The same.\norder: 91\n",
    "dated": "title: Winter with dates\nextends: winter\nsummary: From January on.\norder: 92\nstart: 2027-01-04\n",
}


def checkout(to: Path) -> Path:
    """Copy the program and what it makes a site of into the new folder, with the small plans alone."""
    to.mkdir(parents=True)
    without = shutil.ignore_patterns("__pycache__", "*.pyc")
    for name in ("generator", "templates", "plans"):
        shutil.copytree(ROOT / name, to / name, ignore=without)
    shutil.copy2(ROOT / "mkdocs.yml", to / "mkdocs.yml")
    for plan in (to / "plans").glob("*.yaml"):
        plan.unlink()
    for name, text in _PLANS.items():
        (to / "plans" / f"{name}.yaml").write_text(text, "utf-8")
    return to


def warm_desk(root: Path) -> Desk:
    """Return a preview's desk that makes a round when it is told to, with its first round done."""
    desk = Desk(root, lambda told: None, root / "templates")
    desk.round()
    return desk


def served_files(desk: Desk) -> dict[str, bytes]:
    """Ask a preview for every file of its site."""
    pages = desk.shown.pages
    assert pages is not None
    found = {name: pages.file(name) for name in pages.names()}
    return {name: content for name, content in found.items() if content is not None}


@dataclass(frozen=True)
class Cold:
    """What a build works out that remembers nothing: all files for MkDocs, or what is wrong."""

    site: Site | None
    diagnostics: tuple[Diagnostic, ...]

    @property
    def errors(self) -> set[Diagnostic]:
        """What stops it."""
        return {one for one in self.diagnostics if one.severity == "error"}


def cold_site(root: Path) -> Cold:
    """Work a site out in the order of a build, in this process."""
    try:
        with speaking(site_language(root)):
            return _worked_out(root)
    except Refused as refused:
        return Cold(None, refused.diagnostics)


def _worked_out(root: Path) -> Cold:
    project = open_project(root)
    expanded, result = expand_all(project, definition_files(root), unseen)
    clinic = owned(root, [one.authored for one in expanded])
    told = (*result.diagnostics, *clinic.diagnostics)
    if any(one.severity == "error" for one in told):
        return Cold(None, told)
    history = read_history(root, [written(one.authored, one.plan) for one in expanded])
    beside = read_beside(project, clinic.settings)
    whole = whole_site(expanded, replace(beside, templates=root / "templates"), history)
    told = (*told, *whole.faults)
    return Cold(None if any(one.severity == "error" for one in told) else whole.site, told)


def cold_pages(root: Path, site: Site) -> Pages:
    """Set MkDocs up anew for a site."""
    inputs = read_inputs(root, root / "templates")
    paths = frozenset((*site.pages, *site.late))
    around = Around(site.navigation, inputs.settings, inputs.theme, int(source_date(root)), paths)
    with speaking(site_language(root)):
        return Pages(root, site, around)


def command(root: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run the copied program on its own project."""
    environment = os.environ | {"PYTHONPATH": str(root), "SOURCE_DATE_EPOCH": EPOCH, "NO_MKDOCS_2_WARNING": "1"}
    program = [sys.executable, "-m", "generator", *arguments]
    return subprocess.run(program, cwd=root, env=environment, capture_output=True, text=True, check=False, timeout=600)


def built_files(root: Path, aside: Path) -> dict[str, bytes]:
    """Copy a checkout as it is now, run its own `hardday build` there, and return every file that is published."""
    shutil.rmtree(aside, ignore_errors=True)
    shutil.copytree(root, aside, symlinks=True)
    done = command(aside, "build")
    assert done.returncode == 0, done.stderr[-2000:]
    site = aside / "site"
    return {path.relative_to(site).as_posix(): path.read_bytes() for path in site.rglob("*") if path.is_file()}
