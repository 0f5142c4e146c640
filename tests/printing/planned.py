"""What a week of a published plan holds, from its JSON: the texts that paper must show, in the order of the days."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

import yaml
from site_project import ROOT

from generator.model.plan import Cross, Day, Lift, Plan, Prescription, Run, Week
from generator.plan_json.read import read_plan
from generator.publish import words
from generator.publish.addresses import week_address
from generator.publish.naming import lift_name, run_name
from generator.publish.views.amounts import OPEN, run_length
from generator.publish.views.lift import left_in_you, sets_reps

EXERCISES = yaml.safe_load((ROOT / "plans" / "library" / "exercises.yaml").read_text("utf-8"))
#: `both` as without browser code; `shut` and `open` once the browser knows whether the athlete is signed off.
Gate = Literal["both", "shut", "open"]


@dataclass(frozen=True)
class PlannedWeek:
    """A week of a published plan and its page's address."""

    plan: Plan
    week: Week

    @property
    def address(self) -> str:
        """The page's address from the site's root."""
        return week_address(self.plan, self.week)

    def texts(self, gate: Gate = "both", order: Sequence[int] | None = None) -> list[str]:
        """All texts of the week; `order` names the printed day that stands at each place."""
        days = [self.week.days[at] for at in order] if order else self.week.days
        return [text for day in days for text in _day(self.plan, day, gate)]


def published_plans(site: Path) -> list[Plan]:
    """Every plan of a built site, from its JSON."""
    files = sorted(site.glob("plans/*/plan.json"))
    assert files, "the site has no plans"
    return [read_plan(file.read_text("utf-8"), str(file)) for file in files]


def planned_weeks(site: Path) -> list[PlannedWeek]:
    """Every week of every plan of a built site."""
    return [PlannedWeek(plan, week) for plan in published_plans(site) for week in plan.weeks]


def heaviest(weeks: Iterable[PlannedWeek], each: int = 1) -> list[PlannedWeek]:
    """Of each plan the weeks with the most to print, the heaviest of all first."""
    ranked = sorted(weeks, key=lambda one: -len(one.texts()))
    found: dict[str, list[PlannedWeek]] = {}
    for one in ranked:
        found.setdefault(one.plan.id, []).append(one)
    kept = {id(one) for of_plan in found.values() for one in of_plan[:each]}
    return [one for one in ranked if id(one) in kept]


def _day(plan: Plan, day: Day, gate: Gate) -> Iterator[str]:
    efforts = [session for session in day.sessions if not isinstance(session, Lift)]
    yield from (run_name(one) if isinstance(one, Run) else "cross-training" for one in efforts)
    if not day.sessions:
        yield "rest"
    for session in efforts:
        if isinstance(session, Run):
            yield run_length(session, plan.units) or OPEN
        elif isinstance(session, Cross):
            yield words.duration(session.duration_s) if session.duration_s else "RPE"
    for lift in day.lifts:
        yield from _lift(lift, gate)


def _lift(lift: Lift, gate: Gate) -> Iterator[str]:
    yield lift_name(lift)
    other = lift.unless_signed_off
    if not other or gate != "shut":
        yield from _rows(lift.exercises, said=not lift.written)
    if other and gate != "open":
        yield from _rows(other.exercises, said=True)


def _rows(exercises: Iterable[Prescription], said: bool) -> Iterator[str]:
    for done in exercises:
        yield EXERCISES[done.id]["name"]
        yield sets_reps(done)
        if said:
            yield left_in_you(done)
