"""Races and dates: inside the plan, in order, on days that exist."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from generator.model.asking import day_position, given_weeks
from generator.model.definition import Authored, Goal, Keys
from generator.model.finding import Diagnostic
from generator.model.vocabulary import WEEKDAYS
from generator.validate_sense.checking import Known, SenseCheck, blocks_of, count, error, not_a_day

SHORTEST_RACE_M, LONGEST_RACE_M = 800, 330_000
FIRST_YEAR, LAST_YEAR = 2000, 2100


def _goals(authored: Authored) -> list[tuple[Keys, Goal]]:
    d = authored.definition
    goals: list[tuple[Keys, Goal]] = [(("race",), d.race)] if d.race else []
    return [*goals, *((("tune_ups", index), goal) for index, goal in enumerate(d.tune_ups))]


def _counted_weeks(authored: Authored, known: Known) -> Iterator[Diagnostic]:
    d, goals = authored.definition, _goals(authored)
    if goals and not d.phases and (d.stages or d.rolling):
        message = "a race needs weeks that are counted; stages and rolling plans have none"
        yield error(authored, goals[0][0], message, "Write phases:, or delete the race.")


def _inside(authored: Authored, known: Known) -> Iterator[Diagnostic]:
    d = authored.definition
    weeks = max(sum(block.weeks for block in d.phases), *given_weeks(authored), 0)
    days: dict[tuple[int, int], int] = {}
    for keys, goal in _goals(authored):
        if (d.phases or d.calendar) and goal.week > weeks:
            message = f"week {goal.week} is not in the plan; it has {count(weeks, 'week')}"
            yield error(authored, (*keys, "week"), message)
        position = day_position(goal.day, authored)
        if position is None:
            yield error(authored, (*keys, "day"), *not_a_day(authored, goal.day))
        elif (goal.week, position) in days:
            message = f"two races stand on one day; the other is in line {days[goal.week, position]}"
            yield error(authored, (*keys, "day"), message)
        else:
            days[goal.week, position] = authored.place(*keys).line
        if not SHORTEST_RACE_M <= goal.distance.metres <= LONGEST_RACE_M:
            message = f"a race has {SHORTEST_RACE_M} m to {LONGEST_RACE_M // 1000} km, not {goal.distance.metres:,} m"
            yield error(authored, (*keys, "distance"), message)


def _tune_ups_before_the_goal(authored: Authored, known: Known) -> Iterator[Diagnostic]:
    d = authored.definition
    weeks: dict[int, int] = {}
    for index, goal in enumerate(d.tune_ups):
        at = ("tune_ups", index, "week")
        if d.race and goal.week >= d.race.week:
            message = f"a tune-up stands before the goal race, which is in week {d.race.week}"
            yield error(authored, at, message, f"Write a week before {d.race.week}.")
        elif goal.week in weeks:
            message = f"week {goal.week} has a race already, in line {weeks[goal.week]}; one a week"
            yield error(authored, at, message)
        weeks.setdefault(goal.week, authored.place(*at).line)


def _phases_towards_a_race(authored: Authored, known: Known) -> Iterator[Diagnostic]:
    """A race phase holds a race, and a taper leads to one."""
    last, races = 0, [goal.week for _, goal in _goals(authored)]
    for keys, block in blocks_of(authored):
        first, last = last + 1, last + block.weeks
        kind, at = block.running.kind, (*keys, "running", "kind")
        if kind == "race" and not any(first <= week <= last for week in races):
            message = f"no race stands in weeks {first}-{last}, the weeks of this race phase"
            yield error(authored, at, message, "Check race: and its week, or name another kind.")
        elif kind == "taper" and not any(week >= first for week in races):
            yield error(authored, at, "no race comes after this taper", "Add race:, or name another kind.")


def _dates(authored: Authored, known: Known) -> Iterator[Diagnostic]:
    d = authored.definition
    given: list[tuple[Keys, str]] = [(("start",), d.start)] if d.start else []
    given += [(("races", index, "day"), race.day) for index, race in enumerate(d.races)]
    if d.reviewed:
        given.append((("reviewed", "on"), d.reviewed.on))
    for keys, text in given:
        try:
            day = datetime.date.fromisoformat(text)
        except ValueError:
            yield error(authored, keys, f"{text} is not a day of the calendar", "Write year-month-day: 2027-01-04.")
            continue
        if not FIRST_YEAR <= day.year <= LAST_YEAR:
            yield error(authored, keys, f"{text} is not between {FIRST_YEAR} and {LAST_YEAR}")
        elif keys == ("start",) and WEEKDAYS[day.weekday()] != d.week_starts:
            yield error(authored, keys, *_other_weekday(day, WEEKDAYS.index(d.week_starts)))


def _other_weekday(day: datetime.date, starts: int) -> tuple[str, str]:
    """Return message and hint for a first day that is not the weekday on which the plan's weeks start."""
    before = day - datetime.timedelta(days=(day.weekday() - starts) % 7)
    after = before + datetime.timedelta(days=7)
    name, wanted = WEEKDAYS[day.weekday()].title(), WEEKDAYS[starts].title()
    return f"{day} is a {name}; this plan's weeks start on {wanted}", f"Write {before} or {after}."


_TAKEN = frozenset(("calendar", "plan", "athlete", "offline"))


def _dated_races(authored: Authored, known: Known) -> Iterator[Diagnostic]:
    """Real races need a race in the plan, names that make an address, and a day that exists."""
    d = authored.definition
    if d.races and d.race is None and not d.calendar:
        message = "races: are days on which the plan's race is run; this plan has no race:"
        yield error(authored, ("races",), message, "Write race: with its distance, week and day.")
    if d.races and d.start:
        message = "races: and start: both say when the plan begins"
        yield error(authored, ("races",), message, "Keep one of them.")
    seen: dict[str, int] = {}
    for index, race in enumerate(d.races):
        at: Keys = ("races", index, "name")
        if not race.slug or race.slug in _TAKEN or race.slug.endswith("-busy"):
            yield error(authored, at, f"'{race.name}' can't be an address", "Write the race's name in letters.")
        elif race.slug in seen:
            message = f"two races would have one address, {race.slug}; the other is in line {seen[race.slug]}"
            yield error(authored, at, message, "Add the year or the town to one of them.")
        seen.setdefault(race.slug, authored.place(*at).line)


CHECKS: tuple[SenseCheck, ...] = (
    _counted_weeks,
    _inside,
    _tune_ups_before_the_goal,
    _phases_towards_a_race,
    _dates,
    _dated_races,
)
