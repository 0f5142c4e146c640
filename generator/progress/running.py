"""All runs of a plan: every week shared out, every quality run chosen, everything that can't be said at once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from generator.model.definition import Authored, PhaseText
from generator.model.finding import Diagnostic, Refused
from generator.model.frame import PlacedWeek
from generator.model.library import Library, RaceClass, race_class
from generator.model.plan import Cross, Run
from generator.model.vocabulary import DayKind
from generator.progress import single_run
from generator.progress.paces import Paces
from generator.progress.quality import Ask, Chosen, choose, strides, target_cap
from generator.progress.targets import Target, block_of, targets
from generator.progress.week_run import (
    Shared,
    Short,
    WeekAsk,
    metres_of,
    most_for_quality,
    positions,
    second_long_position,
    shared,
)
from generator.rules.rule import Params

TAPER_SHARE = 0.8
#: Race effort at the end of a long run: first and last distance in the phase, in meters, and its target.
LONG_WITH = {"marathon-pace": (9_656, 22_531, "marathon"), "half-marathon-pace": (5_000, 12_000, "half-marathon")}
MOST_OF_LONG = 0.6
LEAST_AT_EFFORT_M = 3_000


@dataclass(frozen=True, slots=True)
class RunningWeek:
    """A week's runs and cross-training by position, and the kinds of days after short aerobic runs became easy."""

    sessions: Mapping[int, Run | Cross]
    kinds: tuple[DayKind, ...]

    @property
    def distance_m(self) -> int:
        """The sum of the week's runs in meters."""
        return sum(s.distance_m or 0 for s in self.sessions.values() if isinstance(s, Run))


@dataclass(slots=True)
class _Turns:
    """What the weeks before have had: quality runs and long runs of the phase, the last archetype of each family."""

    quality: int = 0
    longs: int = 0
    last: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class _Plan:
    """What every week needs to know of the plan."""

    authored: Authored
    library: Library
    paces: Paces
    caps: Params
    race: RaceClass | None


def running(
    authored: Authored, placed: tuple[PlacedWeek, ...], library: Library, caps: Params
) -> tuple[RunningWeek, ...]:
    """Return every week's runs; Refused with a diagnostic for each week whose distance can't be shared out."""
    d = authored.definition
    plan = _Plan(authored, library, Paces.from_easy(d.easy_pace.seconds_per_km), caps, _race_class(authored))
    aims = targets(authored, tuple(week.frame for week in placed))
    found: list[RunningWeek] = []
    faults: list[Diagnostic] = []
    turns, phase = _Turns(), ""
    for index, week in enumerate(placed):
        if week.frame.phase != phase:
            turns, phase = _Turns(last=turns.last), week.frame.phase
        result = _week(plan, week, aims, index, turns)
        if isinstance(result, RunningWeek):
            found.append(result)
        else:
            faults += result
    if faults:
        raise Refused(tuple(faults))
    return tuple(found)


def _race_class(authored: Authored) -> RaceClass | None:
    race = authored.definition.race
    return race_class(race.distance.metres) if race else None


def _week(
    plan: _Plan, week: PlacedWeek, aims: tuple[Target, ...], index: int, turns: _Turns
) -> RunningWeek | list[Diagnostic]:
    block_index, block = block_of(plan.authored, week.frame)
    if block.running.workout is not None:
        return _written_out(plan, week, block)
    keys = (*plan.authored.block_keys(block_index), "running")
    ask = WeekAsk(week, aims[index], plan.authored.definition.units, plan.paces, {}, _tune_up_m(plan, week))
    if ask.target.second_long is not None and positions(week, "long") and second_long_position(week) is None:
        message = f"week {week.frame.number} has no aerobic run on the day after the long run for second_long"
        hint = "Fix the day: sunday: aerobic, for example, or leave second_long out."
        return [Diagnostic(plan.authored.place(*keys, "second_long"), "error", None, message, hint)]
    effort = _effort_m(plan, week, block, aims, index, turns)
    ask = replace(ask, quality=_quality(plan, ask, block, aims, index, turns, effort))
    result = shared(ask)
    if isinstance(result, Short) and ask.quality:
        ask = replace(
            ask,
            quality={
                i: strides(_ask(plan, ask, "strides", aims, index, turns), plan.library, plan.paces)
                for i in ask.quality
            },
        )
        result = shared(ask)
    if isinstance(result, Short):
        return [_too_little_or_much(plan, week, block_index, result)]
    return _filled(plan, ask, result, block, effort)


def _tune_up_m(plan: _Plan, week: PlacedWeek) -> int:
    """A tune-up counts in the author's volume, the goal race does not."""
    if week.frame.tune_up is None:
        return 0
    return sum(g.distance.metres for g in plan.authored.definition.tune_ups if g.week == week.frame.number)


def _peak_m(plan: _Plan, aims: tuple[Target, ...], index: int, running: str) -> int:
    """The volume that caps look at: the week's own, in taper and race weeks the greatest of the last four."""
    first = max(0, index - 4) if running in ("taper", "race") else index
    units = max(aim.volume or 0 for aim in aims[first : index + 1])
    return metres_of(units, plan.authored.definition.units)


def _ask(plan: _Plan, ask: WeekAsk, family: str, aims: tuple[Target, ...], index: int, turns: _Turns) -> Ask:
    frame = ask.placed.frame
    peak = _peak_m(plan, aims, index, frame.running)
    own = metres_of(ask.target.volume or 0, ask.unit)
    eased = TAPER_SHARE * own / peak if peak and frame.running in ("taper", "race") else 0.7 if frame.cutback else 1.0
    return Ask(
        family=family,
        unit=ask.unit,
        volume_m=peak,
        most_m=most_for_quality(ask),
        progress=(frame.week_in_phase - 1) / max(1, frame.weeks_in_phase - 1),
        eased=eased,
        running=frame.running,
        race=plan.race,
        last=turns.last.get(family),
    )


def _quality(
    plan: _Plan, ask: WeekAsk, block: PhaseText, aims: tuple[Target, ...], index: int, turns: _Turns, effort: int
) -> dict[int, Chosen]:
    families = block.running.quality or ("strides",)
    found: dict[int, Chosen] = {}
    for position in positions(ask.placed, "quality"):
        family = families[turns.quality % len(families)]
        if effort and family == "marathon-pace":
            family = families[(turns.quality + 1) % len(families)]
        turns.quality += 1
        found[position] = choose(_ask(plan, ask, family, aims, index, turns), plan.library, plan.paces, plan.caps)
        turns.last[family] = found[position].archetype.id
    return found


def _effort_m(
    plan: _Plan, week: PlacedWeek, block: PhaseText, aims: tuple[Target, ...], index: int, turns: _Turns
) -> int:
    """Meters at race effort at the end of the long run: every second long run, none in cutback weeks."""
    long, units = aims[index].long, plan.authored.definition.units
    if block.running.long_with is None or long is None or week.frame.cutback or not positions(week, "long"):
        return 0
    turns.longs += 1
    if turns.longs % 2 == 0:
        return 0
    first, last, target = LONG_WITH[block.running.long_with]
    progress = (week.frame.week_in_phase - 1) / max(1, week.frame.weeks_in_phase - 1)
    volume_m = metres_of(aims[index].volume or 0, units)
    most = target_cap("marathon", volume_m, plan.caps)
    minutes = float(plan.caps["marathon_minutes"])
    wanted = min(
        first + (last - first) * progress,
        most,
        minutes * 60_000 / plan.paces.of(target),
        metres_of(long, units) * MOST_OF_LONG,
    )
    whole = int(wanted / metres_of(1, units) + 0.02)
    return metres_of(whole, units) if metres_of(whole, units) >= LEAST_AT_EFFORT_M else 0


def _too_little_or_much(plan: _Plan, week: PlacedWeek, block: int, short: Short) -> Diagnostic:
    unit, number = plan.authored.definition.units, week.frame.number
    runs = sum(day.kind in ("quality", "long", "aerobic", "easy") for day in week.days)
    long = f" with a long run of {short.long} {unit}" if short.long is not None else ""
    said = f"week {number} can't share {short.total} {unit} over {runs} runs{long}"
    if short.total < short.least:
        hint = f"Write at least {short.least} {unit} for that week, a shorter long run, or fewer runs."
        message = f"{said}: the shortest useful runs add up to {short.least} {unit}"
    else:
        hint = f"Write at most {short.most} {unit} for that week, a longer long run, or more runs."
        message = f"{said}: the others would not be shorter than the long run"
    given = plan.authored.definition.blocks[block].running.volume
    keys = (*plan.authored.block_keys(block), "running", "volume")
    at = (*keys, week.frame.week_in_phase - 1) if isinstance(given, tuple) else keys
    return Diagnostic(plan.authored.place(*at), "error", None, message, hint)


def _written_out(plan: _Plan, week: PlacedWeek, block: PhaseText) -> RunningWeek:
    sessions: dict[int, Run | Cross] = {}
    for position, day in enumerate(week.days):
        if day.kind == "cross":
            sessions[position] = single_run.cross(day, week.frame, block)
        elif day.kind == "race":
            sessions[position] = single_run.race(day, week.frame, plan.authored)
        elif day.kind != "rest" and block.running.workout is not None:
            sessions[position] = single_run.written(day, block.running.workout, plan.paces)
    return RunningWeek(sessions, tuple(day.kind for day in week.days))


def _filled(plan: _Plan, ask: WeekAsk, result: Shared, block: PhaseText, effort: int) -> RunningWeek:
    week = ask.placed
    second = second_long_position(week) if ask.target.second_long is not None else None
    sessions: dict[int, Run | Cross] = {}
    kinds: list[DayKind] = []
    for position, day in enumerate(week.days):
        kinds.append("easy" if position in result.made_easy else day.kind)
        if day.kind == "cross":
            sessions[position] = single_run.cross(day, week.frame, block)
        elif day.kind == "race":
            sessions[position] = single_run.race(day, week.frame, plan.authored)
        elif day.kind == "quality":
            units = result.units[position]
            sessions[position] = single_run.quality(day, ask.quality[position], units, ask.unit, plan.paces)
        elif day.kind == "long":
            target = LONG_WITH[block.running.long_with][2] if block.running.long_with and effort else None
            distance = metres_of(result.units[position], ask.unit)
            sessions[position] = single_run.long(day, distance, effort, target, plan.paces)
        elif day.kind != "rest":
            distance = metres_of(result.units[position], ask.unit)
            made_easy, is_second = position in result.made_easy, position == second
            sessions[position] = single_run.plain(day, distance, made_easy, is_second, plan.paces)
    return RunningWeek(sessions, tuple(kinds))
