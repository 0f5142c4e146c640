"""What the browser code reads from a page to put an athlete's own dates, paces and weights on it.

These are facts, not markup: which plan, which week, how many days, where the race stands. Browser code works out dates
from them and nothing else; what a rule decides is decided when the site is built.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from generator.frozen import frozen
from generator.model.plan import Cross, Day, Lift, Plan, Run, Session, Week
from generator.publish.past import Past

_NO_PAST = Past()


@frozen
class AthleteFacts:
    """A plan as the browser needs it. ``kind`` is ``dated`` (runs once), ``rolling`` (begins again) or ``staged``.

    ``race`` is the goal race's day counted from 0, or empty; ``start`` the first day's date where the author gave one;
    ``races`` the dated races as JSON, ``[[slug, name, date, start], ...]``; ``week`` and ``day`` (the week's first)
    are empty on pages that are no week. ``roles``: under which stamp a move of the week's days is kept; empty where
    there is none. ``edition`` and ``renumbered`` are those of ``publish.past``; empty if there is one edition.
    """

    plan: str
    title: str
    kind: str
    weeks: int
    days: int
    cycle: int
    first: str
    race: str
    start: str
    races: str
    units: str
    week: str
    day: str
    roles: str
    edition: str
    renumbered: str


def athlete_facts(
    plan: Plan,
    title: str,
    week: Week | None = None,
    moves: Mapping[int, Mapping[str, Any]] | None = None,
    past: Past = _NO_PAST,
) -> AthleteFacts:
    """Return what a page of the plan tells the browser code. ``moves`` are those of the plan's weeks."""
    allowed = moves.get(week.number) if moves and week else None
    return AthleteFacts(
        plan=plan.id,
        title=title,
        kind="staged" if plan.staged else "rolling" if plan.rolling else "dated",
        weeks=len(plan.weeks),
        days=sum(len(one.days) for one in plan.weeks),
        cycle=plan.microcycle_days,
        first=plan.week_starts,
        race=str(plan.race.day) if plan.race else "",
        start=plan.start or "",
        races=json.dumps([[race.id, race.name, race.date, race.start] for race in plan.races], ensure_ascii=False)
        if plan.races
        else "",
        units=plan.units,
        week=str(week.number) if week else "",
        day=str(week.days[0].day) if week else "",
        roles=allowed["roles"] if allowed else "",
        edition=str(past.edition) if past.renumbered else "",
        renumbered=past.renumbered,
    )


def session_id(day: Day, session: Session) -> str:
    """Return a session's id within its day: ``run``, ``cross``, ``lift``, the second of a kind ``run-2``.

    Athletes' logs are kept by plan, week, day and this id: it must never mean another session.
    """
    same = [one for one in day.sessions if isinstance(one, type(session))]
    place = same.index(session) + 1
    name = {Run: "run", Cross: "cross", Lift: "lift"}[type(session)]
    return name if place == 1 else f"{name}-{place}"
