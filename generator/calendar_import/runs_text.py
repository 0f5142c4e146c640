"""A running calendar written out as the contract's CSV: ``week,mon,tue,...``, a day a cell in hardday's own words."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal

from generator.model.given import Amount, GivenDay, GivenSession
from generator.model.plan import Cross, Day, Plan, Repeat, Run, Step
from generator.model.quoting import FORBIDDEN
from generator.model.step_text import TARGETS, Workout
from generator.model.units import METRES_PER, RACES, metres
from generator.model.vocabulary import WEEKDAYS, Unit, Weekday, WeekStart

Weeks = Mapping[int, Mapping[Weekday, GivenDay]]
_WORDS = {"steady": "", "recovery": " jog", "walk": " walk", "warmup": " warm up", "cooldown": " cool down"}
#: What a spreadsheet would take for the start of a formula.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def calendar_csv(weeks: Weeks, starts: WeekStart) -> str:
    """Return the calendar as CSV, the columns in the order of the week."""
    written = io.StringIO()
    writer = csv.writer(written, lineterminator="\n")
    writer.writerows(_rows(weeks, starts))
    return written.getvalue()


def calendar_markdown(weeks: Weeks, starts: WeekStart) -> str:
    """Return the calendar as a Markdown table."""
    head, *rows = [[cell.replace("|", "\\|") for cell in row] for row in _rows(weeks, starts)]
    lines = [head, ["---"] * len(head), *rows]
    return "".join(f"| {' | '.join(row)} |\n" for row in lines)


def _rows(weeks: Weeks, starts: WeekStart) -> Iterable[list[str]]:
    first = WEEKDAYS.index(starts)
    order = (*WEEKDAYS[first:], *WEEKDAYS[:first])
    yield ["week", *(day[:3] for day in order)]
    for number, days in weeks.items():
        yield [str(number), *(_safe(days[day].written) for day in order)]


def _safe(cell: str) -> str:
    return f"'{cell}" if cell.startswith(_FORMULA) else cell


def runs_of(plan: Plan) -> Weeks:
    """Return a plan's runs and cross-training by week and weekday, in the words of a calendar."""
    return {week.number: {day.weekday: _given(day, plan.units) for day in week.days} for week in plan.weeks}


def _given(day: Day, units: Unit) -> GivenDay:
    sessions = [_session(session, units) for session in day.sessions if isinstance(session, (Run, Cross))]
    return GivenDay.of(tuple(sessions))


def _session(session: Run | Cross, units: Unit) -> GivenSession:
    if isinstance(session, Cross):
        time = _time(session.duration_s, session.duration_s)
        return GivenSession("cross", None, time, optional=session.optional)
    distance = _race(session) or _distance(session.least_m or session.distance_m, session.distance_m, units)
    time = None if distance is not None else _time(session.least_s or session.duration_s, session.duration_s)
    label = _label(session.title) if session.kind == "quality" else ""  # of other runs it says the kind once more
    written = GivenSession(session.kind, distance, time, label, None, session.optional)
    steps = _steps(session.steps, units)
    if not steps:
        return written
    try:
        return replace(written, workout=Workout.parse(steps))
    except ValueError:  # an effort that a calendar's words don't have
        return written


def _race(run: Run) -> Amount | None:
    name = next((name for name, length in RACES.items() if length == run.distance_m), "")
    return Amount(RACES[name], RACES[name], name) if name and run.kind == "race" else None


def _label(title: str) -> str:
    return " ".join(FORBIDDEN.sub("", title).replace("(", "[").replace(")", "]").split())[:80]


def _distance(least: int | None, most: int | None, units: Unit) -> Amount | None:
    if not most or not least:
        return None
    unit = next((unit for unit in (units, "m") if _exact(least, unit) and _exact(most, unit)), "m")
    ends = dict.fromkeys((_exact(least, unit), _exact(most, unit)))
    return Amount(least, most, f"{'-'.join(ends)} {unit}")


def _exact(length: int, unit: str) -> str:
    """Return the shortest number that is read as exactly these metres, or nothing."""
    if unit == "m":
        return str(length)
    for digits in range(4):
        text = f"{length / METRES_PER[unit]:.{digits}f}"
        if metres(Decimal(text), unit) == length:
            return text
    return ""


def _time(least: int | None, most: int | None) -> Amount | None:
    if not most or not least:
        return None
    per, unit = (60, "min") if least % 60 == 0 and most % 60 == 0 else (1, "s")
    ends = dict.fromkeys((str(least // per), str(most // per)))
    return Amount(least, most, f"{'-'.join(ends)} {unit}")


def _steps(steps: Sequence[Step | Repeat], units: Unit) -> str:
    """Return a run's steps as a workout writes them; nothing if one of them can't be written."""
    parts = []
    for step in steps:
        if isinstance(step, Repeat):
            part = f"{step.repeat} x ({inner})" if (inner := _steps(step.steps, units)) else ""
        else:
            part = _step(step, units)
        if not part:
            return ""
        parts.append(part)
    return ", ".join(parts)


def _step(step: Step, units: Unit) -> str:
    if step.distance_m is not None and step.distance_m < 1000:
        amount = f"{step.distance_m} m"
    else:
        length = _distance(step.distance_m, step.distance_m, units) or _time(step.duration_s, step.duration_s)
        amount = length.text if length is not None else ""
    if not amount or (step.target is not None and step.target not in TARGETS):
        return ""
    effort = f" @ {step.target}" if step.target is not None else _WORDS.get(step.kind, " run")
    return f"{amount}{effort}"
