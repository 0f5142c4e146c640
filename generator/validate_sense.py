"""What a definition says that can't be together, or that names something unknown. Each check yields diagnostics."""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable, Iterator

from generator.model.asking import day_position, nearest, sessions_range
from generator.model.definition import Authored, Goal, Keys, PhaseText
from generator.model.finding import Diagnostic
from generator.model.units import Distance, DistanceRange
from generator.model.vocabulary import WEEKDAYS

Known = dict[str, frozenset[str]]
RESERVED = frozenset({"this-week", "plan", "calendar", "index"})
_WEEK_ADDRESS = re.compile(r"^week-\d+$")


def faults_of_sense(authored: Authored, known: Known) -> Iterator[Diagnostic]:
    """Yield every fault of sense, in the order of the checks below."""
    for check in CHECKS:
        yield from check(authored, known)


def _error(authored: Authored, keys: Keys, message: str, hint: str = "", rule: str | None = None) -> Diagnostic:
    return Diagnostic(authored.place(*keys), "error", rule, message, hint)


def _blocks(authored: Authored) -> Iterator[tuple[Keys, PhaseText]]:
    for index, block in enumerate(authored.definition.blocks):
        yield authored.block_keys(index), block


def _one_kind_of_block(authored: Authored, known: Known) -> Iterator[Diagnostic]:
    d = authored.definition
    given = [name for name, value in (("phases", d.phases), ("stages", d.stages), ("rolling", d.rolling)) if value]
    if len(given) != 1:
        said = " and ".join(given) if given else "none of them is there"
        yield _error(
            authored, (given[1],) if len(given) > 1 else (), f"one of phases:, stages: or rolling: is needed; {said}"
        )


def _addresses(authored: Authored, known: Known) -> Iterator[Diagnostic]:
    seen: dict[str, int] = {}
    for keys, block in _blocks(authored):
        if block.id in RESERVED or _WEEK_ADDRESS.match(block.id):
            yield _error(authored, (*keys, "id"), f"'{block.id}' is the address of another page", "Choose another id.")
        if block.id in seen:
            yield _error(authored, (*keys, "id"), f"'{block.id}' is used twice; each phase has its own address")
        seen[block.id] = 1


def _race_in_range(authored: Authored, known: Known) -> Iterator[Diagnostic]:
    d = authored.definition
    weeks = sum(block.weeks for block in d.blocks)
    goals: list[tuple[Keys, Goal]] = [(("tune_ups", i), g) for i, g in enumerate(d.tune_ups)]
    if d.race:
        goals.append((("race",), d.race))
    days: dict[tuple[int, int | None], Keys] = {}
    for keys, goal in goals:
        if goal.week > weeks:
            yield _error(authored, (*keys, "week"), f"week {goal.week} is not in the plan; it has {weeks} weeks")
        position = day_position(goal.day, authored)
        if position is None:
            yield _bad_day(authored, (*keys, "day"), goal.day)
        elif (goal.week, position) in days:
            yield _error(authored, (*keys, "day"), "two races stand on one day")
        days[(goal.week, position)] = keys
    if (d.stages or d.rolling) and goals:
        yield _error(authored, goals[0][0], "a race needs weeks that are counted; stages and rolling plans have none")


def _bad_day(authored: Authored, keys: Keys, name: str) -> Diagnostic:
    if authored.definition.microcycle_days == 7:
        return _error(authored, keys, f"'{name}' is not a weekday", nearest(name.lower(), WEEKDAYS))
    most = authored.definition.microcycle_days
    return _error(authored, keys, f"'{name}' is not a day of this microcycle; write day 1 to day {most}")


def _days_exist(authored: Authored, known: Known) -> Iterator[Diagnostic]:
    d = authored.definition
    groups: list[tuple[Keys, tuple[str, ...]]] = [
        ((name,), tuple(getattr(d, name))) for name in ("days", "wishes", "microcycle")
    ]
    for keys, block in _blocks(authored):
        groups += [((*keys, "days"), tuple(block.days)), ((*keys, "wishes"), tuple(block.wishes))]
    for keys, names in groups:
        seen: dict[int, str] = {}
        for name in names:
            position = day_position(name, authored)
            if position is None:
                yield _bad_day(authored, (*keys, name), name)
            elif position in seen:
                yield _error(authored, (*keys, name), f"'{name}' and '{seen[position]}' are the same day")
            else:
                seen[position] = name
    if d.microcycle:
        yield from _whole_microcycle(authored)


def _whole_microcycle(authored: Authored) -> Iterator[Diagnostic]:
    d = authored.definition
    if len(d.microcycle) < d.microcycle_days:
        message = f"the microcycle names {len(d.microcycle)} of {d.microcycle_days} days"
        yield _error(authored, ("microcycle",), message, "Write every day, or use days: for the fixed ones.")
    for name, wish in d.microcycle.items():
        if len(wish.kinds) != 1:
            message = f"'{wish.text}' leaves a choice; a written-out week says one kind for each day"
            yield _error(authored, ("microcycle", name), message)


def _runs_fit(authored: Authored, known: Known) -> Iterator[Diagnostic]:
    days = authored.definition.microcycle_days
    for keys, block in _blocks(authored):
        run = block.running
        at = (*keys, "running")
        key = (run.quality_runs if run.quality_runs is not None else min(1, len(run.quality))) + (run.long is not None)
        if run.runs + run.cross > days:
            message = f"{run.runs} runs and {run.cross} days of cross-training are more than {days} days"
            yield _error(authored, (*at, "runs"), message)
        if key > run.runs:
            yield _error(authored, (*at, "runs"), f"{run.runs} runs can't hold {key} key runs (quality and long)")
        elif run.aerobic is not None and run.aerobic + key > run.runs:
            message = f"{run.aerobic} aerobic and {key} key runs are more than {run.runs} runs"
            yield _error(authored, (*at, "aerobic"), message)
        if run.quality_runs and not run.quality:
            yield _error(
                authored, (*at, "quality_runs"), "quality runs are asked for, but no kind", "Add quality: [threshold]."
            )


def _distances(authored: Authored, known: Known) -> Iterator[Diagnostic]:
    units = authored.definition.units
    for keys, block in _blocks(authored):
        at = (*keys, "running")
        if block.running.volume is None and block.running.workout is None:
            yield _error(authored, at, "'volume:' is missing", "Write the week's distance, such as volume: 40-56 km.")
        if block.running.volume is not None and block.running.workout is not None:
            yield _error(authored, (*at, "workout"), "a phase has a volume or a workout for every run, not both")
        for name in ("volume", "long", "second_long"):
            given = getattr(block.running, name)
            if given is None:
                continue
            ends = (given.start, given.end) if isinstance(given, DistanceRange) else given
            yield from _distance_faults(authored, (*at, name), name, ends, units)
            if not isinstance(given, DistanceRange) and len(given) != block.weeks:
                message = f"{name} lists {len(given)} weeks, the phase has {block.weeks}"
                yield _error(authored, (*at, name), message, "Write one distance a week, or first-last.")
        yield from _long_below_volume(authored, at, block)


def _distance_faults(
    authored: Authored, keys: Keys, name: str, ends: tuple[Distance, ...], units: str
) -> Iterator[Diagnostic]:
    if any(end.unit != units for end in ends):
        yield _error(authored, keys, f"{name} is not written in {units}, the plan's units", f"Write it in {units}.")
    most = 400_000 if name == "volume" else 120_000
    if any(not 1000 <= end.metres <= most for end in ends):
        yield _error(authored, keys, f"{name} is not between 1 and {most // 1000} km")


def _ends(given: DistanceRange | tuple[Distance, ...]) -> tuple[int, ...]:
    ends = (given.start, given.end) if isinstance(given, DistanceRange) else given
    return tuple(end.metres for end in ends)


def _long_below_volume(authored: Authored, at: Keys, block: PhaseText) -> Iterator[Diagnostic]:
    run = block.running
    if run.volume is None or run.long is None or run.runs < 2:
        return
    if any(long >= week for long, week in zip(_ends(run.long), _ends(run.volume), strict=False)):
        yield _error(authored, (*at, "long"), "the long run is as long as the whole week", "Check long: and volume:.")


def _cutbacks(authored: Authored, known: Known) -> Iterator[Diagnostic]:
    for keys, block in _blocks(authored):
        cutback = block.running.cutback
        if isinstance(cutback, tuple) and any(not 1 <= week <= block.weeks for week in cutback):
            message = f"cutback names weeks outside the phase, which has {block.weeks}"
            yield _error(authored, (*keys, "running", "cutback"), message, "Count from 1 within the phase.")


def _strength(authored: Authored, known: Known) -> Iterator[Diagnostic]:
    entry = authored.definition.entry
    for keys, block in _blocks(authored):
        least, most = sessions_range(block)
        at = (*keys, "strength", "sessions")
        if least > most:
            yield _error(authored, at, f"{least}-{most} runs backwards", f"Write {most}-{least}.")
        if block.strength.kind == "off" and (most or block.strength.abbreviated > 1):
            yield _error(authored, at, "a phase whose strength is off has no key lifts")
        if block.strength.kind == "base" and (least < 2 or most > 3):
            message = "a base week has 2 or 3 strength sessions"
            yield _error(authored, at, message, "Write sessions: 2-3.", "base-dose")
    if entry.signed_off and not entry.base_done:
        message = "lifts signed off before a base is done can't be: the sign-off comes at its end"
        yield _error(authored, ("entry", "signed_off"), message, "Set base_done: yes, or signed_off: no.")


def _names(authored: Authored, known: Known) -> Iterator[Diagnostic]:
    d = authored.definition
    for index, lift in enumerate(d.big_lifts):
        if lift not in known["big_lifts"]:
            what = "is no big lift" if lift in known["exercises"] else "is no exercise of plans/library/exercises.yaml"
            yield _error(authored, ("big_lifts", index), f"'{lift}' {what}", nearest(lift, known["big_lifts"]))
    if not d.big_lifts:
        yield _error(authored, ("big_lifts",), "at least one big lift is needed", rule="cornerstone-lift")
    for index, source in enumerate(d.sources):
        if source not in known["sources"]:
            message = f"'{source}' is not in plans/library/sources.yaml"
            yield _error(authored, ("sources", index), message, nearest(source, known["sources"]))
    if d.policy not in known["policies"]:
        message = f"there is no policy '{d.policy}'"
        yield _error(authored, ("policy",), message, nearest(d.policy, known["policies"]))


def _dates(authored: Authored, known: Known) -> Iterator[Diagnostic]:
    d = authored.definition
    given: list[tuple[Keys, str]] = [(("start",), d.start)] if d.start else []
    if d.reviewed:
        given.append((("reviewed", "on"), d.reviewed.on))
    for keys, text in given:
        try:
            day = datetime.date.fromisoformat(text)
        except ValueError:
            yield _error(authored, keys, f"{text} is not a day of the calendar")
            continue
        if keys == ("start",) and WEEKDAYS[day.weekday()] != d.week_starts:
            message = (
                f"{text} is a {WEEKDAYS[day.weekday()].title()}; this plan's weeks start on {d.week_starts.title()}"
            )
            yield _error(authored, keys, message)


Check = Callable[[Authored, Known], Iterator[Diagnostic]]
CHECKS: tuple[Check, ...] = (
    _one_kind_of_block,
    _addresses,
    _race_in_range,
    _days_exist,
    _runs_fit,
    _distances,
    _cutbacks,
    _strength,
    _names,
    _dates,
)
