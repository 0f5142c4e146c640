"""One step to either side of every limit in the rules over days: what their examples and other tests leave open."""

from dataclasses import replace

import pytest
from lift_changes import texts, with_days
from rule_faults import faults_of_rule, found

from generator.model.line import DayRole, role_of
from generator.model.plan import Cross, Day, Race, Reason
from generator.rules import by_slug, resolve
from generator.rules.example import plan_from

BASE = "[running=base strength=base] "

#: Rule, example, parameters, and where it fails.
EDGES = [
    ("hard-days-hard", "We easy+base", {}, [(1, 2, "error")]),
    ("heavy-clear-of-race", "Mo quality+heavy | Fr race", {}, [(1, 0, "error")]),
    ("lift-spacing", BASE + "Mo aerobic+base | Tu aerobic+base", {}, [(1, 1, "error")]),
    ("lift-spacing", BASE + "Mo aerobic+base | We aerobic+base", {"days": 2}, [(1, 2, "error")]),
    ("lift-spacing", BASE + "Mo aerobic+base | Tu aerobic+base | We aerobic+base", {"days": 2},
     [(1, 1, "error"), (1, 2, "error")]),
    ("lift-spacing", BASE + "Mo aerobic+base | Tu aerobic+abbreviated", {}, []),
    ("no-key-run-after-heavy", "Mo quality+heavy | Tu quality", {}, [(1, 1, "error")]),
    ("no-key-run-after-heavy", "Mo quality+heavy+heavy | Tu quality", {}, [(1, 1, "error")]),
    ("rest-after-heavy", "Mo quality+heavy | Tu easy", {}, [(1, 1, "warning")]),
    ("no-lift-on-easy-days", "Su race+abbreviated", {}, [(1, 6, "error")]),
    ("no-lift-on-easy-days", "Mo aerobic cross+abbreviated+base", {}, [(1, 0, "error")]),
    ("third-key-lift", "[running=base] Tu quality+heavy | Sa long+heavy", {"combined": 1}, []),
    ("third-key-lift", "Tu quality+heavy+base | Sa long+heavy", {}, [(1, 5, "error")]),
    ("third-key-lift", "Tu quality+heavy+abbreviated | Sa long+heavy", {}, []),
    ("two-recovery-days", "Mo quality+base | Tu quality+base", {}, [(1, 1, "error")]),
    ("two-recovery-days", "Mo quality+base | We quality+base", {}, [(1, 2, "error")]),
    ("two-recovery-days", "Mo quality+base | We quality+base | Fr long+base", {"days": 5},
     [(1, 2, "error"), (1, 4, "error")]),
]  # fmt: skip


@pytest.mark.parametrize(("slug", "text", "parameters", "faults"), EDGES)
def test_an_edge_of_a_rule_over_days(slug: str, text: str, parameters: dict, faults: list) -> None:
    assert found(slug, text, **parameters) == faults


SENTENCES = {
    "Mo quality+heavy | Tu race": (
        "heavy-clear-of-race", "Monday of week 1 has a heavy lift 1 day before the goal race; 7 are needed."
    ),
    "We quality+heavy | Th tune-up": (
        "heavy-clear-of-race", "Wednesday of week 1 has a heavy lift 1 day before a tune-up race; 2 are needed."
    ),
    "Tu heavy+quality": ("lift-after-run", "Tuesday of week 1 has its lift before its run; the run comes first."),
    "Tu abbreviated+aerobic cross": (
        "lift-after-run",
        "Tuesday of week 1 has its lift before its cross-training; the cross-training comes first.",
    ),
    "We easy+abbreviated+base": ("no-lift-on-easy-days", "Wednesday of week 1 is an easy day and has a short session."),
    "Mo aerobic cross+base": (
        "no-lift-on-easy-days",
        "Monday of week 1 has a base lift on a cross-training day, which may carry a short session.",
    ),
}  # fmt: skip


@pytest.mark.parametrize("text", SENTENCES)
def test_a_fault_is_told_in_its_own_words(text: str) -> None:
    slug, sentence = SENTENCES[text]
    assert texts(slug, text) == [sentence]


def test_a_cross_training_day_may_be_let_carry_nothing() -> None:
    rule = by_slug("no-lift-on-easy-days")
    line = (DayRole(0, 1, "monday", "cross", ("base",), "base", "base", "aerobic"),)
    fault, = rule.at(line, 0, {**rule.defaults, "on_aerobic_cross": ()})  # fmt: skip
    assert fault.text.endswith("which may carry none.")


def _role(day: int, kind: str, *lifts: str) -> DayRole:
    return DayRole(day, 1, "monday", kind, lifts, "build", "heavy")


@pytest.mark.parametrize(("slug", "kind"), [("no-key-run-after-heavy", "quality"), ("rest-after-heavy", "easy")])
def test_only_the_calendar_s_day_before_counts(slug: str, kind: str) -> None:
    rule, params = by_slug(slug), resolve().params(slug)
    heavy, run = _role(4, "quality", "heavy"), _role(5, kind)
    assert len(list(rule.at((heavy, run), 1, params))) == 1
    assert not list(rule.at((heavy, _role(6, kind)), 1, params))  # a day is missing between them
    assert not list(rule.at((run, heavy), 0, params))  # nothing stands before a line's first day


REASONS = (Reason("wish", "For a test."),)


def _of(text: str, position: int) -> DayRole:
    plan = plan_from(text)
    return role_of(plan, plan.weeks[0], plan.weeks[0].days[position])


def test_a_day_s_role_is_read_from_its_sessions() -> None:
    assert _of("Su race", 6).goal_race
    assert not _of("Su race", 6).tune_up
    assert (_of("Sa tune-up", 5).goal_race, _of("Sa tune-up", 5).tune_up) == (False, True)
    assert not _of("Sa tune-up | Su race", 5).goal_race
    assert not _of("Sa quality | Su race", 5).tune_up
    assert _of("Mo cross+aerobic cross", 0).cross_role == "aerobic"
    assert _of("Mo cross", 0).cross_role == "recovery"
    assert not _of("Mo heavy+quality+abbreviated", 0).lift_after_run
    together = plan_from("Tu quality+heavy")
    day = together.weeks[0].days[1]
    day = replace(day, sessions=(day.sessions[0], replace(day.sessions[1], order=1)))
    assert not role_of(together, together.weeks[0], day).lift_after_run
    assert not _of("Mo aerobic cross+quality+base+cross", 0).lift_after_run


def test_a_goal_said_to_be_on_another_day_makes_no_race_day() -> None:
    plan = plan_from("Mo easy")
    week = plan.weeks[0]
    raced = replace(plan, race=Race(10000, 1, 0))
    assert not role_of(raced, week, week.days[0]).goal_race


def test_an_aerobic_run_is_light_below_35_minutes_of_aerobic_running() -> None:
    def light(seconds: int, rpe: int = 3) -> bool:
        plan = plan_from("Th aerobic 8 km+abbreviated")
        day = plan.weeks[0].days[3]
        run = replace(day.runs[0], duration_s=seconds, rpe=(rpe, 4))
        return role_of(plan, plan.weeks[0], replace(day, sessions=(run, *day.sessions[1:]))).light_run

    assert [light(2099), light(2100), light(2400, 2)] == [True, False, True]
    assert not _of("Th aerobic 8 km+easy 2 km", 3).light_run
    assert _of("Th aerobic 8 km+aerobic 2 km", 3).light_run
    assert not _of("Tu quality 10 km+aerobic 2 km", 1).light_run


def test_every_rule_over_days_looks_at_a_first_day_alone() -> None:
    for slug in ("two-recovery-days", "lift-spacing", "heavy-clear-of-race", "third-key-lift"):
        assert faults_of_rule(by_slug(slug), plan_from("Mo quality+heavy"), resolve()) == []


def test_an_optional_cross_session_counts_like_any_other() -> None:
    plan = plan_from("Mo abbreviated")
    cross = Cross(2, "aerobic", None, (2, 3), REASONS, optional=True)
    changed = with_days(plan, lambda day: day if day.day else _with(day, cross))
    assert len(faults_of_rule(by_slug("lift-after-run"), changed, resolve())) == 1


def _with(day: Day, cross: Cross) -> Day:
    return replace(day, kind="cross", sessions=(*day.sessions, cross))
