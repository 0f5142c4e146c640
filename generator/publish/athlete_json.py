"""``plans/<plan>/athlete.json``: what browser code needs of a whole plan, read only when a dialog asks for it.

A day's ``text`` is what its calendar event says. ``moves`` are the days that may change places, worked out by rule
when the site is built: a week says its roles and which of the plan's ``moves`` are its own, since many weeks share
them. Format ``hardday/athlete@1``; keys may be added, none renamed.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from generator.model.plan import Day, Week
from generator.publish.addresses import plan_address, week_address
from generator.publish.calendars.description import description
from generator.publish.texts import PlanPage
from generator.publish.views.athlete import session_id
from generator.publish.views.day import DayFacts, StripDay
from generator.publish.views.week import WeekFacts

FORMAT = "hardday/athlete@1"


def athlete_address(page: PlanPage) -> str:
    """Return where the file stands."""
    return f"{plan_address(page.plan)}athlete.json"


def athlete_json(page: PlanPage, weeks: Mapping[int, WeekFacts]) -> str:
    """Return the file's text: one line, the same for the same plan. ``weeks`` are the facts of its weeks by number."""
    plan = page.plan
    moves = list(dict.fromkeys(_moves_text(page, week) for week in plan.weeks if week.number in page.moves))
    race = {"day": plan.race.day, "name": plan.race.name} if plan.race else None
    data = {
        "format": FORMAT,
        "plan": plan.id,
        "title": page.texts.title,
        "units": plan.units,
        "first": plan.week_starts,
        "cycle": plan.microcycle_days,
        "race": race,
        "start": plan.start,
        "races": [{"id": one.id, "name": one.name, "date": one.date, "start": one.start} for one in plan.races],
        "weeks": [_week(page, week, weeks[week.number], moves) for week in plan.weeks],
        "moves": [json.loads(text) for text in moves],
    }
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")) + "\n"


def _moves_text(page: PlanPage, week: Week) -> str:
    return json.dumps({key: value for key, value in page.moves[week.number].items() if key != "roles"})


def _week(page: PlanPage, week: Week, shown: WeekFacts, moves: list[str]) -> dict[str, Any]:
    found = {
        "week": week.number,
        "address": week_address(page.plan, week),
        "phase": page.plan.phase(week.phase).title,
        "days": [_day(*of) for of in zip(week.days, shown.days, shown.strip, strict=True)],
    }
    if week.number not in page.moves:
        return found
    return found | {"moves": {"roles": page.moves[week.number]["roles"], "of": moves.index(_moves_text(page, week))}}


def _day(day: Day, facts: DayFacts, bar: StripDay) -> dict[str, Any]:
    return {
        "kind": day.kind,
        "anchor": facts.anchor,
        "title": facts.heading,
        "length": bar.length,
        "text": description(facts),
        "sessions": [session_id(day, session) for session in day.sessions],
    }
