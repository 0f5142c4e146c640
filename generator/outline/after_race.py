"""What the goal race asks of the days and weeks behind it."""

from __future__ import annotations

from generator.language import _
from generator.model.asking import day_position
from generator.model.day_wish import ALL_KINDS
from generator.model.definition import Authored
from generator.model.frame import Must
from generator.model.vocabulary import DayKind
from generator.outline.weeks import WeekAt
from generator.progressions import recovery_after_race
from generator.progressions.recovery_after_race import Recovery

OFF: frozenset[DayKind] = frozenset({"rest", "cross"})
HARD: frozenset[DayKind] = frozenset({"quality", "long"})


def rest_after_the_race(authored: Authored, goal: int | None) -> tuple[Must, ...]:
    """The first days behind the goal race are rest or cross-training, the others of its week easy; none has a lift."""
    if goal is None:
        return ()
    place, none = authored.place("race"), frozenset({"none"})
    runless = goal + 1 + days_without_a_run(authored, goal)
    found = [Must(day, OFF, none, _("rest after the race"), place) for day in range(goal + 1, runless)]
    later = range(runless, authored.definition.microcycle_days)
    found += [Must(day, ALL_KINDS - HARD, none, _("easy days after the race"), place) for day in later]
    return tuple(found)


def days_without_a_run(authored: Authored, goal: int) -> int:
    """Return how many days of the goal race's own week follow it without a run."""
    race = authored.definition.race
    asked = recovery_after_race.prescribe(race.distance.metres).rest_days if race else 0
    return min(asked, authored.definition.microcycle_days - 1 - goal)


def recovery_at(authored: Authored, at: WeekAt) -> Recovery | None:
    """Return what the goal race asks of this week, if it lies behind."""
    race = authored.definition.race
    return recovery_after_race.prescribe(race.distance.metres) if race and at.number > race.week else None


def is_quiet(authored: Authored, at: WeekAt) -> bool:
    """True if the week begins within the days after the goal race that have neither quality nor lifts."""
    race, recovery = authored.definition.race, recovery_at(authored, at)
    if race is None or recovery is None:
        return False
    position = day_position(race.day, authored) or 0
    raced = (race.week - 1) * authored.definition.microcycle_days + position
    return at.first_day - raced <= recovery.quiet_days


def short_lifts_only(authored: Authored, at: WeekAt) -> bool:
    """True if the goal race lies so few weeks behind that key lifts are not back yet."""
    race, recovery = authored.definition.race, recovery_at(authored, at)
    return race is not None and recovery is not None and at.number - race.week < recovery.base_lifts_from
