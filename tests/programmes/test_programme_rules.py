"""The rules over doses judge what is written: every dose that can be written, none of them with a crash."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from programme_writing import broken, phase, plan_of, session, shipped, written

from generator.audit import audit
from generator.model.plan import Plan, Prescription
from generator.model.programme import WrittenExercise, WrittenSession
from generator.model.vocabulary import LiftKind, StrengthPhase
from generator.progressions import written as program
from generator.rules.reading import at_base_dose, kind_of_lift

ENTERED = "entry: {base_done: yes, signed_off: yes}"


def doses(*exercises: str) -> tuple[Prescription, ...]:
    read = WrittenSession(exercises=tuple(map(WrittenExercise.parse, exercises)))
    return program.prescribe(read, 1, shipped().library.exercises)


def plan(*done: str, kind: str = "heavy", running: str = "build", top: str = ENTERED, said: str = "") -> Plan:
    count = "" if "sessions" in said else "sessions: 2"
    return plan_of(written(phase(session(*done), kind=kind, running=running, said=f"{count}{said}"), top=top))


@pytest.mark.parametrize(
    ("exercises", "strength", "kind"),
    [
        (["back-squat 3 x 12 @ RIR 3"], "heavy", "base"),
        (["back-squat 3 x 8 @ RIR 2"], "base", "heavy"),
        (["back-squat 3 x 8 @ RIR 3"], "base", "base"),
        (["back-squat 3 x 8 @ RIR 2-3"], "base", "heavy"),
        (["back-squat 4 x 4RM"], "power", "heavy"),
        (["back-squat 2 x 6 @ 80 %"], "maintenance", "maintenance"),
        (["back-squat 2 x 6 @ 80 %"], "taper", "maintenance"),
        (["back-squat 3 x 10 @ 72 %"], "heavy", "base"),
        (["back-squat 3 x 10 @ 74 %"], "base", "heavy"),
        (["back-squat 3 x 5 @ 75 %"], "base", "heavy"),
        (["back-squat 3 x 8-12 @ 60-80 %"], "base", "heavy"),
        (["leg-press 3 x 10RM"], "base", "heavy"),
        (["back-squat 3 x 12 @ RIR 3", "calf-raise 3 x 8 to failure"], "base", "base"),
        (["lunge 3 x 5RM"], "base", "heavy"),
        (["leg-curl 3 x 6RM", "leg-extension 3 x 6RM"], "base", "heavy"),
        (["bench-press 3 x 5RM"], "heavy", "base"),
        (["depth-jump 5 x 8"], "power", "heavy"),
        (["depth-jump 5 x 8"], "maintenance", "maintenance"),
        (["depth-jump 5 x 8"], "base", "base"),
        (["squat-jump 3 x 6 @ 30 %"], "base_hold", "base"),
        (["step-up 2 x 8 @ RIR 4", "side-plank 2 x 30 s"], "heavy", "abbreviated"),
        (["step-up 2 x 8 @ RIR 3", "side-plank 2 x 30 s"], "heavy", "base"),
    ],
)
def test_what_kind_of_lift_doses_make(exercises: list[str], strength: StrengthPhase, kind: LiftKind) -> None:
    assert kind_of_lift(doses(*exercises), strength) == kind


@pytest.mark.parametrize(
    ("exercise", "base"),
    [
        ("back-squat 3 x 8-12 @ RIR 3", True),
        ("back-squat 3 x 8-12 @ RIR 2-3", False),
        ("back-squat 3 x 10-15 @ 60-70 %", True),
        ("back-squat 3 x 10-15 @ 60-75 %", False),
        ("back-squat 3 x 10-12RM", False),
        ("back-squat 3 x 12 to failure", True),
    ],
)
def test_of_a_range_the_heavier_end_counts(exercise: str, base: bool) -> None:
    assert at_base_dose(doses(exercise)[0]) == base


@pytest.mark.parametrize(
    ("exercise", "rules"),
    [
        ("back-squat 3 x 6 @ RIR 2", set()),
        ("back-squat 3 x 6 @ RIR 1", set()),
        ("back-squat 3 x 6 @ RIR 0-2", {"never-to-failure"}),
        ("back-squat 3 x 6RM", {"never-to-failure"}),
        ("back-squat 3 x 6 @ 85 %", {"never-to-failure"}),
        ("back-squat 3 x 6 @ 80 %", set()),
        ("back-squat 3 x 5 @ RIR 2", {"never-to-failure"}),
        ("back-squat 3 x 8 @ RIR 2 | 3 x 6 @ RIR 2", set()),
        ("back-squat 3 x 6 @ RIR 2 | 3 x 8 @ RIR 2", {"load-up-reps-down"}),
        ("back-squat 3 x 6 @ 82 % | 3 x 6 @ 80 %", {"load-up-reps-down"}),
        ("leg-press 3 x 6 @ RIR 2", set()),
        ("lunge 3 x 6 @ RIR 2", {"cornerstone-lift"}),
        ("leg-curl 3 x 6 @ RIR 2", {"cornerstone-lift"}),
        ("power-clean 3 x 6 @ RIR 2", set()),
    ],
)
def test_heavy_weeks(exercise: str, rules: set[str]) -> None:
    assert broken(plan(exercise)) == rules


@pytest.mark.parametrize(
    ("exercises", "rules"),
    [
        (["leg-press 3 x 12 @ RIR 3", "lunge 3 x 10 @ RIR 3"], set()),
        (["leg-press 3 x 12 @ RIR 3"], {"single-and-double-leg"}),
        (["lunge 3 x 10 @ RIR 3"], {"single-and-double-leg", "cornerstone-lift"}),
        (["leg-press 3 x 12 to failure", "lunge 3 x 10 @ RIR 3"], {"never-to-failure"}),
        (
            ["leg-press 3 x 8RM", "lunge 3 x 10 @ RIR 3"],
            {"never-to-failure", "sign-off-before-heavy", "base-before-heavy"},
        ),
        (["depth-jump 3 x 8"], {"single-and-double-leg", "cornerstone-lift"}),
        (["bench-press 3 x 12 @ RIR 3"], {"single-and-double-leg", "cornerstone-lift"}),
    ],
)
def test_base_weeks(exercises: list[str], rules: set[str]) -> None:
    assert broken(plan(*exercises, kind="base", running="base", top="")) == rules


def test_too_many_sets_at_the_peak() -> None:
    found = plan("back-squat 2-3 x 6 @ RIR 2", kind="maintenance", running="specific", said="sessions: 1")
    assert broken(found) == {"maintenance-when-intense"}
    assert any("3 sets" in finding.text for finding in found.findings)


def test_a_short_session_is_judged_as_one() -> None:
    short = session("back-squat 2 x 10 @ RIR 4", "step-up 2 x 8 @ RIR 2", kind="abbreviated", name="B")
    text = written(phase(session("back-squat 3 x 6 @ RIR 2"), short, running="build"), top=ENTERED)
    found = plan_of(text)
    assert broken(found) == {"abbreviated-content"}


def test_a_base_of_one_session() -> None:
    once = plan(
        "leg-press 3 x 12 @ RIR 3", "lunge 3 x 10 @ RIR 3", kind="base", running="base", top="", said="sessions: 1"
    )
    assert broken(once) == {"base-dose"}


def test_no_base_at_all() -> None:
    found = plan("back-squat 3 x 6 @ RIR 2", top="")
    assert broken(found) == {"base-before-heavy"}


def test_a_rule_relaxed_with_its_reason_is_kept() -> None:
    why = "rules:\n  never-to-failure: {reps: 4, rir: 0, because: The paper lifts fours to failure.}\n" + ENTERED
    found = plan("half-squat 4 x 4RM", top=why)
    assert found.beyond_the_article
    assert not broken(found)
    assert {override.because for override in found.overrides} == {"The paper lifts fours to failure."}


slugs = st.sampled_from(sorted(shipped().library.exercises))
efforts = st.one_of(
    st.integers(0, 10).map(lambda rir: f" @ RIR {rir}"),
    st.integers(0, 100).map(lambda percent: f" @ {percent} %"),
    st.tuples(st.integers(0, 60), st.integers(60, 100)).map(lambda ends: f" @ {ends[0]}-{ends[1]} %"),
    st.just("RM"),
    st.just(" to failure"),
)


@st.composite
def exercises(draw: st.DrawFn) -> str:
    slug, sets = draw(slugs), draw(st.integers(1, 10))
    if shipped().library.exercises[slug].unit == "holds":
        return f"{slug} {sets} x {draw(st.integers(1, 120))} s"
    return f"{slug} {sets} x {draw(st.integers(1, 40))}{draw(efforts)}"


KINDS = ("base", "base_hold", "heavy", "power", "maintenance", "taper")


@settings(max_examples=40)
@given(st.lists(exercises(), min_size=1, max_size=4), st.sampled_from(KINDS), st.booleans())
def test_any_program_is_judged(drawn: list[str], kind: str, entered: bool) -> None:
    """It expands, its doses are kept, the audit of its JSON says the same, and no rule over days is broken."""
    found = plan(*drawn, kind=kind, running="base", top=ENTERED if entered else "", said="sessions: 1")
    for week in found.weeks:
        for lift in week.lifts:
            assert lift.exercises == doses(*drawn)
            assert (lift.unless_signed_off is not None) == (lift.kind in ("heavy", "maintenance"))
    assert audit(found) == found.findings
    assert ("never-to-failure" in broken(found)) == any(
        (dose.rir if dose.rir_min is None else dose.rir_min) < 1
        or (dose.reps < 6 and dose.hold_s is None and dose.slot != "plyometric")
        for dose in doses(*drawn)
    )
