"""``hardday/index@1``: every published plan, for programs that want to know what there is before they read a plan.

Published as ``plans/index.json``. Addresses are relative to the site's root. Keys may be added, none renamed.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from generator.frozen import frozen
from generator.model.vocabulary import RunningPhase, StrengthPhase, Unit

INDEX_FORMAT = "hardday/index@1"


@frozen
class IndexPhase:
    """A phase of a plan, with its page."""

    id: str
    title: str
    address: str
    first_week: int
    last_week: int
    running: RunningPhase
    strength: StrengthPhase


@frozen
class IndexCalendar:
    """A calendar to subscribe to: of a dated plan, or of a real race that the plan leads to."""

    name: str
    address: str
    private_address: str
    start: str


@frozen
class IndexRace:
    """The goal race."""

    name: str
    distance_m: int
    week: int


@frozen
class IndexPlan:
    """A plan, with where to find it."""

    id: str
    title: str
    summary: str
    language: str
    audience: str
    address: str
    plan_json: str
    calendars: tuple[IndexCalendar, ...]
    units: Unit
    weeks: int
    staged: bool
    rolling: bool
    phases: tuple[IndexPhase, ...]
    race: IndexRace | None
    peak_run_distance_m: int
    reviewed_by: str | None
    reviewed_on: str | None


@frozen
class Index:
    """The list of plans."""

    site: str | None
    language: str
    plans: tuple[IndexPlan, ...]
    format: str = INDEX_FORMAT


INDEX_MEANING: Mapping[type[Any], Mapping[str, str]] = {
    Index: {
        "": "Every published plan. Keys may be added, none is renamed.",
        "format": "The format and its number.",
        "site": "Where the site is served, with a closing slash; null if its settings do not say.",
        "language": "The site's language: en, de.",
        "plans": "The plans in the order of the home page.",
    },
    IndexPlan: {
        "": "A plan, with where to find it. Addresses are relative to the site.",
        "id": "The plan's id.",
        "title": "The runner type's name.",
        "summary": "Whom it is for, in a sentence or two.",
        "language": "The language in which it is published.",
        "audience": "Whom it is for, in a word.",
        "address": "Its page.",
        "plan_json": "The whole plan as data, hardday/plan@1.",
        "calendars": "Its calendars; none for a plan without dates.",
        "units": "How the plan is shown. Distances in data are always in meters.",
        "weeks": "How many weeks, or stages, it has.",
        "staged": "true if it has stages, each repeated until its criteria are met.",
        "rolling": "true if its weeks repeat for as long as one likes.",
        "phases": "Its phases in order.",
        "race": "The goal race; null if there is none.",
        "peak_run_distance_m": "The largest week's running in meters, races not counted; 0 for plans by time.",
        "reviewed_by": "Who reviewed it; null if nobody did.",
        "reviewed_on": "When it was reviewed (2026-11-01); null if it was not.",
    },
    IndexPhase: {
        "": "A phase of a plan.",
        "id": "The phase's id.",
        "title": "Its name.",
        "address": "Its page.",
        "first_week": "Its first week's number.",
        "last_week": "Its last week's number.",
        "running": "What it does for running.",
        "strength": "What it does for strength.",
    },
    IndexCalendar: {
        "": "A calendar to subscribe to.",
        "name": "The race's name, or the plan's title.",
        "address": "The calendar file.",
        "private_address": "The same days without a word of what they are.",
        "start": "The date of the plan's first day in this calendar.",
    },
    IndexRace: {
        "": "The goal race.",
        "name": "Its name; empty if it has none.",
        "distance_m": "Its distance in meters.",
        "week": "The number of the week in which it is run.",
    },
}


def write_index(index: Index) -> str:
    """Return the index as JSON text with a closing newline, its format first."""
    found = {"format": index.format, **asdict(index)}
    return json.dumps(found, ensure_ascii=False, indent=1) + "\n"
