"""What an athlete reads on the pages: golden files for three of them, and what must hold on all."""

from __future__ import annotations

import dataclasses
import os
import re
from pathlib import Path
from typing import Any

import markdown
import pytest
import sample_plans as sample
from page_outline import EXTENSIONS, body_of, outline, pages_of
from sample_site import render_site

from generator.publish.calendars.feeds import calendar_feeds
from generator.settings import Settings

GOLDEN = Path(__file__).resolve().parents[1] / "golden"
RACE = pages_of(sample.page_of(sample.race_plan()))
STAGED = pages_of(sample.page_of(sample.staged_plan()))
ROLLING = pages_of(sample.page_of(sample.rolling_plan()))


def week(pages: dict[str, str], number: int) -> str:
    return next(text for path, text in pages.items() if f"/week-{number:02d}/" in path)


@pytest.mark.parametrize(
    ("name", "path"),
    [
        ("week.md", "plans/marathon-competitive/week-04/index.md"),
        ("plan.md", "plans/marathon-competitive/index.md"),
        ("calendar.md", "plans/marathon-competitive/calendar/index.md"),
    ],
)
def test_golden(name: str, path: str) -> None:
    """Renewed by ``RENEW_GOLDEN=1 pytest tests/publish``; read the difference before committing it."""
    if os.environ.get("RENEW_GOLDEN"):
        GOLDEN.mkdir(exist_ok=True)
        (GOLDEN / name).write_text(RACE[path], "utf-8")
    assert RACE[path] == (GOLDEN / name).read_text("utf-8")


@pytest.mark.parametrize("pages", [RACE, STAGED, ROLLING], ids=["race", "staged", "rolling"])
def test_pages_are_well_formed_and_start_with_one_heading(pages: dict[str, str]) -> None:
    for path, text in pages.items():
        if path.endswith(".md"):
            found = outline(text)
            assert found.faults == [], path
            assert found.open == [], path
            assert [tag for tag, _ in found.elements].count("h1") == 1
            assert body_of(text).lstrip().startswith("# ")
            assert "None" not in found.text
            assert not any("style" in names for _, names in found.elements)


def test_markdown_leaves_a_week_as_it_is_written() -> None:
    """Only the heading is Markdown; the rest is one block that any publisher passes on untouched."""
    text = body_of(week(RACE, 4))
    block = text[text.index("<div") :].rstrip("\n")
    assert block in markdown.markdown(text, extensions=EXTENSIONS)


def test_a_week_is_light_enough_for_bad_reception() -> None:
    assert max(len(text.encode()) for path, text in RACE.items() if "/week-" in path) < 16_000


def test_the_lift_stands_below_the_run_and_its_alternative_right_below_the_lift() -> None:
    day = week(RACE, 4).split('id="tue"')[1].split("</section>")[0]
    order = ["Quality run, then heavy lift", "14 km", "Warm up", "5 times", "Then heavy lift", "3 × 6", "2 left in you"]
    order += ["RIR 2 · about 80%", "Not signed off for heavy lifts yet?", "sign-off/", "3 × 8", "Why today?"]
    places = [day.replace("\u00a0", " ").index(words) for words in order]
    assert places == sorted(places)


def test_the_week_at_a_glance_names_kind_distance_and_lift_of_each_day() -> None:
    strip = week(RACE, 4).split("<nav")[1].split("</nav>")[0].replace("\u00a0", " ")
    assert re.findall(r'href="#(\w+)"', strip) == ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
    for words in ("quality", "14 km", "heavy", "rest", "aerobic", "short", "long", "26 km", "cross", "40 min"):
        assert words in strip


def test_rest_is_a_session() -> None:
    assert "Nothing is planned today, on purpose" in week(RACE, 4)


def test_the_first_and_last_base_week_ask_for_the_tests() -> None:
    assert "compare right and left</h2>" in week(RACE, 1)
    assert "compare right and left again" in week(RACE, 2)
    assert 'assessment/#single-leg-calf-raise">' in week(RACE, 1)
    assert "compare right and left" not in week(RACE, 3)


def test_the_race_is_named_and_nothing_is_lifted() -> None:
    text = week(RACE, 6)
    assert "City Marathon" in text
    assert "42.2" in text
    assert "hd-doses" not in text


def test_a_signed_off_runner_reads_the_alternative_only_where_the_plan_has_one() -> None:
    plan = sample.race_plan()
    bare = dataclasses.replace(plan, weeks=tuple(_without_alternatives(one) for one in plan.weeks))
    assert "hd-gate" not in week(pages_of(sample.page_of(bare)), 4)


def _without_alternatives(one: Any) -> Any:
    days = tuple(
        dataclasses.replace(
            day,
            sessions=tuple(
                dataclasses.replace(session, unless_signed_off=None) if session.sport == "strength" else session
                for session in day.sessions
            ),
        )
        for day in one.days
    )
    return dataclasses.replace(one, days=days)


def test_the_plan_prints_its_warnings_and_its_overrides_with_their_reason() -> None:
    text = RACE["plans/marathon-competitive/index.md"]
    assert "19% more than the biggest" in text
    assert "This runner has held 80 km for years" in text
    assert "does not promise a season without injury" in text


def test_stages_have_criteria_and_a_banner_and_no_weeks() -> None:
    text = week(STAGED, 2)
    assert "# Stage 2\n" in text
    assert "Only with your clinician's clearance" in text
    assert "Back to normal the next morning" in text
    whole = STAGED["plans/return-from-injury/index.md"]
    assert "Only with your clinician's clearance" in whole
    assert not re.search(r"\bWeek \d", whole)


def test_a_rolling_plan_goes_round() -> None:
    assert 'href="../week-01/" rel="next"' in week(ROLLING, 2)
    assert 'href="../week-02/" rel="prev"' in week(ROLLING, 1)


def test_dates_are_said_where_the_plan_has_them() -> None:
    assert "Tuesday, March 2" in week(ROLLING, 1)
    assert "March 1–7" in week(ROLLING, 1)
    assert "March" not in week(RACE, 1)


def test_miles_stay_whole() -> None:
    text = week(ROLLING, 1).replace("\u00a0", " ")
    assert re.findall(r'hd-run"[^>]*><b>([^<]*)</b>', text) == ["6 mi", "8 mi", "7 mi", "4 mi", "16 mi", "40 min"]


def test_every_link_of_every_page_leads_to_a_page() -> None:
    site = render_site(sample.sample_pages(), sample.library(), Settings(), ())
    feeds = calendar_feeds(sample.sample_pages(), sample.library(), "https://example.org/", {}, 0)
    known = {path.removesuffix("index.md") for path in (*site.pages, *feeds.files)}
    for path, content in site.pages.items():
        if not path.endswith(".md"):
            continue
        here = path.removesuffix("index.md")
        for there in re.findall(r'href="([^"#]*)[^"]*"', content.decode()):
            if there and not there.startswith("http"):
                target = os.path.normpath(f"/{here}{there}").lstrip("/")
                assert target in known or f"{target}/" in known or target == "", f"{path} leads to {there}"


def test_a_rule_is_named_once_a_day_and_a_wish_as_often_as_it_is_said() -> None:
    day = week(RACE, 4).split('id="sat"')[1].split("</section>")[0]
    assert day.count("rules/hard-days-hard/") == 1
    assert day.count("You asked for the long run on Saturday.") == 1


def test_warnings_are_gathered_by_rule() -> None:
    again = dataclasses.replace(sample.race_plan().findings[0], week=6, text="Week 6 is more still.")
    plan = sample.race_plan(findings=(*sample.race_plan().findings, again))
    text = pages_of(sample.page_of(plan))["plans/marathon-competitive/index.md"]
    assert text.count("Rule: ramp") == 1
    assert "19% more" in text
    assert "Week 6 is more still." in text
