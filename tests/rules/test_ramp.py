"""Edges of the rules over distances that their examples don't reach."""

from article import week, weeks
from hypothesis import given
from hypothesis import strategies as st
from rule_faults import drawn, found

from generator.rules.example import plan_from
from generator.rules.ramp import single_run_spike

SPIKE = {parameter.name: parameter.default for parameter in single_run_spike.PARAMETERS}


def test_ramp_counts_from_above_10_and_20_percent() -> None:
    assert found("ramp", "weeks: 50 55 km") == []
    assert found("ramp", "weeks: 50 55.010 km") == []
    assert found("ramp", "weeks: 50 55.011 km") == [(2, None, "warning")]
    assert found("ramp", "weeks: 50 60.011 km") == [(2, None, "warning")]
    assert found("ramp", "weeks: 50 60.012 km") == [(2, None, "error")]


def test_ramp_never_errs_up_to_five_miles() -> None:
    assert found("ramp", "weeks: 20 28.057 km") == [(2, None, "warning")]
    assert found("ramp", "weeks: 20 28.058 km") == [(2, None, "error")]


def test_ramp_looks_back_four_weeks_and_no_further() -> None:
    assert found("ramp", "weeks: 60 50 50 50 60 km") == []
    assert found("ramp", "weeks: 60 50 50 50 50 60 km") == [(6, None, "warning")]


def test_ramp_leaves_races_out() -> None:
    raced = "Tu easy 10 km | Su long 20 km || Tu easy 10 km | Sa easy 20 km | Su race 42.2 km"
    assert found("ramp", raced) == []
    after = raced + " || Tu easy 17 km | Su long 20 km"
    assert found("ramp", after) == [(3, None, "warning")]


def test_ramp_has_nothing_to_say_after_nothing() -> None:
    assert found("ramp", "Tu easy 30 min || Tu easy 10 km") == []


def test_spike_counts_from_above_10_and_30_percent() -> None:
    assert found("single-run-spike", "Su long 20 km || Su long 22 km") == []
    assert found("single-run-spike", "Su long 20 km || Su long 22.002 km") == []
    assert found("single-run-spike", "Su long 20 km || Su long 22.003 km") == [(2, 13, "warning")]
    assert found("single-run-spike", "Su long 20 km || Su long 26.002 km") == [(2, 13, "warning")]
    assert found("single-run-spike", "Su long 20 km || Su long 26.003 km") == [(2, 13, "error")]


def test_spike_never_errs_up_to_a_mile() -> None:
    assert found("single-run-spike", "Su long 4 km || Su long 5.611 km") == [(2, 13, "warning")]
    assert found("single-run-spike", "Su long 4 km || Su long 5.612 km") == [(2, 13, "error")]


def test_spike_remembers_thirty_days() -> None:
    between = "|| Mo easy 10 km || Mo easy 10 km || Mo easy 10 km ||"
    assert found("single-run-spike", f"Mo long 20 km {between} We long 21 km") == []
    assert found("single-run-spike", f"Mo long 20 km {between} Th long 21 km") == [(5, 31, "error")]


def test_spike_does_not_judge_the_first_week_or_races() -> None:
    assert found("single-run-spike", "Mo easy 5 km | Su long 20 km") == []
    assert found("single-run-spike", "Mo easy 5 km || Su race 42.2 km") == []
    assert found("single-run-spike", "Mo easy 5 km || Su race 42.2 km || Su long 40 km") == []


@drawn
@given(st.lists(st.integers(0, 12), min_size=10, max_size=60))
def test_spike_is_what_looking_at_all_thirty_days_says(kilometers: list[int]) -> None:
    days = [
        f"{['Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa', 'Su'][i % 7]} easy {km} km" if km else ""
        for i, km in enumerate(kilometers)
    ]
    text = " || ".join(" | ".join(filter(None, days[i : i + 7])) or "Mo rest" for i in range(0, len(days), 7))
    expected = []
    for day in range(7, len(kilometers)):
        longest = max(kilometers[max(0, day - 30) : day])
        step = kilometers[day] - longest
        if longest and step * 10 > longest:
            expected.append((day, "error" if step * 10 > longest * 3 and step > 1 else "warning"))
    faults = single_run_spike.check(plan_from(text), SPIKE)
    assert [(fault.day, fault.severity or "error") for fault in faults] == expected


def test_share_counts_from_above_its_limit() -> None:
    four = "Mo easy 15 km | Tu easy 15 km | Th easy 17.5 km | Fr easy 17.5 km"
    assert found("long-run-share", f"{four} | Su long 35 km") == []
    assert found("long-run-share", f"{four} | Su long 35.1 km") == [(1, 6, "warning")]
    assert found("long-run-share", "Tu easy 10 km | Th easy 10 km | Su long 20 km") == []
    assert found("long-run-share", "Tu easy 10 km | Th easy 10 km | Su long 20.1 km") == [(1, 6, "warning")]


def test_share_leaves_out_weeks_it_cannot_judge() -> None:
    assert found("long-run-share", "Tu easy 5 km | Su long 20 km") == []
    for other in ("Th easy 30 min", "Th race 5 km"):
        assert found("long-run-share", f"Tu easy 5 km | {other} | Fr easy 3 km | Su long 20 km") == []
    assert found("long-run-share", "[running=taper] Tu easy 5 km | Th easy 5 km | Su long 20 km") == []


def test_cutback_depth_has_both_edges() -> None:
    for fine in ("88", "65"):
        assert found("cutback", f"weeks: 100 cut {fine} km") == []
    for odd in ("88.1", "64.9"):
        assert found("cutback", f"weeks: 100 cut {odd} km") == [(2, None, "warning")]


def test_cutback_accepts_a_lighter_week_by_any_name() -> None:
    assert found("cutback", "weeks: 50 50 50 44 50 50 50 50 km") == []
    assert found("cutback", "weeks: 50 50 50 44.1 50 km") == [(5, None, "warning")]


def test_cutback_warns_once_a_stretch_and_starts_again_after_a_taper() -> None:
    assert found("cutback", "weeks: 50 50 50 50 50 50 50 km") == [(5, None, "warning")]
    assert found("cutback", "weeks: 50 50 50 [running=taper] 48 [running=build] 50 50 50 50 km") == []


def test_cutback_does_not_count_weeks_of_stages_or_without_an_end() -> None:
    for word in ("staged", "rolling"):
        assert found("cutback", f"[{word}] 6 weeks of Tu easy 10 km") == []
        assert found("cutback", f"[{word}] Tu easy 10 km || [cutback] Tu easy 10 km") == [(2, None, "warning")]


def test_cutback_leaves_maintenance_sets_alone() -> None:
    kept = (
        "[running=specific strength=maintenance] Tu quality 10 km+maintenance || [cutback] Tu quality 8 km+maintenance"
    )
    assert found("cutback", kept) == []


def test_taper_has_both_edges() -> None:
    assert found("taper", "weeks: 100 [running=race] 59 km") == []
    assert found("taper", "weeks: 100 [running=race] 59.1 km") == [(2, None, "warning")]
    assert found("taper", "weeks: 100 [running=race] 10 km") == []
    assert found("taper", "weeks: 100 [running=race] 9.9 km") == [(2, None, "warning")]


def test_taper_lasts_up_to_21_days() -> None:
    assert found("taper", "weeks: 100 [running=taper] 80 60 [running=race] 40 km") == []
    assert found("taper", "weeks: 100 [running=taper] 90 80 60 [running=race] 40 km") == [(5, None, "warning")]


def test_taper_is_not_asked_of_short_races() -> None:
    assert found("taper", "weeks: 100 [running=race race=3] 90 km") == []


def test_session_caps_let_a_hair_pass() -> None:
    rest = "We easy 15 km | Su long 20 km"
    assert found("quality-cap", f"Tu quality 10 km (4.59 km @ threshold) | {rest}") == []
    assert found("quality-cap", f"Tu quality 10 km (4.6 km @ threshold) | {rest}") == [(1, 1, "error")]


def test_session_caps_are_the_lesser_of_share_and_distance() -> None:
    week_of_200 = "We easy 90 km | Su long 90 km"
    assert found("quality-cap", f"Tu quality 20 km (10.1 km @ interval) | {week_of_200}") == []
    assert found("quality-cap", f"Tu quality 20 km (10.3 km @ interval) | {week_of_200}") == [(1, 1, "error")]
    assert found("quality-cap", f"Tu quality 20 km (8.2 km @ repetition) | {week_of_200}") == [(1, 1, "error")]


def test_session_caps_multiply_repeats_and_count_timed_work_at_the_mean_speed() -> None:
    rest = "We easy 10 km | Su long 20 km"
    inside = "3 x (2 x (500 m @ 5k, 200 m jog), 1 km jog)"
    assert found("quality-cap", f"Tu quality 10 km ({inside}) | {rest}") == []
    assert found("quality-cap", f"Tu quality 10 km ({inside.replace('500', '600')}) | {rest}") == [(1, 1, "error")]
    assert found("quality-cap", f"Tu quality 10 km 50 min (20 min @ threshold) | {rest}") == []
    assert found("quality-cap", f"Tu quality 10 km 50 min (21 min @ threshold) | {rest}") == [(1, 1, "error")]


def test_session_caps_in_a_taper_are_of_the_last_four_weeks() -> None:
    before = "We easy 30 km | Su long 30 km"
    sharp = "[running=taper] Tu quality 10 km (6 km @ threshold) | Su long 10 km"
    assert found("quality-cap", f"{before} || {sharp}") == []
    assert found("quality-cap", f"{before} || {sharp.replace('taper', 'build')}") == [(2, 8, "error")]


def test_marathon_pace_has_its_minutes() -> None:
    rest = "Mo easy 60 km | We easy 60 km"
    assert found("quality-cap", f"{rest} | Su long 30 km 180 min (110 min @ marathon)") == []
    assert found("quality-cap", f"{rest} | Su long 30 km 180 min (111 min @ marathon)") == [(1, 6, "error")]


def test_a_week_of_a_race_counts_it_among_the_hard_runs() -> None:
    assert found("quality-cap", "Tu quality | Th quality | Sa tune-up") == []
    assert found("quality-cap", "Tu quality | Th quality | Sa tune-up | Su long") == [(1, None, "error")]


def test_a_very_long_run_starts_at_its_edge() -> None:
    assert found("long-run-then-light", "Sa long 20 km 149 min+heavy") == []
    assert found("long-run-then-light", "Sa long 20 km 150 min+heavy") == [(1, 5, "warning")]
    assert found("long-run-then-light", "Sa long 28.966 km 140 min+heavy") == []
    assert found("long-run-then-light", "Sa long 28.967 km 140 min+heavy") == [(1, 5, "warning")]
    assert found("long-run-then-light", "Sa long 26 km 140 min (9.654 km @ marathon)+heavy") == []
    assert found("long-run-then-light", "Sa long 26 km 140 min (9.655 km @ marathon)+heavy") == [(1, 5, "warning")]
    assert found("long-run-then-light", "Sa long 26 km 140 min (6 x 1 mi @ marathon)+heavy") == [(1, 5, "warning")]


def test_after_a_very_long_run_maintenance_has_two_sets() -> None:
    three = "Sa long 32 km+maintenance(back-squat knee-dominant 3x6@2)"
    assert found("long-run-then-light", three) == [(1, 5, "warning")]
    assert found("long-run-then-light", "Sa long 32 km+base") == []


def test_light_weeks_compare_with_the_last_full_week_of_their_phase() -> None:
    base, heavy = week(Tu="quality 10 km+base"), week()
    first = weeks(f"[strength=base] {base}", f"[strength=heavy cutback] {heavy}")
    assert found("cutback", first) == [(2, None, "warning")]  # for its distance alone: nothing to compare the sets with
