"""What the audit asks of a plan before rules mean anything, one step to either side; and the order of its findings."""

from dataclasses import replace

import pytest
from article import week, weeks
from lift_changes import with_lifts

from generator.audit import audit, structure_faults
from generator.model.plan import Cross, Day, Override, Phase, Plan, Race, Reason, Run
from generator.rules import by_slug, faults_of, resolve
from generator.rules.example import plan_from
from generator.rules.rule import Parameter

WHY = (Reason("wish", "For a test."),)
GOOD = plan_from(weeks(week(), week()))


def _run(kind: str, order: int = 1, metres: int | None = 0, seconds: int | None = 1800) -> Run:
    return Run(order, kind, metres, seconds, (2, 3), (), WHY)


def _first_day(**changes: object) -> Plan:
    """A plan of one week whose Monday has these values."""
    plan = plan_from("Mo rest")
    first: Day = replace(plan.weeks[0].days[0], **changes)
    metres = sum(run.distance_m or 0 for run in first.runs)
    changed = replace(plan.weeks[0], days=(first, *plan.weeks[0].days[1:]), run_distance_m=metres)
    return replace(plan, weeks=(changed,))


def _told(plan: Plan) -> list[str]:
    return [fault.text.removeprefix("Monday of week 1: ") for fault in structure_faults(plan)]


HARDER = [("easy", "aerobic"), ("aerobic", "quality"), ("aerobic", "long"), ("quality", "race"), ("long", "race")]
LIKE = [("aerobic", "easy"), ("quality", "aerobic"), ("long", "aerobic"), ("race", "easy")]


@pytest.mark.parametrize(("kind", "other"), HARDER)
def test_a_day_is_as_hard_as_its_hardest_run(kind: str, other: str) -> None:
    plan = _first_day(kind=kind, sessions=(_run(kind), _run(other, 2)))
    assert f"The day is called {kind} but has a harder run." in _told(plan)


@pytest.mark.parametrize(("kind", "other"), LIKE)
def test_a_lighter_run_beside_the_day_s_is_fine(kind: str, other: str) -> None:
    assert _told(_first_day(kind=kind, sessions=(_run(kind), _run(other, 2)))) == []


@pytest.mark.parametrize(("kind", "other"), [("quality", "long"), ("long", "quality")])
def test_quality_and_long_are_equally_hard_and_one_too_many(kind: str, other: str) -> None:
    plan = _first_day(kind=kind, sessions=(_run(kind), _run(other, 2)))
    assert _told(plan) == ["The day has 2 key runs; one is the most."]


AMOUNTS = [
    (5000, None, True), (None, 1800, True), (0, 1800, True), (5000, 0, True), (0, 1, True), (1, 0, True),
    (-1, 1800, False), (5000, -1, False), (-5, None, False), (None, -5, False),
]  # fmt: skip


@pytest.mark.parametrize(("metres", "seconds", "fine"), AMOUNTS)
def test_a_run_has_a_distance_or_a_time_and_neither_below_zero(
    metres: int | None, seconds: int | None, fine: bool
) -> None:
    plan = _first_day(kind="easy", sessions=(_run("easy", 1, metres, seconds),))
    assert _told(plan) == ([] if fine else ["A run has a distance or a time below zero."])


@pytest.mark.parametrize(("metres", "seconds"), [(None, None), (0, 0)])
def test_a_calendar_alone_may_leave_a_run_s_size_open(metres: int | None, seconds: int | None) -> None:
    plan = _first_day(kind="easy", sessions=(_run("easy", 1, metres, seconds),))
    assert _told(plan) == ["A run has neither a distance nor a time."]
    given = replace(plan, weeks=(replace(plan.weeks[0], given=True),))
    assert _told(given) == []


def test_cross_training_on_a_rest_day_is_a_session() -> None:
    cross = Cross(1, "recovery", 1800, (1, 2), WHY)
    assert _told(_first_day(kind="rest", sessions=(cross,))) == ["A rest day has 1 session."]
    assert _told(_first_day(kind="cross", sessions=(cross,))) == []


def test_two_easy_runs_are_no_key_runs() -> None:
    assert _told(_first_day(kind="easy", sessions=(_run("easy"), _run("easy", 2)))) == []
    key_run = (_run("easy"), _run("aerobic", 2), _run("quality", 3))
    assert _told(_first_day(kind="quality", sessions=key_run)) == []


@pytest.mark.parametrize(("sets", "reps", "fine"), [(1, 1, True), (0, 1, False), (1, 0, False), (2, 2, True)])
def test_an_exercise_has_sets_and_repetitions(sets: int, reps: int, fine: bool) -> None:
    plan = plan_from("Tu quality+heavy(back-squat knee-dominant 3x6@2; split-squat single-leg-knee 2x8@3 side)")
    (lift,) = plan.weeks[0].lifts
    one = replace(lift.exercises[0], sets=sets, reps=reps)
    changed = with_lifts("Tu quality+heavy", exercises=(one, *lift.exercises[1:]))
    told = [fault.text for fault in structure_faults(changed)]
    wrong = "Tuesday of week 1: The heavy lift has an exercise without sets or repetitions."
    assert told == ([] if fine else [wrong])


def test_a_week_is_inside_the_phase_that_it_names() -> None:
    phase = GOOD.phases[0]
    other = Phase("later", "Later", 9, 12, "build", "heavy")
    assert _told(replace(GOOD, phases=(phase, other))) == []
    later = replace(GOOD, phases=(replace(phase, first_week=2), other))
    assert _told(later) == [f"Week 1 is not inside its phase '{phase.id}'."]
    ended = replace(GOOD, phases=(replace(phase, last_week=1),))
    assert _told(ended) == [f"Week 2 is not inside its phase '{phase.id}'."]
    renamed = replace(GOOD, phases=(replace(phase, id="other"),))
    assert len(_told(renamed)) == 2


def test_a_race_stands_in_its_week_on_a_race_day() -> None:
    plan = plan_from("Mo easy || Su race")
    assert plan.race is not None
    assert _told(plan) == []
    assert len(_told(replace(plan, race=replace(plan.race, week=1)))) == 1
    assert len(_told(replace(plan, race=Race(10000, 2, 12)))) == 1


def test_findings_of_the_plan_come_first_then_a_week_s_then_its_days() -> None:
    plan = plan_from("11 weeks of Mo easy+heavy | Tu quality | We quality | Th quality")
    softened = replace(plan, overrides=(Override("nonsense", "level", "off", "a test"),))
    found = [(f.week, f.day, f.rule) for f in audit(softened) if f.week in (None, 1)]
    assert [week for week, _, _ in found[:2]] == [None, None]
    own = [rule for week, day, rule in found if week == 1 and day is None]
    assert own
    assert found.index((1, None, own[-1])) < min(i for i, f in enumerate(found) if f[1] is not None)
    assert any(day == 0 and rule < own[-1] for _, day, rule in found if day is not None)


def test_days_come_in_their_order_whatever_their_rules_are_called() -> None:
    found = [f for f in audit(plan_from("Mo easy+heavy | Tu easy | We easy+heavy")) if f.week == 1]
    days = [-1 if f.day is None else f.day for f in found]
    assert days == sorted(days)
    assert [f.rule for f in found] != sorted(f.rule for f in found)


NUMBER = Parameter("days", 2, "full days", "higher")
NAMES = Parameter("also", ("quality", "long"), "kinds of day", "fewer", ("quality", "long", "easy"))
MORE = Parameter("never", ("rest",), "kinds of day", "more", ("rest", "easy"))
LESS = Parameter("most", 3, "lifts", "lower")


def test_what_relaxes_a_parameter_and_what_does_not() -> None:
    assert [NUMBER.relaxes(n) for n in (1, 2, 3)] == [True, False, False]
    assert [LESS.relaxes(n) for n in (2, 3, 4)] == [False, False, True]
    assert [NAMES.relaxes(n) for n in (("quality",), ("quality", "long"), ("easy",))] == [False, False, True]
    assert [MORE.relaxes(n) for n in ((), ("rest",), ("rest", "easy"))] == [True, False, False]
    assert [NUMBER.relaxes("two"), NAMES.relaxes(2), NUMBER.relaxes(("2",))] == [True, True, True]
    word = Parameter("said", "yes", "a word", "higher")
    assert [word.relaxes("yes"), word.relaxes("no"), word.relaxes(3)] == [False, True, True]


def test_what_fits_a_parameter() -> None:
    assert [NUMBER.misfit(n) for n in (0, 2)] == ["", ""]
    assert NUMBER.misfit(-1) == "expected a number from 0 up"
    assert NUMBER.misfit(2.5) == NUMBER.misfit("2") == NUMBER.misfit(True) == "expected a whole number"
    share = Parameter("share", 1.5, "a share", "higher")
    assert share.misfit("x") == "expected a number"
    assert [share.misfit(value) for value in (0, 0.5, float("inf"))] == ["", "", "expected a number from 0 up"]
    assert NAMES.misfit(("long",)) == ""
    assert NAMES.misfit("long") == "expected a list of names"
    assert NAMES.misfit(("long", "walk", "swim")) == "'walk' is not one of quality, long, easy"
    assert Parameter("any", ("a",), "names", "fewer").misfit(("walk",)) == ""


def test_an_override_that_counts_changes_its_rule_alone() -> None:
    plain = resolve()
    strict = resolve([Override("rest-after-heavy", "level", "error"), Override("lift-spacing", "days", 2)])
    assert strict.level("rest-after-heavy") == "error"
    assert dict(strict.params("lift-spacing")) == {"days": 2}
    changed = ("rest-after-heavy", "lift-spacing")
    assert all(strict.level(slug) == plain.level(slug) for slug in plain.levels if slug not in changed)
    assert all(strict.params(slug) == plain.params(slug) for slug in plain.values if slug not in changed)


OVERRIDES = {
    Override("ramp", "level", "error"): "",
    Override("ramp", "level", "warning"): "ramp is relaxed from error to warning without a reason. Say why under "
    "because; it is published.",
    Override("ramp", "level", "warning", "a camp"): "",
    Override("ramp", "level", "of", "a camp"): "ramp: level is 'of'; expected one of off, warning, error. Did you mean "
    "off?",
    Override("rmp", "level", "off", "a camp"): "There is no rule 'rmp'. Did you mean ramp?",
    Override("ramp", "wek", 3): "Rule ramp has no parameter 'wek'; it has level, warn, most, free_step_m, weeks. "
    "Did you mean weeks?",
    Override("ramp", "zzz", 3): "Rule ramp has no parameter 'zzz'; it has level, warn, most, free_step_m, weeks.",
    Override("ramp", "weeks", 5): "ramp is relaxed (weeks from 4 to 5) without a reason. Say why under because; it is "
    "published.",
    Override(
        "ramp", "weeks", "x"
    ): "ramp: weeks is 'x'; expected a whole number. It means: weeks before that each week is compared with.",
    Override("hard-days-hard", "also", ("easy", "swim", "aerobik"), "asked"): "hard-days-hard: also is [easy, swim, "
    "aerobik]; 'swim' is not one of quality, long, race, aerobic, easy, cross, rest. It means: kinds of day, besides "
    "quality and long, that may carry a key lift.",
    Override("hard-days-hard", "also", ("easy", "aerobik", "swim"), "asked"): "hard-days-hard: also is [easy, aerobik, "
    "swim]; 'aerobik' is not one of quality, long, race, aerobic, easy, cross, rest. Did you mean aerobic? It means: "
    "kinds of day, besides quality and long, that may carry a key lift.",
}


@pytest.mark.parametrize("override", OVERRIDES, ids=str)
def test_an_override_is_told_what_is_wrong(override: Override) -> None:
    expected = OVERRIDES[override]
    assert [str(fault) for fault in faults_of([override])] == ([expected] if expected else [])


def test_a_rule_s_parameter_is_found_by_its_name() -> None:
    rule = by_slug("ramp")
    assert [p.name for p in rule.parameters if rule.parameter(p.name) is p] == ["warn", "most", "free_step_m", "weeks"]
    assert rule.parameter("nonsense") is None
