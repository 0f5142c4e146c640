"""Distances: whole, exact, within the caps, and refused where the numbers can't be true."""

from decimal import Decimal

import pytest
from hand_placed import expanded, made, shipped
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from generator.model.finding import Refused
from generator.model.plan import Repeat
from generator.model.units import METRES_PER, metres
from generator.rules import by_slug, resolve
from generator.rules.ramp import long_run_then_light, quality_cap

SHIPPED = (
    "article-week", "first-half", "5k-10k-competitive", "marathon-competitive", "marathon-first", "masters-50",
    "ultra-trail-50k", "time-crunched", "offseason-strength", "return-from-injury",
)  # fmt: skip
BODY = """
race: {{distance: {race}, week: 8, day: sunday}}
phases:
  - id: only
    title: Only
    weeks: 8
    running:
      kind: {kind}
      volume: {volume}
      long: {long}
      runs: {runs}
      quality: [{families}]
      quality_runs: {quality_runs}
      long_with: marathon-pace
    strength: {{kind: heavy, sessions: 2}}
"""


@pytest.fixture(scope="module", params=SHIPPED)
def plan(request):
    return expanded(shipped(request.param))


def whole(distance_m, unit):
    per = METRES_PER[unit]
    units = (Decimal(distance_m) / per).quantize(Decimal(1))
    return metres(units, unit) == distance_m


def flat(steps, times=1):
    for step in steps:
        if isinstance(step, Repeat):
            yield from flat(step.steps, times * step.repeat)
        else:
            yield step, times


def test_days_add_up_to_the_week(plan):
    for week in plan.weeks:
        assert week.run_distance_m == sum(run.distance_m or 0 for run in week.runs)


def test_every_run_is_whole(plan):
    for run in (run for week in plan.weeks for run in week.runs if run.kind != "race" and run.distance_m):
        assert whole(run.distance_m, plan.units), run


def test_other_runs_are_shorter_than_the_long_run(plan):
    for week in plan.weeks:
        longs = [run.distance_m for run in week.runs if run.kind == "long"]
        for run in week.runs:
            if longs and run.kind not in ("long", "race"):
                assert run.distance_m < longs[0], week.number


def test_aerobic_runs_earn_their_name(plan):
    for run in (run for week in plan.weeks for run in week.runs if run.kind == "aerobic"):
        assert run.duration_s >= 35 * 60
        assert run.rpe[0] >= 3


def test_every_session_says_why_and_what(plan):
    for day in plan.days:
        for session in day.sessions:
            assert session.reasons
            assert session.title
        assert [s.order for s in day.sessions] == list(range(1, len(day.sessions) + 1)) or not day.runs


def test_hard_work_is_capped(plan):
    params = resolve().params("quality-cap")
    assert not list(quality_cap.check(plan, params))


def test_steps_by_distance_add_up_to_the_run(plan):
    for run in (run for week in plan.weeks for run in week.runs if run.steps):
        parts = list(flat(run.steps))
        if all(step.distance_m is not None for step, _ in parts):
            assert sum(step.distance_m * times for step, times in parts) == run.distance_m, run.title


def test_warm_up_and_cool_down(plan):
    least = 1_500 if plan.units == "km" else metres(1, "mi")
    for run in (run for week in plan.weeks for run in week.runs if run.kind == "quality" and run.family != "strides"):
        assert run.steps[0].kind == "warmup"
        assert run.steps[-1].kind == "cooldown"
        assert run.steps[0].distance_m >= least - 1
        assert run.steps[-1].distance_m >= least - 1


def test_expanding_twice_gives_the_same(plan):
    assert expanded(shipped(plan.id)) == plan


def units_of(plan):
    per = float(METRES_PER[plan.units])
    return [round(sum(r.distance_m for r in week.runs if r.kind != "race") / per, 2) for week in plan.weeks]


LISTS = """
phases:
  - id: only
    title: Only
    weeks: 4
    running:
      kind: build
      volume: [50 km, 53 km, 42 km, 56 km]
      long: [16 km, 17 km, 13 km, 19 km]
      second_long: [9 km, 10 km, 8 km, 11 km]
      runs: 5
      cutback: [3]
    strength: {kind: heavy, sessions: 1}
days: {saturday: long, sunday: aerobic}
entry: {base_done: yes, signed_off: yes}
"""


def kilometers(runs):
    return [run.distance_m / 1000 for run in runs]


def test_author_s_lists_are_kept():
    plan = expanded(made(LISTS))
    assert units_of(plan) == [50, 53, 42, 56]
    assert kilometers(run for week in plan.weeks for run in week.days[5].runs) == [16, 17, 13, 19]


def test_second_long_run_stands_on_the_day_after():
    plan = expanded(made(LISTS))
    assert kilometers(run for week in plan.weeks for run in week.days[6].runs) == [9, 10, 8, 11]
    assert {run.title for week in plan.weeks for run in week.days[6].runs} == {"Second long run"}


def test_second_long_run_needs_its_day():
    written = made(LISTS.replace("sunday: aerobic", "sunday: rest"))
    plan, faults = attempt(written)
    assert plan is None
    assert "no aerobic run on the day after the long run" in faults[0].message


def test_author_s_range_runs_from_first_to_last():
    body = LISTS.replace("[50 km, 53 km, 42 km, 56 km]", "50-56 km")
    assert units_of(expanded(made(body))) == [50, 53, 42, 56]


def test_race_is_run_whole_and_not_counted_in_the_volume():
    week = expanded(shipped("marathon-competitive")).weeks[-1]
    race = next(run for run in week.runs if run.kind == "race")
    assert race.distance_m == 42195
    assert race.duration_s is None
    assert week.run_distance_m == 42195 + sum(r.distance_m for r in week.runs if r.kind != "race")


def test_run_and_walk_has_time_and_no_distance():
    plan = expanded(shipped("return-from-injury"))
    assert all(week.repeats and week.run_distance_m == 0 for week in plan.weeks)
    first = next(plan.weeks[0].runs)
    assert first.distance_m is None
    assert first.duration_s == (5 + 8 * 4 + 5) * 60


def test_families_take_turns():
    plan = expanded(shipped("5k-10k-competitive"))
    families = [run.family for week in plan.weeks[6:11] for run in week.runs if run.kind == "quality"]
    assert families == ["threshold", "intervals", "threshold", "intervals", "threshold"]


def test_cutback_has_less_hard_running():
    def work(week):
        return sum(
            s.distance_m * n for run in week.runs for s, n in flat(run.steps) if s.kind == "work" and s.distance_m
        )

    plan = expanded(shipped("5k-10k-competitive"))
    assert work(plan.weeks[9]) < work(plan.weeks[7])


def test_marathon_effort_ends_every_second_long_run():
    plan = expanded(shipped("marathon-competitive"))
    ended = [
        week.number
        for week in plan.weeks
        for run in week.runs
        if run.kind == "long" and any(step.target == "marathon" for step, _ in flat(run.steps))
    ]
    assert ended == [15, 18]


def attempt(written):
    try:
        return expanded(written), ()
    except Refused as refusal:
        return None, refusal.diagnostics


def refused(**changes):
    wanted = {"race": "marathon", "kind": "build", "volume": "60-70 km", "long": "20-24 km", "runs": 5}
    wanted |= {"families": "threshold", "quality_runs": 1} | changes
    with pytest.raises(Refused) as found:
        expanded(made(BODY.format(**wanted)))
    return list(found.value)


def test_too_little_is_refused_with_what_would_do():
    (first,) = refused(volume="24 km", long="12 km", runs=6)
    assert first.message.endswith("(and 6 more weeks)")  # every week but the race week, told once
    assert "can't share 24 km over 6 runs with a long run of 12 km" in first.message
    assert "at least 27 km" in first.hint
    assert first.place.line == 16


def test_too_much_is_refused():
    first = refused(volume="120 km", long="16 km", runs=4)[0]
    assert "Write at most 61 km" in first.hint


def test_short_long_run_is_refused_at_the_long_run():
    first = refused(volume="20-24 km", long="5-6 km", runs=4, families="", quality_runs=0)[0]
    assert "long run of 5 km is no longer" in first.message
    assert first.place.line == 17


@settings(max_examples=60, deadline=None)
@given(
    st.sampled_from(["km", "mi"]),
    st.integers(25, 110),
    st.floats(0.8, 1.6),
    st.floats(0.22, 0.4),
    st.integers(3, 6),
    st.sampled_from(["5k", "10k", "half marathon", "marathon", "50k"]),
    st.sampled_from(["base", "build", "specific", "taper"]),
    st.lists(
        st.sampled_from(
            ["strides", "hills", "fartlek", "threshold", "intervals", "repetitions", "race-pace", "marathon-pace"]
        ),
        min_size=1,
        max_size=3,
        unique=True,
    ),
    st.integers(0, 2),
    st.sampled_from(["4:10 /km", "5:40 /km", "7:30 /km"]),
)
def test_any_plan_adds_up_or_is_refused(unit, start, growth, share, runs, race, kind, families, quality_runs, pace):
    end = max(12, int(start * growth))
    text = BODY.format(
        race=race,
        kind=kind,
        volume=f"{start}-{end} {unit}",
        long=f"{max(5, int(start * share))}-{max(5, int(end * share))} {unit}",
        runs=max(runs, quality_runs + 1),
        families=", ".join(families),
        quality_runs=quality_runs,
    )
    try:
        written = made(text, unit=unit, pace=pace)
    except Refused:
        assume(False)
    plan, faults = attempt(written)
    if plan is None:
        assert all(fault.place.line in (16, 17) and fault.hint for fault in faults)
        return
    assert [f.text for f in quality_cap.check(plan, by_slug("quality-cap").defaults) if "session;" in f.text] == []
    for week in plan.weeks:
        assert week.run_distance_m == sum(run.distance_m for run in week.runs)
        assert all(whole(run.distance_m, unit) for run in week.runs if run.kind != "race")
    assert units_of(plan)[0] == start
    assert list(long_run_then_light.check(plan, by_slug("long-run-then-light").defaults)) == []
