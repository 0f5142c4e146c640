"""What absences do to the strength tables, and weeks that the scheduler is told to leave as they are."""

from __future__ import annotations

from layers.layered import base, project

from generator.outline import outline
from generator.progressions import base_load, heavy_load, power
from generator.schedule import schedule
from generator.science.one_rm import MOST_REPS, percent_1rm


def test_a_tenth_less_weight_leaves_more_in_reserve() -> None:
    for row in (*heavy_load.STEPS, *base_load.STEPS):
        light = row.eased("eased")
        assert light.percent == int(row.percent * 0.9)
        assert light.reps == row.reps
        assert light.rir >= row.rir
        assert light.reps + light.rir >= MOST_REPS or percent_1rm(light.reps, light.rir) <= light.percent
        assert light.deload


def test_heavy_lifts_go_back_one_block_and_climb_again() -> None:
    weeks = (False,) * 7
    labels = [row.label for row in heavy_load.prescribe(weeks, back=(0, 0, 0, 0, 3, 0, 0))]
    assert labels == ["H1", "H2", "H3", "H5", "H2", "H3", "H5"]


def test_the_base_goes_back_to_its_start_at_most() -> None:
    labels = [row.label for row in base_load.prescribe((False,) * 6, back=(0, 0, 99, 0, 0, 0))]
    assert labels == ["B1", "B2", "B1", "B2", "B3", "B8"]


def test_jumps_climb_as_if_no_week_had_been_passed_over() -> None:
    whole = power.jumps((False,) * 4)
    assert power.jumps((False,) * 3, passed_over=1) == whole[:3]


def test_kept_weeks_stay_and_the_others_follow() -> None:
    found = base("article-week")
    frames = outline(found.authored, project().library)
    kept = {week.frame.number: week.days for week in found.placed if week.frame.number != 5}
    assert schedule(frames, found.policy, kept) == found.placed


def test_kept_weeks_that_leave_no_legal_plan_give_nothing() -> None:
    found = base("marathon-competitive")
    frames = outline(found.authored, project().library)
    wrong = {10: found.placed[0].days}
    assert schedule(frames, found.policy, wrong) == ()


def test_a_lighter_week_of_power_stays_heavy_enough() -> None:
    """A heavy phase cut short ends at 75%; a repetition more in reserve would be base load."""
    rows = power.prescribe((False, True), reached=75)
    assert [row.percent for row in rows] == [75, 75]
    assert rows[1].sets < rows[0].sets
