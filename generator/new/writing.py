"""Puts a new plan, and a new project around it, on disk: all of it or nothing, and over nothing that is there."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from generator.model.finding import Diagnostic, Place, Refused
from generator.model.quoting import one_line
from generator.new.answers import Answers
from generator.new.making import Made
from generator.new.start import project_files, refuse_what_is_no_place
from generator.project import Project, open_project
from generator.schema_file import PLACE, write_schema
from generator.settings import read_settings
from generator.shipped import SHIPPED

A_CLINIC = "Our clinic"


def folder_for(root: Path, clinic: str, start: bool) -> tuple[Project, str]:
    """Return the project that a plan is tried in, and the clinic's name; Refused without one, or without room."""
    if start:
        refuse_what_is_no_place(root)
        return open_project(SHIPPED), one_line(clinic, 100).strip() or A_CLINIC
    if not (root / "plans").is_dir():
        hint = "Name the project's folder with --project, or begin one in an empty folder: hardday new --start."
        raise Refused((Diagnostic(Place(str(root), 1, 1), "error", None, "there is no folder plans/ here", hint),))
    return open_project(root), read_settings(root).clinic.name if (root / "mkdocs.yml").is_file() else ""


def taken(root: Path) -> frozenset[str]:
    """Return the addresses of the plans that are there."""
    folder = root / "plans"
    return frozenset(path.stem for path in folder.glob("*.y*ml")) if folder.is_dir() else frozenset()


def write_plan(root: Path, clinic: str, answers: Answers, made: Made) -> Iterator[str]:
    """Write the plan, and around it a project for that clinic if one is named; yield a line for each thing done."""
    files = dict(project_files(root, clinic)) if clinic else {}
    files[f"plans/{answers.id}.yaml"] = made.text.encode("utf-8")
    for name, content in files.items():
        _write_new(root / name, content)
    if clinic:
        yield f"A project for {clinic} is begun in {root.resolve()}"
    if clinic or not (root / PLACE).is_file():
        write_schema(root)


def told(root: Path, answers: Answers, made: Made) -> Iterator[str]:
    """Yield what the plan is and what to do next."""
    plan, place = made.plan, f"plans/{answers.id}.yaml"
    runs = sum(session.sport == "run" for day in plan.days for session in day.sessions)
    lifts = sum(session.sport == "strength" for day in plan.days for session in day.sessions)
    phases = ", ".join(f"{phase.title} {phase.last_week - phase.first_week + 1}" for phase in plan.phases)
    where = "" if root == Path() else f" --project {root}"
    yield f"{place} is written: {len(plan.weeks)} weeks ({phases}), {runs} runs, {lifts} lifts. It builds as it stands."
    yield "Next:"
    yield f"  hardday serve{where}   see its pages while you change it"
    yield f"  hardday check {root / place}{where}   what the rules say"
    yield f"  hardday explain {root / place}{where}   why each session stands on its day"


def _write_new(path: Path, content: bytes) -> None:
    """Write a file that is not there yet; Refused if it is, even if it came a moment ago."""
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        with path.open("xb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
    except FileExistsError:
        message = "this file is there already, and nothing is written over it"
        raise Refused((Diagnostic(Place(str(path), 1, 1), "error", None, message),)) from None
