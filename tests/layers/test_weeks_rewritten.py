"""A lighter week moved, and a week written out: what the plan asks for changes, and the plan follows."""

from __future__ import annotations

import pytest
from layers.layered import base, doses, new_errors, over, over_calendar, refused, roles, told, week

WHOLE = (
    "monday: rest, tuesday: easy 5 mi, wednesday: rest, thursday: aerobic 6 mi, friday: rest, "
    "saturday: long 12 mi, sunday: cross 40 min (bike)"
)


def test_running_and_lifting_are_lighter_in_the_other_week() -> None:
    laid = over("article-week", "move_cutback: week 4 to week 5, because: race on Sunday")
    assert [one.cutback for one in laid.plan.weeks[:6]] == [False, False, False, False, True, False]
    assert [one.deload for one in laid.plan.weeks[:6]] == [False, False, False, False, True, False]
    assert week(laid, 5).run_distance_m < week(laid, 4).run_distance_m
    assert told(laid, 5)[0] == "This week is a lighter one now; week 4 is not."
    assert told(laid, 4)[0] == "This week is a full one now; week 5 is the lighter one."


def test_only_the_weeks_between_change_their_runs() -> None:
    laid, plan = over("article-week", "move_cutback: week 4 to week 6, because: race"), base("article-week").plan
    same = [n for n in range(1, 17) if n not in (4, 5, 6)]
    assert all(doses(week(laid, n)) == doses(plan.weeks[n - 1]) for n in same)


def test_listed_distances_move_with_the_week() -> None:
    laid, plan = (
        over("marathon-competitive", "move_cutback: week 8 to week 9, because: race"),
        base("marathon-competitive").plan,
    )
    before = [one.run_distance_m for one in plan.weeks]
    after = [one.run_distance_m for one in laid.plan.weeks]
    assert (after[7], after[8]) == (before[8], before[7])
    assert after[:7] + after[9:] == before[:7] + before[9:]
    assert not new_errors(laid)


def test_given_weeks_change_places() -> None:
    laid, plain = over_calendar("move_cutback: week 8 to week 9, because: race"), over_calendar()
    runs = [[(run.kind, run.distance_m) for run in one.runs] for one in laid.plan.weeks]
    old = [[(run.kind, run.distance_m) for run in one.runs] for one in plain.plan.weeks]
    assert (runs[7], runs[8]) == (old[8], old[7])
    assert week(laid, 9).cutback
    assert not week(laid, 8).cutback


@pytest.mark.parametrize(
    ("move", "words"),
    [
        ("week 5 to week 6", "week 5 is not a lighter week. The plan's lighter weeks are 4, 8, 12, 16"),
        ("week 4 to week 8", "week 8 is a lighter week already"),
    ],
)
def test_what_can_not_move(move: str, words: str) -> None:
    found = refused("article-week", f"move_cutback: {move}, because: race")
    assert [words in str(diagnostic) for diagnostic in found] == [True]
    assert found[0].place.line == 3


def test_a_week_written_out_is_run_as_it_is_written() -> None:
    laid = over("article-week", f"instead: week 14, days: {{{WHOLE}}}, because: holiday")
    assert [day.kind for day in week(laid, 14).days] == ["rest", "easy", "rest", "aerobic", "rest", "long", "cross"]
    assert roles(week(laid, 14))[5] == ("long", ("heavy",))
    assert not week(laid, 14).given
    assert not new_errors(laid)
    assert "Tuesday: quality run of 7 mi → easy run of 5 mi." in told(laid, 14)


def test_other_weeks_stay_as_they_are() -> None:
    laid, plan = (
        over("article-week", f"instead: week 14, days: {{{WHOLE}}}, because: holiday"),
        base("article-week").plan,
    )
    assert all(doses(week(laid, n)) == doses(plan.weeks[n - 1]) for n in range(1, 17) if n != 14)


def test_in_a_given_week_some_days_are_enough() -> None:
    laid, plain = (
        over_calendar("instead: week 10, days: {tuesday: rest, wednesday: easy 8 km}, because: holiday"),
        over_calendar(),
    )
    assert [day.kind for day in week(laid, 10).days] == ["rest", "rest", "easy", "aerobic", "rest", "long", "easy"]
    assert week(laid, 10).days[2].runs[0].distance_m == 8000
    assert [run.distance_m for run in week(laid, 10).days[5].runs] == [
        run.distance_m for run in week(plain, 10).days[5].runs
    ]
    assert week(laid, 10).given


def test_a_week_that_breaks_a_rule_is_told_at_its_line() -> None:
    hard = ", ".join(f"{day}: quality 5 mi" for day in ("monday", "tuesday", "wednesday", "thursday", "friday"))
    laid = over("article-week", f"instead: week 14, days: {{{hard}, saturday: rest, sunday: rest}}, because: camp")
    told_at = [d for d in laid.diagnostics if d.severity == "error"]
    assert {(d.place.path, d.place.line) for d in told_at} == {("mine.yaml", 3)}
    assert "quality-cap" in {d.rule for d in told_at}
    assert all("Without its layers the plan keeps this rule" in d.hint for d in told_at)
