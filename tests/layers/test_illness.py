"""Illness: missed days stay missed, and the way back goes by the rules for it."""

from __future__ import annotations

from layers.layered import base, big, doses, new_errors, over, over_calendar, over_case, told, week


def test_missed_days_have_no_session_and_say_why() -> None:
    laid = over("article-week", "ill: week 11 tuesday - friday, because: flu")
    missed = week(laid, 11).days[1:5]
    assert [(day.kind, day.sessions) for day in missed] == [("rest", ())] * 4
    assert "Ill in week 11: flu." in [reason.text for day in missed for reason in day.reasons]


def test_the_first_two_days_back_have_no_key_run_and_no_lift() -> None:
    laid = over("article-week", "ill: week 11 tuesday - friday, because: flu")
    saturday = week(laid, 11).days[5]
    assert (saturday.kind, saturday.lifts) == ("easy", ())
    assert saturday.runs[0].distance_m <= min(run.distance_m for run in base("article-week").plan.weeks[10].runs)


def test_days_before_the_illness_stay_as_they_were() -> None:
    laid = over("article-week", "ill: week 11 wednesday - week 12 friday, because: flu")
    for position in (0, 1):
        old, new = base("article-week").plan.weeks[10].days[position], week(laid, 11).days[position]
        assert (old.kind, [s.kind for s in old.sessions]) == (new.kind, [s.kind for s in new.sessions])
    assert all(doses(week(laid, n)) == doses(base("article-week").plan.weeks[n - 1]) for n in range(1, 11))


def test_up_to_six_days_leave_the_load_as_it_was() -> None:
    laid, plan = over("article-week", "ill: week 11 tuesday - friday, because: flu"), base("article-week").plan
    assert big(week(laid, 13)) == big(plan.weeks[10]), "the missed week's row comes next; week 12 is a lighter one"


def test_seven_days_take_a_tenth_of_the_load() -> None:
    """80% becomes 72%; by the chart six repetitions leave six in reserve then: no heavy lift, by its own rule."""
    laid = over("article-week", "ill: week 14 monday - sunday, because: flu")
    lifts = [lift for lift in week(laid, 15).lifts if lift.kind != "abbreviated"]
    assert {lift.kind for lift in lifts} == {"base"}
    first = lifts[0].exercises[0]
    assert (first.reps, first.rir, first.percent_1rm) == (6, 6, 72)
    assert told(laid, 15)[0].startswith("First lifts back: a tenth less weight")
    assert not new_errors(laid)


def test_the_first_week_back_has_no_quality_and_no_longer_long_run() -> None:
    laid = over("article-week", "ill: week 10 monday - week 10 sunday, because: flu")
    assert "quality" not in [run.kind for run in week(laid, 11).runs]
    last = next(run.distance_m for run in week(laid, 9).runs if run.kind == "long")
    assert all(run.distance_m <= last for run in week(laid, 11).runs)


def test_fourteen_days_go_back_one_block() -> None:
    plan = base("article-week").plan
    laid = over("article-week", "ill: week 13 tuesday - week 15 monday, because: flu")
    assert "The weights go back one block, three loading weeks, and climb again from there." in told(laid, 15)
    assert big(week(laid, 16))[0][2] >= big(plan.weeks[12])[0][2]
    assert not new_errors(laid)


def test_four_weeks_bring_two_weeks_of_base() -> None:
    laid = over("marathon-competitive", "ill: week 9 monday - week 12 sunday, because: surgery")
    assert [one.strength for one in laid.plan.weeks[8:16]].count("base") + [
        one.strength for one in laid.plan.weeks[8:16]
    ].count("base_hold") == 2
    assert not new_errors(laid)


def test_runs_climb_back_within_the_rules() -> None:
    laid = over("marathon-competitive", "ill: week 9 monday - week 11 sunday, because: flu")
    assert not new_errors(laid)
    plan = base("marathon-competitive").plan
    capped = [n for n in range(12, 19) if week(laid, n).run_distance_m < plan.weeks[n - 1].run_distance_m]
    assert capped
    later = [n for n in capped if n > 12]
    assert all("The running climbs back within the rules on distance." in told(laid, n) for n in later)


def test_no_run_is_ever_longer_than_planned() -> None:
    for layer in ("ill: week 5 tuesday - week 6 friday, because: flu", "ill: weeks 3-6, because: flu"):
        laid = over("first-half", layer)
        for old, new in zip(base("first-half").plan.weeks, laid.plan.weeks, strict=True):
            for before, after in zip(old.days, new.days, strict=True):
                assert sum(run.distance_m for run in after.runs) <= sum(run.distance_m for run in before.runs)


def test_an_illness_in_the_base_makes_it_longer_not_shorter() -> None:
    laid = over("article-week", "ill: weeks 3-5, because: flu")
    assert [one.strength for one in laid.plan.weeks].count("base") == 8
    assert not new_errors(laid)


def test_on_a_given_calendar() -> None:
    laid = over_calendar("ill: week 9 wednesday - week 10 thursday, because: flu")
    assert [day.kind for day in week(laid, 9).days] == ["rest", "quality", *["rest"] * 5]
    assert not new_errors(laid)


def test_a_written_program_is_not_changed_but_says_to_take_less() -> None:
    laid = over_case("written-program", "ill: week 9 monday - week 10 tuesday, because: flu")
    assert told(laid, 10)[0] == "First lifts back: take a tenth less weight than is written, or leave more in reserve."


def test_a_quality_run_before_an_illness_is_measured_by_the_week_as_planned() -> None:
    laid = over("marathon-competitive", "ill: week 13 friday - sunday, because: flu")
    assert week(laid, 13).planned_m == base("marathon-competitive").plan.weeks[12].run_distance_m
    assert not new_errors(laid)
