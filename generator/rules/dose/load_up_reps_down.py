"""From base to heavy the weight goes up and the repetitions go down, never back.

Why:
    Strength comes from lifting heavier, not from lifting longer. A plan that drifts back to more repetitions has lost
    its thread.

Reads:
    Squats, deadlifts and hip thrusts on both legs are checked. Repetitions done plus those left in reserve are at
    least eleven in base sessions, below 75% of the maximum, and at most ten in heavy sessions, at 75% or more; of a
    range the heavier end counts. From the last full base week into the heavy phase, and through it, repetitions in
    each group of lifts never rise and the percentage never falls. Cutback and deload weeks are not compared. After a
    phase of power, maintenance or taper the comparison starts afresh, and so it does after fourteen days without such
    lifts, such as an illness: then going back is right.

Holds:
    [strength=base] Tu quality+base(goblet-squat knee-dominant 3x8@3 73%) || [strength=heavy]
        Tu quality+heavy(back-squat knee-dominant 3x8@2 75%) || Tu quality+heavy(back-squat knee-dominant 4x6@2 80%)
    Tu quality+heavy(back-squat knee-dominant 3x6@2 80%) || 2 weeks of Tu quality
        || Tu quality+heavy(back-squat knee-dominant 3x8@2 75%)

Fails:
    Tu quality+heavy(back-squat knee-dominant 3x6@2 80%) || Tu quality+heavy(back-squat knee-dominant 3x8@2 80%)
        -> Tu of week 2: repetitions went up
    Tu quality+heavy(back-squat knee-dominant 3x6@2 80%) || Tu quality+heavy(back-squat knee-dominant 3x6@2 77%)
        -> Tu of week 2: the load went down
    Tu quality+heavy(back-squat knee-dominant 3x12@2)  -> Tu: not heavy at all
    [strength=base] Tu quality+base(goblet-squat knee-dominant 3x6@2)  -> Tu: not base load
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.frozen import frozen
from generator.language import _
from generator.model.finding import Fault
from generator.model.plan import Day, Lift, Plan, Prescription, Week
from generator.rules.reading import (
    BASE_REACH,
    HEAVY_PERCENT,
    at_base_dose,
    dated_lifts,
    is_big,
    least_reserve,
    most_percent,
    most_reps,
)
from generator.rules.rule import Evidence, Parameter, Params
from generator.rules.wording import of_week, span

LEVEL = "error"
PARAMETERS = (
    Parameter("break_days", 14, "days without these lifts after which a plan may go back to lighter ones", "higher"),
)
EVIDENCE = (
    Evidence(
        "seynders-2022",
        "cited",
        "After the base the weights get heavier and the sets shorter: three or four of six.",
    ),
    Evidence(
        "luckin-baldwin-2021",
        "cited",
        "8-12 repetitions up to 75%, then 1-6 at 85% or more: economy improved in the second part (25 triathletes).",
    ),
    Evidence("", "convention", "Eleven repetitions from empty and 75% as the line between base and heavy."),
    Evidence("", "convention", "Fourteen days without these lifts as the break after which one starts lighter."),
)

_AFRESH = ("power", "maintenance", "taper")


@frozen
class _Reached:
    """The last full week's most repetitions and greatest share of the maximum in one group of lifts."""

    reps: int
    percent: int | None


def check(plan: Plan, p: Params) -> Iterator[Fault]:
    """Yield faults for doses outside their kind and for steps in the wrong direction."""
    for week, day, lift in dated_lifts(plan):
        if lift.kind in ("base", "heavy"):
            for dose in lift.exercises:
                if is_big(dose) and _misnamed(lift, dose):
                    text = _("{day} has {exercise} {dose}; that is no heavy dose.")
                    if lift.kind == "base":
                        text = _("{day} has {exercise} {dose}; that is no base dose.")
                    text = text.format(day=of_week(day, week.number), exercise=dose.id, dose=_shown(dose))
                    yield Fault(week.number, day.day, text)
    reached: dict[str, _Reached] = {}
    last: int | None = None
    for week in plan.weeks:
        lifted = [day.day for day in week.days for lift in day.lifts if any(map(is_big, lift.exercises))]
        after_break = lifted and last is not None and lifted[0] - last > p["break_days"]
        last = lifted[-1] if lifted else last
        if week.strength in _AFRESH or after_break:
            reached.clear()
        if week.strength in _AFRESH:
            continue
        if not (week.cutback or week.deload):
            yield from _steps_back(week, reached)


def _misnamed(lift: Lift, dose: Prescription) -> bool:
    if lift.kind == "base":
        return not at_base_dose(dose)
    percent = most_percent(dose)
    return dose.reps + least_reserve(dose) >= BASE_REACH or (percent is not None and percent < HEAVY_PERCENT)


def _steps_back(week: Week, reached: dict[str, _Reached]) -> Iterator[Fault]:
    """Compare the week's greatest repetitions and share, group by group, with those reached, and move these on."""
    doses: dict[str, list[tuple[Day, Prescription]]] = {}
    for day in week.days:
        for lift in day.lifts:
            for dose in lift.exercises if lift.kind in ("base", "heavy") else ():
                if is_big(dose):
                    doses.setdefault(dose.slot, []).append((day, dose))
    heavy = any(lift.kind == "heavy" for lift in week.lifts)
    for slot, found in doses.items():
        reps_day, most = max(found, key=lambda pair: most_reps(pair[1]))
        load_day, load = max(found, key=lambda pair: most_percent(pair[1]) or 0)
        reps, percent = most_reps(most), most_percent(load)
        before = reached.get(slot)
        if heavy and before is not None:
            if reps > before.reps:
                text = _("{day} goes back up from {before} to {now} repetitions ({exercise}).")
                name = of_week(reps_day, week.number)
                text = text.format(day=name, before=before.reps, now=reps, exercise=most.id)
                yield Fault(week.number, reps_day.day, text)
            if percent is not None and before.percent is not None and percent < before.percent:
                text = _("{day} goes back down from {before} to {now}% ({exercise}).")
                name = of_week(load_day, week.number)
                text = text.format(day=name, before=before.percent, now=percent, exercise=load.id)
                yield Fault(week.number, load_day.day, text)
        if percent is None and before is not None:
            percent = before.percent
        reached[slot] = _Reached(reps, percent)


def _shown(dose: Prescription) -> str:
    done = f"{span(dose.sets, dose.sets_most)} x {span(dose.reps, dose.reps_most)}"
    kept = span(least_reserve(dose), dose.rir)
    if dose.percent_1rm is None:
        return _("{sets} with {number} in reserve").format(sets=done, number=kept)
    share = span(dose.percent_1rm, dose.percent_most)
    return _("{sets} with {number} in reserve at {share}%").format(sets=done, number=kept, share=share)
