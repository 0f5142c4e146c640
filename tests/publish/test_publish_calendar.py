"""The calendar page: every week and every day of a plan in one table, told by words as well as by color."""

from __future__ import annotations

import dataclasses
import re
from html.parser import HTMLParser

import pytest
import sample_plans as sample
import sample_sessions as sessions
from page_outline import outline, pages_of
from sample_given import given_plan

from generator.model.plan import Plan

LABELS = {"quality": "Quality", "long": "Long", "race": "Race", "aerobic": "Aerobic", "easy": "Easy", "cross": "Cross"}


class Table(HTMLParser):
    """A page's table as rows of cells, each with its tag, its attributes and its words as a screen reader says them."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.rows: list[list[tuple[str, dict[str, str | None], str]]] = []
        self.unsaid = 0
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "tr":
            self.rows.append([])
        elif tag in ("th", "td") and self.rows:
            self.rows[-1].append((tag, dict(attrs), ""))
        self.unsaid += tag == "b" and ("aria-hidden", "true") in attrs

    def handle_endtag(self, tag: str) -> None:
        self.unsaid -= bool(self.unsaid) and tag == "b"

    def handle_data(self, data: str) -> None:
        if self.rows and self.rows[-1] and not self.unsaid:
            tag, attrs, said = self.rows[-1][-1]
            self.rows[-1][-1] = (tag, attrs, said + data)


def page(plan: Plan) -> str:
    return pages_of(sample.page_of(plan))[f"plans/{plan.id}/calendar/index.md"].replace("\u00a0", " ")


def table(plan: Plan) -> list[list[tuple[str, dict[str, str | None], str]]]:
    return Table(page(plan)).rows


def said(plan: Plan) -> list[list[str]]:
    """The rows of weeks as they are read aloud, one text a cell."""
    return [[" ".join(text.split()) for _, _, text in row] for row in table(plan)[1:] if len(row) > 1]


PLANS = [sample.race_plan(), sample.staged_plan(), sample.rolling_plan(), given_plan()]
EVERY = pytest.mark.parametrize("plan", PLANS, ids=lambda plan: str(plan.id))


@EVERY
def test_every_week_is_a_row_and_every_day_a_cell(plan: Plan) -> None:
    head, *body = table(plan)
    assert [text for _, _, text in head][1:-1] == [day.weekday.capitalize() for day in plan.weeks[0].days]
    weeks = [row for row in body if len(row) > 1]
    assert len(weeks) == len(plan.weeks)
    assert {len(row) for row in weeks} == {len(head)}
    assert len(body) - len(weeks) == len(plan.phases)


@EVERY
def test_every_head_says_what_it_heads(plan: Plan) -> None:
    head, *body = table(plan)
    assert {attrs["scope"] for _, attrs, _ in head} == {"col"}
    for row in body:
        tag, attrs, _ = row[0]
        assert (tag, attrs["scope"]) == ("th", "rowgroup" if len(row) == 1 else "row")
        assert all(tag == "td" for tag, _, _ in row[1:])
    assert page(plan).count("<caption") == 1


@EVERY
def test_every_kind_is_told_by_its_word_beside_its_color(plan: Plan) -> None:
    weeks = [row for row in table(plan)[1:] if len(row) > 1]
    for week, row in zip(plan.weeks, weeks, strict=True):
        for day, (_, attrs, text) in zip(week.days, row[1:-1], strict=True):
            assert attrs["class"] == f"k-{day.kind}"
            assert LABELS.get(day.kind, "Rest") in text.split()


@EVERY
def test_every_week_leads_to_its_page_and_every_phase_to_its_own(plan: Plan) -> None:
    links = set(re.findall(r'href="\.\./([^"]+)/"', page(plan)))
    assert links == {f"week-{week.number:02d}" for week in plan.weeks} | {phase.id for phase in plan.phases}


@EVERY
def test_the_page_is_well_formed(plan: Plan) -> None:
    found = outline(page(plan))
    assert found.faults == []
    assert found.open == []


def test_a_cell_is_read_as_a_sentence() -> None:
    week = said(sample.race_plan())[3]
    assert week == [
        "Week 4",
        "Aerobic 10 km",
        "Quality 14 km, then Heavy lift",
        "Rest",
        "Aerobic 12 km, then Short lift",
        "Easy 8 km",
        "Long 26 km, then Heavy lift",
        "Cross 40 min",
        "70 km",
    ]


def test_cutbacks_and_races_are_marked_in_words() -> None:
    weeks = said(sample.race_plan())
    assert [row[0] for row in weeks] == ["Week 1", "Week 2 cutback", "Week 3", "Week 4", "Week 5", "Week 6 race"]
    assert weeks[-1][-2] == "Race 42.2 km City Marathon"


def test_a_given_week_is_shown_as_the_calendar_has_it() -> None:
    assert said(given_plan())[1] == [
        "Week 2 fewer lifts",
        "Easy 40–50 min",
        "Quality 12.5 km Tempo, then Heavy lift",
        "Cross Bike",
        "Quality Track night",
        "Easy 5 km or rest",
        "Long 22–24 km, then Base lift",
        "Cross 40 min, then Easy 6.25 km",
        "40.8–47.8 km + 40–50 min + 1 more run",
    ]


def test_dates_stand_in_every_day_of_a_dated_plan_and_in_no_other() -> None:
    first = said(sample.rolling_plan())[0]
    assert first[0] == "Week 1 March 1–7"
    assert first[1].startswith("Mar 1 Aerobic")
    assert "Mar " not in page(sample.race_plan())


def test_stages_are_named_as_stages() -> None:
    assert [row[0] for row in said(sample.staged_plan())] == ["Stage 1", "Stage 2", "Stage 3"]


def test_a_plan_of_nine_days_has_numbered_columns_and_scrolls_by_keyboard() -> None:
    jog = sessions.run("easy", 5000, (2, 3))
    days = [("rest", ()), ("cross", (sessions.cross(),)), ("easy", (jog,))] * 3
    nine = sample.week(1, "rolling", days, running="base", strength="off")  # type: ignore[arg-type]
    short = dataclasses.replace(nine, number=2, days=nine.days[:5])
    phase = dataclasses.replace(sample.rolling_plan().phases[0], last_week=2)
    plan = sample.rolling_plan(weeks=(nine, short), phases=(phase,), units="km", microcycle_days=9)
    head = [text.strip() for _, _, text in table(plan)[0]]
    assert head == ["Week", *(f"Day {number}" for number in range(1, 10)), "Running"]
    assert said(plan)[1][-5:-1] == [""] * 4
    region = re.search(r"<div [^>]*hd-scroll[^>]*>", page(plan))
    assert region
    assert all(mark in region[0] for mark in ('role="region"', 'tabindex="0"', 'aria-labelledby="weeks"'))
    assert "hd-scroll" not in page(sample.race_plan())


def test_twenty_weeks_are_light() -> None:
    weeks = tuple(dataclasses.replace(sample.race_plan().weeks[3], number=number) for number in range(1, 21))
    phase = dataclasses.replace(sample.race_plan().phases[1], first_week=1, last_week=20)
    plan = sample.race_plan(weeks=weeks, phases=(phase,), race=None)
    assert len(page(plan).encode()) < 24_000


def test_the_plan_leads_to_its_calendar() -> None:
    pages = pages_of(sample.page_of(sample.race_plan()))
    assert '<a href="calendar/">Calendar</a>' in pages["plans/marathon-competitive/index.md"]
