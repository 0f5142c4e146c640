"""A plan's rows, table by table, in the order of its weeks and days."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generator.export.cells import Cell
from generator.model.plan import Cross, Day, Lift, Plan, Prescription, Reason, Repeat, Run, Session, Step, Week

Row = tuple[Cell, ...]


def plan_rows(plan: Plan) -> Iterator[Row]:
    """Yield the plan's one row."""
    race = plan.race
    of_race = (race.name, race.distance_m, race.week, race.day) if race else (None,) * 4
    entry = (plan.signed_off, plan.base_done, plan.beyond_the_article, plan.staged, plan.rolling)
    house = (plan.audience, plan.policy, plan.microcycle_days)
    yield (plan.id, plan.title, plan.units, len(plan.weeks), plan.start, *of_race, *house, *entry)


def phase_rows(plan: Plan) -> Iterator[Row]:
    """Yield a row a phase."""
    for one in plan.phases:
        yield (plan.id, one.id, one.title, one.first_week, one.last_week, one.running, one.strength, one.purpose)


def week_rows(plan: Plan) -> Iterator[Row]:
    """Yield a row a week."""
    for week in plan.weeks:
        counts = (sum(1 for _ in week.runs), sum(1 for _ in week.lifts), sum(len(day.crosses) for day in week.days))
        about = (week.phase, week.running, week.strength, week.cutback, week.deload, week.run_distance_m)
        yield (plan.id, week.number, *about, *counts)


def day_rows(plan: Plan) -> Iterator[Row]:
    """Yield a row a day."""
    for week, day in _days(plan):
        yield (plan.id, week.number, day.day, day.date, day.weekday, day.kind, len(day.sessions))


def session_rows(plan: Plan) -> Iterator[Row]:
    """Yield a row a session."""
    for week, day, session in _sessions(plan):
        yield (plan.id, week.number, day.day, session.order, day.date, day.weekday, *_session(session))


def step_rows(plan: Plan) -> Iterator[Row]:
    """Yield a row a step of each run."""
    for week, day, session in _sessions(plan):
        if isinstance(session, Run):
            for number, (step, repeats) in enumerate(_steps(session.steps), 1):
                yield (plan.id, week.number, day.day, session.order, number, *_step(step, repeats))


def exercise_rows(plan: Plan) -> Iterator[Row]:
    """Yield a row an exercise, first those of the session, then those that take its place without a sign-off."""
    for week, day, session in _sessions(plan):
        if not isinstance(session, Lift):
            continue
        instead = session.unless_signed_off.exercises if session.unless_signed_off else ()
        for unsigned, doses in ((False, session.exercises), (True, instead)):
            for place, dose in enumerate(doses, 1):
                yield (plan.id, week.number, day.day, session.order, unsigned, place, *_dose(dose))


def reason_rows(plan: Plan) -> Iterator[Row]:
    """Yield a row a reason."""
    for week, day in _days(plan):
        told: list[tuple[int | None, tuple[Reason, ...]]] = [(None, day.reasons)]
        told += [(session.order, session.reasons) for session in day.sessions]
        for order, reasons in told:
            yield from ((plan.id, week.number, day.day, order, reason.rule, reason.text) for reason in reasons)


def finding_rows(plan: Plan) -> Iterator[Row]:
    """Yield a row a finding."""
    return ((plan.id, f.rule, f.severity, f.week, f.day, f.text) for f in plan.findings)


def _days(plan: Plan) -> Iterator[tuple[Week, Day]]:
    return ((week, day) for week in plan.weeks for day in week.days)


def _sessions(plan: Plan) -> Iterator[tuple[Week, Day, Session]]:
    return ((week, day, session) for week, day in _days(plan) for session in day.sessions)


def _session(session: Session) -> Row:
    if isinstance(session, Run):
        length = (session.distance_m, session.least_m, session.duration_s, session.least_s)
        return (
            session.sport,
            session.kind,
            session.title,
            *length,
            *session.rpe,
            session.optional,
            session.family,
            None,
        )
    if isinstance(session, Cross):
        length = (None, None, session.duration_s, None)
        return (session.sport, session.kind, session.title, *length, *session.rpe, session.optional, None, None)
    length = (None, None, session.duration_s, None)
    return (session.sport, session.kind, session.title, *length, None, None, False, None, session.written or None)


def _steps(steps: Iterable[Step | Repeat], within: tuple[int, ...] = ()) -> Iterator[tuple[Step, tuple[int, ...]]]:
    for step in steps:
        if isinstance(step, Repeat):
            yield from _steps(step.steps, (*within, step.repeat))
        else:
            yield step, within


def _step(step: Step, repeats: tuple[int, ...]) -> Row:
    times = 1
    for repeat in repeats:
        times *= repeat
    effort = step.rpe or (None, None)
    within = " x ".join(map(str, repeats)) or None
    return (within, times, step.kind, step.distance_m, step.duration_s, step.target, *effort, step.note)


def _dose(dose: Prescription) -> Row:
    return (
        *(dose.id, dose.slot, dose.sets, dose.sets_most, dose.reps, dose.reps_most, dose.rir, dose.rir_min),
        *(dose.percent_1rm, dose.percent_most, dose.load or None, dose.hold_s, dose.hold_most_s),
        *(dose.rest_s, dose.rest_most_s, dose.per_side, dose.extra_weak_side_sets, dose.note),
    )
