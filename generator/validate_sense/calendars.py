"""A given calendar: weeks that follow each other, every day once, races with their distance, phases that cover it."""

from __future__ import annotations

from collections.abc import Iterator

from generator.model.asking import calendar_shift, day_position, given_throughout, given_weeks
from generator.model.definition import AS_GIVEN, Authored, CalendarStrength
from generator.model.finding import Diagnostic
from generator.model.quoting import quoted
from generator.validate_sense.checking import Known, SenseCheck, blocks_of, count, error, error_at_key, not_a_day

MOST_WEEKS = 200


def _weeks(authored: Authored, known: Known) -> Iterator[Diagnostic]:
    """Weeks are named by whole numbers; those after the phases follow each other without a gap."""
    d = authored.definition
    for name in d.calendar:
        if not name.isdecimal() or not 1 <= int(name) <= MOST_WEEKS:
            message = f"{quoted(name)} is not the number of a week"
            yield error_at_key(authored, ("calendar", name), message, "Write 1 for the first week, then 2, 3, ...")
    written = sum(block.weeks for block in d.phases)
    shift = calendar_shift(authored)
    numbers = sorted({int(name) + shift for name in d.calendar if name.isdecimal() and int(name) <= MOST_WEEKS})
    expected = written + 1
    for number in numbers:
        if number > written:
            if number != expected:
                at = next(n for n in d.calendar if n.isdecimal() and int(n) + shift == number)
                message = f"week {expected - shift} is missing before week {at}"
                hint = (
                    "Write it, or let phases: cover the weeks before."
                    if number > expected
                    else "Number each week once."
                )
                yield error_at_key(authored, ("calendar", at), message, hint)
                return
            expected += 1
    if expected - 1 > max(MOST_WEEKS, written):
        yield error_at_key(authored, ("calendar",), f"the plan has {expected - 1} weeks; at most {MOST_WEEKS}")


def _days(authored: Authored, known: Known) -> Iterator[Diagnostic]:
    most = authored.definition.microcycle_days
    for week, days in authored.definition.calendar.items():
        seen: dict[int, str] = {}
        for name in days:
            keys = ("calendar", week, name)
            position = day_position(name, authored)
            if position is None:
                yield error_at_key(authored, keys, *not_a_day(authored, name))
            elif position in seen:
                yield error_at_key(authored, keys, f"'{name}' and '{seen[position]}' are the same day", "Keep one.")
            else:
                seen[position] = name
        if len(seen) < most and len(days) < most:
            message = f"week {week} names {len(days)} of {most} days"
            yield error_at_key(authored, ("calendar", week), message, "Write every day; a day without a run is rest.")


def _races(authored: Authored, known: Known) -> Iterator[Diagnostic]:
    d = authored.definition
    for week, days in d.calendar.items():
        for name, given in days.items():
            for session in given.sessions:
                if session.kind == "race" and session.distance is None:
                    message = f"{quoted(given.text)} does not say how far the race is"
                    hint = "Write race 42.195 km, race half marathon, or race 5 mi."
                    yield error(authored, ("calendar", week, name), message, hint)
    given_days = given_weeks(authored)
    goals = [(("race",), d.race)] if d.race else []
    for keys, goal in (*goals, *((("tune_ups", index), goal) for index, goal in enumerate(d.tune_ups))):
        position = day_position(goal.day, authored)
        if goal.week in given_days and position is not None and given_days[goal.week][position].kind != "race":
            has = given_days[goal.week][position].written
            message = f"the calendar has {quoted(has)} on {goal.day} of week {goal.week}, not a race"
            yield error(authored, (*keys, "day"), message, "Write the race into the calendar, or delete it here.")


def _alone(authored: Authored, known: Known) -> Iterator[Diagnostic]:
    """What has no place beside a calendar, or none without one."""
    d = authored.definition
    if d.calendar:
        for name, value in (("stages", d.stages), ("rolling", d.rolling), ("microcycle", d.microcycle)):
            if value:
                message = f"a calendar says what each week has; {name}: has no place beside it"
                yield error_at_key(authored, (name,), message, "Delete one of the two.")
        return
    for name, given in (("strength", d.strength != CalendarStrength()), ("calendar_starts", d.calendar_starts)):
        if given:
            message = f"{name}: speaks of a calendar, and there is none"
            yield error_at_key(authored, (name,), message, "Delete it, or write calendar:.")


def _phases(authored: Authored, known: Known) -> Iterator[Diagnostic]:
    """A phase without running is given throughout; strength phases cover the weeks that no phase does, exactly."""
    d = authored.definition
    if not d.calendar:
        return
    for index, (keys, block) in enumerate(blocks_of(authored)):
        if block.running == AS_GIVEN and not given_throughout(authored, index):
            message = (
                f"the phase '{block.id}' says nothing of its running, and the calendar does not give all its weeks"
            )
            yield error(authored, keys, message, "Add running:, or write its weeks under calendar:.")
    if d.strength.phases:
        written = sum(block.weeks for block in d.phases)
        weeks = sum(number > written for number in given_weeks(authored))
        said = sum(block.weeks for block in d.strength.phases)
        if said != weeks:
            message = f"the strength phases have {count(said, 'week')}, the calendar {weeks}"
            yield error(authored, ("strength", "phases"), message, "Make the two the same.")


CHECKS: tuple[SenseCheck, ...] = (_weeks, _days, _races, _alone, _phases)
