"""Runs without a kind: what their numbers and their neighbors make of them, and the reason that is told."""

from __future__ import annotations

from pathlib import Path

import pytest
from import_tables import days, read, rows, told

from generator.calendar_import import Calendar


def _kinds(calendar: Calendar, week: int = 1) -> str:
    return " ".join(given.kind for given in calendar.weeks[week - 1].days.values())


#: A week (or two), the kinds of its days, and a reason that is told.
GUESSES = {
    "longest, a quarter of the week": (
        ["1,rest,5 km,8 km,6 km,rest,6 km,16 km"],
        "rest easy aerobic easy rest easy long",
        "'16 km' is taken for long: the longest run of the week, 39 % of it",
    ),
    "longest, under a quarter, but an hour and a half": (
        ["1,14 km,14 km,14 km,14 km,14 km,15 km,14 km"],
        "easy easy easy easy easy long easy",
        "taken for long: the longest run of the week, 1 h 30 min",
    ),
    "longest, neither": (
        ["1,8 km,8 km,8 km,8 km,8 km,9 km,8 km"],
        "easy easy easy easy easy aerobic easy",
        "taken for aerobic: the longest of the week's other runs, 54 min",
    ),
    "two alike: the later in the week": (
        ["1,rest,10 km,rest,10 km,rest,rest,rest"],
        "rest aerobic rest long rest rest rest",
        "taken for long: as long as Tuesday's, and later in the week, 50 % of it",
    ),
    "one is called long": (
        ["1,rest,12 km,rest,easy 5 km,rest,long 10 km,rest"],
        "rest aerobic rest easy rest long rest",
        "'12 km' is taken for aerobic",
    ),
    "the longest has a name": (
        ["1,rest,8 km,rest,6 km,rest,easy 12 km,rest"],
        "rest aerobic rest easy rest easy rest",
        "'8 km' is taken for aerobic",
    ),
    "minutes and kilometers": (
        ["1,rest,5 km,50 min,6 km,rest,6 km,2 h"],
        "rest easy aerobic easy rest easy long",
        "taken for aerobic: the longest of the week's other runs, 50 min",
    ),
    "the day after a hard run": (
        ["1,rest,tempo 6 km,9 km,7 km,rest,5 km,long 16 km", "2,9 km,rest,8 km,rest,rest,rest,long 16 km"],
        "rest quality easy aerobic rest easy long",
        "row 3 (week 2), column 2 (mon): '9 km' is taken for easy: the day after the long run",
    ),
    "under 35 minutes": (
        ["1,rest,5 km,rest,rest,rest,rest,long 16 km"],
        "rest easy rest rest rest rest long",
        "'5 km' is taken for easy: under 35 min",
    ),
    "none is the longest": (
        ["1,rest,8 km,rest,8 km,rest,6 km,long 16 km"],
        "rest easy rest easy rest easy long",
        "'8 km' is taken for easy: as long as Thursday's, so none of them is taken for aerobic",
    ),
    "effort": (
        ["1,rest,40 min RPE 7,rest,50 min RPE 4,60 min RPE 2,rest,long 16 km"],
        "rest quality rest aerobic easy rest long",
        "taken for quality: RPE 7",
    ),
    "a hard effort is no long run": (
        ["1,rest,40 min RPE 7,rest,30 min RPE 2,rest,30 min RPE 2,rest"],
        "rest quality rest easy rest easy rest",
        "taken for quality: RPE 7",
    ),
    "a long hard effort is": (
        ["1,rest,30 min RPE 2,rest,30 min RPE 2,rest,95 min RPE 6,rest"],
        "rest easy rest easy rest long rest",
        "taken for long: the longest run of the week",
    ),
    "walking in turns": (
        ['1,"5 min walk, 8 x (1 min run, 2 min walk)",rest,rest,rest,rest,rest,rest'],
        "easy rest rest rest rest rest rest",
        "taken for easy: running and walking in turns",
    ),
    "left to the athlete": (
        ["1,rest,8 km,rest,rest,rest or 12 km,rest,long 16 km"],
        "rest aerobic rest rest easy rest long",
        "taken for easy: left to the athlete",
    ),
    "the second run of a hard day": (
        ["1,rest,tempo 6 km + 12 km,rest,5 km,rest,rest,rest"],
        "rest quality rest easy rest rest rest",
        "taken for easy: the same day as the quality run",
    ),
}


@pytest.mark.parametrize("name", GUESSES)
def test_guesses(name: str, tmp_path: Path) -> None:
    weeks, kinds, reason = GUESSES[name]
    calendar = read(tmp_path, rows(*weeks))
    assert _kinds(calendar) == kinds
    assert reason in told(calendar)


def test_every_guess_is_told_once(tmp_path: Path) -> None:
    calendar = read(tmp_path, rows("1,rest,5 km,8 km,6 km,,6 km,16 km"))
    assert len(calendar.guesses) == 5
    assert len(calendar.notes) == 6  # the empty Friday too
    assert days(calendar)[1] == "easy 5 km"


def test_what_is_said_is_never_a_guess(tmp_path: Path) -> None:
    assert not read(tmp_path, rows("1,rest,easy 20 km,aerobic 8 km,easy 6 km,rest,easy 6 km,long 10 km")).guesses


PACED = "1,rest,10 km @ {quick} /km,rest,10 km @ {slow} /km,rest,rest,long 20 km"


def test_a_pace_near_threshold_is_quality(tmp_path: Path) -> None:
    calendar = read(tmp_path, rows(PACED.format(quick="4:30", slow="5:40")), easy_pace="5:40 /km")
    assert _kinds(calendar) == "rest quality rest aerobic rest rest long"
    assert "its pace, 4:30 /km, is far quicker than the easy 5:40 /km" in told(calendar)


def test_without_the_runners_easy_pace_the_calendars_own_counts(tmp_path: Path) -> None:
    calendar = read(tmp_path, rows(PACED.format(quick="3:30", slow="4:20")))
    assert _kinds(calendar) == "rest quality rest aerobic rest rest long"
    assert calendar.easy_pace is not None
    assert calendar.easy_pace.seconds_per_km == 260


def test_a_pace_without_another_is_compared_with_the_assumed_one(tmp_path: Path) -> None:
    calendar = read(tmp_path, rows("1,rest,10 km @ 5:05 /km,rest,rest,rest,rest,long 20 km"))
    assert calendar.easy_pace is None
    assert _kinds(calendar).split()[1] == "quality"


UNITS = [
    ("1,rest,5 mi,6 mi,rest,rest,rest,long 10 mi", "mi"),
    ("1,rest,5 km,6 mi,rest,rest,rest,long 10 km", "km"),
    ("1,rest,30 min,rest,rest,rest,rest,long 90 min", "km"),
    ("1,rest,5 km,6 mi,rest,rest,rest,rest", "km"),
]


@pytest.mark.parametrize(("week", "units"), UNITS)
def test_units_are_those_of_most_cells(week: str, units: str, tmp_path: Path) -> None:
    assert read(tmp_path, rows(week)).units == units


def test_where_the_cells_leave_it_open_the_pace_says_the_unit(tmp_path: Path) -> None:
    calendar = read(tmp_path, rows("1,rest,30 min,rest,rest,rest,rest,long 90 min"), easy_pace="9:00 /mi")
    assert calendar.units == "mi"


def test_a_race_without_its_distance_is_listed(tmp_path: Path) -> None:
    from import_tables import faults, places

    found = faults(lambda: read(tmp_path, rows("1,rest,5 km,rest,rest,rest,rest,race")))
    assert places(found) == [(2, 8)]
    assert "how far" in found[0].message


def test_two_hard_runs_of_a_day_are_listed(tmp_path: Path) -> None:
    from import_tables import faults, places

    found = faults(lambda: read(tmp_path, rows("1,rest,tempo 5 km + long 20 km,rest,rest,rest,rest,rest")))
    assert places(found) == [(2, 3)]
