"""Travel: the hardest runs that fit, as far as they were; the others are left out."""

from __future__ import annotations

from layers.layered import base, new_errors, over, over_calendar, refused, roles, told, week


def test_the_hardest_runs_stay_and_none_is_longer() -> None:
    laid = over("article-week", "travel: week 11, days: [tuesday, thursday, friday], because: conference")
    before = {run.kind: run.distance_m for run in base("article-week").plan.weeks[10].runs}
    after = [(run.kind, run.distance_m) for run in week(laid, 11).runs]
    assert sorted(after) == sorted((kind, before[kind]) for kind in ("long", "quality", "aerobic"))
    assert {day.weekday for day in week(laid, 11).days if day.runs} == {"tuesday", "thursday", "friday"}
    assert not new_errors(laid)


def test_a_run_stays_on_its_day_where_that_is_left() -> None:
    laid = over("article-week", "travel: week 11, days: [tuesday, saturday], because: conference")
    kinds = {day.weekday: day.kind for day in week(laid, 11).days}
    assert (kinds["tuesday"], kinds["saturday"]) == ("quality", "long")
    assert set(kinds.values()) == {"quality", "long", "rest"}


def test_the_lifts_are_placed_anew() -> None:
    laid = over("article-week", "travel: week 11, days: [tuesday, thursday, friday], because: conference")
    assert roles(week(laid, 11))[4] == ("long", ("heavy",))
    assert "Saturday's heavy lift moves to Friday." in told(laid, 11)


def test_a_number_of_runs_leaves_the_easiest_out() -> None:
    laid = over("article-week", "travel: week 11, runs: 3, because: conference")
    assert sorted(run.kind for run in week(laid, 11).runs) == ["aerobic", "long", "quality"]


def test_days_and_runs_together() -> None:
    laid = over("article-week", "travel: week 11, days: [monday, tuesday, saturday], runs: 1, because: conference")
    assert [run.kind for run in week(laid, 11).runs] == ["long"]


def test_no_gym_either() -> None:
    laid = over("article-week", "travel: week 11, runs: 3, gym: no, because: conference")
    assert {lift.kind for lift in week(laid, 11).lifts} == {"abbreviated"}
    assert week(laid, 11).strength == "off"


def test_a_base_week_of_one_run_pauses() -> None:
    laid = over("article-week", "travel: week 3, runs: 1, because: conference")
    assert week(laid, 3).strength == "off"
    assert told(laid, 3)[0] == "No key lift this week: the lifting pauses, and goes on where it stopped."
    assert not new_errors(laid)


def test_a_quality_run_keeps_to_its_share_of_a_smaller_week() -> None:
    """The same session in a week of two runs would be more of it than the rule allows."""
    laid = over("marathon-competitive", "travel: week 13, runs: 2, because: conference")
    assert not new_errors(laid)
    kept = [run for run in week(laid, 13).runs if run.kind == "quality"]
    assert not kept or kept[0].distance_m == next(
        run.distance_m for run in base("marathon-competitive").plan.weeks[12].runs if run.kind == "quality"
    )


def test_on_a_given_calendar() -> None:
    laid = over_calendar("travel: week 11, days: [monday, tuesday, wednesday], because: conference")
    assert [day.kind for day in week(laid, 11).days] == ["quality", "aerobic", "long", "rest", "rest", "rest", "rest"]
    assert not new_errors(laid)


def test_the_race_stays() -> None:
    found = refused("marathon-competitive", "travel: week 20, days: [tuesday], because: conference")
    assert ["the goal race is in week 20" in str(d) for d in found] == [True]
