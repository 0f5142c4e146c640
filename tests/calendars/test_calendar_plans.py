"""Whatever calendar goes in: its runs come out as they are, no rule is broken, no lift that would fit is left out."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from everything import EVERYTHING
from hypothesis import HealthCheck, event, given, settings
from hypothesis import strategies as st

from generator.audit import audit
from generator.model.finding import Refused
from generator.model.frame import LiftAsk, PlacedWeek
from generator.model.line import Line, date_line
from generator.model.plan import Cross, Day, Run, Week
from generator.pipeline import Expanded, draft
from generator.plan_json.read import read_plan
from generator.plan_json.write import write_plan
from generator.project import open_project
from generator.rules import PLACEMENT, resolve
from generator.yaml_tree import Tree
from tests.calendars.calendar_drawn import Drawn, DrawnDay, DrawnWeek, calendars, definition, kind_of

PROJECT = open_project(Path(__file__).parents[2])
POLICY = resolve()
DRAWN = 800 if EVERYTHING else 60

#: Rules over what the calendar's own runs are; they are told, and no placing of lifts can mend them.
OF_THE_RUNS = frozenset({"ramp", "single-run-spike", "quality-cap"})
HOSTS = {"abbreviated": {"aerobic"}, "base": {"quality", "long", "aerobic"}, "heavy": {"quality", "long", "aerobic"}}
HOSTS["maintenance"] = {"quality", "long", "aerobic"}
#: Weeks that are generated, before those that are given.
BASE_BEFORE = {
    "id": "before",
    "title": "Before the calendar",
    "weeks": "6",
    "running": {"kind": "base", "runs": "4", "volume": "30-36 km", "long": "10-12 km", "aerobic": "2"},
    "strength": {"kind": "base", "sessions": "2"},
}


@st.composite
def asked(draw: Any) -> dict[str, Any]:
    """What the author says about lifting: nothing, or how often, whether heavy, and the runner on the first day."""
    strength: dict[str, Any] = {}
    if draw(st.booleans()):
        strength["sessions"] = draw(st.sampled_from(["1", "2", "2-3"]))
    if draw(st.booleans()):
        strength["abbreviated"] = draw(st.sampled_from(["0", "1", "2"]))
    if draw(st.integers(0, 3)) == 0:
        strength["heavy"] = "no"
    entry = draw(st.sampled_from([{}, {"base_done": "yes", "signed_off": "yes"}, {"base_done": "yes"}]))
    more: dict[str, Any] = {"strength": strength, "entry": entry}
    more["week_starts"] = draw(st.sampled_from(["monday", "monday", "sunday", "saturday"]))
    if draw(st.integers(0, 3)) == 0:
        more |= {"phases": [BASE_BEFORE], "calendar_starts": "7"}
    return more


def expanded(weeks: tuple[DrawnWeek, ...], asks: dict[str, Any]) -> Expanded | None:
    """Expand; None where it is refused, each time with a rule's name and a place."""
    try:
        return draft(PROJECT, Tree("drawn.yaml", definition(weeks, **asks)), "drawn")
    except Refused as refused:
        assert refused.diagnostics
        assert all(d.severity == "error" and d.rule and d.message for d in refused.diagnostics), refused
        return None


@settings(max_examples=DRAWN, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck), database=None)
@given(calendars(1, 14), asked())
def test_runs_stay_rules_hold_and_no_lift_is_lost(weeks: tuple[DrawnWeek, ...], asks: dict[str, Any]) -> None:
    found = expanded(weeks, asks)
    if found is None:
        event("refused")
        return
    plan = found.plan
    # One lift a week is less than a base is; who asks for that is told so at that line.
    asked_too_little = {"base-dose"} if asks["strength"].get("sessions") == "1" else set()
    errors = [f for f in plan.findings if f.severity == "error" and f.rule not in OF_THE_RUNS | asked_too_little]
    assert not errors, errors
    for drawn, week in zip(weeks, plan.weeks[-len(weeks) :], strict=True):
        assert week.given
        for day, out in zip(drawn, week.days, strict=True):
            _same_runs(day, out)
    assert read_plan(write_plan(plan), "plan.json") == plan
    line = date_line(plan)
    for placed, week in zip(found.placed, plan.weeks, strict=True):
        if week.given:
            _nothing_left_out(line, placed, week)
    event(f"expanded, {'some' if any(week.fewer for week in plan.weeks) else 'no'} week with fewer lifts")


def _same_runs(drawn: DrawnDay, out: Day) -> None:
    assert out.kind == kind_of(drawn)
    sessions = [s for s in out.sessions if isinstance(s, Run | Cross)]
    assert list(out.sessions[: len(sessions)]) == sessions, "a lift stands before a run"
    assert [s.order for s in out.sessions] == list(range(1, len(out.sessions) + 1))
    assert len(sessions) == len(drawn)
    for said, got in zip(drawn, sessions, strict=True):
        assert got.optional == said.optional
        if isinstance(got, Cross):
            assert said.kind == "cross"
            assert got.duration_s == (said.seconds and said.seconds[1])
        else:
            assert got.kind == said.kind
            _same_amounts(said, got)


def _same_amounts(said: Drawn, got: Run) -> None:
    metres, seconds = said.metres, said.seconds
    assert got.distance_m == (metres and metres[1])
    assert got.least_m == (metres[0] if metres and metres[0] < metres[1] else None)
    assert got.least_s == (seconds[0] if seconds and seconds[0] < seconds[1] else None)
    if seconds:
        assert got.duration_s == seconds[1]


def _nothing_left_out(line: Line, placed: PlacedWeek, week: Week) -> None:
    """Whatever the week was asked for and did not get would break a rule on each day that is free, and it says so."""
    told = {reason.rule for reason in week.fewer}
    assert all(reason.text for reason in week.fewer)
    explained: set[str] = set()
    for ask in placed.frame.lifts:
        has = sum(day.lift == ask.kind for day in placed.days)
        assert has <= ask.most
        if has < ask.most:
            broken = _broken_by_adding(line, ask, week)
            if has < ask.wanted:
                assert told & broken, (told, broken)
                explained |= broken
    assert told <= explained, (told, explained)


def _broken_by_adding(line: Line, ask: LiftAsk, week: Week) -> set[str]:
    """Return the rules that a lift more would break, day by day; every free day that may carry it breaks one."""
    broken: set[str] = set()
    free = [day for day in week.days if not day.lifts and day.kind in HOSTS[ask.kind]]
    for day in free:
        rules = set(_errors(line, day.day, ask.kind))
        assert rules, f"{ask.kind} on {day.weekday} of week {week.number} would break no rule"
        broken |= rules
    return broken if free else {"hosts"}


def _errors(line: Line, day: int, lift: str) -> Iterator[str]:
    """Yield the slug of each rule at level error that the lift breaks, on its day or within the weeks behind."""
    more = list(line)
    more[day] = replace(more[day], lifts=(lift,))
    for i in range(day, min(len(line), day + 15)):
        for rule in PLACEMENT:
            assert rule.at is not None
            level = POLICY.level(rule.slug)
            for fault in rule.at(tuple(more), i, POLICY.params(rule.slug)):
                if (fault.severity or level) == "error":
                    yield rule.slug


@settings(max_examples=DRAWN // 6, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
@given(calendars(1, 6), asked())
def test_the_audit_of_the_published_plan_says_the_same(weeks: tuple[DrawnWeek, ...], asks: dict[str, Any]) -> None:
    """A lift written into the JSON by hand, where the scheduler left it out: the audit names a rule of placement."""
    found = expanded(weeks, asks)
    for placed in found.placed if found else ():
        for ask in placed.frame.lifts if placed.frame.given else ():
            if sum(day.lift == ask.kind for day in placed.days) < ask.most:
                _audited(found, placed, ask)


def _audited(found: Expanded, placed: PlacedWeek, ask: LiftAsk) -> None:
    before = {f.text for f in found.plan.findings}
    for position, day in enumerate(found.plan.weeks[placed.frame.number - 1].days):
        if day.lifts or (ask.kind == "abbreviated" and day.kind not in ("rest", "easy", "aerobic")):
            continue
        data = json.loads(write_plan(found.plan))
        sessions = data["weeks"][placed.frame.number - 1]["days"][position]["sessions"]
        why = [{"rule": "hard-days-hard", "text": "Added by hand."}]
        lift = {"order": len(sessions) + 1, "sport": "strength", "kind": ask.kind, "exercises": [], "reasons": why}
        sessions.append(lift)
        said = audit(read_plan(json.dumps(data), "plan.json"))
        new = {f.rule for f in said if f.severity == "error" and f.text not in before}
        assert new & {rule.slug for rule in PLACEMENT}, (ask.kind, day.weekday, placed.frame.number, new)
