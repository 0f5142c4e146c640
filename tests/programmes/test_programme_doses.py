"""A written exercise: how it is read, what follows from it, and what is told of one that can't be read."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from programme_writing import shipped

from generator.model.plan import Prescription
from generator.model.programme import WrittenExercise, WrittenSession
from generator.model.written_dose import Span
from generator.progressions import written
from generator.science.one_rm import CHART, percent_1rm, percent_of_max, possible_reps


def dose(text: str, week: int = 1) -> Prescription:
    session = WrittenSession(exercises=(WrittenExercise.parse(text),))
    return written.prescribe(session, week, shipped().library.exercises)[0]


def band(least: int, most: int | None) -> str:
    return str(least) if most is None else f"{least}-{most}"


def table() -> list[dict[str, str]]:
    rows = [line.strip("|").split("|") for line in (written.__doc__ or "").splitlines() if line.startswith("|")]
    head, _, *body = ([cell.strip() for cell in row] for row in rows)
    return [dict(zip(head, row, strict=True)) for row in body]


@pytest.mark.parametrize("row", table(), ids=lambda row: row["written"])
def test_the_table(row: dict[str, str]) -> None:
    found = dose(f"back-squat {row['written']}")
    percent = "-" if found.percent_1rm is None else band(found.percent_1rm, found.percent_most)
    least = "-" if found.rir_min is None else str(found.rir_min)
    assert (band(found.sets, found.sets_most), band(found.reps, found.reps_most)) == (row["sets"], row["reps"])
    assert (str(found.rir), least, percent) == (row["RIR"], row["RIR least"], row["% 1RM"])


def test_everything_that_can_be_written() -> None:
    text = "Half squat 2-3 x 8-10 @ 70-75 % of 1RM, RIR 1-2 (fast up), rest 2-3 min"
    found = dose(text)
    assert (found.id, found.slot, found.note, found.load) == (
        "half-squat",
        "knee-dominant",
        "fast up",
        "70-75 % of 1RM, RIR 1-2",
    )
    assert (found.rest_s, found.rest_most_s, found.rir, found.rir_min) == (120, 180, 2, 1)
    assert not found.weaker_side_first


@pytest.mark.parametrize(
    ("text", "sets", "reps", "hold"),
    [
        ("side-plank 2 x 30 s", 2, 1, 30),
        ("side-plank 2 x 8 x 3 s each side", 2, 8, 3),
        ("plank 3 x 20-30 s", 3, 1, 20),
        ("calf-raise 3 x 30 s", 3, 1, 30),
    ],
)
def test_holds(text: str, sets: int, reps: int, hold: int) -> None:
    found = dose(text)
    assert (found.sets, found.reps, found.hold_s) == (sets, reps, hold)


def test_jumps_need_no_load() -> None:
    found = dose("depth-jump 5 x 8 (from 40 cm)")
    assert (found.sets, found.reps, found.load, found.percent_1rm) == (5, 8, "", None)
    assert found.rir == written.UNSAID_RIR


def test_the_library_tells_what_counts_for_each_side() -> None:
    assert dose("single-leg-squat-to-box 2 x 8 each side @ RIR 4").per_side
    assert dose("lunge 2 x 8 @ RIR 4").per_side
    assert not dose("back-squat 2 x 8 @ RIR 4").per_side


def test_weeks_go_on_and_the_last_is_kept() -> None:
    text = "half-squat 3 x 10RM | 2 weeks of 3 x 8RM | 4 x 4RM, rest 3 min"
    assert [(d.sets, d.reps, d.rest_s) for d in (dose(text, week) for week in range(1, 7))] == [
        (3, 10, 180),
        (3, 8, 180),
        (3, 8, 180),
        (4, 4, 180),
        (4, 4, 180),
        (4, 4, 180),
    ]


def test_each_week_may_have_its_own_rest() -> None:
    text = "half-squat 3 x 10RM, rest 90 s | 4 x 4RM, rest 3 min"
    assert [dose(text, week).rest_s for week in (1, 2)] == [90, 180]


@pytest.mark.parametrize("done", range(6))
def test_it_goes_on_where_it_stands(done: int) -> None:
    whole = WrittenExercise.parse("half-squat 2 weeks of 3 x 10RM | 3 x 8RM | 4 x 6RM")
    for week in range(1, 8):
        here, there = whole.after(done).at(week), whole.at(done + week)
        assert (here.sets, here.reps, here.load) == (there.sets, there.reps, there.load)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("half-squat", "'half-squat' says no sets and repetitions"),
        ("4 x 4RM", "does not start with an exercise"),
        ("", "does not start with an exercise"),
        ("half-squat 4x", "'4x' is not a dose"),
        ("half-squat four x 4", "'4' is not a dose"),
        ("half-squat 4 x 4 @ 85", "'@ 85' in 'half-squat 4 x 4 @ 85' has no unit; write 85 %"),
        ("half-squat 4 x 4 @ 6", "write 6RM or RIR 6"),
        ("half-squat 4 x 4 @ 100 kg", "is a weight, which is another for every runner"),
        ("half-squat 4 x 8 @ 6RM", "8 repetitions can't be done with a load of 6RM"),
        ("half-squat 4 x 4RM @ 80 %", "says twice how heavy it is"),
        ("half-squat 4 x 4 @ 80 % 6RM", "is not understood"),
        ("half-squat 4 x 4 @ 120 %", "expected 0 to 100"),
        ("half-squat 4 x 4 @ RIR 12", "expected 0 to 10"),
        ("half-squat 4 x 4 @ RPE 11", "expected 5 to 10"),
        ("half-squat 6-4 x 4RM", "'6-4' runs backwards"),
        ("half-squat 0 x 4RM", "expected 1 to 20"),
        ("half-squat 4 x 500 @ RIR 2", "expected 1 to 100"),
        ("half-squat 4 x 4 hard", "'hard' in 'half-squat 4 x 4 hard' is not understood"),
        ("half-squat 4 x 4RM, rest 3", "'rest 3' in 'half-squat 4 x 4RM, rest 3' is no rest"),
        ("half-squat 4 x 4RM, rest 3-1 min", "runs backwards"),
        ("half-squat 4 x 4RM | ", "nothing stands beside a bar"),
        ("half-squat 4 x 4RM (one) (two)", "two notes in brackets"),
        ("half-squat 4 x 4RM ()", "hold 1 to 80 characters"),
        ("half-squat 4 x 4RM " + "x" * 500, "is longer than 400 characters"),
    ],
)
def test_what_is_told(text: str, words: str) -> None:
    with pytest.raises(ValueError, match=re.escape(words)) as told:
        WrittenExercise.parse(text)
    assert len(str(told.value)) < 300


numbers = st.integers(1, 20)
spans = st.tuples(numbers, numbers).map(sorted).map(lambda ends: Span(*ends))


def text_of(span: Span) -> str:
    return str(span.least) if span.least == span.most else f"{span.least}-{span.most}"


@given(spans, spans, spans, st.sampled_from(["RM", "RIR", "%", "failure"]), st.booleans())
def test_any_dose_keeps_its_numbers(sets: Span, reps: Span, load: Span, way: str, sides: bool) -> None:
    percent = Span(load.least * 5, load.most * 5)
    rir = Span(min(load.least, 10), min(load.most, 10))
    effort = {"RM": "RM", "RIR": f" @ RIR {text_of(rir)}", "%": f" @ {text_of(percent)} %", "failure": " to failure"}
    found = dose(f"lunge {text_of(sets)} x {text_of(reps)}{effort[way]}{' each side' if sides else ''}")
    assert (found.sets, found.sets_most or found.sets) == (sets.least, sets.most)
    assert (found.reps, found.reps_most or found.reps) == (reps.least, reps.most)
    least = found.rir if found.rir_min is None else found.rir_min
    assert 0 <= least <= found.rir <= 10
    if way == "RIR":
        assert (least, found.rir) == (rir.least, rir.most)
    elif way == "%":
        assert (found.percent_1rm, found.percent_most or found.percent_1rm) == (percent.least, percent.most)
    else:
        assert (least, found.rir, found.percent_1rm) == (0, 0, None)


@given(st.text(alphabet="abcx× -|,@%RMIPE0123456789s()to failure", max_size=60))
def test_no_text_is_more_than_refused(text: str) -> None:
    try:
        read = WrittenExercise.parse(text)
    except ValueError:
        return
    assert all(each.sets.least >= 1 and each.reps.least >= 1 for each in read.doses)


@pytest.mark.parametrize("reps", sorted(CHART))
def test_the_chart_read_backwards(reps: int) -> None:
    assert possible_reps(CHART[reps]) == reps


@given(st.integers(0, 100))
def test_a_heavier_load_never_allows_more(percent: int) -> None:
    assert possible_reps(percent) >= possible_reps(min(100, percent + 1)) >= 1
    if percent >= 65:
        assert percent_of_max(possible_reps(percent)) >= percent


def test_a_percentage_agrees_with_the_tables() -> None:
    """The identity of the load chart: 6 with two in reserve is 80 %, and 80 % leaves two after six."""
    assert percent_1rm(6, 2) == 80
    assert dose("back-squat 4 x 6 @ 80 %").rir == 2


@pytest.mark.parametrize("percent", [-1, 101])
def test_no_share_beyond_the_maximum(percent: int) -> None:
    with pytest.raises(ValueError, match="between 0 and 100"):
        possible_reps(percent)
