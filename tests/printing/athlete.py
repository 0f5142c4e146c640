"""A browser of an athlete who told it everything: dates, a race, sets, sign-offs, and a log that is full."""

from __future__ import annotations

import json
from datetime import date, datetime, timedelta

from planned import PlannedWeek
from playwright.sync_api import Browser, BrowserContext

from generator.model.plan import Lift

FIRST_DAY = date(2027, 3, 1)  # a Monday
NOTE = (
    "Slept badly, then the second half felt good; left the last set out because the bar was taken for twenty minutes."
)


def kept(week: PlannedWeek, signed_off: bool) -> dict[str, object]:
    """What the browser has kept, by key."""
    plan = week.plan
    found: dict[str, object] = {"fitness": {"distance_m": 10000, "time_s": 2640, "on": "2027-02-01"}}
    if not plan.staged:
        found[f"plan.{plan.id}"] = {"start": FIRST_DAY.isoformat(), "by": "start"}
    for lift in week.week.lifts:
        for done in (*lift.exercises, *(lift.unless_signed_off.exercises if lift.unless_signed_off else ())):
            found[f"set.{done.id}"] = {"weight": 102.5, "unit": "kg", "reps": 5, "rir": 2, "on": "2027-02-01"}
            if signed_off:
                by = {"by": "Dana Example-Longname", "role": "physical therapist", "on": "2027-02-01"}
                found[f"signed.{done.id}"] = by
    return found


def logged(week: PlannedWeek) -> dict[str, object]:
    """Every field of every day's log, filled in."""
    found: dict[str, object] = {}
    for at, day in enumerate(week.week.days):
        key, on = f"log.{week.plan.id}.{week.week.number}.{at}", (_begins(week) + timedelta(at)).isoformat()
        pain = {"where": "knee", "side": "left", "during": 4, "after": 3, "morning": 2}
        noted = {"soreness": 6, "fatigue": 7, "sleep": 6.5, "pain": pain, "note": NOTE, "at": on}
        found[f"{key}.day"] = noted
        names = [("lift" if isinstance(one, Lift) else "run") for one in day.sessions]
        for name in dict.fromkeys(names):
            sets = [
                {"lift": one.id, "weight": 82.5, "unit": "kg", "reps": 6, "rir": 2}
                for lift in day.lifts if name == "lift" for one in lift.exercises
            ]  # fmt: skip
            done = {"done": True, "rpe": 7, "minutes": 65, "at": on}
            found[f"{key}.{name}"] = done | ({"sets": sets} if sets else {})
    return found


def _begins(week: PlannedWeek) -> date:
    return FIRST_DAY + timedelta(week.week.days[0].day)


def athletes_context(browser: Browser, week: PlannedWeek, entries: dict[str, object], day: int = 2) -> BrowserContext:
    """A browser that keeps these entries, on a phone in dark colors, on the week's day `day` from 0 at noon."""
    context = browser.new_context(
        viewport={"width": 390, "height": 844}, color_scheme="dark", reduced_motion="reduce", timezone_id="UTC"
    )
    stored = {f"hardday.1.{key}": json.dumps(value) for key, value in entries.items()}
    context.add_init_script(
        f"for (const [key, value] of Object.entries({json.dumps(stored)})) localStorage.setItem(key, value)"
    )
    context.clock.install(time=datetime.combine(_begins(week) + timedelta(day), datetime.min.time()).replace(hour=12))
    return context
