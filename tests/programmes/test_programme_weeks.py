"""Written sessions in their weeks: their order and turns, their days, and that nothing touches what is written."""

from __future__ import annotations

import pytest
from library_texts import read_library_texts
from programme_writing import ROOT, broken, names, phase, plan_of, session, week_shown, written

from generator.model.plan import Plan, Prescription
from generator.publish.views.lift import NOT_SAID, lift_facts
from generator.rules import PLACEMENT

SQUAT, DEADLIFT, THRUST = ("back-squat 3 x 6 @ RIR 2", "trap-bar-deadlift 3 x 6 @ RIR 2", "hip-thrust 3 x 6 @ RIR 2")
ABC = [session(exercise, name=name) for name, exercise in zip("ABC", (SQUAT, DEADLIFT, THRUST), strict=True)]
ENTERED = "entry: {base_done: yes, signed_off: yes}"


def days(plan: Plan, week: int = 1) -> dict[str, str]:
    return {day.weekday[:3]: day.lifts[0].written for day in plan.weeks[week - 1].days if day.lifts}


@pytest.mark.parametrize(
    ("said", "sessions", "turns"),
    [
        ("", ABC, ["ABC"] * 4),
        ("", ABC[:2], ["AB"] * 4),
        ("sessions: 2", ABC, ["AB", "CA", "BC", "AB"]),
        ("sessions: 3", ABC[:2], ["ABA", "BAB", "ABA", "BAB"]),
        ("sessions: 1", ABC[:2], ["A", "B", "A", "B"]),
        ("sessions: 2", ABC[:1], ["AA"] * 4),
    ],
)
def test_sessions_and_their_turns(said: str, sessions: list[str], turns: list[str]) -> None:
    assert names(plan_of(written(phase(*sessions, said=said), top=ENTERED))) == turns


def test_the_order_through_the_week_is_kept() -> None:
    assert list(days(plan_of(written(phase(*ABC), top=ENTERED))).values()) == ["A", "B", "C"]


def test_a_session_without_a_name_has_the_letter_of_its_place() -> None:
    plan = plan_of(written(phase(session(SQUAT), session(DEADLIFT, name="Back"), top=ENTERED)))
    assert names(plan) == ["ABack"] * 4


def test_placed_by_rule_like_any_lift() -> None:
    """The days are the scheduler's: no rule over days is broken, and the days of a generated phase are the same."""
    plan = plan_of(written(phase(*ABC[:2], running="build"), top=ENTERED))
    generated = plan_of(written(phase(said="sessions: 2", running="build"), top=ENTERED))
    assert not broken(plan) & {rule.slug for rule in PLACEMENT}
    assert list(days(plan)) == list(days(generated))


def test_sessions_that_no_day_may_carry_are_left_out_and_the_rule_is_named() -> None:
    plan = plan_of(written(phase(*ABC, running="build"), top=ENTERED))
    assert {len(list(week.lifts)) for week in plan.weeks} == {2}
    assert {week.fewer[0].rule for week in plan.weeks} == {"hard-days-hard"}
    assert all(week.fewer[0].text.startswith("Two heavy lifts instead of three: ") for week in plan.weeks)


def test_each_kind_stands_on_its_own_days() -> None:
    """A heavy session and a base session in one week: the order is kept within each kind."""
    base = session("back-squat 3 x 12 @ RIR 3", name="light")
    short = session("single-leg-squat-to-box 2 x 8 @ RIR 4", "dead-bug 2 x 8 @ RIR 5", name="short")
    plan = plan_of(written(phase(session(SQUAT, name="hard"), base, short, more=", aerobic: 2"), top=ENTERED))
    lifts = {lift.written: lift.kind for week in plan.weeks for lift in week.lifts}
    assert lifts == {"hard": "heavy", "light": "base", "short": "abbreviated"}


def test_the_kind_may_change_with_the_weeks() -> None:
    plan = plan_of(
        written(phase(session("back-squat 3 x 12 @ RIR 3 | 3 x 10 @ RIR 2 | 4 x 6 @ RIR 2"), said="sessions: 2"))
    )
    assert [{lift.kind for lift in week.lifts} for week in plan.weeks] == [{"base"}, {"base"}, {"heavy"}, {"heavy"}]


def test_the_authors_word_on_the_kind_stands() -> None:
    plan = plan_of(written(phase(session(SQUAT, kind="maintenance"), said="sessions: 2"), top=ENTERED))
    assert {lift.kind for week in plan.weeks for lift in week.lifts} == {"maintenance"}


def test_phases_of_any_length_follow_one_another() -> None:
    light, heavy = session("back-squat 3 x 12 @ RIR 3", "step-up 2 x 12 @ RIR 3"), session(SQUAT)
    phases = [phase(light, kind="base", weeks=7, said="sessions: 2")]
    phases += [phase(heavy, weeks=1, said="sessions: 2"), phase(heavy, id="more", weeks=3, said="sessions: 1")]
    plan = plan_of(written(*phases))
    assert names(plan) == ["AA"] * 8 + ["A"] * 3
    assert not broken(plan)


def test_a_cutback_week_lifts_what_is_written_and_the_audit_says_so() -> None:
    plan = plan_of(written(phase(*ABC[:2]), top=ENTERED))
    assert plan.weeks[3].cutback
    assert not plan.weeks[3].deload
    assert week_shown(plan, 4) == week_shown(plan, 1)
    assert "cutback" in broken(plan, "warning")


def test_after_a_very_long_run_it_stays_and_the_audit_says_so() -> None:
    text = written(phase(*ABC[:2], running="build", volume="80-84 km", long="29-30 km"), top=ENTERED)
    plan = plan_of(text)
    assert [lift.kind for week in plan.weeks for lift in week.lifts] == ["heavy"] * 8
    assert week_shown(plan, 1) == ["A (heavy): back-squat 3x6 RIR 2", "B (heavy): trap-bar-deadlift 3x6 RIR 2"]
    assert "long-run-then-light" in broken(plan, "warning")


def test_intense_weeks_keep_their_sets_and_the_audit_says_so() -> None:
    heavy = phase(session("back-squat 4 x 6 @ RIR 2"), kind="maintenance", running="specific")
    plan = plan_of(written(heavy, top=ENTERED))
    assert [(lift.kind, lift.exercises[0].sets) for week in plan.weeks for lift in week.lifts] == [
        ("maintenance", 4)
    ] * 4
    assert broken(plan) == {"maintenance-when-intense"}


def test_the_unsigned_have_the_base_of_the_tables() -> None:
    plan = plan_of(written(phase(*ABC[:2])))
    for week in plan.weeks:
        for lift in week.lifts:
            assert lift.unless_signed_off is not None
            assert lift.unless_signed_off.kind == "base"
            assert all(dose.reps >= 8 for dose in lift.unless_signed_off.exercises)
    assert "sign-off-before-heavy" not in broken(plan)


def test_the_week_of_the_goal_race_has_no_lift() -> None:
    top = "race: {distance: 10k, week: 4, day: sunday}\n" + ENTERED
    plan = plan_of(written(phase(*ABC[:1], kind="maintenance", running="specific"), top=top))
    assert names(plan)[3] == ""
    assert names(plan)[0] == "A"


def test_what_the_tables_give_after_it_is_no_heavier() -> None:
    """A generated phase behind a written one keeps the load that was reached there."""
    light = phase(session("back-squat 3 x 10RM"), said="sessions: 2")
    keep = phase(kind="maintenance", running="specific", said="sessions: 1")
    plan = plan_of(written(light, keep, top=ENTERED))
    reached = [dose.percent_1rm for week in plan.weeks[4:] for lift in week.lifts for dose in lift.exercises]
    assert max(percent for percent in reached if percent) == 75


def test_time_is_told_only_where_the_rest_is() -> None:
    resting = plan_of(written(phase(session(f"{SQUAT}, rest 3 min"), said="sessions: 1"), top=ENTERED))
    silent = plan_of(written(phase(session(SQUAT), said="sessions: 1"), top=ENTERED))
    assert {lift.duration_s for week in resting.weeks for lift in week.lifts} == {15 * 60}
    assert {lift.duration_s for week in silent.weeks for lift in week.lifts} == {None}


@pytest.mark.parametrize(
    ("exercise", "beyond"),
    [
        ("back-squat 3 x 6 @ RIR 2", False),
        ("back-squat 3 x 5 @ RIR 2", True),
        ("back-squat 3 x 4-8 @ RIR 2", True),
        ("depth-jump 5 x 3", False),
        ("plank 2 x 30 s", False),
    ],
)
def test_beyond_the_article_is_told_truthfully(exercise: str, beyond: bool) -> None:
    plan = plan_of(written(phase(session(SQUAT, exercise), said="sessions: 2"), top=ENTERED))
    assert plan.beyond_the_article == beyond
    assert ("never-to-failure" in broken(plan)) == beyond


def test_on_the_page_are_the_programs_own_words() -> None:
    exercises = ("half-squat 3-4 x 4-6 @ 80-85 % (slow down), rest 2-3 min", "depth-jump 5 x 8", "plank 2 x 30 s")
    plan = plan_of(written(phase(session(*exercises, name="Monday"), said="sessions: 1"), top=ENTERED))
    lift = next(plan.weeks[0].lifts)
    facts = lift_facts(lift, read_library_texts(ROOT / "plans" / "library"), after_run=True)
    rows = [(d.do, d.leave, d.leave_note, d.notes) for d in facts.doses]
    assert [tuple(cell.replace("\N{NO-BREAK SPACE}", " ") for cell in row) for row in rows] == [
        ("3–4 × 4–6", "2 left in you", "80-85 %", "rest 2 min to 3 min · slow down"),
        ("5 × 8", NOT_SAID, "", ""),
        ("2 × 30 s", "stop before form slips", "", ""),
    ]
    assert facts.heading.startswith("Then heavy lift: Monday")


def test_a_dose_is_equal_to_itself_read_from_json() -> None:
    plan = plan_of(written(phase(session("side-plank 2-3 x 8 x 3-5 s each side, rest 30-60 s", SQUAT)), top=ENTERED))
    dose = next(plan.weeks[0].lifts).exercises[0]
    assert dose == Prescription(
        "side-plank", "frontal-plane", 2, 8, 5, None, 30, True, hold_s=3, sets_most=3, hold_most_s=5, rest_most_s=60
    )


def test_the_readme_writes_one_that_can_be_read() -> None:
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    block = next(part for part in text.split("```yaml\n")[1:] if part.startswith("strength:\n")).split("```")[0]
    strength = "\n".join(f"    {line}" for line in block.rstrip("\n").splitlines())
    whole = written(phase(*ABC), top=ENTERED)
    plan = plan_of(f"{whole[: whole.index('    strength:')]}{strength}\n")
    assert names(plan) == ["A"] * 4
    assert week_shown(plan, 1)[0].startswith("A (heavy): half-squat 4x4 RIR 0 rest 180 s; leg-press 3x8-10 RIR 2")
