"""The little language of the examples: what it reads, and that it refuses what it does not know."""

import pytest

from generator.model.plan import Cross, Repeat
from generator.rules.example import plan_from
from generator.rules.page import Example, read_page

PAGE = """A statement.

Why:
    First line
    and second.

Reads:
    As written.

Holds:
    Tu quality
        | We rest

Fails:
    Tu quality  -> Tu of week 2: too much
    Tu easy  -> warning in week 3: too long
    Tu long  -> plan: all of it
"""


def test_a_week_has_seven_days_and_unnamed_ones_are_rest() -> None:
    plan = plan_from("Tu quality+heavy | Su long 20 mi")
    (week,) = plan.weeks
    kinds = ["rest", "quality", "rest", "rest", "rest", "rest", "long"]
    assert [day.kind for day in week.days] == kinds
    assert week.run_distance_m == 10000 + 32187
    assert [session.order for session in week.days[1].sessions] == [1, 2]


def test_brackets_hold_until_changed_or_for_the_week() -> None:
    plan = plan_from("2 weeks of [running=base strength=base cutback] Tu easy || Tu easy || [running=build] Tu easy")
    assert [week.running for week in plan.weeks] == ["base", "base", "base", "build"]
    assert [week.cutback for week in plan.weeks] == [True, True, False, False]
    assert [week.assessment.kind if week.assessment else None for week in plan.weeks] == [
        "first", None, None, "retest",
    ]  # fmt: skip
    assert [(phase.first_week, phase.last_week) for phase in plan.phases] == [(1, 3), (4, 4)]


def test_entry_states() -> None:
    states = {"new": (False, False), "base-done": (True, False), "signed-off": (True, True)}
    for entry, state in states.items():
        plan = plan_from(f"[entry={entry}] Tu easy")
        assert (plan.base_done, plan.signed_off) == state


def test_weeks_of_numbers_share_their_distance_out_to_the_meter() -> None:
    plan = plan_from("weeks: 40 cut 33.333 [running=race race=42.195] 20 km")
    assert [week.run_distance_m for week in plan.weeks] == [40000, 33333, 20000 + 10000]
    assert plan.weeks[1].cutback
    assert plan.race is not None
    assert (plan.race.distance_m, plan.race.day) == (42195, 20)


def test_doses_and_steps() -> None:
    plan = plan_from(
        "Th aerobic 8 km (2 km easy, 3 x 1 km @ 5k / 400 m jog)+base(dead-bug trunk 2x8@4 hold 20 s; 20 min)"
    )
    run, lift = plan.weeks[0].days[3].sessions
    assert isinstance(run.steps[1], Repeat)
    assert (lift.exercises[0].hold_s, lift.duration_s) == (20, 1200)
    assert isinstance(plan_from("We aerobic cross").weeks[0].days[2].sessions[0], Cross)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Xx easy", "'Xx' is not a weekday"),
        ("Tu sprint", "'sprint' is not a session"),
        ("Tu easy | Tu rest", "written twice"),
        ("[speed=fast] Tu easy", "'speed=fast' is not known"),
        ("[running=fast] Tu easy", "'fast' is not one of off-season"),
        ("Tu quality+heavy(squat 3x6)", "is not a dose"),
        ("Tu quality+heavy(squat legs 3x6@2)", "is not a dose"),
        ("Tu easy 10 furlongs", "not a distance"),
    ],
)
def test_unknown_words_are_refused(text: str, words: str) -> None:
    with pytest.raises(ValueError, match=words):
        plan_from(text)


def test_a_page_is_read_with_its_examples() -> None:
    page = read_page(PAGE)
    assert (page.statement, page.why, page.dissent) == ("A statement.", "First line and second.", "")
    assert page.holds == (Example("Tu quality | We rest"),)
    assert page.fails == (
        Example("Tu quality", 2, "tuesday", "too much"),
        Example("Tu easy", 3, None, "too long", "warning"),
        Example("Tu long", None, None, "all of it"),
    )


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (("Why:", "Because:"), "stands under no heading"),
        (("Reads:\n    As written.\n", ""), "the page lacks Reads"),
        (("-> plan: all", "-> somewhere: all"), "does not end in"),
        (("  -> plan: all of it", ""), "does not end in"),
        (("-> Tu of week 2:", "-> Tx of week 2:"), "'Tx' is not a weekday"),
    ],
)
def test_a_broken_page_is_refused(change: tuple[str, str], words: str) -> None:
    with pytest.raises(ValueError, match=words):
        read_page(PAGE.replace(*change))
