"""Edges of the rules over days that their examples don't reach."""

from article import week, weeks
from rule_faults import found


def test_the_goal_race_asks_for_seven_days_and_a_tune_up_for_two() -> None:
    assert found("heavy-clear-of-race", "Su long+heavy || Su race") == []
    assert found("heavy-clear-of-race", "Mo quality+heavy | Sa tune-up || Su race") == []
    assert found("heavy-clear-of-race", "Th quality+heavy | Sa tune-up || Sa race") == []
    assert found("heavy-clear-of-race", "Fr quality+heavy | Sa tune-up") == [(1, 4, "error")]
    assert found("heavy-clear-of-race", "Su race+heavy") == [(1, 6, "error")]


def test_every_heavy_lift_too_close_to_the_race_is_named() -> None:
    text = "Tu quality+heavy | Fr quality+heavy || Mo race"
    assert found("heavy-clear-of-race", text) == [(1, 4, "error"), (1, 1, "error")]


def test_recovery_days_can_be_made_more() -> None:
    pair = weeks(week(), week())
    assert found("two-recovery-days", pair) == []
    assert found("two-recovery-days", pair, days=3) == [(2, 8, "error")]
    assert found("two-recovery-days", pair, days=4) == [(1, 5, "error"), (2, 8, "error"), (2, 12, "error")]


def test_a_race_with_a_lift_is_a_combined_day_too() -> None:
    assert found("two-recovery-days", "Fr race+maintenance | Su long+heavy") == [(1, 6, "error")]


def test_key_lifts_are_counted_anew_each_week() -> None:
    two = "[running=build strength=base_hold] Tu quality+base | Sa long+base"
    assert found("third-key-lift", f"{two} || Tu quality+base | Sa long+base") == []


def test_three_combined_days_can_be_allowed_for_a_long_microcycle() -> None:
    three = "[running=base] Mo quality+heavy | Th quality+heavy | Su long+heavy"
    assert found("third-key-lift", three) == [(1, 6, "error")]
    assert found("third-key-lift", three, combined=3) == []


def test_lifting_and_hard_running_can_be_kept_apart() -> None:
    text = "Tu quality | Th aerobic+heavy | Sa long"
    assert found("hard-days-hard", text) == [(1, 3, "error")]
    assert found("hard-days-hard", text, also=("aerobic",)) == []
    assert found("no-lift-on-easy-days", "We easy+heavy") == [(1, 2, "error")]
    assert found("no-lift-on-easy-days", "We easy+heavy", never=("rest", "race")) == []


def test_aerobic_cross_training_can_be_let_carry_more() -> None:
    text = "We aerobic cross+base"
    assert found("no-lift-on-easy-days", text) == [(1, 2, "error")]
    assert found("no-lift-on-easy-days", text, on_aerobic_cross=("abbreviated", "base")) == []


def test_maintenance_never_moves_to_an_aerobic_day() -> None:
    assert found("hard-days-hard", "[running=base] Th aerobic+maintenance") == [(1, 3, "error")]


def test_an_aerobic_run_deserves_its_name_by_effort_too() -> None:
    assert found("no-lift-on-easy-days", "Th aerobic 8 km RPE 2+abbreviated") == [(1, 3, "warning")]
    assert found("no-lift-on-easy-days", "Th aerobic 8 km RPE 2") == []
    assert found("no-lift-on-easy-days", "Th aerobic 6 km 35 min+abbreviated") == []


def test_a_lift_comes_after_cross_training_and_between_no_two_runs() -> None:
    assert found("lift-after-run", "Mo abbreviated+aerobic cross") == [(1, 0, "error")]
    assert found("lift-after-run", "Tu quality+heavy+easy") == [(1, 1, "error")]
    assert found("lift-after-run", "Tu easy+quality+heavy") == []


def test_primers_follow_the_easy_days_as_well() -> None:
    assert found("no-lift-on-easy-days", "We easy+primer") == [(1, 2, "error")]
    assert found("no-lift-on-easy-days", "We aerobic+primer") == []


def test_only_heavy_lifts_bar_the_next_days_key_run_unless_more_is_asked() -> None:
    text = "Fr quality+maintenance | Sa long"
    assert found("no-key-run-after-heavy", text) == []
    assert found("no-key-run-after-heavy", text, lifts=("heavy", "maintenance")) == [(1, 5, "error")]
