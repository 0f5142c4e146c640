"""Real races of a plan: their dates and their calendars, on the plan's page and on its weeks'."""

from __future__ import annotations

from datetime import date, timedelta

from generator.frozen import frozen
from generator.language import _, date_range, date_text, weekday_name
from generator.model.plan import Plan, Week
from generator.model.vocabulary import WEEKDAYS
from generator.publish.addresses import plan_address
from generator.publish.calendars.feeds import dated


@frozen
class RaceFacts:
    """A race, when it is and when the plan begins for it; the addresses of its two calendars."""

    name: str
    when: str
    begins: str
    calendar: str
    private: str


#: More races than that are told on the plan's page alone.
MOST_ON_A_WEEK = 3


def race_facts(plan: Plan) -> tuple[RaceFacts, ...]:
    """Return the plan's calendars: those of its real races, or of its own first day."""
    names = {race.id: (race.name, race.date) for race in plan.races}
    return tuple(_facts(plan, slug, start, *names.get(slug, (plan.title, ""))) for slug, start in dated(plan))


def _facts(plan: Plan, slug: str, start: date, name: str, when: str) -> RaceFacts:
    path = f"{plan_address(plan)}{slug}"
    return RaceFacts(
        name=name,
        when=_long(date.fromisoformat(when)) if when else "",
        begins=_long(start),
        calendar=f"{path}.ics",
        private=f"{path}-busy.ics",
    )


def _long(day: date) -> str:
    name = weekday_name(WEEKDAYS[day.weekday()])
    return _("{weekday}, {date}").format(weekday=name, date=date_text(day.isoformat(), year=True))


def week_races(plan: Plan, week: Week) -> tuple[str, ...]:
    """Return the week's dates for each real race: ``March 15–21 for Springfield Marathon``; none if they are many."""
    if len(plan.races) > MOST_ON_A_WEEK:
        return ()
    return tuple(
        _("{dates} for {race}").format(dates=_range(date.fromisoformat(race.start), week), race=race.name)
        for race in plan.races
    )


def _range(start: date, week: Week) -> str:
    first, last = (start + timedelta(days=day.day) for day in (week.days[0], week.days[-1]))
    return date_range(first.isoformat(), last.isoformat())
