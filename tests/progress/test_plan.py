"""The plan around its weeks: races, dates, phases, stages."""

import pytest
from hand_placed import expanded, made, shipped

RACES = """
race: {distance: half marathon, week: 4, day: sunday, name: City half}
tune_ups: [{distance: 5k, week: 2, day: saturday}]
start: 2027-01-04
phases:
  - id: build
    title: Build
    weeks: 3
    running: {kind: build, volume: 50 km, long: 15 km, runs: 5, quality: [threshold, race-pace], cutback: none}
    strength: {kind: base, sessions: 2}
  - {id: race, title: Race, weeks: 1, running: {kind: race, volume: 20 km, runs: 4}, strength: {kind: off}}
"""


def test_races_stand_on_their_days():
    plan = expanded(made(RACES))
    assert (plan.race.week, plan.race.day, plan.race.name) == (4, 27, "City half")
    assert [(race.distance_m, race.day) for race in plan.tune_ups] == [(5000, 12)]
    days = list(plan.days)
    assert days[27].kind == days[12].kind == "race"
    assert [run.title for run in (*days[27].runs, *days[12].runs)] == ["City half", "Race: 5K"]


def test_tune_up_counts_in_the_week_and_the_goal_race_does_not():
    plan = expanded(made(RACES))
    assert [week.run_distance_m for week in plan.weeks] == [50_000, 50_000, 50_000, 20_000 + 21_097]


def test_dates():
    plan = expanded(made(RACES))
    assert [plan.weeks[0].days[0].date, plan.weeks[3].days[6].date] == ["2027-01-04", "2027-01-31"]
    assert {day.date for day in expanded(shipped("article-week")).days} == {None}


def test_races_last_as_long_as_they_last():
    assert all(
        run.duration_s is None for week in expanded(made(RACES)).weeks for run in week.runs if run.kind == "race"
    )


def test_phases_say_when_to_enter_and_leave():
    phases = {phase.id: phase for phase in expanded(shipped("article-week")).phases}
    assert (phases["base"].first_week, phases["base"].last_week) == (1, 8)
    assert all(phase.purpose for phase in phases.values())
    assert any("signed it off" in line for line in phases["heavy"].enter_when)
    assert phases["base"].leave_when


def test_stages_keep_the_author_s_criteria():
    plan = expanded(shipped("return-from-injury"))
    assert plan.staged
    assert all(week.repeats for week in plan.weeks)
    assert all("three runs done" in phase.leave_when[0] for phase in plan.phases)
    big = [max(d.percent_1rm or 0 for lift in week.lifts for d in lift.exercises) for week in plan.weeks]
    assert big == [62, 62, 65, 68, 70, 73]


@pytest.mark.parametrize("plan_id", ["article-week", "marathon-competitive", "return-from-injury"])
def test_days_are_counted_without_a_gap(plan_id):
    plan = expanded(shipped(plan_id))
    assert [day.day for day in plan.days] == list(range(7 * len(plan.weeks)))
    assert all(day.reasons == () or not day.sessions for day in plan.days)
