"""A written program on a calendar that somebody already has: its sessions on the days that the rules leave."""

from __future__ import annotations

from programme_writing import broken, expanded, names, session, week_shown

DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
HEAD = """title: A calendar
summary: Somebody's own weeks.
audience: competitive
units: km
author: somebody
source: our own
licence: MIT
easy_pace: 6:00 /km
entry: {base_done: yes, signed_off: yes}
strength:
  phases:
    - kind: heavy
      weeks: 8
"""
STEPS = "half-squat 3 x 8 @ 10RM | 3 x 7 @ 9RM | 3 x 6 @ 8RM | 2 weeks of 4 x 6 @ 8RM | 4 x 6 @ RIR 1-2"
BACK, THRUST = "trap-bar-deadlift 3 x 6 @ RIR 2", "hip-thrust 3 x 6 @ RIR 2"


def calendar(*sessions: str, said: str = "", quality_from: int = 4) -> str:
    """Eight weeks: steady running first, so that the calendar itself falls into two phases."""
    lines = [
        *said.splitlines(),
        "programme:",
        *"\n".join(sessions).replace("\n  ", "\n").removeprefix("  ").splitlines(),
    ]
    weeks = [""]
    for number in range(1, 9):
        tuesday = "aerobic 8 km" if number < quality_from else "quality 8 km"
        cells = ("aerobic 8 km", tuesday, "rest", "aerobic 8 km", "easy 6 km", f"long {13 + number} km", "cross 40 min")
        weeks += [f"  {number}:", *(f"    {day}: {cell}" for day, cell in zip(DAYS, cells, strict=True))]
    return HEAD + "\n".join(f"      {line}" for line in lines) + "\ncalendar:" + "\n".join(weeks) + "\n"


def test_it_goes_on_through_the_phases_of_the_running() -> None:
    """The strength phase is one, the running's are two: the fourth week takes the program's fourth step."""
    plan = expanded(calendar(session(STEPS, name="Legs"), session(BACK, name="Back"))).plan
    assert len(plan.phases) == 2
    squats = [next(line for line in week_shown(plan, n) if line.startswith("Legs")) for n in range(1, 9)]
    assert [line.split("half-squat ")[1] for line in squats] == [
        "3x8 RIR 2",
        "3x7 RIR 2",
        "3x6 RIR 2",
        "4x6 RIR 2",
        "4x6 RIR 2",
        *["4x6 RIR 1-2"] * 3,
    ]
    assert not broken(plan)


def test_turns_go_on_too() -> None:
    sessions = [session(exercise, name=name) for name, exercise in zip("ABC", (STEPS, BACK, THRUST), strict=True)]
    assert names(expanded(calendar(*sessions, said="sessions: 2")).plan) == [
        "AB",
        "CA",
        "BC",
        "AB",
        "CA",
        "BC",
        "AB",
        "CA",
    ]


def test_a_week_with_room_for_fewer_leaves_the_last_out_and_says_why() -> None:
    sessions = [session(exercise, name=name) for name, exercise in zip("ABC", (STEPS, BACK, THRUST), strict=True)]
    plan = expanded(calendar(*sessions)).plan
    for week in plan.weeks[3:]:
        assert "".join(lift.written for lift in week.lifts) == "AB"
        assert [reason.rule for reason in week.fewer] == ["hard-days-hard"]


def test_a_broken_rule_is_told_at_the_line_of_the_program() -> None:
    text = calendar(session(STEPS, name="Legs"), session("hip-thrust 3 x 6RM", name="Back"))
    told = [found for found in expanded(text).diagnostics if found.severity == "error"]
    assert {(found.rule, text.splitlines()[found.place.line - 1].strip()) for found in told} == {
        ("never-to-failure", "- hip-thrust 3 x 6RM")
    }


def test_mistakes_in_a_calendars_program_have_their_place() -> None:
    from generator.model.finding import Refused

    text = calendar(session("half-sqat 3 x 6 @ RIR 2"), said="abbreviated: 1")
    try:
        expanded(text)
    except Refused as refused:
        told = {(text.splitlines()[found.place.line - 1].strip(), str(found)) for found in refused.diagnostics}
    assert {line for line, _ in told} == {"abbreviated: 1", "- half-sqat 3 x 6 @ RIR 2"}
