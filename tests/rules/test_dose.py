"""Edges of the rules over doses that their examples don't reach."""

from dataclasses import replace

from rule_faults import faults_of_rule, found

from generator.model.plan import Plan
from generator.rules import by_slug, resolve
from generator.rules.example import plan_from


def _heavy(*doses: str, kind: str = "heavy") -> str:
    return " || ".join(f"Tu quality+{kind}(back-squat knee-dominant {dose})" for dose in doses)


def _with_lower_end(plan: Plan, rir_min: int) -> Plan:
    """Give the first exercise of each lift a band of reserve that goes down to ``rir_min``."""
    weeks = []
    for week in plan.weeks:
        days = []
        for day in week.days:
            sessions = tuple(
                replace(s, exercises=(replace(s.exercises[0], rir_min=rir_min), *s.exercises[1:]))
                if s.sport == "strength" else s
                for s in day.sessions
            )  # fmt: skip
            days.append(replace(day, sessions=sessions))
        weeks.append(replace(week, days=tuple(days)))
    return replace(plan, weeks=tuple(weeks))


def test_the_lower_end_of_a_band_counts() -> None:
    rule, policy = by_slug("never-to-failure"), resolve()
    plan = plan_from(_heavy("4x6@2 80%"))
    assert faults_of_rule(rule, _with_lower_end(plan, 1), policy) == []
    assert len(faults_of_rule(rule, _with_lower_end(plan, 0), policy)) == 1
    short = plan_from("Th aerobic+abbreviated")
    assert len(faults_of_rule(by_slug("abbreviated-content"), _with_lower_end(short, 0), policy)) == 1


def test_what_the_unsigned_do_must_not_go_to_failure_either() -> None:
    text = "Tu quality+heavy(back-squat knee-dominant 4x6@2 80% else goblet-squat knee-dominant 2x12@0)"
    assert found("never-to-failure", text) == [(1, 1, "error")]


def test_holds_and_jumps_are_not_counted_in_sixes() -> None:
    assert found("never-to-failure", "Th aerobic+abbreviated(side-plank frontal-plane 2x1@4 side hold 25 s)") == []
    assert found("never-to-failure", "Tu quality+primer(pogo-jump plyometric 2x5@4)") == []
    assert found("never-to-failure", "Tu quality+primer(dead-bug trunk 2x5@4)") == [(1, 1, "error")]


def test_a_reserve_can_be_asked_for() -> None:
    assert found("never-to-failure", _heavy("4x6@1 83%")) == []
    assert found("never-to-failure", _heavy("4x6@1 83%"), rir=2) == [(1, 1, "error")]


def test_the_line_between_base_and_heavy() -> None:
    assert found("load-up-reps-down", _heavy("3x8@2 75%")) == []
    assert found("load-up-reps-down", _heavy("3x8@3 75%")) == [(1, 1, "error")]
    assert found("load-up-reps-down", _heavy("3x8@2 74%")) == [(1, 1, "error")]
    base = "[strength=base] Tu quality+base(back-squat knee-dominant {})"
    assert found("load-up-reps-down", base.format("3x8@3 74%")) == []
    assert found("load-up-reps-down", base.format("3x8@2 73%")) == [(1, 1, "error")]
    assert found("load-up-reps-down", base.format("3x8@3 75%")) == [(1, 1, "error")]


def test_lighter_weeks_are_not_compared_and_do_not_lower_the_mark() -> None:
    text = _heavy("3x6@2 80%") + " || [deload] " + _heavy("2x8@2 75%") + " || " + _heavy("3x7@2 80%")
    assert found("load-up-reps-down", text) == [(3, 15, "error")]


def test_each_group_of_lifts_is_compared_with_itself() -> None:
    text = _heavy("3x6@2 80%") + " || Tu quality+heavy(hip-thrust thrust 3x8@2 77%)"
    assert found("load-up-reps-down", text) == []


def test_the_week_counts_by_its_greatest_repetitions_and_load() -> None:
    text = (
        "Tu quality+heavy(back-squat knee-dominant 4x6@2 80%) | Sa long+heavy(back-squat knee-dominant 3x8@2 75%)"
        " || Tu quality+heavy(back-squat knee-dominant 4x6@2 80%) | Sa long+heavy(back-squat knee-dominant 3x8@2 75%)"
    )
    assert found("load-up-reps-down", text) == []


def test_a_heavy_phase_starts_afresh_after_maintenance() -> None:
    between = " || [strength=maintenance] Tu quality+maintenance || [strength=heavy] "
    assert found("load-up-reps-down", _heavy("4x6@2 80%") + between + _heavy("3x8@2 75%")) == []
    off = between.replace("=maintenance", "=off").replace("+maintenance", "")
    assert len(found("load-up-reps-down", _heavy("4x6@2 80%") + off + _heavy("3x8@2 75%"))) == 2


def test_a_load_that_is_not_given_is_not_compared() -> None:
    assert found("load-up-reps-down", _heavy("3x6@2 80%", "3x6@2", "3x6@2 80%")) == []
    assert found("load-up-reps-down", _heavy("3x6@2 80%", "3x6@2", "3x6@2 79%")) == [(3, 15, "error")]


def test_a_one_sided_thrust_is_no_big_lift_but_stays_out_of_short_sessions() -> None:
    assert found("cornerstone-lift", "Tu quality+base(single-leg-bridge thrust 3x10@3 side)") == [(1, 1, "error")]
    short = "Th aerobic+abbreviated(single-leg-bridge thrust 2x10@4 side)"
    assert found("abbreviated-content", short) == [(1, 3, "error")]


def test_a_short_session_takes_thirty_minutes() -> None:
    assert found("abbreviated-content", "Th aerobic+abbreviated(dead-bug trunk 2x8@4; 30 min)") == []
    assert found("abbreviated-content", "Th aerobic+abbreviated(dead-bug trunk 2x8@4; 31 min)") == [(1, 3, "error")]


def test_base_work_on_one_leg_is_leg_work() -> None:
    text = "[strength=base] Tu quality+base(goblet-squat knee-dominant 3x10@3; pallof-press trunk 2x8@4 side)"
    assert found("single-and-double-leg", text) == [(1, None, "error")]
