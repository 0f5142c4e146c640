"""One step to either side of every limit in the rules over doses: what their examples and other tests leave open."""

from dataclasses import replace

import pytest
from lift_changes import places, texts, with_lifts
from rule_faults import faults_of_rule, found

from generator.model.plan import Alternative, Override, Prescription, Week
from generator.rules import by_slug, resolve
from generator.rules.example import plan_from
from generator.rules.reading import (
    flat_steps,
    kind_of_lift,
    most_reps,
    most_sets,
    week_distance,
    without_races,
    work_at,
)

SQUAT = "back-squat knee-dominant"
SPLIT = "split-squat single-leg-knee 3x8@2 side"


def _heavy(day: str, *doses: str) -> str:
    return f"{day} quality+heavy({'; '.join(f'{SQUAT} {dose}' if dose[0].isdigit() else dose for dose in doses)})"


LOAD = "load-up-reps-down"
FIRST = _heavy("Tu", "4x6@2 80%")
AFTER = "3x8@2 75%"
EDGES = [
    ("abbreviated-content", "Th aerobic+abbreviated(romanian-deadlift hip-dominant 2x10@4)", [(1, 3, "error")]),
    ("abbreviated-content", "Th aerobic+abbreviated(dead-bug trunk 2x8@3)", [(1, 3, "error")]),
    # a pause of fifteen days starts afresh, one of fourteen does not, and only big lifts end it
    (LOAD, f"{FIRST} || Tu easy || {_heavy('We', AFTER)}", []),
    (LOAD, f"{FIRST} || Tu easy || {_heavy('Tu', AFTER)}", [(3, 15, "error"), (3, 15, "error")]),
    (LOAD, f"{FIRST} || Tu quality+heavy({SPLIT}) || {_heavy('We', AFTER)}", []),
    (LOAD, f"{_heavy('Tu', '4x6@2 80%', SPLIT)} || Tu easy || {_heavy('We', AFTER)}", []),
    (LOAD, f"{FIRST} || Tu easy || {_heavy('Tu', '4x6@2 80%')} | {_heavy('Sa', '4x7@2 80%')}", [(3, 19, "error")]),
    (LOAD, f"{FIRST} | {_heavy('Sa', '4x6@2 80%')} || Tu easy || {_heavy('We', '4x7@2 80%')}", [(3, 16, "error")]),
    *(
        (LOAD, f"{FIRST} || [strength={phase}] {_heavy('Tu', '3x6@2 85%')} || [strength=heavy] {_heavy('Tu', AFTER)}",
         [])
        for phase in ("power", "maintenance", "taper")
    ),
    (LOAD, f"{FIRST} || [cutback] {_heavy('Tu', '2x8@2 75%')}", []),
    (LOAD, f"[strength=base] Tu quality+base({SQUAT} 3x8@3 74%) || [strength=heavy] {_heavy('Tu', '3x9@1 75%')}",
     [(2, 8, "error")]),
    (LOAD, f"[strength=base] Tu quality+base({SQUAT} 3x8@3 70%) || Tu quality+base({SQUAT} 3x10@3 65%)", []),
    (LOAD, f"{FIRST} | {_heavy('Sa', '3x6@2 75%')} || {_heavy('Tu', '3x6@2 77%')}", [(2, 8, "error")]),
    (LOAD, f"{_heavy('Tu', '3x6@2 75%')} | {_heavy('Sa', '4x6@2 80%')} || {_heavy('Tu', '3x6@2 77%')}",
     [(2, 8, "error")]),
    (LOAD, f"{_heavy('Tu', '3x6@2')} || {_heavy('Tu', '3x6@2 80%')}", []),
    (LOAD, f"{FIRST} || {_heavy('Tu', '4x6@2 85%')} || {_heavy('Tu', '4x6@2 82%')}", [(3, 15, "error")]),
    ("single-and-double-leg", _heavy("Tu", "3x6@2 80%"), []),
    ("single-and-double-leg", "[strength=base] Tu quality+base(goblet-squat knee-dominant 3x10@3; single-leg-rdl "
     "single-leg-hip 2x10@3 side)", []),
    ("single-and-double-leg", "[strength=base] Tu quality+base(goblet-squat knee-dominant 3x10@3; calf-raise calf "
     "2x12@4 side)", []),
    ("cornerstone-lift", "Tu quality+base(hip-thrust thrust 3x10@3)", []),
    ("cornerstone-lift", "Tu quality+base(calf-raise calf 3x12@3)", [(1, 1, "error")]),
    (LOAD, f"[strength=base] Tu quality+base({SQUAT} 3x8@3)", []),
    (LOAD, f"[strength=base] Tu quality+base({SQUAT} 3x8@2)", [(1, 1, "error")]),
    ("sign-off-before-heavy", f"[entry=base-done] Tu quality+heavy({SQUAT} 4x6@2 else side-plank frontal-plane 2x1@4 "
     "side hold 25 s)", []),
]  # fmt: skip


@pytest.mark.parametrize(("slug", "text", "faults"), EDGES)
def test_an_edge_of_a_rule_over_doses(slug: str, text: str, faults: list) -> None:
    assert found(slug, text) == faults


SENTENCES = {
    "Th aerobic+abbreviated(dead-bug trunk 2x8@4; 62 min)": (
        "abbreviated-content", "Thursday of week 1 has a short session that takes 62 minutes; 30 are the limit."
    ),
    f"[strength=base] Tu quality+base({SQUAT} 3x6@2)": (
        LOAD, "Tuesday of week 1 has back-squat 3 x 6 with 2 in reserve; that is no base dose."
    ),
    f"Tu quality+heavy({SQUAT} 3x10@3 70%)": (
        LOAD, "Tuesday of week 1 has back-squat 3 x 10 with 3 in reserve at 70%; that is no heavy dose."
    ),
}  # fmt: skip


@pytest.mark.parametrize("text", SENTENCES)
def test_a_fault_is_told_in_its_own_words(text: str) -> None:
    slug, sentence = SENTENCES[text]
    assert texts(slug, text) == [sentence]


def test_a_short_session_ends_with_its_thirtieth_minute() -> None:
    short = "Th aerobic+abbreviated"
    assert places("abbreviated-content", with_lifts(short, duration_s=1800)) == []
    assert places("abbreviated-content", with_lifts(short, duration_s=1801)) == [(1, 3)]


def test_of_several_reserves_the_least_is_told() -> None:
    plan = plan_from(f"Tu quality+heavy({SQUAT} 4x6@0 80%; hip-thrust thrust 4x6@1 80%)")
    (fault,) = faults_of_rule(by_slug("never-to-failure"), plan, resolve([Override("never-to-failure", "rir", 2)]))
    assert "with 0 in reserve" in fault.text


def test_what_is_written_has_six_repetitions_even_beyond_the_article() -> None:
    text = f"[beyond-the-article] Tu quality+heavy({SQUAT} 4x4@2 85%)"
    assert places("never-to-failure", plan_from(text)) == []
    assert places("never-to-failure", with_lifts(text, written="Day A")) == [(1, 1)]


def test_an_empty_way_out_says_nothing_for_the_unsigned() -> None:
    text = "[entry=base-done] Tu quality+heavy"
    assert places("sign-off-before-heavy", with_lifts(text, unless_signed_off=Alternative("base", ()))) == [(1, 1)]


def _week(text: str) -> Week:
    return plan_from(text).weeks[0]


def test_the_most_sets_are_those_of_a_range_s_upper_end() -> None:
    (lift,) = _week(f"Tu quality+maintenance({SQUAT} 2x6@2)").lifts
    assert most_sets(lift) == 2
    assert most_sets(replace(lift, exercises=(replace(lift.exercises[0], sets_most=4),))) == 4
    assert most_sets(replace(lift, exercises=())) == 0
    fewer = replace(lift.exercises[0], sets=1)
    assert most_sets(replace(lift, exercises=(fewer, lift.exercises[0]))) == 2
    assert most_sets(replace(lift, exercises=(lift.exercises[0], fewer))) == 2


def test_the_most_repetitions_are_those_of_a_range_s_upper_end() -> None:
    (lift,) = _week(f"Tu quality+heavy({SQUAT} 3x6@2)").lifts
    dose = lift.exercises[0]
    assert [most_reps(dose), most_reps(replace(dose, reps_most=8))] == [6, 8]


def test_one_jump_among_other_work_makes_the_session_its_phase_s() -> None:
    jump = Prescription("depth-jump", "plyometric", 3, 6, 4, None, 120, False)
    press = Prescription("bench-press", "upper-body", 3, 10, 4, None, 120, False)
    kinds = [kind_of_lift((jump, press), phase) for phase in ("power", "heavy", "maintenance", "base")]
    assert kinds == ["heavy", "heavy", "maintenance", "base"]
    assert kind_of_lift((press,), "power") == "abbreviated"


def test_steps_outside_of_repeats_are_done_once() -> None:
    (run,) = _week("Tu quality 10 km (2 km @ threshold, 3 x (500 m @ interval, 200 m jog))").runs
    assert [times for _, times in flat_steps(run.steps)] == [1, 3, 3]


def test_work_by_time_is_counted_where_the_mean_speed_is_known() -> None:
    (run,) = _week("Tu quality 10 km 50 min (20 min @ threshold)").runs
    assert work_at(run, ("threshold",)).metres == 4000
    assert work_at(replace(run, distance_m=None), ("threshold",)).metres == 0
    assert work_at(replace(run, duration_s=None), ("threshold",)).metres == 0
    assert work_at(run, ("marathon",)).metres == 0


def test_a_week_s_distance_is_known_to_as_many_meters_as_it_has_runs() -> None:
    week = _week("Mo easy 5 km | Tu easy 40 min | Sa race 10 km | Su long 20 km")
    assert (week_distance(week).metres, week_distance(week).parts) == (35000, 3)
    assert (without_races(week).metres, without_races(week).parts) == (25000, 2)
    assert without_races(_week("Tu easy 40 min")).parts == 0
