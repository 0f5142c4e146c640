"""The audit: every rule under the plan's overrides, sorted; and what a plan must be before rules mean anything."""

import ast
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from article import week, weeks

import generator.audit
from generator.audit import audit, structure_faults
from generator.model.finding import Finding
from generator.model.plan import Cross, Day, Override, Plan, Race, Reason, Run, Week
from generator.rules.example import plan_from

GOOD = plan_from(weeks(week(), week()))


def _slugs(plan: Plan) -> list[tuple[str, str]]:
    return [(finding.rule, finding.severity) for finding in audit(plan)]


def test_a_good_plan_has_no_finding() -> None:
    assert audit(GOOD) == ()
    assert list(structure_faults(GOOD)) == []


def test_findings_are_sorted_by_week_day_and_rule_and_name_the_place() -> None:
    plan = plan_from(weeks(week(Su="quality 10 km"), "12 weeks of " + week(Th="easy 10 km+abbreviated")))
    found = audit(plan)
    keys = [(-1 if f.week is None else f.week, -1 if f.day is None else f.day, f.rule) for f in found]
    assert keys == sorted(keys)
    assert found[0].rule == "phases-vary"
    assert (found[0].week, found[0].day) == (None, None)
    first = next(f for f in found if f.rule == "no-key-run-after-heavy")
    assert first == Finding(
        "no-key-run-after-heavy", "error", 1, 6, "Sunday of week 1 is a quality day right after Saturday's heavy "
        "lift; leave a day in between."
    )  # fmt: skip


def test_severity_is_the_fault_s_unless_the_policy_says_otherwise() -> None:
    jump = plan_from("weeks: 50 56 66 80 km")
    assert [s for r, s in _slugs(jump) if r == "ramp"] == ["warning", "warning", "error"]
    softened = replace(jump, overrides=(Override("ramp", "level", "warning", "a camp week"),))
    assert [s for r, s in _slugs(softened) if r == "ramp"] == ["warning"] * 3
    off = replace(jump, overrides=(Override("ramp", "level", "off", "a camp week"),))
    assert [s for r, s in _slugs(off) if r == "ramp"] == []


def test_a_warning_can_be_made_an_error() -> None:
    plan = plan_from(week(Su="easy 4 km"))
    assert _slugs(plan) == [("rest-after-heavy", "warning")]
    strict = replace(plan, overrides=(Override("rest-after-heavy", "level", "error"),))
    assert _slugs(strict) == [("rest-after-heavy", "error")]


def test_parameters_of_the_plan_count() -> None:
    strict = replace(GOOD, overrides=(Override("two-recovery-days", "days", 3),))
    assert _slugs(strict) == [("two-recovery-days", "error")]


def test_relaxing_without_a_reason_is_an_error_and_does_not_count() -> None:
    plan = plan_from(week(We="rest+abbreviated"))
    cheated = replace(plan, overrides=(Override("no-lift-on-easy-days", "level", "off"),))
    assert _slugs(cheated) == [("no-lift-on-easy-days", "error"), ("no-lift-on-easy-days", "error")]
    assert "without a reason" in audit(cheated)[0].text
    told = replace(plan, overrides=(Override("no-lift-on-easy-days", "level", "off", "asked for by the clinic"),))
    assert _slugs(told) == []


def test_an_unknown_rule_in_an_override_is_an_error() -> None:
    plan = replace(GOOD, overrides=(Override("no-lifts", "level", "off", "why not"),))
    assert _slugs(plan) == [("plan", "error")]


def test_the_audit_knows_nothing_of_the_scheduler() -> None:
    tree = ast.parse(Path(generator.audit.__file__).read_text(encoding="utf-8"))
    modules = {node.module or "" for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
    ours = {module for module in modules if module.startswith("generator")}
    assert all(module.split(".")[1] in ("model", "rules") for module in ours)


def _week(plan: Plan, change: Callable[[Week], Week], index: int = 1) -> Plan:
    changed = list(plan.weeks)
    changed[index] = change(changed[index])
    return replace(plan, weeks=tuple(changed))


def _day(plan: Plan, position: int, change: Callable[[Day], Day]) -> Plan:
    def days(week: Week) -> Week:
        return replace(week, days=tuple(change(day) if i == position else day for i, day in enumerate(week.days)))

    return _week(plan, days)


def _sessions(plan: Plan, position: int, *sessions: object) -> Plan:
    return _day(plan, position, lambda day: replace(day, sessions=sessions))


WHY = (Reason("wish", "For a test."),)
EASY = Run(1, "easy", 0, 1800, (2, 3), (), WHY)
HARD = Run(2, "quality", 0, 1800, (6, 7), (), WHY)
CROSS = Cross(1, "recovery", 1800, (1, 2), WHY)
TUESDAY = GOOD.weeks[1].days[1].sessions

BROKEN: dict[str, tuple[Plan, int | None, int | None, str]] = {
    "no week": (replace(GOOD, weeks=()), None, None, "has no week"),
    "start": (replace(GOOD, start="soon"), None, None, "is not a date"),
    "date": (
        replace(_week(GOOD, lambda w: w), start="2027-01-04"),
        1,
        0,
        "has the date None; expected 2027-01-04",
    ),
    "week number": (_week(GOOD, lambda w: replace(w, number=3)), 3, None, "stands where week 2 belongs"),
    "empty week": (_week(GOOD, lambda w: replace(w, days=(), run_distance_m=0)), 2, None, "has no day"),
    "sum": (_week(GOOD, lambda w: replace(w, run_distance_m=52001)), 2, None, "add up to 52000 m"),
    "phase": (_week(GOOD, lambda w: replace(w, phase="peak")), 2, None, "not inside its phase 'peak'"),
    "gap": (_day(GOOD, 3, lambda d: replace(d, day=11)), 2, 10, "Day 11 stands where day 10 belongs"),
    "weekday": (_day(GOOD, 3, lambda d: replace(d, weekday="monday")), 2, 10, "is a thursday, not a monday"),
    "order": (_sessions(GOOD, 1, TUESDAY[0], replace(TUESDAY[1], order=3)), 2, 8, "numbered [1, 3]"),
    "swapped order": (_sessions(GOOD, 1, TUESDAY[1], TUESDAY[0]), 2, 8, "numbered [2, 1]"),
    "no reason": (_sessions(GOOD, 1, replace(TUESDAY[0], reasons=()), TUESDAY[1]), 2, 8, "has no reason"),
    "no exercise": (_sessions(GOOD, 1, TUESDAY[0], replace(TUESDAY[1], exercises=())), 2, 8, "has no exercise"),
    "run on a rest day": (_sessions(GOOD, 2, EASY), 2, 9, "A rest day has 1 session"),
    "cross without cross": (_sessions(GOOD, 6), 2, 13, "no cross-training"),
    "run on a cross day": (_sessions(GOOD, 6, CROSS, replace(EASY, order=2)), 2, 13, "has a run"),
    "kind without run": (_sessions(GOOD, 0, EASY), 2, 7, "is aerobic but has no aerobic run"),
    "hidden hard run": (
        _day(GOOD, 0, lambda d: replace(d, kind="easy", sessions=(EASY, HARD))), 2, 7, "has a harder run"
    ),
    "two key runs": (
        _day(GOOD, 0, lambda d: replace(d, kind="quality", sessions=(replace(HARD, order=1), HARD))),
        2, 7, "has 2 key runs",
    ),
    "empty run": (_sessions(GOOD, 0, replace(EASY, kind="aerobic", duration_s=None)), 2, 7, "neither a distance nor"),
    "race beyond": (replace(GOOD, race=Race(10000, 9, 99)), None, None, "stands on day 99"),
    "race elsewhere": (replace(GOOD, tune_ups=(Race(10000, 2, 12),)), 2, 12, "tune-up race of week 2"),
}  # fmt: skip


@pytest.mark.parametrize("name", BROKEN)
def test_structure_fault_is_found(name: str) -> None:
    plan, week_number, day, words = BROKEN[name]
    faults = list(structure_faults(plan))
    assert any((f.week, f.day) == (week_number, day) and words in f.text for f in faults), faults
    assert ("plan", "error") in _slugs(plan)


def test_dates_follow_the_start() -> None:
    dated = replace(GOOD, start="2027-01-04")
    days = iter(range(4, 32))
    for index in range(len(dated.weeks)):
        dated = _week(
            dated,
            lambda w: replace(w, days=tuple(replace(d, date=f"2027-01-{next(days):02d}") for d in w.days)),
            index,
        )
    assert list(structure_faults(dated)) == []
