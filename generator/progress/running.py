"""All runs of a plan: every week shared out, every quality run chosen, everything that can't be said at once."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from generator.frozen import frozen
from generator.model.asking import given_weeks
from generator.model.definition import Authored, PhaseText
from generator.model.finding import Diagnostic, Refused
from generator.model.frame import PlacedWeek
from generator.model.library import Library, RaceClass, race_class
from generator.model.plan import Cross, Run
from generator.model.vocabulary import DayKind
from generator.progress import given_run, single_run
from generator.progress.paces import Paces
from generator.progress.quality import Ask
from generator.progress.targets import Target, block_of, targets
from generator.progress.week_quality import LONG_WITH, PlanFacts, Turns, WeekQuality, effort_m
from generator.progress.week_run import (
    Shared,
    Short,
    WeekAsk,
    metres_of,
    positions,
    second_long_position,
    shared,
)
from generator.rules.rule import Params


@frozen
class RunWorking:
    """What a week's runs were shared out from: the week's targets, what each quality run was asked for, the result.

    ``effort_m``: meters at race effort at the end of the long run; ``second``: where the second long run stands.
    """

    ask: WeekAsk
    asked: Mapping[int, Ask]
    shared: Shared
    effort_m: int
    second: int | None


@frozen
class RunningWeek:
    """A week's runs and cross-training by position, and the kinds of days after short aerobic runs became easy.

    ``working`` tells where the distances come from; None where the author wrote each run, or layers told it.
    """

    sessions: Mapping[int, tuple[Run | Cross, ...]]
    kinds: tuple[DayKind, ...]
    working: RunWorking | None = None

    @property
    def distance_m(self) -> int:
        """The sum of the week's runs in meters."""
        every = (session for sessions in self.sessions.values() for session in sessions)
        return sum(session.distance_m or 0 for session in every if isinstance(session, Run))


def running(
    authored: Authored, placed: tuple[PlacedWeek, ...], library: Library, caps: Params
) -> tuple[RunningWeek, ...]:
    """Return every week's runs; Refused with a diagnostic for each week whose distance can't be shared out."""
    d = authored.definition
    plan = PlanFacts(
        authored,
        library,
        Paces.from_easy(d.easy_pace.seconds_per_km),
        caps,
        _race_class(authored),
        given_weeks(authored),
    )
    aims = targets(authored, tuple(week.frame for week in placed))
    found: list[RunningWeek] = []
    faults: list[Diagnostic] = []
    turns, phase = Turns(), ""
    for index, week in enumerate(placed):
        if week.frame.phase != phase:
            turns, phase = Turns(last=turns.last), week.frame.phase
        result = _week(plan, week, aims, index, turns)
        if isinstance(result, RunningWeek):
            found.append(result)
        else:
            faults += result
    if faults:
        raise Refused(tuple(_told_once(faults)))
    return tuple(found)


def _told_once(faults: list[Diagnostic]) -> Iterator[Diagnostic]:
    """One message for each place, for the first week it concerns, with how many more weeks it concerns."""
    for place in dict.fromkeys(fault.place for fault in faults):
        first, *more = (fault for fault in faults if fault.place == place)
        weeks = f" (and {len(more)} more week{'' if len(more) == 1 else 's'})" if more else ""
        yield replace(first, message=first.message + weeks)


def _race_class(authored: Authored) -> RaceClass | None:
    race = authored.definition.race
    return race_class(race.distance.metres) if race else None


def _week(
    plan: PlanFacts, week: PlacedWeek, aims: tuple[Target, ...], index: int, turns: Turns
) -> RunningWeek | list[Diagnostic]:
    if week.frame.given:
        return _given(plan, week)
    block_index, block = block_of(plan.authored, week.frame)
    if block.running.workout is not None:
        return _written_out(plan, week, block)
    keys = (*plan.authored.block_keys(block_index), "running")
    ask = WeekAsk(week, aims[index], plan.authored.definition.units, plan.paces, {}, _tune_up_m(plan, week))
    if ask.target.second_long is not None and positions(week, "long") and second_long_position(week) is None:
        message = f"week {week.frame.number} has no aerobic run on the day after the long run for second_long"
        hint = "Fix the day: sunday: aerobic, for example, or leave second_long out."
        return [Diagnostic(plan.authored.place(*keys, "second_long"), "error", None, message, hint)]
    effort = effort_m(plan, week, block, aims, index, turns)
    asks = WeekQuality(plan, aims, index, turns)
    asked = asks.quality(ask, block, effort)
    ask = replace(ask, quality={position: chosen for position, (_, chosen) in asked.items()})
    result = shared(ask, wished_too=False)
    if isinstance(result, Short):
        if ask.quality:
            ask = replace(ask, quality=asks.strides(ask))
        result = shared(ask)
    if isinstance(result, Short):
        return [_too_little_or_much(plan, week, block_index, result)]
    second = second_long_position(week) if ask.target.second_long is not None else None
    working = RunWorking(ask, {position: one for position, (one, _) in asked.items()}, result, effort, second)
    return _filled(plan, working, block)


def _tune_up_m(plan: PlanFacts, week: PlacedWeek) -> int:
    """A tune-up counts in the author's volume, the goal race does not."""
    if not week.frame.tune_ups:
        return 0
    return sum(g.distance.metres for g in plan.authored.definition.tune_ups if g.week == week.frame.number)


def _too_little_or_much(plan: PlanFacts, week: PlacedWeek, block: int, short: Short) -> Diagnostic:
    unit, number = plan.authored.definition.units, week.frame.number
    runs = sum(day.kind in ("quality", "long", "aerobic", "easy") for day in week.days)
    over = f"{runs} run{'' if runs == 1 else 's'}"
    name, long = "volume", f" with a long run of {short.long} {unit}" if short.long is not None else ""
    message = f"week {number} can't share {short.total} {unit} over {over}{long}: "
    if short.long is not None and short.longest >= short.long:
        name = "long"
        message = f"week {number}'s long run of {short.long} {unit} is no longer than another of its runs has to be: "
        message += f"{short.longest} {unit}"
        hint = f"Write a long run of at least {short.longest + 1} {unit}, or fewer aerobic runs."
    elif short.total < short.least:
        message += f"the shortest useful runs add up to {short.least} {unit}"
        hint = f"Write at least {short.least} {unit} for that week, a shorter long run, or fewer runs."
    else:
        message += f"with {short.most} {unit} already, another run is as long as the long run"
        hint = f"Write at most {short.most} {unit} for that week, a longer long run, or more runs."
    if short.long is None and short.total > short.most:
        message, hint = message.split(":")[0], f"Write {short.most} {unit} for that week, or more runs."
    given = getattr(plan.authored.definition.blocks[block].running, name)
    keys = (*plan.authored.block_keys(block), "running", name)
    at = (*keys, week.frame.week_in_phase - 1) if isinstance(given, tuple) else keys
    return Diagnostic(plan.authored.place(*at), "error", None, message, hint)


def _given(plan: PlanFacts, week: PlacedWeek) -> RunningWeek:
    """The calendar's own sessions, in its order; nothing is shared out and nothing changed."""
    days = plan.given[week.frame.number]
    role = week.frame.cross_role
    return RunningWeek(
        {
            position: given_run.sessions(given, day, plan.paces, role, position == week.frame.goal_race)
            for position, (given, day) in enumerate(zip(days, week.days, strict=True))
            if given.sessions
        },
        tuple(day.kind for day in week.days),
    )


def _written_out(plan: PlanFacts, week: PlacedWeek, block: PhaseText) -> RunningWeek:
    sessions: dict[int, Run | Cross] = {}
    for position, day in enumerate(week.days):
        if day.kind == "cross":
            sessions[position] = single_run.cross(day, week.frame, block)
        elif day.kind == "race":
            sessions[position] = single_run.race(day, week.frame, plan.authored)
        elif day.kind != "rest" and block.running.workout is not None:
            sessions[position] = single_run.written(day, block.running.workout, plan.paces)
    return RunningWeek(_each(sessions), tuple(day.kind for day in week.days))


def _filled(plan: PlanFacts, working: RunWorking, block: PhaseText) -> RunningWeek:
    ask, result, effort = working.ask, working.shared, working.effort_m
    week = ask.placed
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
            made_easy, is_second = position in result.made_easy, position == working.second
            sessions[position] = single_run.plain(day, distance, made_easy, is_second, plan.paces)
    return RunningWeek(_each(sessions), tuple(kinds), working)


def _each(sessions: Mapping[int, Run | Cross]) -> dict[int, tuple[Run | Cross, ...]]:
    """A generated day has one run or one cross-training."""
    return {position: (session,) for position, session in sessions.items()}
