"""No gym: short sessions instead of key lifts, and strength that goes on where it stopped."""

from __future__ import annotations

from layers.layered import base, big, doses, new_errors, over, over_calendar, over_case, roles, told, week


def test_every_key_lift_becomes_a_short_session() -> None:
    laid = over("article-week", "no_gym: week 10, because: the hotel has no gym")
    assert week(laid, 10).strength == "off"
    assert [lift.kind for lift in week(laid, 10).lifts] == ["abbreviated"] * 3
    assert [run.distance_m for run in week(laid, 10).runs] == [
        run.distance_m for run in base("article-week").plan.weeks[9].runs
    ]
    assert not new_errors(laid)
    assert "Tuesday: heavy lift → short session." in told(laid, 10)


def test_the_table_goes_on_where_it_stopped() -> None:
    laid, plan = over("article-week", "no_gym: week 10, because: the hotel has no gym"), base("article-week").plan
    assert big(week(laid, 9)) == big(plan.weeks[8])
    assert big(week(laid, 11)) == big(plan.weeks[9]), "the second heavy week is the one that was missed"
    assert told(laid, 11)[0] == "The lifting goes on by its table, later than planned."


def test_weeks_before_stay_as_they_are() -> None:
    laid, plan = over("article-week", "no_gym: week 10, because: the hotel has no gym"), base("article-week").plan
    assert all(doses(week(laid, n)) == doses(plan.weeks[n - 1]) for n in range(1, 10))
    assert all(not week(laid, n).changes for n in range(1, 10))


def test_a_base_of_eight_weeks_has_seven_left() -> None:
    laid = over("article-week", "no_gym: week 5, because: the hotel has no gym")
    assert [one.strength for one in laid.plan.weeks[:9]] == ["base"] * 4 + ["off"] + ["base"] * 3 + ["heavy"]
    assert not new_errors(laid)


def test_a_base_that_lost_its_last_week_is_made_up() -> None:
    laid = over("article-week", "no_gym: week 8, because: the hotel has no gym")
    assert [one.strength for one in laid.plan.weeks[6:10]] == ["base", "off", "base", "heavy"]
    assert [one.number for one in laid.plan.weeks if one.assessment and one.assessment.kind == "retest"] == [9]
    assert "A base week is made up here, before anything heavier." in told(laid, 9)
    assert not new_errors(laid)


def test_a_base_of_six_weeks_stays_one_of_six() -> None:
    laid = over("masters-50", "no_gym: week 3, because: the hotel has no gym")
    assert [one.strength for one in laid.plan.weeks[:8]].count("base") == 6
    assert not new_errors(laid)


def test_two_weeks_without_a_gym() -> None:
    laid = over("marathon-competitive", "no_gym: weeks 10-11, because: the gym is closed")
    assert [one.strength for one in laid.plan.weeks[8:12]] == ["heavy", "off", "off", "heavy"]
    assert not new_errors(laid)


def test_on_a_given_calendar_no_run_changes() -> None:
    laid, plain = over_calendar("no_gym: week 9, because: the hotel has no gym"), over_calendar()
    runs = [[(run.kind, run.distance_m) for run in one.runs] for one in laid.plan.weeks]
    assert runs == [[(run.kind, run.distance_m) for run in one.runs] for one in plain.plan.weeks]
    assert {lift.kind for lift in week(laid, 9).lifts} == {"abbreviated"}
    assert all(
        roles(one) == roles(other)
        for one, other in zip(laid.plan.weeks, plain.plan.weeks, strict=True)
        if one.number != 9
    )


def test_a_written_program_says_what_is_left_out() -> None:
    laid = over_case("written-program", "no_gym: week 10, because: the hotel has no gym")
    assert told(laid, 10)[0] == "No key lift this week: the program's sessions of the week are left out."
    assert not new_errors(laid)
