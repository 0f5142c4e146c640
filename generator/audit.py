"""Audit: every rule over an expanded plan, whoever made it, under the plan's own overrides.

Shares with the scheduler only the data model and the rules. What a plan must be before rules mean anything (days in
one row, sums that add up, a reason for every session) is checked here too and told under the name ``plan``.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from generator.model.finding import Fault, Finding
from generator.model.line import date_line
from generator.model.plan import Day, Plan, Week
from generator.model.vocabulary import KEY_RUNS, Severity, weekday_of
from generator.rules import RULES, faults_of, resolve
from generator.rules.policy import OverrideFault, Policy
from generator.rules.wording import count, of_week

STRUCTURE = "plan"  # stands in place of a rule's slug

#: From the least to the most demanding: a day is as hard as its hardest run.
_HARDNESS: dict[str, int] = {"easy": 0, "aerobic": 1, "quality": 2, "long": 2, "race": 3}


def audit(plan: Plan) -> tuple[Finding, ...]:
    """Return everything wrong with a plan, sorted by week, day and rule; a week's own findings precede its days'.

    The plan's overrides set levels and parameters; one that is unknown or relaxes a rule without a reason is itself
    an error and does not count.
    """
    policy = resolve(plan.overrides)
    found = [_of_override(fault) for fault in faults_of(plan.overrides)]
    found += [Finding(STRUCTURE, "error", fault.week, fault.day, fault.text) for fault in structure_faults(plan)]
    found += _of_rules(plan, policy)
    return tuple(sorted(set(found), key=_order))


def _order(finding: Finding) -> tuple[bool, int, bool, int, str, str]:
    week, day = finding.week, finding.day
    return (week is not None, week or 0, day is not None, day or 0, finding.rule, finding.text)


def _of_override(fault: OverrideFault) -> Finding:
    rule = STRUCTURE if fault.part == "rule" else fault.override.rule
    return Finding(rule, "error", None, None, f"An override does not count: {fault}")


def _of_rules(plan: Plan, policy: Policy) -> Iterator[Finding]:
    line = date_line(plan)
    for rule in RULES:
        level = policy.level(rule.slug)
        params = policy.params(rule.slug)
        if level == "off":
            continue
        if rule.check is not None:
            faults = rule.check(plan, params)
        else:
            assert rule.at is not None
            faults = (fault for i in range(len(line)) for fault in rule.at(line, i, params))
        for fault in faults:
            severity: Severity = "warning" if "warning" in (level, fault.severity) else "error"
            yield Finding(rule.slug, severity, fault.week, fault.day, fault.text)


def structure_faults(plan: Plan) -> Iterator[Fault]:
    """Yield what keeps a plan from being one: gaps, sums that don't add up, sessions without order or reason."""
    if not plan.weeks:
        yield Fault(None, None, "The plan has no week.")
    first = _start(plan)
    if plan.start is not None and first is None:
        yield Fault(None, None, f"The start '{plan.start}' is not a date.")
    day = 0
    for number, week in enumerate(plan.weeks, 1):
        yield from _week_faults(plan, week, number)
        for position, found in enumerate(week.days, day):
            for text in (*_date_faults(plan, found, position, first), *_day_faults(found, week.given)):
                yield Fault(week.number, position, f"{of_week(found, week.number)}: {text}")
        day += len(week.days)
    yield from _race_faults(plan)


def _start(plan: Plan) -> date | None:
    try:
        return date.fromisoformat(plan.start) if plan.start else None
    except ValueError:
        return None


def _week_faults(plan: Plan, week: Week, number: int) -> Iterator[Fault]:
    if week.number != number:
        yield Fault(week.number, None, f"Week {week.number} stands where week {number} belongs.")
    if not week.days:
        yield Fault(week.number, None, f"Week {week.number} has no day.")
    run = sum(run.distance_m or 0 for run in week.runs)
    if run != week.run_distance_m:
        text = f"Week {week.number}'s runs add up to {run} m, but run_distance_m is {week.run_distance_m}."
        yield Fault(week.number, None, text)
    if not any(p.id == week.phase and p.first_week <= week.number <= p.last_week for p in plan.phases):
        yield Fault(week.number, None, f"Week {week.number} is not inside its phase '{week.phase}'.")


def _date_faults(plan: Plan, day: Day, position: int, first: date | None) -> Iterator[str]:
    if day.day != position:
        yield f"Day {day.day} stands where day {position} belongs."
    weekday = weekday_of(position, plan.week_starts)
    if day.weekday != weekday:
        yield f"Day {position} is a {weekday}, not a {day.weekday}."
    if first is not None and day.date != _later(first, position):
        yield f"Day {position} has the date {day.date}; expected {_later(first, position)}."


def _later(first: date, days: int) -> str:
    try:
        return (first + timedelta(days=days)).isoformat()
    except OverflowError:
        return "a date before the year 10000"


def _day_faults(day: Day, given: bool) -> Iterator[str]:
    yield from _kind_faults(day)
    orders = [session.order for session in day.sessions]
    if orders != list(range(1, len(orders) + 1)):
        yield f"The sessions are numbered {orders}; expected 1, 2 and so on in their order."
    for session in day.sessions:
        if not session.reasons:
            yield f"Session {session.order} has no reason."
    for lift in day.lifts:
        if not lift.exercises:
            yield f"The {lift.kind} lift has no exercise."
        if any(dose.sets < 1 or dose.reps < 1 for dose in lift.exercises):
            yield f"The {lift.kind} lift has an exercise without sets or repetitions."
    for run in day.runs:
        if (run.distance_m or 0) < 0 or (run.duration_s or 0) < 0:
            yield "A run has a distance or a time below zero."
        elif not run.distance_m and not run.duration_s and not given:  # a calendar may leave both open
            yield "A run has neither a distance nor a time."


def _kind_faults(day: Day) -> Iterator[str]:
    kinds = [run.kind for run in day.runs]
    hard = [kind for kind in kinds if kind in KEY_RUNS]
    if day.kind == "rest" and (kinds or day.crosses):  # a lift on it is for the rules to tell
        yield f"A rest day has {count(len(day.sessions), 'session')}."
    elif day.kind == "cross" and (kinds or not day.crosses):
        yield "A cross-training day has a run, or no cross-training."
    elif day.kind not in ("rest", "cross"):
        if day.kind not in kinds:
            yield f"The day is {day.kind} but has no {day.kind} run."
        elif any(_HARDNESS[kind] > _HARDNESS[day.kind] for kind in kinds):
            yield f"The day is called {day.kind} but has a harder run."
    if len(hard) > 1:
        yield f"The day has {len(hard)} key runs; one is the most."


def _race_faults(plan: Plan) -> Iterator[Fault]:
    standing = {day.day: (week.number, day) for week in plan.weeks for day in week.days}
    races = [("goal race", plan.race)] if plan.race is not None else []
    for name, race in (*races, *(("tune-up race", race) for race in plan.tune_ups)):
        found = standing.get(race.day)
        if found is None:
            yield Fault(None, None, f"The {name} stands on day {race.day}, which the plan does not have.")
            continue
        week, day = found
        if week != race.week or day.kind != "race":
            text = f"The {name} of week {race.week} is said to be on this day, which is of kind {day.kind}."
            yield Fault(week, race.day, f"{of_week(day, week)}: {text}")
