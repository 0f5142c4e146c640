"""An athlete's own paces and weights, checked against the generator's formulas; heavy numbers wait for a sign-off."""

from __future__ import annotations

import math
import re
from datetime import date, timedelta
from typing import Any

import pytest
from athlete_pages import PLAN, START, TODAY, WEEK, Device, dates_of
from playwright.sync_api import Locator, Page, expect

from generator.science import vdot
from generator.science.one_rm import percent_of_max

pytestmark = [pytest.mark.site, pytest.mark.browser]

MILE = 1.609344
#: One race: 5 km in 24:08, a VDOT of 40 in the published table.
RACE = {"distance_m": 5000, "time_s": 1448}
SQUAT = {"weight": 80, "unit": "kg", "reps": 8, "rir": 2, "on": "2027-03-01"}
SIGNED = {"by": "Dana Example", "role": "physical therapist", "on": "2027-03-02"}
CLAIMS = re.compile(r"\b(verified|approved|certified|safe to|cleared by us|risk score)\b", re.I)


def clock(seconds: float) -> str:
    """Write seconds as the pages do: ``4:15``, ``1:50:59``."""
    whole = math.floor(seconds + 0.5)
    hours, minutes, rest = whole // 3600, whole // 60 % 60, whole % 60
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"


def expected_paces(race: dict[str, int]) -> dict[str, list[float]]:
    """The paces in seconds per km, by the names of the dialog, from the generator's formulas."""
    fitness = vdot.vdot(race["distance_m"], race["time_s"])
    return {
        "Marathon": [vdot.race_pace(fitness, vdot.MARATHON_M)],
        "Threshold": [vdot.pace(fitness, vdot.THRESHOLD)],
        "Intervals": [vdot.pace(fitness, vdot.INTERVAL)],
        "Repetitions": [vdot.race_pace(fitness, vdot.MILE_M)],
    }


def rows_of(table: Locator) -> dict[str, str]:
    """The rows of a small table with a name and a value."""
    return {row.locator("th").inner_text(): row.locator("td").inner_text() for row in table.locator("tbody tr").all()}


def expected_weight(kept: dict[str, Any], reps: int, rir: int, step: float, unit: str) -> float:
    """The suggested weight from one set: the chart of the generator, rounded to the plates, halves down."""
    factor = {("kg", "lb"): 1 / 0.45359237, ("lb", "kg"): 0.45359237}.get((kept["unit"], unit), 1)
    share = percent_of_max(reps + rir) / percent_of_max(kept["reps"] + kept["rir"])
    return max(1, math.ceil(kept["weight"] * factor * share / step - 0.5 - 1e-9)) * step


def test_a_race_gives_the_paces_of_the_formulas_and_says_what_a_marathon_guess_is_worth(phone: Device) -> None:
    page = phone.open(WEEK)
    asked = phone.tool("paces", "Your paces")
    asked.get_by_label("Race").select_option("5000")
    asked.get_by_label("Time").fill("24:08")
    shown, races = (rows_of(table) for table in asked.locator("table").all())
    for name, paces in expected_paces(RACE).items():
        assert shown[name] == f"{clock(paces[0] * MILE)}\u00a0/mi", name
    fitness = vdot.vdot(5000, 1448)
    assert races["Marathon"] == clock(vdot.race_time(fitness, vdot.MARATHON_M))
    assert races["Half marathon"] == clock(vdot.race_time(fitness, vdot.HALF_MARATHON_M))
    expect(asked).to_contain_text("a marathon predicted from a shorter race is at least ten minutes too fast")
    asked.get_by_role("button", name="Save").click()
    assert {key: phone.kept()["fitness"][key] for key in RACE} == RACE
    interval = f"{clock(vdot.pace(fitness, vdot.INTERVAL) * MILE)}\u00a0/mi"
    step = page.locator("[data-pace=interval]").first
    expect(step.locator(".hd-pace")).to_have_text(interval)
    text = step.inner_text().replace("\u00a0/mi", "/mi").replace("\u00a0", " ")
    assert text.index("RPE 8") < text.index(interval.replace("\u00a0", "")), "the effort comes first"
    for run in page.locator(".hd-run:has(.hd-pace)").all():
        assert run.inner_text().index("RPE") < run.inner_text().index("/mi")
    expect(page.locator(".hd-pace-note")).to_contain_text("Effort first")
    expect(page.locator("[data-pace=hills] .hd-pace, [data-pace=strides] .hd-pace")).to_have_count(0)


def test_the_marathon_caveat_stands_wherever_a_marathon_pace_does(phone: Device, built_site: Any) -> None:
    address = next(
        f"{page.parent.relative_to(built_site)}/"
        for page in sorted(built_site.glob("plans/*/week-*/index.html"))
        if 'data-pace="marathon"' in page.read_text(encoding="utf-8")
    )
    phone.keep({"fitness": RACE})
    page = phone.open(address)
    pace = f"{clock(expected_paces(RACE)['Marathon'][0] * MILE)}\u00a0/mi"
    expect(page.locator("[data-pace=marathon] .hd-pace").first).to_have_text(pace)
    expect(page.locator(".hd-pace-note")).to_contain_text("at least ten minutes too fast")


@pytest.mark.parametrize(
    ("time", "said"),
    [
        ("24", "Please write the time"),
        ("3:00", "does not fit"),
        pytest.param("24:60", "Please write the time", marks=pytest.mark.long),
        pytest.param("", "Please write the time", marks=pytest.mark.long),
    ],
)
def test_a_time_that_cannot_be_is_told_and_nothing_kept(phone: Device, time: str, said: str) -> None:
    phone.open(WEEK)
    asked = phone.tool("paces", "Your paces")
    asked.get_by_label("Time").fill(time)
    asked.get_by_label("Time").press("Enter")
    expect(asked.get_by_role("alert")).to_contain_text(said)
    expect(asked.get_by_label("Time")).to_be_focused()
    expect(asked.get_by_label("Time")).to_have_attribute("aria-invalid", "true")
    assert phone.kept() == {}


def test_a_race_that_was_removed_leaves_the_effort(phone: Device) -> None:
    phone.keep({"fitness": RACE})
    page = phone.open(WEEK)
    asked = phone.tool("paces", "Your paces")
    expect(asked.get_by_label("Time")).to_have_value("24:08")
    asked.get_by_role("button", name="Remove").click()
    expect(page.locator(".hd-pace, .hd-pace-note")).to_have_count(0)
    assert phone.kept() == {}


def test_a_recent_set_gives_a_weight_that_the_plates_make(desktop: Device) -> None:
    desktop.keep({"signed.back-squat": SIGNED})
    page = desktop.open(WEEK)
    asked = desktop.tool("weights", "Your weights")
    asked.get_by_label("Unit").select_option("kg")
    asked.get_by_label("Smallest step").select_option("1.25")
    squat = asked.get_by_role("group", name="Back squat")
    for label, value in (("Weight", "81"), ("Repetitions", "8"), ("Left in you", "2")):
        squat.get_by_label(label).fill(value)
    asked.get_by_role("button", name="Save").click()
    kept = {"weight": 81, "unit": "kg", "reps": 8, "rir": 2}
    assert desktop.kept()["set.back-squat"] == kept | {"on": TODAY.isoformat()}
    assert desktop.kept()["plates"] == {"kg": 1.25}
    heavy = page.locator("tr[data-lift=back-squat]:visible")
    for row in heavy.all():
        reps, rir = (int(part) for part in (row.get_attribute("data-set") or "").split("-"))
        weight = f"{expected_weight(kept, reps, rir, 1.25, 'kg'):g}\u00a0kg for you"
        text = row.inner_text()
        assert weight in text
        assert text.index("left in you") < text.index(weight), "what is left in you comes first"
    assert heavy.count() > 0
    page.get_by_role("group", name="Weights").get_by_role("button", name="lb").click()
    reps, rir = (int(part) for part in (heavy.first.get_attribute("data-set") or "").split("-"))
    expect(heavy.first).to_contain_text(f"{expected_weight(kept, reps, rir, 5, 'lb'):g}\u00a0lb for you")
    asked = desktop.tool("weights", "Your weights")
    expect(asked.get_by_role("group", name="Back squat").get_by_label("Weight")).to_have_value("178.6")
    asked.get_by_role("button", name="Save").click()
    assert desktop.kept()["set.back-squat"] == kept | {"on": TODAY.isoformat()}, "looking at a set doesn't change it"


@pytest.mark.parametrize(
    ("values", "said", "wrong"),
    [
        (("80", "1", "0"), "at least 6 repetitions; no maximum is needed", "Repetitions"),
        (("9000", "8", "2"), "Is the unit right", "Weight"),
        *(
            pytest.param(*refused, marks=pytest.mark.long)
            for refused in (
                (("80", "", ""), "fill in weight, repetitions", "Repetitions"),
                (("80", "5", "1"), "at least 6 repetitions; no maximum is needed", "Repetitions"),
                (("80", "12", "6"), "more than 15", "Repetitions"),
                (("0", "8", "2"), "more than nothing", "Weight"),
            )
        ),
    ],
)
def test_a_set_that_says_nothing_is_told_where(phone: Device, values: tuple[str, ...], said: str, wrong: str) -> None:
    phone.open(f"plans/{PLAN}/week-02/")
    asked = phone.tool("weights", "Your weights")
    squat = asked.get_by_role("group", name="Back squat")
    for label, value in zip(("Weight", "Repetitions", "Left in you"), values, strict=True):
        squat.get_by_label(label).fill(value)
    asked.get_by_role("button", name="Save").click()
    expect(asked.get_by_role("alert")).to_contain_text(said)
    expect(squat.get_by_label(wrong)).to_be_focused()
    assert phone.kept("set.") == {}


def test_nobody_in_a_base_phase_is_asked_for_a_maximum(phone: Device) -> None:
    """In every base week what is asked for is a set of many repetitions; a maximum is only mentioned to be refused."""
    for number in (1, 4, 8):
        page = phone.open(f"plans/{PLAN}/week-{number:02}/")
        asked = phone.tool("weights", "Your weights")
        text = asked.inner_text()
        assert "Please do not test how much you can lift once" in text
        assert not re.search(r"1 ?RM|one.rep|maximum", text, re.I)
        assert not re.search(r"\b(test|enter|find) your (1RM|maximum|best)", page.locator("article").inner_text(), re.I)
        for field in asked.get_by_label("Repetitions").all():
            assert field.get_attribute("max") == "15"
        asked.get_by_role("button", name="Close").click()


def heavy_numbers(page: Page) -> list[str]:
    """The heavy doses that can be seen or are read aloud, as "lift: sets × reps"."""
    rows = page.locator(".hd-session[data-gate] .hd-doses tr[data-set]")
    return [f"{row.get_attribute('data-lift')}" for row in rows.all() if row.is_visible()]


def test_heavy_numbers_wait_for_a_sign_off_lift_by_lift(phone: Device) -> None:
    page = phone.open(WEEK)
    gate = page.locator("#wed .hd-session[data-gate]")
    squat, thrust = (gate.locator(f".hd-gate li[data-lift={lift}]") for lift in ("back-squat", "hip-thrust"))
    assert heavy_numbers(page) == []
    tree = page.locator("#wed").aria_snapshot()
    assert "cell" not in tree
    assert "RIR" not in tree
    expect(squat).to_be_visible()
    gate.get_by_role("button", name="I have been signed off for Back squat, Hip thrust").click()
    asked = phone.dialog("Signed off")
    expect(asked).to_contain_text("This site can't check it; it takes your word.")
    asked.get_by_role("button", name="Save").click()
    expect(asked.get_by_role("alert")).to_contain_text("Please tick the lifts")
    asked.get_by_label("Back squat").check()
    for field, value, told in (
        ("Who signed off", "Dana Example", "Please write who"),
        ("On which day", (TODAY + timedelta(days=1)).isoformat(), "Please choose the day"),
        ("On which day", "2027-03-02", "it can't be in the future"),
    ):
        asked.get_by_role("button", name="Save").click()
        expect(asked.get_by_role("alert")).to_contain_text(told)
        expect(asked.get_by_label(field)).to_be_focused()
        asked.get_by_label(field).fill(value)
    assert phone.kept() == {}
    asked.get_by_role("button", name="Save").click()
    expect(asked).to_be_hidden()
    assert phone.kept() == {"signed.back-squat": SIGNED}
    assert heavy_numbers(page) == ["back-squat"] * page.locator("tr[data-lift=back-squat][data-set]").count()
    expect(squat).to_be_hidden()
    expect(thrust).to_be_visible()
    expect(gate).to_contain_text("Back squat: signed off by Dana Example (physical therapist) on March 2, 2027")
    expect(gate.get_by_role("button", name="Change the sign-off")).to_be_focused()


def test_a_phase_tells_how_heavy_only_to_those_who_are_signed_off(phone: Device) -> None:
    page = phone.open(f"plans/{PLAN}/heavy/")
    waits, doses = page.locator(".hd-waits"), page.locator("[data-behind]")
    assert doses.count() >= 6
    expect(doses.filter(visible=True)).to_have_count(0)
    expect(waits.filter(visible=True)).to_have_count(doses.count())
    phone.keep({"signed.back-squat": SIGNED})
    page.reload()
    squats = page.locator("[data-behind~='back-squat']")
    assert squats.count() >= 1
    expect(squats.filter(visible=True)).to_have_count(squats.count())
    expect(page.locator("[data-behind]:not([data-behind~='back-squat'])").filter(visible=True)).to_have_count(0)


def test_a_second_lift_does_not_change_who_signed_the_first(phone: Device) -> None:
    phone.keep({"signed.back-squat": SIGNED})
    page = phone.open(WEEK)
    gate = page.locator("#wed .hd-session[data-gate]")
    gate.get_by_role("button", name="Change the sign-off").click()
    asked = phone.dialog("Signed off")
    expect(asked.get_by_label("Who signed off")).to_be_hidden()
    asked.get_by_label("Hip thrust").check()
    asked.get_by_label("Who signed off").fill("Lee Example")
    asked.get_by_label("Their role").select_option("strength coach")
    asked.get_by_label("On which day").fill("2027-03-20")
    asked.get_by_role("button", name="Save").click()
    later = {"by": "Lee Example", "role": "strength coach", "on": "2027-03-20"}
    assert phone.kept() == {"signed.back-squat": SIGNED, "signed.hip-thrust": later}
    assert gate.get_attribute("data-gate") == "open"
    expect(gate.locator(".hd-gate li:visible")).to_have_count(0)
    listed = phone.open("sign-off/").locator(".hd-signed-list")
    expect(listed).to_contain_text("Back squat: signed off by Dana Example (physical therapist) on March 2, 2027")
    assert not CLAIMS.search(listed.inner_text())
    listed.get_by_role("button", name="Take back Back squat").click()
    expect(listed.get_by_role("heading")).to_be_focused()
    assert phone.kept() == {"signed.hip-thrust": later}
    phone.open(WEEK)
    assert "back-squat" not in heavy_numbers(phone.page)


def test_what_is_taken_back_in_one_tab_is_hidden_in_the_other(phone: Device) -> None:
    phone.keep({"signed.back-squat": SIGNED, "signed.hip-thrust": SIGNED})
    page = phone.open(WEEK)
    gate = page.locator("#wed .hd-session[data-gate]")
    assert gate.get_attribute("data-gate") == "open"
    other = phone.context.new_page()
    other.goto(f"{phone.site}sign-off/")
    other.get_by_role("button", name="Take back Hip thrust").click()
    expect(gate).to_have_attribute("data-gate", "part")
    other.close()


def test_heavy_numbers_are_hidden_before_scripts_have_run_and_on_paper(phone: Device) -> None:
    """The modules never arrive: what was hidden by the first script stays hidden, and the alternative is there."""
    phone.context.route("**/assets/js*/main.js", lambda route: route.abort())
    phone.page.goto(phone.site + WEEK, wait_until="networkidle")
    expect(phone.page.locator("html")).not_to_have_class(re.compile("hd-ready"))
    gate = phone.page.locator("#wed .hd-session[data-gate]")
    expect(gate.locator(".hd-doses")).to_be_hidden()
    expect(gate.locator(".hd-gate li").first).to_be_visible()
    phone.page.emulate_media(media="print")
    expect(gate.locator(".hd-doses")).to_be_hidden()
    phone.page.emulate_media(media="screen")
    phone.context.unroute("**/assets/js*/main.js")
    phone.problems.clear()


def test_numbers_stay_when_days_are_dated(phone: Device) -> None:
    """Dates, paces, weights and sign-offs on one page, as an athlete in the middle of a plan has it."""
    phone.keep({f"plan.{PLAN}": dates_of(START), "fitness": RACE, "set.back-squat": SQUAT, "signed.back-squat": SIGNED})
    today = phone.open(WEEK).locator(".hd-today")
    expect(today.locator(".hd-pace").first).to_be_visible()
    expect(today.locator("tr[data-lift=back-squat]")).to_contain_text("for you")
    expect(today.locator(".hd-ramp")).to_contain_text("Ramp up to back squat")
    assert date.fromisoformat(SIGNED["on"]) < TODAY
