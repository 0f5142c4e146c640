"""Columns and weeks: what people call them, in which order they stand, and every way to get them wrong."""

from __future__ import annotations

from pathlib import Path

import pytest
from import_tables import HEADER, WEEK, days, faults, places, read, rows, told

from generator.calendar_import import load_columns

HEADERS = {
    "long": "Week,Monday,Tuesday,Wednesday,Thursday,Friday,Saturday,Sunday",
    "shout": "WEEK,MON,TUES,WED,THURS,FRI,SAT,SUN",
    "two letters": "wk,Mo,Tu,We,Th,Fr,Sa,Su",
    "letters": "#,M,T,W,T,F,S,S",
    "dots": "Wk.,Mon.,Tue.,Wed.,Thu.,Fri.,Sat.,Sun.",
    "German": "Woche,Mo,Di,Mi,Do,Fr,Sa,So",
    "German, long": "Woche,Montag,Dienstag,Mittwoch,Donnerstag,Freitag,Samstag,Sonntag",
    "nameless week": ",mon,tue,wed,thu,fri,sat,sun",
    "another name": "Training,mon,tue,wed,thu,fri,sat,sun",
    "brackets": "Week (of 1),Mon (gym),Tue,Wed,Thu,Fri,Sat,Sun",
}


@pytest.mark.parametrize("name", HEADERS)
def test_names_of_days(name: str, tmp_path: Path) -> None:
    calendar = read(tmp_path, rows(f"1,{WEEK}", header=HEADERS[name]))
    assert list(calendar.weeks[0].days) == [
        "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
    ]  # fmt: skip
    assert days(calendar)[-1] == "long 16 km"


ORDERS = {
    "mon,tue,wed,thu,fri,sat,sun": "monday",
    "sun,mon,tue,wed,thu,fri,sat": "sunday",
    "sat,sun,mon,tue,wed,thu,fri": "saturday",
    "fri,sat,sun,mon,tue,wed,thu": "monday",
    "tue,mon,wed,thu,fri,sat,sun": "monday",
    "sun,sat,fri,thu,wed,tue,mon": "monday",
}


@pytest.mark.parametrize("order", ORDERS)
def test_the_week_starts_where_the_days_run_without_a_gap(order: str, tmp_path: Path) -> None:
    cells = [f"easy {n} km" for n in range(1, 8)]
    calendar = read(tmp_path, rows(f"1,{','.join(cells)}", header=f"week,{order}"))
    assert calendar.week_starts == ORDERS[order]
    by_day = dict(zip(order.split(","), cells, strict=True))
    assert {day[:3]: given.written for day, given in calendar.weeks[0].days.items()} == by_day
    assert next(iter(calendar.weeks[0].days)) == ORDERS[order]


def test_the_initials_of_a_week_that_starts_on_sunday(tmp_path: Path) -> None:
    assert read(tmp_path, rows(f"1,{WEEK}", header="wk,S,M,T,W,T,F,S")).week_starts == "sunday"


LABELS = [
    ["1", "2", "3"],
    ["Week 1", "WEEK 2", "week 3"],
    ["W1", "W2", "W3"],
    ["wk 1", "wk. 2", "Wk3"],
    ["1.", "2.", "3."],
    ["#1", "#2", "#3"],
    ["Woche 1", "Woche 2", "Woche 3"],
    ["1 of 3", "2/3", "3 von 3"],
    ["Week 1: Base", "Week 2 - Base", "Week 3 (cutback)"],
    ["Week 1 Base", "Week 2 Build", "Week 3 race week"],
    ["1.0", "2.0", "3.0"],
    ["1", "2", "race week"],
    ["Week 1", "Week 2", "Race!"],
    ["3", "2", "1"],
    ["2", "1", "0"],
    ["2", "1", "Race Week"],
    ["T-3", "T-2", "T-1"],
    ["-3", "-2", "-1"],
    ["3 weeks to go", "2 to go", "1 week out"],
]


@pytest.mark.parametrize("labels", LABELS, ids=" ".join)
def test_numbers_of_weeks(labels: list[str], tmp_path: Path) -> None:
    calendar = read(tmp_path, rows(*(f"{label},{WEEK}" for label in labels)))
    assert [week.number for week in calendar.weeks] == [1, 2, 3]
    assert ("count down" in told(calendar)) == (labels[0] != "1" and "1" not in labels[0])


WRONG_WEEKS = [
    (["1", "3", "4"], [(3, 1)], "week 2 is missing before week 3"),
    (["1", "2", "6"], [(4, 1)], "weeks 3 to 5 are missing before week 6"),
    (["2", "3", "4"], [(2, 1)], "week 1 is missing before week 2"),
    (["1", "2", "2"], [(4, 1)], "week 2 stands twice"),
    (["1", "3", "2", "4"], [(4, 1)], "week 2 stands after week 3"),
    (["0", "1", "2"], [(2, 1)], "there is a week 0"),
    (["18", "17", "16"], [(4, 1)], "stop at 16; expected 1 or 0"),
    (["3", "1", "0"], [(3, 1)], "week 2 is missing before week 1"),
    (["1", "second", "3"], [(3, 1), (4, 1)], "'second' is not a week's number"),
    (["1", "4 Jan", "3"], [(3, 1), (4, 1)], "'4 Jan' is not a week's number"),
    (["1", "Week 2-3", "3"], [(3, 1), (4, 1)], "'Week 2-3' is not a week's number"),
    (["1", "", "3"], [(3, 1), (4, 1)], "there is no week's number"),
]


@pytest.mark.parametrize(("labels", "at", "words"), WRONG_WEEKS, ids=lambda value: str(value))
def test_wrong_numbers_of_weeks(labels: list[str], at: list[tuple[int, int]], words: str, tmp_path: Path) -> None:
    found = faults(lambda: read(tmp_path, rows(*(f"{label},{WEEK}" for label in labels))))
    assert places(found) == at
    assert words in found[0].message


def test_a_missing_day_is_told(tmp_path: Path) -> None:
    found = faults(lambda: read(tmp_path, "week,mon,tue,wed,thu,fri,sun\n1,rest,rest,rest,rest,rest,long 10 km\n"))
    assert [str(fault) for fault in found] == [
        "calendar.csv:1:7: error row 1: no column is for saturday. Write every day."
    ]


def test_a_table_of_the_days_with_a_run(tmp_path: Path) -> None:
    calendar = read(tmp_path, "week,tue,thu,sun\n1,easy 5 km,easy 6 km,long 10 km\n")
    assert days(calendar) == ["rest", "easy 5 km", "rest", "easy 6 km", "rest", "rest", "long 10 km"]
    assert told(calendar) == (
        "calendar.csv:1:4: warning row 1: no column is for monday, wednesday, friday, saturday; taken for rest"
    )


def test_a_day_that_stands_twice_is_told(tmp_path: Path) -> None:
    found = faults(lambda: read(tmp_path, rows(f"1,{WEEK}", header=HEADER.replace("tue", "mon"))))
    assert places(found) == [(1, 3), (1, 8)]
    assert "monday stands twice, first in column 2" in found[0].message


def test_no_column_of_weeks(tmp_path: Path) -> None:
    found = faults(lambda: read(tmp_path, rows(WEEK, header=HEADER.removeprefix("week,"))))
    assert "no column holds the week's number" in found[0].message


def test_columns_that_are_left_out(tmp_path: Path) -> None:
    header = f"phase,{HEADER},Total,Notes,Week of"
    calendar = read(tmp_path, rows(f"Base,1,{WEEK},41 km,well done,4 Jan", f",2,{WEEK},50,,", header=header))
    notes = told(calendar)
    assert "calendar.csv:1:11: warning row 1, column 11: the column 'Notes' is left out" in notes
    assert "column 12: the column 'Week of' is left out" in notes
    assert "calendar.csv:3:10: warning row 3 (week 2), column 10: the total is '50', the days add up to 41 km" in notes
    assert "row 2 (week 1), column 10" not in notes
    assert [week.remark for week in calendar.weeks] == ["Base", "Base"]


TOTALS = [
    ("total", "41", False),
    ("total", "40.6 km", False),
    ("total", "25.5 mi", False),
    ("miles", "25.5", False),
    ("miles", "41", True),
    ("Total (km)", "38-42", False),
    ("total", "30 - 35", True),
    ("total", "41 km (25 mi)", False),
    ("total", "about forty", False),
    ("total", "6 h", False),
]


@pytest.mark.parametrize(("name", "total", "differs"), TOTALS)
def test_a_total_is_compared_with_the_days(name: str, total: str, differs: bool, tmp_path: Path) -> None:
    calendar = read(tmp_path, rows(f"1,{WEEK},{total}", header=f"{HEADER},{name}"))
    assert ("add up to 41 km" in told(calendar) or "add up to 25.5 mi" in told(calendar)) == differs


def test_a_total_of_a_week_with_minutes_is_not_compared(tmp_path: Path) -> None:
    week = WEEK.replace("easy 5 km", "easy 30 min")
    assert "add up" not in told(read(tmp_path, rows(f"1,{week},99", header=f"{HEADER},total")))


def test_an_unknown_column_is_listed_with_what_else_is_wrong(tmp_path: Path) -> None:
    text = rows(f"1,{WEEK},Bob", f"2,{WEEK.replace('easy 5 km', 'blah')},Bob", header=f"{HEADER},Coach")
    found = faults(lambda: read(tmp_path, text))
    assert places(found) == [(1, 9), (3, 3)]
    assert "the column 'Coach' is not understood" in found[0].message


def test_a_column_without_a_name_but_with_cells(tmp_path: Path) -> None:
    found = faults(lambda: read(tmp_path, rows(f"1,{WEEK},Bob", f"2,{WEEK},", header=f"{HEADER},")))
    assert places(found) == [(2, 9)]
    assert "'Bob' stands under no day" in found[0].message


def test_ragged_rows_are_told_cell_by_cell(tmp_path: Path) -> None:
    text = rows("1,rest,easy 5 km,rest,rest", f"2,{WEEK}", f"3,{WEEK},6 x 1 km")
    found = faults(lambda: read(tmp_path, text))
    assert places(found) == [(2, 6), (2, 7), (2, 8), (4, 9)]
    assert "the row ends before this day" in found[0].message
    assert "commas of its own in quotation marks" in found[3].hint


def test_empty_columns_behind_the_days_are_nothing(tmp_path: Path) -> None:
    assert len(read(tmp_path, rows(f"1,{WEEK},,,", header=f"{HEADER},,,")).weeks) == 1


def test_rows_that_are_no_week(tmp_path: Path) -> None:
    text = rows("BASE PHASE,,,,,,,", f"1,{WEEK}", HEADER, "Build,,,,,,,", f"2,{WEEK}", ",,,,,,,", "* easy means easy")
    calendar = read(tmp_path, text)
    assert [week.number for week in calendar.weeks] == [1, 2]
    assert told(calendar).count("is no week and is left out") == 3
    assert "calendar.csv:2:1: warning row 2 ('BASE PHASE') is no week and is left out" in told(calendar)


def test_a_row_of_totals_is_left_out(tmp_path: Path) -> None:
    assert "('Total') is no week" in told(read(tmp_path, rows(f"1,{WEEK}", "Total,0,5,8,6,0,6,16")))


def test_a_header_without_weeks(tmp_path: Path) -> None:
    (fault,) = faults(lambda: read(tmp_path, f"{HEADER}\n"))
    assert "no week stands below" in fault.message


def test_an_empty_day_is_rest_and_noted(tmp_path: Path) -> None:
    calendar = read(tmp_path, rows("1,,easy 5 km,,rest,,rest,long 10 km"))
    assert days(calendar)[0] == "rest"
    assert calendar.blank == {(1, "monday"), (1, "wednesday"), (1, "friday")}
    assert not calendar.guesses
    note = "row 2 (week 1): nothing stands under mon, wed, fri; taken for rest"
    assert told(calendar) == f"calendar.csv:2:2: warning {note}"


def test_a_week_without_any_day_is_told(tmp_path: Path) -> None:
    found = faults(lambda: read(tmp_path, rows(f"1,{WEEK}", "2,,,,,,,")))
    assert [str(fault) for fault in found] == [
        "calendar.csv:3:2: error row 3 (week 2), column 2: the week has no day. Write rest if it is one of rest."
    ]


def test_more_weeks_than_a_plan_may_have(tmp_path: Path) -> None:
    (fault,) = faults(lambda: read(tmp_path, rows(*(f"{n},{WEEK}" for n in range(1, 202)))))
    assert "the calendar has 201 weeks; at most 200" in fault.message


def test_every_fault_of_a_calendar_is_told_at_once(tmp_path: Path) -> None:
    text = rows("1,blah,easy 5 km,rest,rest,rest,rest,blub", f"1,{WEEK}", f"x,{WEEK}", header=f"{HEADER},Coach")
    assert places(faults(lambda: read(tmp_path, text))) == [(1, 9), (2, 2), (2, 8), (3, 1), (4, 1)]


WRONG_COLUMNS = {
    "kinds: {}\n": "'columns:' is missing",
    "columns: [week]\n": "'columns:' is missing",
    "columns:\n  wek: [week]\n": "'wek' is no column; known: week, monday,",
    "columns:\n  week: week\n": "week: expected a list of words",
    "columns:\n  week: [[a]]\n": "week: expected a list of words",
    "columns:\n  week: [a\n": "",
}


@pytest.mark.parametrize("text", WRONG_COLUMNS)
def test_names_of_columns_written_wrongly(text: str, tmp_path: Path) -> None:
    (tmp_path / "calendar_words.yaml").write_text(text, "utf-8")
    found = faults(lambda: load_columns(tmp_path))
    assert WRONG_COLUMNS[text] in found[0].message
    assert found[0].place.path == "plans/library/calendar_words.yaml"


def test_the_last_cell_that_is_not_understood_says_what_helps(tmp_path: Path) -> None:
    found = faults(lambda: read(tmp_path, rows("1,blah,rest,blub,rest,rest,rest,rest")))
    assert [fault.hint for fault in found] == [
        "",
        "Mend the calendar, or say what a wording means: --as 'club night=quality'.",
    ]
