"""A calendar that somebody else wrote is shown as it was written, and says whose it is."""

from __future__ import annotations

import dataclasses
import html
import re

import pytest
import sample_plans as sample
from page_outline import outline, pages_of
from sample_given import given_plan, given_week, run

from generator.model.plan import Change, Plan, Reason, Week
from generator.publish.views.amounts import run_length, run_time, week_total

BASE = "plans/spring-club/"


def pages(plan: Plan | None = None) -> dict[str, str]:
    found = plan or given_plan()
    return {path: html.unescape(text).replace("\u00a0", " ") for path, text in pages_of(sample.page_of(found)).items()}


def day(text: str, anchor: str) -> str:
    return text.split(f'id="{anchor}"')[1].split("</section>")[0]


def week_page(number: int = 2) -> str:
    return pages()[f"{BASE}week-{number:02d}/index.md"]


@pytest.mark.parametrize(
    ("anchor", "heading", "length"),
    [
        ("mon", "Easy run", "40–50 min"),
        ("tue", "Quality run, then heavy lift", "12.5 km"),
        ("thu", "Quality run", "No set length"),
        ("fri", "Easy run, or rest", "5 km"),
        ("sat", "Long run, then base lift", "22–24 km"),
        ("sun", "Cross-training, then easy run", "6.25 km"),
    ],
)
def test_a_day_says_what_the_calendar_says(anchor: str, heading: str, length: str) -> None:
    text = day(week_page(), anchor)
    assert f"<h2>{heading}</h2>" in text
    assert f"<b>{length}</b>" in text


def test_the_calendars_own_words_stand_on_its_days() -> None:
    text = week_page()
    for anchor, words in (("tue", "Tempo"), ("wed", "Bike"), ("thu", "Track night")):
        assert f'<p class="hd-title">{words}</p>' in day(text, anchor)
    assert "hd-title" not in day(text, "mon")
    assert "Spring 10 (club championship)" in day(week_page(3), "sat")


def test_nothing_is_printed_where_the_calendar_says_nothing() -> None:
    for text in pages().values():
        assert "<b></b>" not in text
        assert "None" not in text
        assert "0 min" not in re.sub(r"\d0 min", "", text)


def test_a_run_left_to_the_athlete_says_so_once() -> None:
    assert week_page().count("leaves this run to you") == 1


def test_cross_training_before_a_run_stays_before_it() -> None:
    text = day(week_page(), "sun")
    assert text.index("without impact") < text.index("6.25 km")


def test_a_given_week_names_its_source_once_and_no_other_week_does() -> None:
    said = "Runs as in the calendar by Example Runners, spring 2027"
    assert week_page().count(said) == 1
    assert "Runs as in" not in week_page(1)


def test_the_plan_names_source_and_license_and_what_hardday_did() -> None:
    text = pages()[f"{BASE}index.md"]
    assert "The running of weeks 2–3 is by Example Runners, spring 2027 (license: CC BY 4.0). hardday placed" in text
    assert "the lifts and changed no run" in text
    assert "Based on" not in text
    assert "The running of weeks 2–3 is by" in pages()[f"{BASE}calendar/index.md"]


def test_ones_own_calendar_is_called_that() -> None:
    plan = given_plan(source="Our own.", licence="MIT")
    plan = dataclasses.replace(plan, weeks=tuple(dataclasses.replace(week, given=True) for week in plan.weeks))
    found = pages(plan)
    assert "The running calendar is our own (license: MIT). hardday" in found[f"{BASE}index.md"]
    assert "Runs as in our own calendar" in found[f"{BASE}week-02/index.md"]


def test_a_plan_of_hardday_says_nothing_of_the_kind() -> None:
    text = pages_of(sample.page_of(sample.race_plan(source="a book", licence="MIT"), source="a book", licence="MIT"))
    assert "Based on: a book" in text["plans/marathon-competitive/index.md"]
    assert "changed no run" not in "".join(text.values())


def test_a_week_says_why_it_has_fewer_lifts_and_the_plan_names_the_weeks() -> None:
    panel = week_page().split("Fewer lifts than asked for")[1].split("</div>")[0]
    assert "Thursday is too close to Saturday" in panel
    assert "rules/two-recovery-days/" in panel
    whole = pages()[f"{BASE}index.md"].split("What was checked")[1]
    assert re.search(r'rules/hosts/">hosts</a>: <a href="week-02/">week 2</a></li>', whole)
    assert "Fewer lifts" not in week_page(3)


def test_a_wish_that_took_a_lift_has_no_rule_to_lead_to() -> None:
    week = dataclasses.replace(given_week(2), fewer=(Reason("wish", "The plan says `tuesday: no lift`."),))
    own, _, last = given_plan().weeks
    found = pages(given_plan(weeks=(own, week, last)))
    assert "wishes of this plan: <a" in found[f"{BASE}index.md"]
    assert "The plan says ‹" not in found[f"{BASE}week-02/index.md"]


def test_a_changed_week_says_what_changed_and_why() -> None:
    own, club, last = given_plan().weeks
    because = "I am away for work."
    changes = (
        Change("No heavy lift on Tuesday.", because, "Work trip"),
        Change("Rest on Friday.", because, "Work trip"),
    )
    found = pages(given_plan(weeks=(own, dataclasses.replace(club, changes=changes), last)))
    panel = found[f"{BASE}week-02/index.md"].split("<h2>Changed: Work trip</h2>")[1].split("</div>")[0]
    assert panel.count("<li>") == 2
    assert panel.count(because) == 1
    assert "spring 2027, but for the changes below." in found[f"{BASE}week-02/index.md"]
    assert "Changed" not in found[f"{BASE}week-03/index.md"]
    assert 'Work trip (I am away for work): <a href="week-02/">week 2</a></li>' in found[f"{BASE}index.md"]
    assert "changed runs only where a week says so" in found[f"{BASE}index.md"]
    assert "<small>changed</small>" in found[f"{BASE}calendar/index.md"]


def test_all_pages_of_a_given_plan_are_well_formed() -> None:
    for path, text in pages().items():
        if path.endswith(".md"):
            assert outline(text).faults == [], path


@pytest.mark.parametrize(
    ("metres", "unit", "said"),
    [(24000, "km", "24 km"), (6250, "km", "6.25 km"), (42195, "km", "42.2 km"), (10058, "mi", "6.25 mi")],
)
def test_a_distance_keeps_its_authors_numbers(metres: int, unit: str, said: str) -> None:
    assert run_length(run("easy", metres, None), unit).replace("\u00a0", " ") == said  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("least", "most", "said"),
    [
        (2400, 3000, "40–50 min"),
        (4200, 5400, "70–90 min"),
        (7200, 10800, "2–3 h"),
        (9000, 11700, "2 h 30 min–3 h 15 min"),
        (2400, 2400, "40 min"),
    ],
)
def test_ranges_of_time(least: int, most: int, said: str) -> None:
    assert run_length(run("easy", None, most, least_s=least), "km").replace("\u00a0", " ") == said


def test_a_time_beside_a_distance_is_the_calendars_range_or_an_estimate() -> None:
    assert run_time(run("easy", 8000, 3000, least_s=2400)).replace("\u00a0", " ") == "40–50 min"
    assert run_time(run("easy", 8000, 2900)).replace("\u00a0", " ") == "about 50 min"


def total(*runs: tuple[int | None, int | None, bool]) -> str:
    held = [("easy", (run("easy", metres, seconds, optional=free),)) for metres, seconds, free in runs]
    days: Week = sample.week(1, "club", held, running="base", strength="off")  # type: ignore[arg-type]
    return week_total(days, "km").replace("\u00a0", " ")


def test_a_weeks_sum_says_what_is_known_and_what_is_not() -> None:
    assert total((10000, 3600, False), (6000, None, False)) == "16 km"
    assert total((10000, 3600, False), (6000, None, True)) == "10–16 km"
    assert total((5000, None, True)) == "up to 5 km"
    assert total((10000, None, False), (None, 2400, False), (None, 2400, False)) == "10 km + 1 h 20 min"
    assert total((10000, None, False), (None, None, False)) == "10 km + 1 more run"
    assert total((None, None, False), (None, None, False)) == "2 runs"
    assert total((None, 2400, False), (None, 1800, True)) == "40–70 min"
    assert total((None, 1800, True)) == "up to 30 min"
    assert total() == ""
