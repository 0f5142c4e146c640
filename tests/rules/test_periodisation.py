"""Edges of the rules over the season that their examples don't reach."""

from rule_faults import found

NEW = "[entry=new strength=base] "
BASE = "Tu quality+base | Sa long+base"
HEAVY = "[strength=heavy] Tu quality+heavy"


def test_six_base_weeks_may_be_parted_by_weeks_off() -> None:
    off = "[strength=off] Tu easy"
    text = f"{NEW}3 weeks of {BASE} || {off} || [strength=base] 3 weeks of {BASE} || {HEAVY}"
    assert found("base-before-heavy", text) == []
    assert found("base-before-heavy", text.replace("3 weeks", "2 weeks", 1)) == [(7, None, "error")]


def test_weeks_that_hold_the_base_may_follow_but_do_not_count() -> None:
    held = f"[strength=base_hold] 4 weeks of {BASE}"
    assert found("base-before-heavy", f"{NEW}6 weeks of {BASE} || {held} || {HEAVY}") == []
    assert found("base-before-heavy", f"{NEW}5 weeks of {BASE} || {held} || {HEAVY}") == [(10, None, "error")]


def test_maintenance_needs_the_base_as_well() -> None:
    kept = "[strength=maintenance] Tu quality+maintenance"
    assert found("base-before-heavy", f"{NEW}2 weeks of {BASE} || {kept}") == [(3, None, "error")]


def test_a_second_base_is_counted_anew() -> None:
    season = f"8 weeks of {BASE} || {HEAVY} || "
    assert found("base-before-heavy", f"{NEW}{season}[strength=base] {season.removesuffix(' || ')}") == []


def test_the_first_heavy_week_alone_is_told() -> None:
    assert found("base-before-heavy", f"{NEW}{BASE} || [strength=heavy] 3 weeks of Tu quality+heavy") == [
        (2, None, "error")
    ]


def test_a_plan_without_key_lifts_needs_no_base() -> None:
    assert found("base-before-heavy", "[entry=new strength=off] Tu easy | Th aerobic+abbreviated") == []


def test_a_base_in_hand_may_be_held_without_a_sign_off() -> None:
    assert found("base-before-heavy", f"[entry=base-done strength=base_hold] {BASE}") == []


def test_primers_are_no_base_sessions() -> None:
    assert found("base-dose", f"{NEW}Tu quality+base | Sa long+primer") == [(1, None, "error")]
    assert found("base-dose", f"{NEW}Tu quality+base | Th aerobic+abbreviated") == []


def test_maintenance_carries_its_way_out_too() -> None:
    text = "[entry=base-done strength=maintenance] Tu quality+maintenance(back-squat knee-dominant 2x6@2 else none)"
    assert found("sign-off-before-heavy", text) == [(1, 1, "error")]
    assert found("sign-off-before-heavy", text.replace("base-done", "signed-off")) == []


def test_the_way_out_has_an_edge() -> None:
    text = "[entry=base-done] Tu quality+heavy(back-squat knee-dominant 3x6@2 80% else box-squat knee-dominant {})"
    assert found("sign-off-before-heavy", text.format("2x8@3 74%")) == []
    assert found("sign-off-before-heavy", text.format("2x8@2 74%")) == [(1, 1, "error")]
    assert found("sign-off-before-heavy", text.format("2x8@3 75%")) == [(1, 1, "error")]


def test_base_lifts_in_specific_weeks_have_two_sets_too() -> None:
    text = "[running=specific strength=base_hold] Sa long+base(goblet-squat knee-dominant {}x8@3)"
    assert found("maintenance-when-intense", text.format(2)) == []
    assert found("maintenance-when-intense", text.format(3)) == [(1, 5, "error")]


def test_ten_weeks_may_keep_one_strength_phase_and_off_is_none() -> None:
    assert found("phases-vary", "10 weeks of Tu quality+heavy") == []
    assert found("phases-vary", "10 weeks of Tu quality+heavy || [strength=off] Tu easy") == [(None, None, "warning")]
    assert found("phases-vary", "10 weeks of Tu quality+heavy || [strength=power] Tu quality+heavy") == []
    assert found("phases-vary", "[staged] 11 weeks of Tu quality+heavy") == []


def test_strength_may_rest_in_transition() -> None:
    assert found("strength-every-week", "[running=transition strength=off] Tu easy") == []
    assert found("strength-every-week", "[running=specific] Tu easy | Su tune-up") == [(1, None, "warning")]
    assert found("strength-every-week", "[running=specific] Tu easy | Su race") == []


def test_one_base_week_is_tested_once() -> None:
    assert found("assess-imbalance", f"{NEW}{BASE}") == []
    assert found("assess-imbalance", f"[strength=base no-test] {BASE}") == [(1, None, "error")]


def test_recovery_cross_training_hosts_nothing() -> None:
    assert found("hosts", "Mo cross+abbreviated | Sa long+heavy") == [(1, None, "error")]
    assert found("hosts", "Mo aerobic cross+abbreviated | Sa long+heavy") == []
