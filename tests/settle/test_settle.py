"""What a calendar shows by itself: phases, lighter weeks, races; and the strength that follows from it."""

from __future__ import annotations

import pytest
from calendars_of_weeks import definition, drafted, lifts, runnings, strengths, week

from generator.model.finding import Refused

LADDER = [14, 15, 16, 12, 17, 18, 19, 14, 20, 21, 22, 16]
RACE_WEEK = week(quality="quality 6 km", thursday="easy 5 km", friday="rest", saturday="rest", sunday="race 21.1 km")


def building(weeks: int) -> list[str]:
    return [week(LADDER[i % 12], f"quality {8 + i // 4} km") for i in range(weeks)]


def test_a_calendar_without_a_race_builds() -> None:
    found = drafted(building(10))
    assert runnings(found) == ["build"] * 10
    assert strengths(found) == ["base"] * 8 + ["heavy"] * 2
    assert found.plan.race is None


def test_weeks_before_the_first_quality_run_are_base() -> None:
    easy = [week(14, "aerobic 8 km")] * 3
    assert runnings(drafted([*easy, *building(8)])) == ["base"] * 3 + ["build"] * 8


def test_lighter_weeks_are_found_and_deload_the_lifts() -> None:
    found = drafted([week(n, f"quality {q} km") for n, q in zip(LADDER, [8, 8, 8, 5] * 3, strict=True)])
    assert [w.number for w in found.plan.weeks if w.cutback] == [4, 8, 12]
    assert [w.number for w in found.plan.weeks if w.deload] == [4, 8, 12]


def test_a_race_has_a_peak_and_a_taper_before_it_and_rest_behind_it() -> None:
    weeks = [*building(12), week(12, "quality 5 km"), RACE_WEEK, week(8, "easy 5 km", thursday="rest")]
    found = drafted(weeks)
    assert runnings(found)[-3:] == ["taper", "taper", "transition"]
    assert "specific" in runnings(found)
    assert found.plan.race is not None
    assert (found.plan.race.week, found.plan.race.distance_m) == (14, 21100)
    assert not lifts(found, 14)
    assert not lifts(found, 15)
    by_running = dict(zip(runnings(found), strengths(found), strict=True))
    assert by_running["specific"] == "maintenance"
    assert by_running["transition"] == "off"


def test_the_farthest_race_is_the_goal_and_the_others_are_tune_ups() -> None:
    tuned = week(sunday="race 10 km", saturday="rest")
    found = drafted([*building(4), tuned, *building(8), week(12, "quality 5 km"), RACE_WEEK])
    assert found.plan.race is not None
    assert found.plan.race.week == 15
    assert [(race.week, race.distance_m) for race in found.plan.tune_ups] == [(5, 10000)]


def test_two_races_in_one_week() -> None:
    both = week(quality="rest", saturday="race 1500 m", sunday="race 5 km", thursday="easy 5 km")
    found = drafted([*building(8), both])
    assert found.plan.race is not None
    assert found.plan.race.distance_m == 5000
    assert [race.distance_m for race in found.plan.tune_ups] == [1500]
    assert not [f for f in found.plan.findings if f.severity == "error"]


def test_the_base_waits_for_weeks_that_can_carry_it() -> None:
    """Two weeks whose only hard day is the long run can't be base; the six after them can."""
    bare = week(14, "easy 5 km", monday="easy 5 km", thursday="easy 5 km")
    found = drafted([bare, bare, *building(8)])
    assert strengths(found)[:2] == ["off", "off"]
    assert strengths(found)[2:] == ["base"] * 6 + ["heavy"] * 2


def test_too_few_days_name_the_runs_that_would_do() -> None:
    bare = week(14, "easy 5 km", monday="rest", thursday="easy 5 km")
    with pytest.raises(Refused) as refused:
        drafted([bare] * 10)
    told = refused.value.diagnostics
    assert [d.rule for d in told] == ["hosts"]
    assert "weeks 1-8: the calendar leaves no room for 2 base lifts a week" in told[0].message
    assert "Tuesday's easy run" in told[0].hint
    assert "Thursday's easy run" in told[0].hint
    assert told[0].place.line == definition([bare] * 10).splitlines().index("  1:") + 1
    helped = week(14, "aerobic 8 km", monday="rest", thursday="easy 5 km")
    assert len(lifts(drafted([helped] * 10), 3)) == 2, "what is proposed does help"


def test_entered_strong_starts_heavy() -> None:
    found = drafted(building(6), "entry: {base_done: yes, signed_off: yes}\n")
    assert strengths(found) == ["heavy"] * 6
    held = drafted(building(6), "entry: {base_done: yes}\n")
    assert strengths(held) == ["base_hold"] * 6, "without a sign-off nothing is heavy"


def test_never_heavy_holds_the_base() -> None:
    found = drafted(building(12), "strength: {heavy: no, base_weeks: 6}\n")
    assert strengths(found) == ["base"] * 6 + ["base_hold"] * 6
    assert {lift.kind for w in found.plan.weeks for lift in w.lifts} <= {"base", "abbreviated"}


def test_strength_phases_of_ones_own() -> None:
    own = (
        "strength:\n  phases:\n    - {kind: base, weeks: 7, sessions: 2}\n"
        "    - {kind: heavy, weeks: 3, title: Strong, sessions: 1}\n"
    )
    found = drafted(building(10), own)
    assert strengths(found) == ["base"] * 7 + ["heavy"] * 3
    assert found.plan.phases[-1].title == "Strong"
    assert len(lifts(found, 9)) == 1


def test_a_generated_base_before_a_given_build() -> None:
    base = (
        "calendar_starts: 9\nphases:\n  - id: base\n    title: Base\n    weeks: 8\n"
        "    running: {kind: base, volume: 40-44 km, long: 14 km, runs: 5}\n    strength: {kind: base, sessions: 2}\n"
    )
    found = drafted(building(6), base)
    assert [w.given for w in found.plan.weeks] == [False] * 8 + [True] * 6
    assert strengths(found) == ["base"] * 8 + ["heavy"] * 6
    assert lifts(found, 9) == {"tue": "heavy", "thu": "abbreviated", "sat": "heavy"}


def test_a_phase_may_leave_its_running_to_the_calendar() -> None:
    phases = (
        "phases:\n  - {id: base, title: Base, weeks: 6, strength: {kind: base, sessions: 2}}\n"
        "  - {id: on, title: On, weeks: 2, strength: {kind: base_hold}}\n"
    )
    found = drafted(building(8), phases)
    assert [phase.id for phase in found.plan.phases] == ["base", "on"]
    assert strengths(found) == ["base"] * 6 + ["base_hold"] * 2


def test_one_given_week_amid_generated_ones() -> None:
    phases = (
        "phases:\n  - id: base\n    title: Base\n    weeks: 8\n"
        "    running: {kind: base, volume: 40-44 km, long: 14 km, runs: 5, quality: [hills]}\n"
        "    strength: {kind: base, sessions: 2}\n"
    )
    found = drafted([week(12)], phases, first=5)
    assert [w.number for w in found.plan.weeks if w.given] == [5]
    assert found.plan.weeks[4].days[1].runs[0].distance_m == 8000


def test_a_week_with_a_race_amid_the_base_holds_it() -> None:
    """One day is left that may carry a lift: the week does not count, and the table goes on behind it."""
    raced = week(quality="easy 5 km", monday="rest", thursday="easy 5 km", saturday="rest", sunday="race 5 km")
    goal = week(quality="easy 5 km", monday="rest", thursday="easy 5 km", saturday="rest", sunday="race 21.1 km")
    found = drafted([*building(3), raced, *building(8), goal])
    assert strengths(found)[:8] == ["base"] * 3 + ["base_hold"] + ["base"] * 4
    bases = [w for w in found.plan.weeks if w.strength == "base"]
    assert [w.assessment.kind for w in bases if w.assessment] == ["first", "retest"]
    assert not [f for f in found.plan.findings if f.severity == "error" and f.rule.startswith(("base", "assess"))]
