"""The races that stand in a given calendar: the farthest is the goal (the last of equals), the others are tune-ups."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from generator.model.asking import calendar_shift, day_position, given_weeks
from generator.model.definition import Authored, Goal, Keys
from generator.model.finding import Place
from generator.model.units import Distance

_SHORTER_M = 1000  # races this close in length count as equal


def with_races(authored: Authored) -> Authored:
    """Return the definition with the calendar's races under ``race`` and ``tune_ups``; those the author names stay."""
    d = authored.definition
    named = {(goal.week, day_position(goal.day, authored)) for goal in (*d.tune_ups, *((d.race,) if d.race else ()))}
    found = [
        (goal, place) for goal, place in _races(authored) if (goal.week, day_position(goal.day, authored)) not in named
    ]
    race, places = d.race, dict(authored.places)
    if race is None and found:
        farthest = max(goal.distance.metres for goal, _ in found)
        race, place = [one for one in found if one[0].distance.metres > farthest - _SHORTER_M][-1]
        places |= _at(("race",), place)
    others = [(goal, place) for goal, place in found if goal is not race]
    for index, (_, place) in enumerate(others, len(d.tune_ups)):
        places |= _at(("tune_ups", index), place)
    tune_ups = (*d.tune_ups, *(goal for goal, _ in others))
    return replace(authored, definition=replace(d, race=race, tune_ups=tune_ups), places=places)


def _at(keys: Keys, place: Place) -> dict[Keys, Place]:
    return {(*keys, *more): place for more in ((), ("distance",), ("week",), ("day",))}


def _races(authored: Authored) -> Iterator[tuple[Goal, Place]]:
    shift = calendar_shift(authored)
    known = given_weeks(authored)
    for name, days in authored.definition.calendar.items():
        week = int(name) + shift
        for day, given in days.items() if week in known else ():
            for session in given.sessions:
                if session.kind == "race" and session.distance is not None:
                    unit = "mi" if session.distance.text.endswith("mi") else "km"
                    distance = Distance(session.distance.most, unit)
                    place = authored.place("calendar", name, day)
                    yield Goal(distance=distance, week=week, day=day, name=session.label), place
