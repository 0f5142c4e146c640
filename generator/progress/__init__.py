"""Progress: how far and how heavy. Fills placed weeks with distances, steps, sets and repetitions.

It never moves a lift and never makes one harder. It may lower one: after a very long run a heavy lift becomes a
maintenance lift, unless a program has it written out. An aerobic day without a lift may become an easy one in weeks
too short for it.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping

from generator.model.asking import day_position
from generator.model.definition import Authored, Goal, RaceDate
from generator.model.finding import Diagnostic, Refused
from generator.model.frame import PlacedWeek
from generator.model.library import Library
from generator.model.plan import Assessment, DatedRace, Day, Override, Plan, Race, Run, Session, Week
from generator.progress import lifting, written_lifts
from generator.progress.paces import Paces
from generator.progress.phases import phases
from generator.progress.running import RunningWeek, running
from generator.progress.selection import Place
from generator.progress.strength import StrengthWeek, strength_weeks
from generator.progress.told import told
from generator.progress.working import LiftWorking, WeekWorking, Worked
from generator.rules import resolve
from generator.rules.rule import Params

TESTS = ("single-leg-calf-raise", "single-leg-sit-to-stand", "single-leg-bridge", "single-leg-squat")


def progress(
    authored: Authored,
    placed: tuple[PlacedWeek, ...],
    library: Library,
    policy_overrides: tuple[Override, ...] = (),
    laid: tuple[tuple[Day, ...], ...] = (),
) -> Plan:
    """Return the expanded plan, not yet audited; Refused if a week's distance can't be shared over its runs."""
    return worked_out(authored, placed, library, policy_overrides, laid).plan


def worked_out(
    authored: Authored,
    placed: tuple[PlacedWeek, ...],
    library: Library,
    policy_overrides: tuple[Override, ...] = (),
    laid: tuple[tuple[Day, ...], ...] = (),
) -> Worked:
    """Return the expanded plan and what its numbers were worked out from; Refused as ``progress`` is.

    ``laid``: the running of every week where layers have told it already.
    """
    frames = tuple(week.frame for week in placed)
    policy = resolve(policy_overrides)
    runs = (
        told(laid, placed, Paces.from_easy(authored.definition.easy_pace.seconds_per_km))
        if laid
        else running(authored, placed, library, policy.params("quality-cap"))
    )
    doses = strength_weeks(authored, frames, library)
    very_long = policy.params("long-run-then-light")
    d = authored.definition
    goal = next(_races(authored, (d.race,), placed), None) if d.race else None
    lifts = tuple(
        _lifts(authored, library, week, run, dose, very_long)
        for week, run, dose in zip(placed, runs, doses, strict=True)
    )
    weeks = tuple(
        _week(authored, library, week, run, dose, lifted)
        for week, run, dose, lifted in zip(placed, runs, doses, lifts, strict=True)
    )
    workings = (
        WeekWorking(authored, week, run.working, lifted) for week, run, lifted in zip(placed, runs, lifts, strict=True)
    )
    plan = Plan(
        id=authored.id,
        title=d.title,
        units=d.units,
        week_starts=d.week_starts,
        start=d.start,
        race=goal,
        signed_off=d.entry.signed_off,
        base_done=d.entry.base_done,
        beyond_the_article=d.advanced_heavy or written_lifts.goes_beyond(weeks),
        phases=phases(authored, frames),
        weeks=weeks,
        findings=(),
        tune_ups=tuple(race for race in _races(authored, d.tune_ups, placed) if goal is None or race.day != goal.day),
        audience=d.audience,
        policy=d.policy,
        overrides=policy_overrides,
        staged=bool(d.stages),
        rolling=d.rolling is not None,
        microcycle_days=d.microcycle_days,
        sources=d.sources,
        big_lifts=d.big_lifts,
        source=d.source,
        licence=d.licence,
        races=_dated(d.races, goal),
    )
    return Worked(plan, tuple(workings))


def _dated(races: tuple[RaceDate, ...], goal: Race | None) -> tuple[DatedRace, ...]:
    """Return the real races with the date of the plan's first day, so that its race day falls on theirs."""
    if goal is None:
        return ()
    before = datetime.timedelta(days=goal.day)
    return tuple(
        DatedRace(race.slug, race.name, race.day, (datetime.date.fromisoformat(race.day) - before).isoformat())
        for race in races
    )


def _races(authored: Authored, goals: tuple[Goal, ...], placed: tuple[PlacedWeek, ...]) -> Iterator[Race]:
    """Yield the races that stand on their day of a week."""
    for goal in goals:
        position = day_position(goal.day, authored)
        for frame in (week.frame for week in placed if week.frame.number == goal.week):
            if position is not None and position in (frame.goal_race, *frame.tune_ups):
                yield Race(goal.distance.metres, goal.week, frame.first_day + position, goal.name)


def _week(
    authored: Authored,
    library: Library,
    placed: PlacedWeek,
    run: RunningWeek,
    dose: StrengthWeek,
    lifts: Mapping[int, LiftWorking],
) -> Week:
    frame = placed.frame
    return Week(
        number=frame.number,
        phase=frame.phase,
        cutback=frame.cutback,
        run_distance_m=run.distance_m,
        running=frame.running,
        strength=frame.strength,
        days=tuple(_day(authored, placed, position, run, lifts.get(position)) for position in range(frame.length)),
        assessment=_assessment(authored, library, dose),
        repeats=bool(authored.definition.stages),
        deload=dose.row is not None and dose.row.deload,
        given=frame.given,
        fewer=placed.fewer,
    )


def _lifts(
    authored: Authored,
    library: Library,
    placed: PlacedWeek,
    run: RunningWeek,
    dose: StrengthWeek,
    very_long: Params,
) -> dict[int, LiftWorking]:
    """Return the surroundings of each lift of a week, by position."""
    places = lifting.places(placed)
    easy = authored.definition.easy_pace.seconds_per_km
    side = not any(other.lift == "abbreviated" for other in placed.days)
    written = written_lifts.written_on(authored, placed, library)
    found: dict[int, LiftWorking] = {}
    for position in (i for i, day in enumerate(placed.days) if day.lift is not None):
        runs = [session for session in run.sessions.get(position, ()) if isinstance(session, Run)]
        at = lifting.LiftAt(
            frame=placed.frame,
            week=dose,
            place=places.get(position, Place(0, 1, placed.frame.number)),
            side=side,
            very_long=any(lifting.is_very_long(one, easy, very_long) for one in runs),
            audience=authored.definition.audience,
            big_lifts=authored.definition.big_lifts,
            library=library,
        )
        found[position] = LiftWorking(at, written.get(position))
    return found


def _day(authored: Authored, placed: PlacedWeek, position: int, run: RunningWeek, lifted: LiftWorking | None) -> Day:
    day, number = placed.days[position], placed.frame.first_day + position
    sessions: tuple[Session, ...] = run.sessions.get(position, ())
    if day.lift is not None and lifted is not None:
        order = len(sessions) + 1
        sessions += (
            lifting.lift(day, day.lift, lifted.at, order)
            if lifted.written is None
            else written_lifts.lift(lifted.written, day, day.lift, lifted.at, order),
        )
    return Day(
        day=number,
        weekday=placed.frame.weekdays[position],
        date=_date(authored, number),
        kind=run.kinds[position],
        sessions=sessions,
        reasons=() if sessions else day.reasons,
    )


def _date(authored: Authored, day: int) -> str | None:
    start = authored.definition.start
    if start is None:
        return None
    try:
        return (datetime.date.fromisoformat(start) + datetime.timedelta(days=day)).isoformat()
    except (OverflowError, ValueError):
        message = f"a plan that starts on {start} runs past the end of the calendar"
        raise Refused((Diagnostic(authored.place("start"), "error", None, message),)) from None


def _assessment(authored: Authored, library: Library, dose: StrengthWeek) -> Assessment | None:
    """Tests in the first and the last base week; no hops and no single-leg squats for gentle beginnings."""
    gentle = authored.definition.audience in lifting.GENTLE
    wanted = TESTS[:-1] if gentle else TESTS
    tests = tuple(test for test in wanted if test in library.tests)
    if dose.base_week == 1:
        return Assessment("first", tests)
    return Assessment("retest", tests) if dose.base_week and dose.base_week == dose.base_weeks else None
