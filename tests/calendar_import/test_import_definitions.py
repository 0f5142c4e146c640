"""The definition of a calendar: clean YAML that is read back as the same calendar, for any calendar there may be."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from everything import EVERYTHING
from hypothesis import given, settings
from hypothesis import strategies as st
from import_tables import columns, read, rows, vocabulary

from generator.calendar_import import Calendar, CalendarWeek, read_calendar, runs_text
from generator.calendar_import.definition_text import Heading, definition_text, scalar, title_from
from generator.calendar_import.runs_text import calendar_csv, calendar_markdown
from generator.model.definition import Definition
from generator.model.given import GIVEN_KINDS, GivenDay, GivenSession
from generator.model.vocabulary import WEEKDAYS
from generator.validate import validate
from generator.yaml_tree import parse_tree, read_tree

#: Fewer while you work, all where CI or `make test-all` runs.
SHARE = 1 if EVERYTHING else 3
HEADING = Heading("calendar.csv", "Spring half")
KNOWN = {name: frozenset({"hard-hard"}) for name in ("exercises", "big_lifts", "sources", "policies")} | {
    "big_lifts": frozenset({"back-squat", "trap-bar-deadlift", "hip-thrust"})
}


def _definition(text: str) -> Definition:
    return validate(parse_tree(text.encode("utf-8"), "plans/spring.yaml"), "spring", KNOWN).definition


def _calendar(text: str) -> Mapping[str, Mapping[str, GivenDay]]:
    return _definition(text).calendar


SMALL = rows("Week 1,,easy 5 km,8 km,6 km,rest,6 km,16 km", "Week 2 (cutback),rest,easy 5 km,8 km,6 km,rest,6 km,12 km")


def test_the_text_as_a_physical_therapist_sees_it(tmp_path: Path) -> None:
    assert definition_text(read(tmp_path, SMALL), HEADING).splitlines() == [
        "# yaml-language-server: $schema=definition.schema.json",
        "# Imported from calendar.csv. `hardday check` says what the rules make of it.",
        "title: Spring half",
        "summary: A running calendar of 2 weeks, as it is, with strength placed on it by rule.",
        "audience: recreational  # competitive, recreational, first-timer, masters, returning or triathlete",
        "units: km",
        "week_starts: monday",
        "easy_pace: 6:00 /km  # assumed: write this runner's own",
        "author: not named yet  # who answers for this plan",
        "# source: needed before publishing: whose calendar it is and where it stands, or: our own",
        "# licence: needed before publishing: under which licence or with whose permission it is published",
        "",
        "entry:",
        "  base_done: no   # yes if 6-8 weeks of base strength are done already",
        "  signed_off: no  # yes if a professional has confirmed that the lifts are done correctly",
        "",
        "# The lifting. Its phases follow from the running unless you write phases: of your own here.",
        "strength:",
        "  # sessions: 2    # key lifts a week, such as 2 or 2-3; without this line each phase's usual number",
        "  abbreviated: 1   # short bodyweight sessions a week, where the rules allow",
        "  heavy: yes       # no: base weight throughout",
        "  # base_weeks: 8  # weeks of base before the first heavy one, 6 to 8; without this line as long as fits",
        "",
        "# The running, week by week and as it is. `a guess` is what hardday supposed: change it where it is wrong.",
        "calendar:",
        "  1:",
        "    monday: rest  # a guess: nothing is written there",
        "    tuesday: easy 5 km",
        "    wednesday: aerobic 8 km  # a guess: the longest of the week's other runs, 48 min",
        "    thursday: easy 6 km  # a guess: shorter than Wednesday's",
        "    friday: rest",
        "    saturday: easy 6 km  # a guess: shorter than Wednesday's",
        "    sunday: long 16 km  # a guess: the longest run of the week, 39 % of it",
        "  2:  # Week 2 (cutback)",
        "    monday: rest",
        "    tuesday: easy 5 km",
        "    wednesday: aerobic 8 km  # a guess: the longest of the week's other runs, 48 min",
        "    thursday: easy 6 km  # a guess: shorter than Wednesday's",
        "    friday: rest",
        "    saturday: easy 6 km  # a guess: shorter than Wednesday's",
        "    sunday: long 12 km  # a guess: the longest run of the week, 32 % of it",
    ]


def test_the_text_is_read_back_as_the_calendar(tmp_path: Path) -> None:
    calendar = read(tmp_path, SMALL)
    assert _calendar(definition_text(calendar, HEADING)) == calendar.given


def test_every_setting_that_is_offered_in_a_comment_can_be_used(tmp_path: Path) -> None:
    text = definition_text(read(tmp_path, SMALL), HEADING)
    opened = text.replace("# sessions:", "sessions:").replace("# base_weeks:", "base_weeks:")
    _definition(re.sub(r"^# (source|licence): .*", r"\1: our own", opened, flags=re.M))


def test_what_was_said_stands_in_it(tmp_path: Path) -> None:
    heading = Heading("x.csv", "A: B", "masters", 'Dana "PT"', "A club's sheet, # 3", "by permission", "9:00 /mi")
    definition = _definition(definition_text(read(tmp_path, SMALL), heading, ("ramp", "single-run-spike")))
    assert (definition.title, definition.audience, definition.author) == ("A: B", "masters", 'Dana "PT"')
    assert (definition.source, definition.licence) == ("A club's sheet, # 3", "by permission")
    assert {rule: values["level"] for rule, values in definition.rules.items()} == {
        "ramp": "warning",
        "single-run-spike": "warning",
    }
    assert round(definition.easy_pace.seconds_per_km) == 336


SCALARS = [
    "rest", "easy 6 km", "quality: 5 x 1 km @ 5k", "easy 6 km (# 3)", "a #b", "- x", "null", "~", "'quoted'",
    '"quoted"', "ends:", "[list]", "{map}", "&anchor", "*alias", "!tag", "%directive", "@at", "`tick`", "a: 'b' \"c\"",
    "x\\y", "yes", "1", "4:30", "?", "| x", "> x", "é", "Ünder 5", "(brackets)", "---",
]  # fmt: skip


@pytest.mark.parametrize("text", SCALARS)
def test_any_text_is_read_back_as_it_stands(text: str) -> None:
    assert read_tree(f"key: {scalar(text)}\n".encode(), "x").value == {"key": text}


def test_quotation_marks_only_where_they_are_needed() -> None:
    assert [scalar(text) for text in ("easy 6 km (trail)", "quality: 5 km run")] == [
        "easy 6 km (trail)",
        '"quality: 5 km run"',
    ]


@pytest.mark.parametrize(
    ("stem", "title"),
    [("spring_half-2027", "Spring half 2027"), ("coach", "Coach"), ("___", "A running calendar"), ("x" * 200, None)],
)
def test_a_title_from_a_files_name(stem: str, title: str | None) -> None:
    found = title_from(stem)
    assert 0 < len(found) <= 80
    assert title is None or found == title


AMOUNTS = st.one_of(
    st.builds("{} {}".format, st.integers(1, 60), st.sampled_from(["km", "mi", "min"])),
    st.builds("{}.{} {}".format, st.integers(1, 40), st.integers(1, 9), st.sampled_from(["km", "mi"])),
    st.builds(lambda low, more, unit: f"{low}-{low + more} {unit}", st.integers(1, 40), st.integers(1, 9),
              st.sampled_from(["km", "mi", "min"])),
)  # fmt: skip
WORKOUTS = st.sampled_from(
    [
        "2 km easy, 5 x (1 km @ 5k, 400 m jog), 2 km easy",
        "2 x (4 x (400 m @ mile, 200 m jog), 3 min walk)",
        "20 min @ threshold",
        "5 min walk, 8 x (1 min run, 90 s walk)",
    ]
)
LABELS = st.sampled_from(["", "", " (club night)", " (hilly, 120 m up)", " (RPE 3-4)"])


@st.composite
def _session(draw: st.DrawFn, kinds: tuple[str, ...]) -> str:
    kind = draw(st.sampled_from(kinds))
    amount = draw(AMOUNTS)
    if kind == "race":
        return f"race {draw(st.sampled_from(['10k', 'marathon', '12 km', '5 mi']))}"
    text = f"{kind} {amount}{draw(LABELS)}"
    if kind == "quality" and draw(st.booleans()):
        text = f"{text}: {draw(WORKOUTS)}"
    return f"rest or {text}" if draw(st.integers(0, 9)) == 0 else text


@st.composite
def calendars(draw: st.DrawFn) -> Calendar:
    """A calendar in hardday's own words."""
    starts = draw(st.sampled_from(["monday", "sunday", "saturday"]))
    first = WEEKDAYS.index(starts)
    order = (*WEEKDAYS[first:], *WEEKDAYS[:first])
    weeks = []
    for number in range(1, draw(st.integers(1, 4)) + 1):
        found = {}
        for day in order:
            sessions = draw(st.lists(_session(("easy", "aerobic", "cross")), max_size=2))
            if draw(st.integers(0, 2)) == 0:
                sessions = [draw(_session(GIVEN_KINDS)), *sessions[:1]]
            found[day] = GivenDay.parse(GivenDay.parse(" + ".join(sessions) or "rest").written)
        weeks.append(CalendarWeek(number, found))
    return Calendar(tuple(weeks), starts, draw(st.sampled_from(["km", "mi"])))


@settings(max_examples=150 // SHARE)
@given(calendars())
def test_calendar_to_definition_to_calendar_is_a_fixed_point(
    tmp_path_factory: pytest.TempPathFactory, calendar: Calendar
) -> None:
    folder = tmp_path_factory.mktemp("fixed", numbered=True)
    weeks = {week.number: week.days for week in calendar.weeks}
    for name, write in (("calendar.csv", calendar_csv), ("calendar.md", calendar_markdown)):
        path = folder / name
        path.write_text(write(weeks, calendar.week_starts), "utf-8")
        again = read_calendar(path, vocabulary(), columns())
        assert again.given == calendar.given
        assert (again.week_starts, again.guesses) == (calendar.week_starts, ())
        text = definition_text(again, HEADING)
        assert _calendar(text) == calendar.given
        assert write({week.number: week.days for week in again.weeks}, again.week_starts) == path.read_text("utf-8")


@settings(max_examples=50)
@given(calendars())
def test_no_cell_of_the_csv_is_a_formula(calendar: Calendar) -> None:
    weeks = {week.number: week.days for week in calendar.weeks}
    assert formulas_in(calendar_csv(weeks, calendar.week_starts)) == []


def formulas_in(text: str) -> list[str]:
    """The cells that a spreadsheet would run."""
    cells = (cell for row in csv.reader(io.StringIO(text, newline="")) for cell in row)
    return [cell for cell in cells if cell.startswith(("=", "+", "-", "@", "\t", "\r"))]


#: hardday's own words begin with a letter; these stand for any that might come.
FORMULAS: tuple[Any, ...] = ("=cmd|' /C calc'!A0", "+1", "-1+1", "@SUM(A1)", "\t=1+1", "=A1", '=1,"')


def week_of_formulas() -> Mapping[int, Mapping[Any, GivenDay]]:
    """A week whose days are written as formulas."""
    days = (GivenDay.of((GivenSession(written),)) for written in FORMULAS)
    return {1: dict(zip(WEEKDAYS, days, strict=True))}


def test_a_day_that_is_written_as_a_formula_is_a_text_in_the_csv() -> None:
    text = calendar_csv(week_of_formulas(), "monday")
    assert formulas_in(text) == []
    assert list(csv.reader(io.StringIO(text, newline="")))[1][1:] == [f"'{written}" for written in FORMULAS]


def test_a_csv_that_guards_nothing_is_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(runs_text, "_FORMULA", ("\0",))
    assert formulas_in(calendar_csv(week_of_formulas(), "monday")) == list(FORMULAS)
