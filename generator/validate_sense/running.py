"""The runs of a week: that they fit into it and into each other, and that nothing is said that has no effect."""

from __future__ import annotations

from collections.abc import Iterator

from generator.model.asking import given_throughout, key_runs
from generator.model.definition import AS_GIVEN, DEFAULT_CROSS_TIME, Authored, Keys, Running
from generator.model.finding import Diagnostic
from generator.validate_sense.checking import Known, SenseCheck, blocks_of, count, error

SHORTEST_CROSS_S, LONGEST_CROSS_S = 10 * 60, 5 * 3600
LEAST_CUT, MOST_CUT = 5, 50
FASTEST_S_PER_KM, SLOWEST_S_PER_KM = 150, 1200


def _runs_fit(authored: Authored, known: Known) -> Iterator[Diagnostic]:
    days = authored.definition.microcycle_days
    for keys, block in blocks_of(authored):
        run, at = block.running, (*keys, "running")
        key = key_runs(block)
        if run.runs > days:
            message = f"{run.runs} runs in {days} days: a day holds one"
            yield error(authored, (*at, "runs"), message, f"Write {days} at most.")
        elif run.runs + run.cross > days:
            message = f"{count(run.runs, 'run')} and {run.cross} of cross-training are more than {days} days"
            yield error(authored, (*at, "cross"), message, f"Write cross: {days - run.runs} at most, or fewer runs.")
        if key > run.runs:
            message = f"{count(run.runs, 'run')} a week can't hold {key} key runs (quality and long)"
            yield error(authored, (*at, "runs"), message, f"Write runs: {key} at least.")
        elif run.aerobic is not None and run.aerobic + key > run.runs:
            message = f"{run.aerobic} aerobic and {key} key runs are more than {count(run.runs, 'run')}"
            yield error(authored, (*at, "aerobic"), message, f"Write aerobic: {run.runs - key} at most.")


def _quality(authored: Authored, known: Known) -> Iterator[Diagnostic]:
    for keys, block in blocks_of(authored):
        run, at = block.running, (*keys, "running")
        if run.quality_runs and not run.quality:
            message = "quality runs are asked for, but no kind is named"
            yield error(authored, (*at, "quality_runs"), message, "Add quality: [threshold], or another kind.")
        yield from _twice(authored, (*at, "quality"), run.quality)
        if "race-pace" in run.quality and authored.definition.race is None:
            message = "race-pace needs a race, and the plan has none"
            hint = "Add race:, or name another kind, such as threshold."
            yield error(authored, (*at, "quality", run.quality.index("race-pace")), message, hint)


def _twice(authored: Authored, keys: Keys, names: tuple[str, ...]) -> Iterator[Diagnostic]:
    for index, name in enumerate(names):
        if name in names[:index]:
            yield error(authored, (*keys, index), f"'{name}' is named twice", "Keep one.")


def _workout(authored: Authored, known: Known) -> Iterator[Diagnostic]:
    """A phase has a workout for every run, or distances and kinds of run; not both. A calendar may give them all."""
    for index, (keys, block) in enumerate(blocks_of(authored)):
        run, at = block.running, (*keys, "running")
        if run.workout is None:
            if run.volume is None and run != AS_GIVEN and not given_throughout(authored, index):
                hint = "Write the week's distance, such as volume: 40-56 km."
                yield error(authored, at, "'volume:' is missing in running", hint)
            continue
        for name in ("volume", "long", "second_long", "quality", "long_with"):
            if getattr(run, name):
                message = f"every run of the phase is the workout in line {authored.place(*at, 'workout').line}"
                yield error(authored, (*at, name), f"{message}; {name}: has no place beside it", "Delete one of them.")


def _needs_another(authored: Authored, known: Known) -> Iterator[Diagnostic]:
    for keys, block in blocks_of(authored):
        run, at = block.running, (*keys, "running")
        for name, needed in _unmet(run):
            message = f"{name}: is given, but no {needed}:"
            yield error(authored, (*at, name), message, f"Add {needed}:, or delete {name}:.")


def _unmet(run: Running) -> Iterator[tuple[str, str]]:
    if run.second_long and not run.long and run.workout is None:
        yield "second_long", "long"
    if run.long_with and not run.long and run.workout is None:
        yield "long_with", "long"
    if not run.cross:
        if run.cross_time != DEFAULT_CROSS_TIME:
            yield "cross_time", "cross"
        if run.cross_role != "recovery":
            yield "cross_role", "cross"


def _amounts(authored: Authored, known: Known) -> Iterator[Diagnostic]:
    """Numbers that nobody means: a cross-training of 0 min, a cutback by 90 %, an easy pace of 1:00 /km."""
    for keys, block in blocks_of(authored):
        run, at = block.running, (*keys, "running")
        if not SHORTEST_CROSS_S <= run.cross_time.seconds <= LONGEST_CROSS_S:
            message = f"a cross-training session lasts {SHORTEST_CROSS_S // 60} min to {LONGEST_CROSS_S // 3600} h"
            yield error(authored, (*at, "cross_time"), message)
        if not LEAST_CUT <= run.cutback_by.value <= MOST_CUT:
            message = f"a cutback of {run.cutback_by.value:g} % is not between {LEAST_CUT} % and {MOST_CUT} %"
            yield error(authored, (*at, "cutback_by"), message, "15 % to 30 % are usual; cutback: none means none.")
    if not FASTEST_S_PER_KM <= authored.definition.easy_pace.seconds_per_km <= SLOWEST_S_PER_KM:
        message = "an easy pace lies between 2:30 and 20:00 /km (4:01 and 32:11 /mi)"
        yield error(authored, ("easy_pace",), message, "Check the minutes and the unit.")


def _cutbacks(authored: Authored, known: Known) -> Iterator[Diagnostic]:
    for keys, block in blocks_of(authored):
        cutback, at = block.running.cutback, (*keys, "running", "cutback")
        if not isinstance(cutback, tuple):
            continue
        for index, week in enumerate(cutback):
            if not 1 <= week <= block.weeks:
                message = f"cutback names week {week}; the phase has {count(block.weeks, 'week')}"
                yield error(authored, (*at, index), message, "Count from 1 within the phase.")
            elif week in cutback[:index]:
                yield error(authored, (*at, index), f"cutback names week {week} twice", "Keep one.")
        if len({*cutback}) == block.weeks > 1:
            message = "every week of the phase is a cutback, so there is nothing to cut back from"
            yield error(authored, at, message, "Lower volume: instead.")


CHECKS: tuple[SenseCheck, ...] = (_runs_fit, _quality, _workout, _needs_another, _amounts, _cutbacks)
