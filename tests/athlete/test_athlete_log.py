"""The log: ticked and written down on a week's page, looked at, taken along, brought back and deleted on its own."""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from athlete_pages import PLAN, START, TODAY, WEEK, Device, dates_of, device
from everything import EVERYTHING
from playwright.sync_api import Browser, Locator, Page, expect

from generator.science import session_load

pytestmark = [pytest.mark.site, pytest.mark.browser]

DAY = f"log.{PLAN}.12.2"
AT = TODAY.isoformat()
RUN = {"done": True, "rpe": 7, "minutes": 55, "distance": 10, "distance_unit": "km", "at": AT}
BODY = {"soreness": 5, "fatigue": 3, "sleep": 7, "ill": "", "note": "Legs, heavy", "pain": None, "at": AT}


def scale(form: Locator, name: str, value: int) -> None:
    """Choose a value of one of the form's scales."""
    form.get_by_role("group", name=name).get_by_role("radio", name=str(value), exact=True).check()


def how_was_it(one: Device, day: str = "#wed") -> Locator:
    """Open the form of a day."""
    one.page.locator(day).get_by_role("button", name="How was it?").click()
    return one.dialog("How was it?")


def save(form: Locator) -> None:
    """Save what the form says; it closes."""
    form.get_by_role("button", name="Save").click()
    expect(form).to_be_hidden()


def dated(one: Device, **more: Any) -> Page:
    """Open the week of today with dates and other entries kept."""
    one.keep({f"plan.{PLAN}": dates_of(START, "race")} | more)
    return one.open(WEEK)


def test_ticks_are_kept_for_the_day_and_counted(phone: Device) -> None:
    page = dated(phone)
    today = page.locator("#wed")
    today.get_by_label("Run done").check()
    assert phone.kept("log.") == {f"{DAY}.run": {"done": True, "at": AT}}
    expect(page.locator(".hd-week-log")).to_contain_text("1 of 9 sessions done this week")
    expect(today.locator(".hd-done-mark")).to_be_empty()
    today.get_by_label("Lift done").check()
    expect(today.locator(".hd-done-mark")).to_contain_text("done")
    expect(page.locator(".hd-strip > a").nth(2)).to_contain_text("done")
    page = phone.open(WEEK)
    expect(page.locator("#wed").get_by_label("Run done")).to_be_checked()
    page.locator("#wed").get_by_label("Run done").uncheck()
    assert phone.kept(f"{DAY}.run")[f"{DAY}.run"]["done"] is False


def test_what_is_not_saved_yet_is_left_only_after_a_word(phone: Device) -> None:
    dated(phone)
    form = how_was_it(phone)
    form.press("Escape")
    expect(form).to_be_hidden()
    form = how_was_it(phone)
    form.get_by_label("Note").fill("Legs heavy")
    form.press("Escape")
    expect(form.get_by_role("alert").filter(has_text="Not saved yet")).to_be_visible()
    form.get_by_role("button", name="Close").click()
    expect(form).to_be_hidden()
    assert phone.kept("log.") == {}


def test_all_that_the_form_asks_is_kept_and_shown_with_the_rule_behind_the_light(phone: Device) -> None:
    dated(phone)
    form = how_was_it(phone)
    scale(form, "Run: How hard?", 7)
    form.get_by_label("Minutes").first.fill("55")
    form.get_by_label("Distance, mi").fill("6.2")
    form.get_by_text("Sets, the hardest of each exercise").click()
    squat = form.get_by_role("group", name="Back squat")
    squat.get_by_role("button", name="as planned").click()
    expect(squat.get_by_label("Repetitions")).to_have_value("8")
    squat.get_by_label("Weight, lb").fill("135")
    plank = form.get_by_role("group", name="Side plank")
    plank.get_by_role("button", name="as planned").click()
    scale(form, "Soreness", 5)
    scale(form, "Muscle fatigue", 3)
    form.get_by_label("Hours slept").fill("7.5")
    form.get_by_text("Pain", exact=True).click()
    form.get_by_label("Where").fill("outer knee")
    form.get_by_label("Side").select_option("left")
    scale(form, "Pain during training", 2)
    scale(form, "Pain the next morning", 0)
    form.get_by_label("Note").fill("Legs heavy")
    save(form)
    kept = phone.kept("log.")
    assert kept[f"{DAY}.run"] == {"rpe": 7, "minutes": 55, "distance": 6.2, "distance_unit": "mi", "at": AT}
    lift = kept[f"{DAY}.lift"]["sets"]
    assert lift[0] == {"lift": "back-squat", "weight": 135, "unit": "lb", "reps": 8, "rir": 4}
    pain = {"where": "outer knee", "side": "left", "during": 2, "nextMorning": 0, "bone": False}
    assert kept[f"{DAY}.day"] == {
        "soreness": 5,
        "fatigue": 3,
        "sleep": 7.5,
        "note": "Legs heavy",
        "pain": pain,
        "at": AT,
    }
    shown = phone.page.locator("#wed .hd-logged")
    expect(shown).to_contain_text(f"Run: 6.2\u00a0mi · 55\u00a0min · RPE 7 · load {session_load.session_load(7, 55):g}")
    expect(shown.locator(".hd-light--amber")).to_contain_text("Amber Soreness 5: 4 to 6 is amber. Drop one set")
    expect(shown).to_contain_text("Up to 5 of 10 during training that is gone by the next morning")
    assert not re.search(r"risk|score", shown.inner_text(), re.I)
    form = how_was_it(phone)
    expect(form.get_by_role("group", name="Soreness").locator("input:checked")).to_have_value("5")
    form.get_by_role("group", name="Soreness").get_by_role("button", name="clear").click()
    save(form)
    assert phone.kept(f"{DAY}.day")[f"{DAY}.day"]["soreness"] is None


@pytest.mark.parametrize(
    ("body", "before", "color", "rule"),
    [
        ({"soreness": 3, "fatigue": 4}, {}, "green", "Soreness 3 or less and fatigue 4 or less"),
        ({"soreness": 4}, {}, "amber", "4 to 6 is amber"),
        ({"soreness": 7}, {}, "red", "7 or more is red"),
        ({"soreness": 2, "fatigue": 8}, {}, "red", "Fatigue 8: 7 or more is red"),
        ({"sleep": 5}, {1: {"sleep": 5.5}}, "amber", "Less than 6 h of sleep twice"),
        ({"soreness": 4}, {1: {"soreness": 4}, 2: {"soreness": 5}, 3: {"soreness": 4}}, "red", "more than three days"),
    ],
)
def test_the_light_and_its_rule(
    phone: Device, body: dict[str, int], before: dict[int, dict[str, float]], color: str, rule: str
) -> None:
    days = {f"log.{PLAN}.12.{2 - ago}.day" if ago < 3 else f"log.{PLAN}.11.6.day": ago for ago in before}
    notes = {key: before[ago] | {"at": (TODAY - timedelta(days=ago)).isoformat()} for key, ago in days.items()}
    page = dated(phone, **notes, **{f"{DAY}.day": body | {"at": AT}})
    light = page.locator(f"#wed .hd-light--{color}")
    expect(light).to_contain_text(rule)
    expect(light.get_by_role("link")).to_have_text("Coaching convention")


def test_pain_on_a_bone_is_a_stop_sign_and_not_weighed(phone: Device) -> None:
    page = dated(
        phone, **{f"{DAY}.day": {"pain": {"where": "shin", "during": 2, "nextMorning": 0, "bone": True}, "at": AT}}
    )
    shown = page.locator("#wed .hd-logged")
    expect(shown).to_contain_text("Pain on a bone is a stop sign")
    expect(shown).not_to_contain_text("Up to 5 of 10")
    expect(shown.get_by_role("link", name="Stop signs")).to_be_visible()


def test_numbers_out_of_range_are_told_where_they_stand(phone: Device) -> None:
    dated(phone)
    form = how_was_it(phone)
    summary = form.get_by_text("Sets, the hardest of each exercise")
    summary.click()
    form.get_by_role("group", name="Back squat").get_by_label("Repetitions").fill("8.5")
    summary.click()
    form.get_by_role("button", name="Save").click()
    expect(form.get_by_role("alert")).to_have_text("Repetitions: please write a whole number from 0 to 200.")
    expect(form.get_by_role("group", name="Back squat").get_by_label("Repetitions")).to_be_focused()
    assert phone.kept("log.") == {}


def test_two_tabs_do_not_overwrite_one_another(phone: Device) -> None:
    page = dated(phone)
    form = how_was_it(phone)
    form.get_by_label("Note").fill("from the first")
    other = phone.context.new_page()
    other.goto(phone.site + WEEK)
    other.locator("#wed").get_by_label("Run done").check()
    other.locator("#tue").get_by_role("button", name="Aerobic run").click()
    other.locator("#tue").get_by_label("Run done").check()
    expect(page.locator("#wed").get_by_label("Run done")).to_be_checked()
    other.close()
    save(form)
    kept = phone.kept("log.")
    assert kept[f"{DAY}.day"]["note"] == "from the first"
    assert kept.get(f"{DAY}.run", {}).get("done") is True, "the form, opened before, has not said otherwise"
    assert kept[f"log.{PLAN}.12.1.run"]["done"] is True


HOSTILE = "<img src=x onerror=\"document.title='run'\"><b>note</b> </li> ${1} &amp;"
EVERY_KIND: dict[str, Any] = {
    f"plan.{PLAN}": dates_of(START, "race"),
    "units": {"distance": "mi", "weight": "lb"},
    "fitness": {"distance_m": 5000, "time_s": 1448, "on": AT},
    "set.back-squat": {"weight": 80, "unit": "kg", "reps": 8, "rir": 2, "on": AT},
    "plates": {"kg": 2.5},
    "signed.back-squat": {"by": "Dana Example", "role": "physical therapist", "on": AT},
    f"{DAY}.run": RUN,
    f"{DAY}.lift": {"done": True, "rpe": 6, "minutes": 40, "at": AT, "sets": [
        {"lift": "back-squat", "weight": 80, "unit": "kg", "reps": 6, "rir": 2},
    ]},
    f"{DAY}.day": BODY | {"note": HOSTILE, "ill": "=HYPERLINK(\"x\")"},
    f"move.{PLAN}.4": {"to": "1023456", "roles": "aerobic,quality"},
    f"calendar.{PLAN}": {},
}  # fmt: skip


def test_hostile_text_is_text_everywhere(phone: Device) -> None:
    hostile = EVERY_KIND | {"signed.back-squat": {"by": HOSTILE, "role": "x", "on": AT}}
    phone.keep(
        hostile | {f"plan.{PLAN}": dates_of(START, "race", title=HOSTILE), f"set.{HOSTILE}": hostile["set.back-squat"]}
    )
    for address, place in (
        ("", ".hd-continue"),
        ("log/", ".hd-log-page"),
        ("sign-off/", ".hd-signed-list"),
        (WEEK, "#wed .hd-logged"),
    ):
        page = phone.open(address)
        expect(page.locator(place)).to_contain_text("<b>note</b>")
        expect(page.locator("article img[src=x]")).to_have_count(0)
        assert page.title() != "run"
    phone.open(WEEK)
    form = how_was_it(phone)
    expect(form.get_by_label("Note")).to_have_value(HOSTILE)


def test_broken_entries_break_nothing(phone: Device) -> None:
    """What an extension, another version or a person made of the storage: the page stands and the rest works."""
    broken = ("null", "{", '"text"', "[]", "{}", "7", '{"start": 5, "by": 7}', '{"at": 9, "sets": "x", "pain": "y"}')
    for text in broken if EVERYTHING else broken[::3]:
        phone.clear()
        phone.keep(dict.fromkeys(EVERY_KIND, text))
        page = phone.open(WEEK)
        page.locator("#wed").get_by_label("Lift done").first.check()
        expect(page.locator("#wed").get_by_role("button", name="How was it?")).to_be_visible()
        expect(phone.open("log/").locator(".hd-kept")).to_contain_text("Delete everything")
        phone.open("sign-off/")
        assert phone.problems == [], text


def test_one_place_shows_all_that_is_kept_and_deletes_each(phone: Device) -> None:
    phone.keep(EVERY_KIND | {"of-a-later-version": {"x": 1}})
    page = phone.open("log/")
    section = page.locator(".hd-kept")
    headings = ["Dates", "Log", "Recent race", "Recent sets", "Smallest steps", "Sign-offs", "Units", "Moved days"]
    assert section.get_by_role("heading", level=3).all_inner_texts()[: len(headings)] == headings
    text = section.inner_text()
    for said in (
        "Competitive marathoner: begins on Monday, January 4, 2027",
        "Marathon competitive: 3 entries",
        "5 km in 24:08",
        "Back squat: 176.4\u00a0lb × 8, 2 left",
        "Back squat: signed off by Dana Example (physical therapist) on March 24, 2027",
        "Marathon competitive, week 4",
    ):
        assert said in text
    left = set(page.evaluate("Object.keys(localStorage)"))
    assert len(left) >= len(EVERY_KIND)
    while section.locator("li").count():
        section.locator("li button").first.click()
        asked = page.get_by_role("dialog", name="Delete?")
        if asked.count():
            asked.get_by_role("button", name="Delete").click()
            expect(asked).to_be_hidden()
        expect(section.get_by_role("heading", level=2)).to_be_focused()
        now = set(page.evaluate("Object.keys(localStorage)"))
        assert now < left
        left = now
    assert left == set()
    expect(section).to_contain_text("Nothing is kept in this browser.")


def test_everything_is_deleted_at_once_and_other_sites_entries_stay(phone: Device) -> None:
    phone.keep(EVERY_KIND)
    page = phone.open("log/")
    page.evaluate("localStorage.setItem('another.site', 'stays'); localStorage.setItem('hardday.0.old', '1')")
    page.get_by_role("button", name="Delete everything").click()
    asked = phone.dialog("Delete?")
    asked.get_by_role("button", name="Close").click()
    assert set(phone.kept()) == set(EVERY_KIND)
    page.get_by_role("button", name="Delete everything").click()
    asked.get_by_role("button", name="Delete").click()
    expect(page.get_by_role("status")).to_have_text("Everything is deleted from this browser.")
    assert page.evaluate("Object.keys(localStorage).filter(key => !key.includes('__'))") == ["another.site"]


def test_the_load_by_week_is_the_sum_that_python_makes(desktop: Device) -> None:
    """Foster's own example week: 135, 770, 0, 235, 120, 950, 90."""
    loads = [(5, 27), (10, 77), None, (5, 47), (4, 30), (10, 95), (5, 18)]
    start = TODAY - timedelta(days=TODAY.weekday() + 14)
    entries = {
        f"log.{PLAN}.10.{at}.run": {"rpe": load[0], "minutes": load[1], "at": (start + timedelta(days=at)).isoformat()}
        for at, load in enumerate(loads)
        if load
    }
    desktop.keep(entries)
    page = desktop.open("log/")
    daily = [load[0] * load[1] if load else 0 for load in loads]
    row = page.locator(".hd-log-page table tbody tr").first
    assert row.locator("td").all_inner_texts() == [
        f"{start:%B} {start.day}",
        f"{sum(daily)}",
        f"{session_load.monotony(daily):.2f}",
        f"{session_load.strain(daily):.0f}",
    ]
    chart = page.get_by_role("img", name="Load by week")
    expect(chart).to_be_visible()
    assert not re.search(r"\brisk\b|\bACWR\b|acute", page.locator(".hd-log-page").inner_text(), re.I)


def exported(one: Device, button: str, folder: Path) -> Path:
    """Press an export button and keep the file."""
    with one.page.expect_download() as download:
        one.page.get_by_role("button", name=button).click()
    path = folder / download.value.suggested_filename
    download.value.save_as(path)
    return path


@pytest.fixture
def fresh(chromium: Browser, site_address: str) -> Iterator[Device]:
    """Another device that keeps nothing."""
    with device(chromium, site_address) as one:
        one.set_day(TODAY)
        yield one
        assert one.problems == []


def test_an_export_brings_everything_to_another_device(phone: Device, fresh: Device, tmp_path: Path) -> None:
    phone.keep(EVERY_KIND)
    phone.open("log/")
    file = exported(phone, "Export all (JSON)", tmp_path)
    document = json.loads(file.read_text(encoding="utf-8"))
    assert document == {"format": "hardday/log@1", "entries": EVERY_KIND}
    fresh.open("log/").get_by_label("Import a file").set_input_files(file)
    asked = fresh.dialog("Import")
    expect(asked).to_contain_text("11 new, 0 that differ")
    asked.get_by_role("button", name="Add the 11 new").click()
    expect(fresh.page.locator(".hd-logdays")).to_contain_text("RPE 7")
    assert fresh.kept() == EVERY_KIND


def test_the_table_is_one_that_spreadsheets_read_and_comes_back_the_same(
    phone: Device, fresh: Device, tmp_path: Path
) -> None:
    phone.keep(EVERY_KIND)
    phone.open("log/")
    file = exported(phone, "Export the log (CSV)", tmp_path)
    with file.open(encoding="utf-8", newline="") as text:
        rows = list(csv.DictReader(text, strict=True))
    assert [row["session"] for row in rows] == ["run", "lift", "day"]
    assert {key: rows[0][key] for key in ("date", "plan", "week", "day", "done", "rpe", "minutes")} == {
        "date": AT,
        "plan": PLAN,
        "week": "12",
        "day": "3",
        "done": "yes",
        "rpe": "7",
        "minutes": "55",
    }
    assert rows[1]["sets"] == "back-squat 80 kg 6 2"
    assert rows[2]["note"] == HOSTILE
    assert rows[2]["illness"].startswith("'="), "a spreadsheet would run a formula"
    fresh.open("log/").get_by_label("Import a file").set_input_files(file)
    fresh.dialog("Import").get_by_role("button", name="Add the 3 new").click()
    expect(fresh.page.locator(".hd-logdays")).to_contain_text("RPE 7")
    back = fresh.kept("log.")
    assert back == {key: value for key, value in EVERY_KIND.items() if key.startswith("log.")}


@pytest.mark.parametrize(
    "text",
    [
        "no,table",
        '{"format": "hardday/log@1", "entries": {"x": 1}}',
        *(pytest.param(text, marks=pytest.mark.long) for text in ("", "{", '{"format": "other"}')),
    ],
)
def test_a_file_that_is_no_export_changes_nothing(phone: Device, tmp_path: Path, text: str) -> None:
    file = tmp_path / "hardday-log.json"
    file.write_text(text, encoding="utf-8")
    phone.keep({f"{DAY}.run": RUN})
    phone.open("log/").get_by_label("Import a file").set_input_files(file)
    asked = phone.dialog("Import")
    expect(asked).to_contain_text("0 new, 0 that differ")
    asked.press("Escape")
    assert phone.kept() == {f"{DAY}.run": RUN}
