"""Random valid definitions expand without an error, or say what clashes, and brute force confirms that it does.

The first few, and what would be noticed; ``definition_families`` draws the 100,000 of the long run.
"""

from __future__ import annotations

from itertools import permutations, product

import expanding
import pytest
from clash_brute import MAY_CARRY, can_be_filled, clashing_weeks, wanted_by
from day_rules_brute import LEVELS, Wanted, findings
from expanding import expand_all

import generator.pipeline
import generator.schedule.candidates
from generator.model.finding import Place
from generator.model.frame import Clash, Frame, KindAsk, LiftAsk, Must
from generator.model.plan import Cross, Day, Lift, Phase, Plan, Prescription, Race, Reason, Run, Week
from generator.model.vocabulary import weekday_of
from generator.rules import Policy, resolve
from generator.schedule import Scheduled

PLACE = Place("drawn.yaml", 1, 1)
OUTCOMES = {"expanded", "clash", "the author's numbers", "no valid definition", "refused after the days were chosen"}


def test_drawn_definitions_expand_or_clash_with_reason() -> None:
    tally = expand_all(range(120))
    assert tally.wrong == []
    assert tally.counts["expanded"] > 70
    assert tally.counts["clash"] > 4
    assert set(tally.counts) <= OUTCOMES


#: One week that can be placed in 7,320 ways, none of which leaves the next, that of the race, what it asks for.
_MANY_WAYS = 4_444


def test_seven_free_days_are_looked_through_to_the_end() -> None:
    assert expand_all([_MANY_WAYS]).counts == {"clash": 1}


@pytest.mark.long
def test_a_clash_is_told_though_nobody_can_tell_what_fewer_asks_would_do() -> None:
    tally = expand_all([44_794])
    assert (tally.counts, tally.wrong) == ({"clash": 1}, [])


def test_a_search_that_ends_too_soon_is_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(generator.schedule.candidates, "MOST_LOOKED_AT", 9_000)
    generator.schedule._best.cache_clear()
    (told,) = expand_all([_MANY_WAYS]).wrong
    assert "seven days are said to be too free" in told


def _lying(frames: tuple[Frame, ...], policy: Policy) -> Scheduled:
    return (Clash((frames[0].number,), (), ("hosts",), "Ask for less."),)


def test_a_scheduler_that_claims_a_clash_where_there_is_none_is_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(generator.pipeline, "schedule", lambda frames, policy, kept=None: _lying(frames, policy))
    assert any("brute force finds it in []" in text for text in expand_all(range(6), _lying).wrong)


def test_a_clash_that_names_the_wrong_week_is_noticed() -> None:
    def elsewhere(frames: tuple[Frame, ...], policy: Policy) -> Scheduled:
        answer = generator.pipeline.schedule(frames, policy)
        return tuple(Clash((99,), c.asks, c.rules, c.remedy) if isinstance(c, Clash) else c for c in answer)

    assert any("[99]" in text for text in expand_all(range(40), elsewhere).wrong)


def test_a_laxer_brute_force_is_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    lax = Wanted(levels=dict.fromkeys(LEVELS, "off"))
    monkeypatch.setattr(expanding, "clashing_weeks", lambda frames, wanted: clashing_weeks(frames, lax))
    assert any("brute force finds it in []" in text for text in expand_all(range(120)).wrong)


def test_an_audit_that_is_laxer_than_the_second_implementation_is_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(expanding, "wanted_by", lambda policy: Wanted(recovery_days=6))
    assert any("second implementation finds" in text for text in expand_all(range(40)).wrong)


def _frame(kinds: tuple[str, ...], lifts: dict[str, int], running: str, race: int | None, must: Must | None) -> Frame:
    return Frame(
        number=1,
        first_day=0,
        weekdays=tuple(weekday_of(day, "monday") for day in range(len(kinds))),
        phase="p",
        week_in_phase=1,
        weeks_in_phase=1,
        loading=1,
        cutback=False,
        running=running,
        strength="heavy",
        kinds=tuple(KindAsk(kind, kinds.count(kind), "", PLACE) for kind in dict.fromkeys(kinds)),
        lifts=tuple(LiftAsk(kind, least, least, "", PLACE) for kind, least in lifts.items()),
        musts=(must,) if must else (),
        wishes=(),
        cross_role="aerobic",
        goal_race=race,
    )


def _plan(frame: Frame, days: tuple[tuple[str, str], ...]) -> Plan:
    why = (Reason("wish", "Drawn."),)
    dose = Prescription("back-squat", "knee-dominant", 2, 6, 2, None, 120, False)
    light = Prescription("dead-bug", "trunk", 2, 8, 4, None, 60, False)
    found = []
    for number, (kind, lift) in enumerate(days):
        first = Cross(1, "aerobic", 2400, (3, 4), why) if kind == "cross" else Run(1, kind, 8000, None, (3, 4), (), why)
        done = () if kind == "rest" else (first,)
        one = light if lift in ("abbreviated", "primer") else dose
        lifts = (Lift(len(done) + 1, lift, (one,), why),) if lift else ()
        found.append(Day(number, frame.weekdays[number], None, kind, (*done, *lifts)))
    week = Week(1, "p", False, 0, frame.running, frame.strength, tuple(found))
    goal = None if frame.goal_race is None else Race(10000, 1, frame.goal_race)
    phase = Phase("p", "P", 1, 1, frame.running, frame.strength)
    return Plan("d", "D", "km", "monday", None, goal, True, True, False, (phase,), (week,), ())


DAYS = {
    "hard-days-hard", "two-recovery-days", "no-lift-on-easy-days", "no-key-run-after-heavy", "lift-spacing",
    "third-key-lift", "heavy-clear-of-race",
}  # fmt: skip


def _tried(frame: Frame, wanted: Wanted) -> bool:
    """Return True if one of all arrangements, written out as a plan, breaks none of the day rules."""
    kinds = [ask.kind for ask in frame.kinds for _ in range(ask.count)]
    asked_for = {ask.kind: ask.least for ask in frame.lifts}
    for order in sorted(set(permutations(kinds))):
        if frame.goal_race is not None and order[frame.goal_race] != "race":
            continue
        for lifts in product(*(("", *(lift for lift in asked_for if lift in MAY_CARRY[kind])) for kind in order)):
            if any(lifts.count(lift) != n for lift, n in asked_for.items()):
                continue
            said = all(order[m.position] in m.kinds and (lifts[m.position] or "none") in m.lifts for m in frame.musts)
            broken = findings(_plan(frame, tuple(zip(order, lifts, strict=True))), wanted) if said else {("",)}
            if not any(found[0] in DAYS or not found[0] for found in broken):
                return True
    return False


WEEKS = [
    (("quality", "long", "aerobic", "easy", "rest"), {"heavy": 2}),
    (("quality", "long", "aerobic", "rest", "rest", "cross"), {"heavy": 2}),
    (("quality", "long", "rest", "rest", "rest", "rest"), {"heavy": 2}),
    (("quality", "long", "rest", "rest", "rest"), {"heavy": 2}),
    (("quality", "quality", "long", "easy", "rest"), {"heavy": 1, "abbreviated": 1}),
    (("quality", "aerobic", "aerobic", "long", "rest"), {"base": 3}),
    (("aerobic", "aerobic", "aerobic", "rest", "easy"), {"base": 3}),
    (("aerobic", "aerobic", "easy", "easy", "cross"), {"maintenance": 1}),
    (("quality", "aerobic", "cross", "easy", "rest"), {"maintenance": 1, "abbreviated": 2}),
    (("quality", "quality", "quality", "long", "long"), {"heavy": 1}),
]


@pytest.mark.parametrize("running", ["base", "build"])
@pytest.mark.parametrize("number", range(len(WEEKS)))
def test_the_search_for_a_week_agrees_with_writing_out_every_week(number: int, running: str) -> None:
    kinds, lifts = WEEKS[number]
    wanted = wanted_by(resolve())
    frames = [_frame(kinds, lifts, running, None, None)]
    raced = (*kinds[:-1], "race")
    frames += [_frame(raced, lifts, running, day, None) for day in range(len(kinds))]
    said = Must(1, frozenset({kinds[0], kinds[-1]}), frozenset({"none", *lifts}), "", PLACE)
    frames += [_frame(kinds, lifts, running, None, said)]
    for frame in frames:
        assert can_be_filled([frame], wanted) == _tried(frame, wanted), frame
