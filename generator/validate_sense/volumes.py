"""Distances: in the plan's unit, such as can be run, one a week where they are listed, the long run inside the week."""

from __future__ import annotations

from collections.abc import Iterator

from generator.model.definition import Authored, Keys, PhaseText, Progression
from generator.model.finding import Diagnostic
from generator.model.units import METRES_PER, Distance, DistanceRange
from generator.validate_sense.checking import Known, SenseCheck, blocks_of, count, error

LEAST_M, MOST_WEEK_M, MOST_RUN_M = 1000, 400_000, 120_000
#: What is left of a week for each run beside the long ones, in metres: less is no run.
LEAST_LEFT_M = 1000
#: Phases that build up; a distance that falls in them is a range written the wrong way round.
_RISING = ("base", "build")
#: What to look at beside each distance that does not fit.
_COUNTERPART = {
    "long": "long: and volume:",
    "second_long": "long: and second_long:",
    "volume": "volume:, long: and runs:",
}
_NAMES = ("volume", "long", "second_long")


def _given(block: PhaseText) -> Iterator[tuple[str, Progression]]:
    for name in _NAMES:
        given = getattr(block.running, name)
        if given is not None:
            yield name, given


def _ends(given: Progression) -> tuple[Distance, ...]:
    return (given.start, given.end) if isinstance(given, DistanceRange) else given


def _sizes(authored: Authored, known: Known) -> Iterator[Diagnostic]:
    units = authored.definition.units
    for keys, block in blocks_of(authored):
        for name, given in _given(block):
            at = (*keys, "running", name)
            listed = not isinstance(given, DistanceRange)
            for index, end in enumerate(_ends(given)):
                fault = _size_fault(name, end, units)
                if fault:
                    yield error(authored, (*at, index) if listed else at, *fault)
                    if not listed:
                        break


def _size_fault(name: str, end: Distance, units: str) -> tuple[str, str] | None:
    """Return message and hint for a distance in another unit, or of a size that nobody runs."""
    most = MOST_WEEK_M if name == "volume" else MOST_RUN_M
    if end.unit != units:
        return f"{name} is written in {end.unit}; the plan's units are {units}", f"Write it in {units}."
    if not LEAST_M <= end.metres <= most:
        bounds = f"{_shown(LEAST_M, units)} and {_shown(most, units)} {units}"
        return f"{name} is not between {bounds}: {_shown(end.metres, units)} {units}", ""
    return None


def _shown(metres: int, units: str) -> str:
    return f"{metres / float(METRES_PER[units]):.1f}".removesuffix(".0")


def _lengths(authored: Authored, known: Known) -> Iterator[Diagnostic]:
    for keys, block in blocks_of(authored):
        for name, given in _given(block):
            if not isinstance(given, DistanceRange) and len(given) != block.weeks:
                message = f"{name} lists {count(len(given), 'week')}, the phase has {block.weeks}"
                yield error(authored, (*keys, "running", name), message, "Write one distance a week, or first-last.")


def _direction(authored: Authored, known: Known) -> Iterator[Diagnostic]:
    for keys, block in blocks_of(authored):
        for name, given in _given(block):
            if (
                block.running.kind in _RISING
                and isinstance(given, DistanceRange)
                and given.start.metres > given.end.metres
            ):
                first, last = (_shown(end.metres, end.unit) for end in (given.start, given.end))
                message = f"{name} falls from {first} to {last} {given.end.unit} in a {block.running.kind} phase"
                hint = f"Write {last}-{first} {given.end.unit}, or one distance a week in brackets."
                yield error(authored, (*keys, "running", name), message, hint)


def _by_week(given: Progression | None, weeks: int) -> list[float] | None:
    """Return a value for every week of a phase, in metres; None if it can't be told."""
    if given is None:
        return [0.0] * weeks
    if not isinstance(given, DistanceRange):
        return [float(each.metres) for each in given] if len(given) == weeks else None
    first, last = given.start.metres, given.end.metres
    return [first + (last - first) * week / max(1, weeks - 1) for week in range(weeks)]


def _room(authored: Authored, known: Known) -> Iterator[Diagnostic]:
    """The long runs leave something of the week for the other runs, in every week without a race."""
    race = authored.definition.race
    number = 0
    for keys, block in blocks_of(authored):
        run = block.running
        races = race.week - number if race else 0
        number += block.weeks
        volumes, longs, seconds = (_by_week(each, block.weeks) for each in (run.volume, run.long, run.second_long))
        units = authored.definition.units
        sound = run.volume and not any(_size_fault(n, end, units) for n, each in _given(block) for end in _ends(each))
        if not (sound and volumes and longs and seconds):
            continue
        others = run.runs - (run.long is not None) - (run.second_long is not None)
        for week, (volume, long, second) in enumerate(zip(volumes, longs, seconds, strict=True), 1):
            if week == races:
                continue
            found = _room_fault(volume, long, second, others)
            if found:
                name, message = found
                where = f"week {week} of the phase: " if block.weeks > 1 else ""
                at: Keys = (*keys, "running", name)
                yield error(authored, at, f"{where}{message}", f"Check {_COUNTERPART[name]}.")
                break


def _room_fault(volume: float, long: float, second: float, others: int) -> tuple[str, str] | None:
    if second and 0 < long <= second:
        return "second_long", "the second long run is as long as the first"
    if long and others > 0 and long >= volume:
        return "long", "the long run is as long as the whole week"
    if others <= 0 and long + second > volume:
        return "long", "the long run is longer than the whole week"
    if others > 0 and volume - long - second < others * LEAST_LEFT_M:
        what = f"the long runs leave less than {LEAST_LEFT_M // 1000} km for each of the other {others} runs"
        return "volume", what if long else f"less than {LEAST_LEFT_M // 1000} km for each of the {others} runs"
    return None


CHECKS: tuple[SenseCheck, ...] = (_sizes, _lengths, _direction, _room)
