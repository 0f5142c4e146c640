"""Strength: what each week lifts, and that progress never moves a lift and never makes one harder."""

import random
from dataclasses import replace

import pytest
from hand_placed import expanded, library, made, placed, shipped
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.model.frame import PlacedDay
from generator.model.plan import Override
from generator.progress import progress
from generator.progress.doses import jumps
from generator.progressions.power import MOST_JUMPS
from generator.rules import RULES, resolve

SHIPPED = (
    "article-week", "first-half", "5k-10k-competitive", "marathon-competitive", "marathon-first", "masters-50",
    "ultra-trail-50k", "time-crunched", "offseason-strength", "return-from-injury",
)  # fmt: skip
DOSE_RULES = (
    "abbreviated-content", "cornerstone-lift", "load-up-reps-down", "never-to-failure", "single-and-double-leg",
    "assess-imbalance", "sign-off-before-heavy", "maintenance-when-intense", "long-run-then-light", "lift-after-run",
)  # fmt: skip
GRADES = {"primer": 0, "abbreviated": 1, "base": 2, "maintenance": 2, "heavy": 3}
KNEE, HIP = {"knee-dominant", "single-leg-knee"}, {"hip-dominant", "single-leg-hip", "thrust"}
BODY = """
big_lifts: [{lifts}]
advanced_heavy: {advanced}
phases:
  - id: base
    title: Base
    weeks: 6
    running: {{kind: base, volume: 50 km, long: 16 km, runs: 5, quality: [hills]}}
    strength: {{kind: base, sessions: 2-3}}
  - id: next
    title: Next
    weeks: 8
    running: {{kind: {running}, volume: 62-68 km, long: {long}, runs: 5, quality: [threshold]}}
    strength: {{kind: {strength}, sessions: {sessions}, abbreviated: {short}}}
"""


@pytest.fixture(scope="module", params=SHIPPED)
def plan(request):
    return expanded(shipped(request.param))


def lifts_of(plan, kind=None):
    return [lift for week in plan.weeks for lift in week.lifts if kind in (None, lift.kind)]


def made_up(**changes):
    usual = {"lifts": "back-squat, trap-bar-deadlift, hip-thrust", "advanced": "no", "running": "build"}
    usual |= {"strength": "heavy", "sessions": "2", "short": 0, "long": "17-19 km"}
    return made(BODY.format(**(usual | changes)))


def test_shipped_plans_keep_the_rules_of_doses(plan):
    for rule in RULES:
        if rule.slug in DOSE_RULES and rule.check is not None:
            assert [fault.text for fault in rule.check(plan, resolve().params(rule.slug))] == [], rule.slug


def test_lifts_come_after_runs_and_say_all_there_is(plan):
    for lift in lifts_of(plan):
        assert lift.order == 2
        assert lift.exercises
        assert lift.warm_up
        assert lift.duration_s % 300 == 0
        assert lift.duration_s <= 30 * 60 or lift.kind != "abbreviated"
        assert lift.duration_s <= 55 * 60


def test_loaded_lifts_say_what_the_unsigned_do(plan):
    for lift in lifts_of(plan):
        assert (lift.unless_signed_off is not None) == (lift.kind in ("heavy", "maintenance"))
        if lift.unless_signed_off:
            big = [dose for dose in lift.unless_signed_off.exercises if dose.percent_1rm]
            assert lift.unless_signed_off.kind == "base"
            assert all((dose.reps, dose.percent_1rm) == (8, 73) and dose.sets <= 3 for dose in big)


def test_exercises_are_in_the_library(plan):
    shared = library()
    for lift in lifts_of(plan):
        for dose in lift.exercises:
            exercise = shared.exercises[dose.id]
            assert (dose.slot, dose.per_side) == (exercise.slot, exercise.per_side)
            assert dose.weaker_side_first == dose.per_side
            assert (dose.percent_1rm is not None) == exercise.big
            assert (dose.hold_s is not None) == (exercise.unit == "holds")


def test_every_full_week_is_balanced(plan):
    for week in plan.weeks:
        lifts = list(week.lifts)
        if not lifts or week.strength in ("taper", "off"):
            continue
        slots = {dose.slot for lift in lifts for dose in lift.exercises}
        if week.running != "taper":
            assert slots & KNEE, week.number
            assert slots & HIP, week.number
        assert {"calf", "frontal-plane"} <= slots, week.number


def test_order_within_a_session(plan):
    order = {"plyometric": 0, "knee-dominant": 1, "hip-dominant": 1, "thrust": 1, "single-leg-knee": 2}
    order |= {"single-leg-hip": 2, "calf": 3, "frontal-plane": 4, "trunk": 5}
    for lift in lifts_of(plan):
        if lift.kind != "abbreviated":
            ranks = [order[dose.slot] for dose in lift.exercises]
            assert ranks == sorted(ranks)


def test_weaker_side_gets_a_set_more_for_four_weeks():
    plan = expanded(shipped("article-week"))
    extra = {
        week.number
        for week in plan.weeks
        for lift in week.lifts
        for dose in lift.exercises
        if dose.extra_weak_side_sets
    }
    assert extra == {1, 2, 3, 4}


def test_tests_in_the_first_and_last_base_week():
    plan = expanded(shipped("article-week"))
    assert {w.number: w.assessment.kind for w in plan.weeks if w.assessment} == {1: "first", 8: "retest"}
    assert "single-leg-squat" in plan.weeks[0].assessment.tests
    gentle = expanded(shipped("return-from-injury"))
    assert gentle.weeks[0].assessment.tests == ("single-leg-calf-raise", "single-leg-sit-to-stand", "single-leg-bridge")


def test_heavy_steps_run_on_and_deload_with_the_running():
    plan = expanded(shipped("article-week"))
    squats = [
        next(dose for lift in week.lifts for dose in lift.exercises if dose.id == "back-squat")
        for week in plan.weeks[8:]
    ]
    assert [(s.sets, s.reps, s.rir, s.percent_1rm) for s in squats] == [
        (3, 8, 2, 75), (3, 7, 2, 77), (3, 6, 3, 77), (2, 6, 4, 75),
        (3, 6, 2, 80), (4, 6, 2, 80), (4, 6, 2, 80), (2, 6, 3, 77),
    ]  # fmt: skip
    assert squats[6].rir_min == 1
    assert [week.number for week in plan.weeks if week.deload] == [4, 8, 12, 16]


def test_very_long_run_lowers_the_lift():
    plan = expanded(shipped("marathon-competitive"))
    week = plan.weeks[12]
    sunday = week.days[6]
    assert sunday.lifts[0].kind == "maintenance"
    assert sunday.lifts[0].reasons[-1].rule == "long-run-then-light"
    assert all(dose.sets <= 2 and dose.slot != "hip-dominant" for dose in sunday.lifts[0].exercises)
    assert "heavy" in {lift.kind for lift in week.lifts}


def test_policy_may_call_a_run_very_long_earlier():
    written = shipped("article-week")
    weeks = placed(written)
    strict = (Override("long-run-then-light", "minutes", 60),)
    kinds = {lift.kind for week in progress(written, weeks, library(), strict).weeks[8:] for lift in week.days[5].lifts}
    assert kinds == {"maintenance"}


def test_only_deadlifts_leave_a_stand_in_after_a_very_long_run():
    plan = expanded(made_up(lifts="conventional-deadlift", long="26-28 km"))
    light = lifts_of(plan, "maintenance")
    assert light
    assert all(lift.exercises[0].id == "goblet-squat" for lift in light)


@pytest.mark.parametrize("lift", ["back-squat", "romanian-deadlift", "hip-thrust"])
def test_one_big_lift_is_enough(lift):
    plan = expanded(made_up(lifts=lift))
    for week in plan.weeks:
        slots = {dose.slot for one in week.lifts for dose in one.exercises}
        assert slots & KNEE
        assert slots & HIP
    assert {dose.id for one in lifts_of(plan) for dose in one.exercises if dose.percent_1rm} == {lift}


def test_advanced_goes_beyond_the_article():
    plan = expanded(made_up(advanced="yes"))
    assert plan.beyond_the_article
    assert min(dose.reps for lift in lifts_of(plan, "heavy") for dose in lift.exercises) < 6
    heaviest = max((d for lift in lifts_of(plan) for d in lift.exercises if d.percent_1rm), key=lambda d: d.percent_1rm)
    assert heaviest.rest_s == 240


def test_power_starts_with_jumps():
    plan = expanded(made_up(strength="power", sessions="1"))
    first = next(lift for week in plan.weeks[6:] for lift in week.lifts)
    assert first.exercises[0].slot == "plyometric"
    assert first.kind == "heavy"


@pytest.mark.parametrize("contacts", range(40, MOST_JUMPS + 1, 10))
def test_jumps_add_up(contacts):
    assert sum(dose.sets * dose.reps for dose in jumps(contacts, library())) == contacts


LIFTS = (None, "base", "heavy", "maintenance", "abbreviated", "primer")
HOSTS = ("quality", "long", "aerobic")


def with_any_lifts(weeks, choice):
    """The same weeks with any lift at all on days that may carry one, legal or not."""
    for week in weeks:
        lifts = [choice.choice(LIFTS) if day.kind in HOSTS else None for day in week.days]
        yield replace(week, days=tuple(PlacedDay(d.kind, lift) for d, lift in zip(week.days, lifts, strict=True)))


@settings(max_examples=60, deadline=None)
@given(
    st.integers(0, 2**32),
    st.sampled_from(["base", "build", "specific"]),
    st.sampled_from(["base_hold", "heavy", "power", "maintenance", "taper"]),
    st.sampled_from(["17-19 km", "20-24 km", "25-28 km"]),
)
def test_progress_never_moves_and_never_raises(seed, running, strength, long):
    written = made_up(running=running, strength=strength, long=long, sessions="1-2")
    weeks = tuple(with_any_lifts(placed(written), random.Random(seed)))
    plan = progress(written, weeks, library())
    for week, before in zip(plan.weeks, weeks, strict=True):
        for day, was in zip(week.days, before.days, strict=True):
            assert day.kind == was.kind or (was.kind, was.lift, day.kind) == ("aerobic", None, "easy")
            assert len(day.lifts) == (was.lift is not None)
            assert all(GRADES[lift.kind] <= GRADES[was.lift] for lift in day.lifts)
            assert len(day.runs) == (was.kind in ("quality", "long", "aerobic", "easy", "race"))
            assert len(day.crosses) == (was.kind == "cross")


def percents(lifts):
    return [dose.percent_1rm for lift in lifts for dose in lift.exercises if dose.percent_1rm]


def test_lowered_lift_is_no_heavier_than_the_week():
    plan = expanded(shipped("marathon-competitive"))
    for week in plan.weeks:
        heavy = percents(lift for lift in week.lifts if lift.kind == "heavy")
        lowered = percents(lift for lift in week.lifts if lift.kind == "maintenance")
        if heavy and lowered:
            assert max(lowered) <= max(heavy)


@pytest.mark.parametrize("plan_id", ["marathon-first", "masters-50"])
def test_maintenance_keeps_the_load_that_was_reached(plan_id):
    plan = expanded(shipped(plan_id))
    reached = max(percents(lifts_of(plan, "heavy")))
    assert reached < 80
    assert max(percents(lifts_of(plan, "maintenance"))) == reached
