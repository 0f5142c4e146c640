"""Small projects with dated plans of every kind of week, to be built in a folder of their own."""

from __future__ import annotations

import shutil
from pathlib import Path

from site_project import ROOT, SOURCES

VALID = ROOT / "tests" / "cases" / "valid"

_SATURDAYS = """\
title: Weeks from Saturday
summary: Eight weeks of base.
audience: recreational
units: km
week_starts: saturday
start: 2027-01-02
author: a test
easy_pace: 6:00 /km
big_lifts: [goblet-squat]
phases:
  - id: base
    title: Base
    weeks: 8
    running: {kind: base, volume: 30-34 km, long: 10-11 km, runs: 4, aerobic: 1, quality: [hills]}
    strength: {kind: base, sessions: 2}
"""
_RACES = """
races:
  - {name: City run, day: 2027-05-23}
  - {name: "Fjord run, Tromsø", id: fjord-run, day: 2027-09-11}
"""


def dated_plans() -> dict[str, str]:
    """Definitions by file: weeks from Monday (the race is not in the last), Sunday, Saturday, and of nine days."""
    valid = {path.stem: path.read_text(encoding="utf-8") for path in VALID.glob("*.yaml")}
    return {
        "mondays.yaml": valid["race-then-transition"] + _RACES,
        "sundays.yaml": valid["miles-and-sundays"],
        "saturdays.yaml": _SATURDAYS,
        "nine-days.yaml": valid["nine-days"] + "start: 2027-01-04\n",
        "again.yaml": valid["rolling"] + "start: 2027-01-04\n",
    }


def project_of(folder: Path, plans: dict[str, str]) -> Path:
    """Write a project that has these plans and no others, and no calendars published yet."""
    folder.mkdir(parents=True)
    for name in SOURCES:
        if (ROOT / name).is_file():
            shutil.copy2(ROOT / name, folder / name)
        elif name != "published":
            shutil.copytree(ROOT / name, folder / name)
    for path in (folder / "plans").glob("*.yaml"):
        path.unlink()
    for name, text in plans.items():
        (folder / "plans" / name).write_text(text, encoding="utf-8")
    return folder
