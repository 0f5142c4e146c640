"""Moving a day in Chromium: what is offered is what the rules allow, and the whole page follows what was chosen."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Locator, Page, Route, expect

sys.path += [str(Path(__file__).parents[1] / name) for name in ("site", "athlete")]

from athlete_pages import PLAN, START, TODAY, WEEK, Device, dates_of, device, said, tab_to
from site_browser import accessibility_violations

pytestmark = [pytest.mark.site, pytest.mark.browser]

KEY = f"move.{PLAN}.12"
DATED = {f"plan.{PLAN}": dates_of(START)}
NAMES = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
IDS = [name[:3].lower() for name in NAMES]


@pytest.fixture(scope="module")
def devices(chromium: Browser, site_address: str) -> Iterator[dict[str, Device]]:
    with (
        device(chromium, site_address, "phone", zone="Pacific/Kiritimati") as phone,
        device(chromium, site_address, "desktop", zone="America/Los_Angeles", scheme="dark") as desktop,
    ):
        yield {"phone": phone, "desktop": desktop}


def afresh(one: Device) -> Device:
    one.set_day(TODAY)
    one.clear()
    one.problems.clear()
    return one


@pytest.fixture
def phone(devices: dict[str, Device]) -> Iterator[Device]:
    yield afresh(devices["phone"])
    assert devices["phone"].problems == []


@pytest.fixture
def desktop(devices: dict[str, Device]) -> Iterator[Device]:
    yield afresh(devices["desktop"])
    assert devices["desktop"].problems == []


@pytest.fixture(scope="module")
def plans(built_site: Path) -> Callable[[str], Any]:
    return lambda plan: json.loads((built_site / "plans" / plan / "athlete.json").read_text("utf-8"))


def moves_of(plan: Any, number: int) -> Any:
    week = plan["weeks"][number - 1]
    return {**plan["moves"][week["moves"]["of"]], "roles": week["moves"]["roles"], "days": week["days"]}


def kept(plan: Any, number: int, to: str) -> dict[str, Any]:
    return {f"move.{plan['plan']}.{number}": {"to": to, "roles": moves_of(plan, number)["roles"]}}


def freeing(moves: Any, place: int) -> list[str]:
    """The allowed moves after which a place has no sessions."""
    return [to for to in moves["ok"] if not moves["days"][int(to[place], 36)]["sessions"]]


def asks(one: Device, day: str) -> Locator:
    """Open the dialog and say which day it is."""
    dialog = one.tool("move", "Move a day")
    dialog.get_by_label("I can’t train on").select_option(label=next_option(dialog, day))
    return dialog


def next_option(dialog: Locator, day: str) -> str:
    return next(text for text in dialog.locator("option").all_inner_texts() if f"{day}:" in text)


def follows(page: Page, days: Any, to: str) -> None:
    """Cards, strip, names and addresses of the page are those of the order."""
    cards = page.locator(".hd-day")
    facts = cards.evaluate_all(
        "all => all.map(one => ({at: one.dataset.at, place: one.dataset.place ?? one.dataset.at, id: one.id,"
        " when: one.querySelector('.hd-when').textContent, title: one.querySelector('h2').textContent}))"
    )
    for fact in sorted(facts, key=lambda one: int(one["place"])):
        place, day = int(fact["place"]), int(to[int(fact["place"])])
        assert (fact["at"], fact["id"], fact["title"]) == (str(day), IDS[place], days[day]["title"])
        assert NAMES[place] in fact["when"].split(" · moved")[0]
        assert (f"moved from {NAMES[day]}" in fact["when"]) == (place != day)
    # Today's card stands on top of the others, which follow one another.
    below = [int(fact["place"]) for fact in facts[page.locator(".hd-days--today .hd-day").count() :]]
    assert below == sorted(below)
    assert {int(fact["place"]) for fact in facts} == set(range(7))
    bars = page.locator(".hd-strip > a").evaluate_all(
        "all => all.map(one => [one.getAttribute('href'), one.className, one.querySelector('abbr').title])"
    )
    expected = [[f"#{IDS[place]}", f"k-{days[int(day)]['kind']}", NAMES[place]] for place, day in enumerate(to)]
    assert bars == expected


def test_a_day_is_moved_all_follow_and_it_is_undone(phone: Device, plans: Callable[[str], Any]) -> None:
    """With dates, in a zone where it is tomorrow already; the log of a session stays with it wherever it goes."""
    moves = moves_of(plans(PLAN), 12)
    phone.keep(DATED | {f"log.{PLAN}.12.5.run": {"rpe": 4, "minutes": 60}})
    page = phone.open(WEEK)
    follows(page, moves["days"], "0123456")
    dialog = asks(phone, "Saturday")
    expect(dialog.get_by_role("status")).to_contain_text("Saturday")
    choice = dialog.get_by_role("button", name="Choose this: Aerobic run: Saturday → Thursday; Saturday is free")
    page = phone.reloads(choice)
    expect(page.get_by_role("status")).to_contain_text("The days are moved.")
    to = phone.kept(KEY)[KEY]["to"]
    assert to == "0125436"
    assert to in moves["ok"]
    follows(page, moves["days"], to)
    moved = page.locator(".hd-day[data-at='5']")
    expect(moved.locator(".hd-when")).to_have_text(f"{said(date(2027, 3, 25))} · moved from Saturday")
    page.locator(".hd-strip a[href='#thu']").click()
    expect(moved).to_contain_text("Run: 60\u00a0min · RPE 4")
    moved.get_by_text("Why today?").click()
    expect(moved.locator(".hd-why")).to_contain_text("planned for Saturday")
    moved.get_by_label("Run done").check()
    assert phone.kept("log.") == {
        f"log.{PLAN}.12.5.run": {"rpe": 4, "minutes": 60, "done": True, "at": "2027-03-25"},
    }
    expect(page.locator(".hd-strip > a").nth(3)).to_contain_text("✓")
    phone.keep({f"calendar.{PLAN}": {"events": {}}})
    page = phone.reloads(page.get_by_role("button", name="Undo the move"))
    expect(page.get_by_role("status")).to_have_text(
        "The week is as it was printed again. Your calendar file is older: make a new one."
    )
    follows(page, moves["days"], "0123456")
    assert phone.kept("move.") == {}
    assert page.locator(".hd-moved").count() == 0
    expect(page.locator("#sat")).to_contain_text("Run: 60\u00a0min · RPE 4")


def test_what_is_offered_and_forbidden_is_what_the_plan_says(desktop: Device, plans: Callable[[str], Any]) -> None:
    """Without dates, for every day of a week: each allowed way once, each forbidden one with its rule's page."""
    moves = moves_of(plans(PLAN), 12)
    desktop.open(WEEK)
    dialog = desktop.tool("move", "Move a day")
    options = dialog.locator("option").all_inner_texts()
    busy = [place for place, day in enumerate(moves["days"]) if day["sessions"]]
    assert options == [f"{NAMES[place]}: {moves['days'][place]['title']}" for place in busy]
    for place in busy:
        dialog.get_by_label("I can’t train on").select_option(index=busy.index(place))
        others = [to for to in moves["ok"] if to[place] != str(place) and to not in freeing(moves, place)]
        assert dialog.locator(".hd-moves > ul > li").count() == len(freeing(moves, place))
        assert dialog.get_by_role("button", name="Choose this", include_hidden=True).count() == len(others) + len(
            freeing(moves, place)
        )
        refused = [rule for to, rule in moves["no"].items() if to[place] != str(place)]
        links = dialog.locator(".hd-forbidden a").evaluate_all("all => all.map(one => one.pathname)")
        assert sorted(links) == sorted(f"/rules/{rule}/" for rule in refused)
        warned = dialog.locator(".hd-way .hd-soft a").count()
        assert warned == sum(len(moves["ok"][to]) > 2 for to in [*others, *freeing(moves, place)])


def test_by_keyboard_alone(desktop: Device, plans: Callable[[str], Any]) -> None:
    desktop.keep(DATED)
    page = desktop.open(WEEK)
    button = page.locator("[data-tool=move]")
    button.focus()
    page.keyboard.press("Enter")
    dialog = desktop.dialog("Move a day")
    expect(dialog.get_by_label("I can’t train on")).to_be_focused()
    page.keyboard.press("Escape")
    expect(dialog).to_have_count(0)
    expect(button).to_be_focused()
    page.keyboard.press("Enter")
    desktop.dialog("Move a day")
    page.keyboard.type("Sat")
    tab_to(page, "Choose this: Aerobic run: Saturday → Thursday")
    with page.expect_navigation():
        page.keyboard.press("Enter")
    page = desktop.ready()
    assert list(desktop.kept("move.")) == [KEY]
    page.locator(".hd-today .hd-why summary").focus()
    tab_to(page, "Undo the move")
    with page.expect_navigation():
        page.keyboard.press("Enter")
    desktop.ready()
    assert desktop.kept("move.") == {}


def test_today_and_every_way_there_lead_to_what_stands_today(phone: Device, plans: Callable[[str], Any]) -> None:
    plan = plans(PLAN)
    moves = moves_of(plan, 12)
    to = next(to for to in freeing(moves, 2))
    phone.keep(DATED | kept(plan, 12, to))
    page = phone.open(WEEK)
    follows(page, moves["days"], to)
    top = page.locator(".hd-days--today .hd-day")
    assert top.get_attribute("data-at") == to[2]
    assert top.get_attribute("id") == "wed"
    expect(top.locator(".hd-when")).to_contain_text(f"Today · {said(TODAY)}")
    assert page.locator(".hd-strip > a").nth(2).get_attribute("aria-current") == "date"
    there = int(to.index("2"))
    for address, link in (("", ".hd-continue a"), (f"plans/{PLAN}/", ".hd-todaycard a")):
        page = phone.open(address)
        assert str(page.locator(link).first.get_attribute("href")).endswith(f"{WEEK}#wed")
    page = phone.open(f"{WEEK}#{IDS[there]}")
    expect(page.locator(":target")).to_have_attribute("data-at", "2")
    expect(page.locator(f"#{IDS[there]}")).to_be_in_viewport()
    phone.set_day(TODAY + timedelta(days=there - 2))
    page = phone.open(WEEK)
    assert page.locator(".hd-days--today .hd-day").get_attribute("data-at") == "2"


def test_what_is_over_or_done_stays(phone: Device, plans: Callable[[str], Any]) -> None:
    """On Wednesday nothing goes to Monday; a session that is ticked off isn't asked about, nor does it move."""
    phone.keep(DATED | {f"log.{PLAN}.12.4.run": {"done": True}})
    phone.open(WEEK)
    dialog = phone.tool("move", "Move a day")
    options = dialog.locator("option").all_inner_texts()
    assert not any("Friday" in text for text in options)
    assert next(text for text in options if "Wednesday" in text).startswith("Today, ")
    assert "Wednesday" in str(dialog.locator("select").evaluate("one => one.selectedOptions[0].textContent"))
    for day in ("Monday", "Wednesday", "Saturday", "Sunday"):
        dialog.get_by_label("I can’t train on").select_option(label=next_option(dialog, day))
        for text in dialog.locator(".hd-way").all_text_contents():
            assert "→ Monday" not in text
            assert "→ Tuesday" not in text
            assert "Friday" not in text
            assert "Monday is free" not in text or day == "Monday"


def test_a_move_that_no_longer_fits_is_taken_back_and_nothing_else_is_lost(
    phone: Device, plans: Callable[[str], Any]
) -> None:
    other = {f"log.{PLAN}.12.2.run": {"rpe": 7}, f"move.{PLAN}.11": {"to": "1023456", "roles": "of week 11"}}
    phone.keep(other | {KEY: {"to": "0125463", "roles": "c,a,q,-,a,a,l.000000"}})
    page = phone.open(WEEK)
    expect(
        page.get_by_text("The plan changed, so your move of days no longer fits: it was taken back.")
    ).to_be_visible()
    follows(page, moves_of(plans(PLAN), 12)["days"], "0123456")
    assert phone.kept() == other
    assert phone.open(WEEK).get_by_text("The plan changed").count() == 0


def test_a_move_in_the_next_week_forbids_what_it_clashes_with(desktop: Device, plans: Callable[[str], Any]) -> None:
    plan = plans("offseason-strength")
    number, to, following, rule = clashing(plan)
    moves = moves_of(plan, number)
    place = next(i for i, day in enumerate(to) if int(day) != i and moves["days"][i]["sessions"])
    address = plan["weeks"][number - 1]["address"]
    freed = f"{NAMES[place]}: {moves['days'][place]['title']}"

    def ways() -> tuple[int, list[str]]:
        desktop.open(address)
        dialog = desktop.tool("move", "Move a day")
        dialog.get_by_label("I can’t train on").select_option(label=freed)
        beside = dialog.locator(".hd-forbidden").all_text_contents()
        return dialog.get_by_role("button", name="Choose this", include_hidden=True).count(), beside

    before, told = ways()
    assert not any("beside what you moved" in text for text in told)
    desktop.keep(kept(plan, number + 1, following))
    after, told = ways()
    beside = [text for text in told if f"beside what you moved in week {number + 1}" in text]
    assert after == before - len(beside) < before
    assert any(rule.replace("-", " ") in text for text in beside)


def clashing(plan: Any) -> tuple[int, str, str, str]:
    """A week, a move of it, one of the week after, and the rule that the two break together."""
    for week in plan["weeks"][:-1]:
        number = week["week"]
        here, later = moves_of(plan, number), moves_of(plan, number + 1)
        for ahead, tail, head, rule in here["clash"]:
            to = next((to for to, one in here["ok"].items() if one[0] == tail), "")
            following = next((to for to, one in later["ok"].items() if one[1] == head), "")
            if ahead == 1 and to and following:
                return number, to, following, rule
    raise AssertionError("no two moves of this plan clash")


@pytest.mark.parametrize("size", ["phone", pytest.param("desktop", marks=pytest.mark.long)])
def test_the_dialog_and_a_moved_week_are_accessible(
    size: str, devices: dict[str, Device], plans: Callable[[str], Any]
) -> None:
    """The phone in light colors, the desktop in dark ones; every fold open."""
    one = afresh(devices[size])
    plan = plans(PLAN)
    one.keep(DATED | kept(plan, 12, freeing(moves_of(plan, 12), 5)[0]))
    page = one.open(WEEK)
    for why in page.locator(".hd-fold").all():
        why.click()
    assert accessibility_violations(page) == []
    dialog = one.tool("move", "Move a day")
    dialog.get_by_label("I can’t train on").select_option(index=0)
    for fold in dialog.locator("details:not([open]) > summary").all():
        fold.click()
    assert dialog.locator(".hd-forbidden:visible").count() > 0
    assert accessibility_violations(page) == []
    assert page.evaluate("document.querySelector('dialog').scrollWidth <= document.querySelector('dialog').clientWidth")
    sizes = dialog.locator("button:visible, select, summary:visible").evaluate_all(
        "all => all.map(one => one.getBoundingClientRect()).map(({height, width}) => Math.min(height, width))"
    )
    assert min(sizes) > 43.5
    assert one.problems == []


def test_weeks_of_nine_days_and_weeks_that_begin_on_another_weekday(phone: Device, plans: Callable[[str], Any]) -> None:
    plan = plans("nine-days")
    moves = moves_of(plan, 2)
    phone.open(plan["weeks"][1]["address"])
    options = phone.tool("move", "Move a day").locator("option").all_inner_texts()
    assert options == [f"Day {i + 1}: {day['title']}" for i, day in enumerate(moves["days"]) if day["sessions"]]
    to = next(iter(moves["ok"]))
    phone.keep(kept(plan, 2, to))
    page = phone.open(plan["weeks"][1]["address"])
    shown = page.locator(".hd-day").evaluate_all("all => all.map(one => [one.id, one.dataset.at])")
    assert shown == [[f"day-{place + 1}", to[place]] for place in range(9)]
    # A plan written for Mondays that begins on a Tuesday: all that is said of its days is a day later.
    phone.keep({f"plan.{PLAN}": dates_of(START + timedelta(days=1))} | kept(plans(PLAN), 12, "0125463"))
    page = phone.open(WEEK)
    when = page.locator(".hd-day[data-at='5'] .hd-when")
    expect(when).to_have_text(f"{said(date(2027, 3, 26))} · moved from Sunday")
    expect(page.locator(".hd-moved")).to_contain_text("Aerobic run: now Friday")
    assert "Friday: Aerobic run" in phone.tool("move", "Move a day").locator("option").all_inner_texts()


def test_stages_have_no_moves_a_race_stays_and_without_its_file_the_dialog_says_so(
    phone: Device, plans: Callable[[str], Any]
) -> None:
    assert phone.open("plans/return-from-injury/week-02/").locator("[data-tool=move]").count() == 0
    race = plans(PLAN)["weeks"][-1]
    phone.open(race["address"])
    dialog = phone.tool("move", "Move a day")
    assert not any("Race" in text for text in dialog.locator("option").all_inner_texts())
    phone.page.route("**/athlete.json", lambda route: route.abort())
    phone.open(WEEK)
    expect(phone.tool("move", "Move a day")).to_contain_text("could not be read")
    phone.page.unroute("**/athlete.json")
    assert [text for text in phone.problems if "ERR_FAILED" not in text] == []
    phone.problems.clear()


#: What is right in features/move.js, and what is wrong.
MISTAKES = {
    "cards stay": ("list.append(...order.map((day) => cards[day]));", "list.append(...cards);"),
    "addresses stay with the cards": ("card.id = id;", ""),
    "the place is not said": ("card.dataset.place = place;", ""),
    "names move along": ("line.textContent = when;", ""),
    "the strip stays": ("strip.append(...order.map((day) => bars[day]));", ""),
    "links of the strip move along": ('bars[day].setAttribute("href", places[place].href);', ""),
}


@pytest.mark.parametrize(
    "name", [pytest.param(name, marks=[pytest.mark.long] if at % 3 else []) for at, name in enumerate(MISTAKES)]
)
def test_a_mistake_in_what_follows_is_seen(name: str, desktop: Device, plans: Callable[[str], Any]) -> None:
    plan = plans(PLAN)
    right, wrong = MISTAKES[name]

    def served(route: Route) -> None:
        body = route.fetch().text()
        assert right in body
        route.fulfill(body=body.replace(right, wrong), content_type="text/javascript")

    desktop.keep(kept(plan, 12, "0125463"))
    desktop.page.route("**/features/move.js", served)
    page = desktop.open(WEEK)
    desktop.page.unroute("**/features/move.js")
    assert page.locator(".hd-moved").count() == 1
    with pytest.raises(AssertionError):
        follows(page, moves_of(plan, 12)["days"], "0125463")
