"""Each gate on the athlete's pages has a seeded defect that turns it red: a module as it might be broken one day.

A gate is another file's test, run here on a device whose browser gets the broken module. It has to fail by what it
asserts; the module is known to hold what is broken, so that no defect stops being one unnoticed.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import test_athlete_dates as dates
import test_athlete_keyboard as keyboard
import test_athlete_log as log
import test_athlete_no_script as no_script
import test_athlete_numbers as numbers
import test_athlete_share as share
import test_athlete_states as states
import test_athlete_storage as storage
import test_athlete_units as units
from athlete_pages import PLAN, TODAY, WEEK, Device, device
from playwright.sync_api import Browser, Page, Route, expect
from playwright.sync_api import TimeoutError as NeverThere

pytestmark = [pytest.mark.site, pytest.mark.browser]

Gate = Callable[[Device, Path], None]
#: A gate is red if it asserts, or waits in vain for what the defect took away.
RED = (AssertionError, NeverThere)
#: Milliseconds that a busy machine may take for a page, and that a gate waits in vain.
PATIENCE = 15_000
DEFECTS: dict[str, tuple[str, str, str, Gate]] = {
    "a plan that begins a day late": (
        "lib/dates.js",
        "dayNumber(race) - raceDay",
        "dayNumber(race) - raceDay + 1",
        dates.test_a_race_day_puts_dates_on_every_page_of_the_plan,
    ),
    "the date of a clinic's race that moves with the athlete's days": (
        "features/dates.js",
        "(?!, ${A_DATE})",
        "",
        lambda one, _: dates.test_a_race_on_another_weekday_moves_every_weekday_of_the_plan_but_no_date(one),
    ),
    "intervals a little too slow": (
        "lib/paces.js",
        "[0.975, 0.975]",
        "[0.95, 0.95]",
        lambda one, _: numbers.test_a_race_gives_the_paces_of_the_formulas_and_says_what_a_marathon_guess_is_worth(one),
    ),
    "heavy rows that nobody signed off": (
        "features/sign_off.js",
        "row.hidden = !shown.row(",
        "row.hidden = false && (",
        lambda one, _: numbers.test_heavy_numbers_wait_for_a_sign_off_lift_by_lift(one),
    ),
    "a sign-off that is written over another": (
        "features/ask/sign_off.js",
        "const kept = added().map(",
        "const kept = boxes.filter((box) => box.checked).map(",
        lambda one, _: numbers.test_a_second_lift_does_not_change_who_signed_the_first(one),
    ),
    "a single as a recent set": (
        "features/ask/weights.js",
        "many < fewest",
        "many < 1",
        lambda one, _: numbers.test_a_set_that_says_nothing_is_told_where(
            one, ("80", "1", "0"), "at least 6 repetitions", "Repetitions"
        ),
    ),
    "a note that runs": (
        "features/log.js",
        'map((text) => h("p", { class: "hd-soft" }, text))',
        'map((text) => Object.assign(h("p", { class: "hd-soft" }), { innerHTML: text }))',
        lambda one, _: log.test_hostile_text_is_text_everywhere(one),
    ),
    "a light without its rule": (
        "features/log.js",
        "` ${signal.rule} ${signal.advice} `",
        "` ${signal.advice} `",
        lambda one, _: log.test_the_light_and_its_rule(one, {"soreness": 4}, {}, "amber", "4 to 6 is amber"),
    ),
    "a form that writes over what another tab has ticked": (
        "features/ask/log.js",
        "merged(before, changes(first, read))",
        "read",
        lambda one, _: log.test_two_tabs_do_not_overwrite_one_another(one),
    ),
    "a kind of entry that is kept and not shown": (
        "features/log/kept.js",
        "rows: others.map(",
        "rows: [].map(",
        lambda one, _: log.test_one_place_shows_all_that_is_kept_and_deletes_each(one),
    ),
    "a link that tells the server the race day": (
        "features/share.js",
        "link.hash = race",
        "link.search = race",
        lambda one, _: share.test_the_link_holds_the_plan_and_the_race_day_and_nothing_else(one),
    ),
    "names for screen readers that stay in miles": (
        "features/units.js",
        'const ATTRIBUTES = ["title", "aria-label"];',
        "const ATTRIBUTES = [];",
        lambda one, _: units.test_the_switch_reaches_every_text_and_name_and_back(one, f"plans/{PLAN}/"),
    ),
    "a full storage that nobody hears of": (
        "features/trouble.js",
        "announce(text);",
        "",
        lambda one, _: storage.test_a_full_storage_is_told_where_it_hurts_and_nothing_looks_saved(one),
    ),
    "a field without its label": (
        "ui/dom.js",
        'h("label", { for: control.id }, label)',
        'h("span", {}, label)',
        lambda one, _: states.check(one, "sharing"),
    ),
    "buttons too small for a thumb": (
        "ui/dialog.js",
        'h("button", { type, class:',
        'h("button", { type, style: "min-height: 1rem; padding: 0", class:',
        lambda one, _: states.check(one, "sharing"),
    ),
    "a dialog that lets the focus out": (
        "ui/dialog.js",
        "dialog.showModal();",
        "dialog.show(); dialog.querySelector('button, input').focus();",
        lambda one, _: keyboard.test_a_dialog_opens_keeps_the_focus_closes_and_gives_it_back(one, "Signed off"),
    ),
}


@pytest.fixture(scope="module")
def _spoiled(chromium: Browser, site_address: str) -> Iterator[Device]:
    with device(chromium, site_address, "desktop") as one:
        one.context.set_default_timeout(PATIENCE)
        yield one


@pytest.fixture
def spoiled(_spoiled: Device) -> Iterator[Device]:
    """A computer that keeps nothing, for one defect; what its scripts then complain of is part of the defect."""
    expect.set_options(timeout=1500)
    _spoiled.set_day(TODAY)
    _spoiled.clear()
    yield _spoiled
    expect.set_options(timeout=20_000)
    _spoiled.context.unroute_all()
    _spoiled.page.unroute_all()
    _spoiled.page.goto("about:blank")


def spoil(one: Device, module: str, whole: str, broken: str) -> None:
    """Let the browser get a module with a defect in it."""

    def answer(route: Route) -> None:
        text = route.fetch().text()
        assert whole in text, f"{module} no longer holds {whole!r}"
        route.fulfill(body=text.replace(whole, broken), content_type="text/javascript")

    one.context.route(re.compile(rf"/assets/js[^/]*/{re.escape(module)}$"), answer)


@pytest.mark.parametrize("defect", list(DEFECTS)[::3])
def test_a_defect_turns_its_gate_red(spoiled: Device, built_site: Path, defect: str) -> None:
    check_gate(spoiled, built_site, defect)


@pytest.mark.long
@pytest.mark.parametrize("defect", [defect for at, defect in enumerate(DEFECTS) if at % 3])
def test_every_other_defect_turns_its_gate_red(spoiled: Device, built_site: Path, defect: str) -> None:
    check_gate(spoiled, built_site, defect)


def check_gate(spoiled: Device, built_site: Path, defect: str) -> None:
    module, whole, broken, gate = DEFECTS[defect]
    spoil(spoiled, module, whole, broken)
    with pytest.raises(RED) as found:
        gate(spoiled, built_site)
    assert "no longer holds" not in str(found.value)


def test_a_clock_read_in_greenwich_is_found(
    chromium: Browser, site_address: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """On the other side of the date line the page would show another day."""
    real = device

    def spoiled_device(*given: object, **options: object) -> object:
        one = real(*given, **options)  # type: ignore[arg-type]
        inner = one.__enter__()
        spoil(
            inner,
            "lib/dates.js",
            "now.getFullYear(), now.getMonth(), now.getDate()",
            "now.getUTCFullYear(), now.getUTCMonth(), now.getUTCDate()",
        )
        inner.context.set_default_timeout(PATIENCE)
        return _Opened(one, inner)

    monkeypatch.setattr(dates, "device", spoiled_device)
    expect.set_options(timeout=1500)
    with pytest.raises(RED):
        dates.check_today(chromium, site_address, "Pacific/Kiritimati", dates.CHANGES[-1:])
    expect.set_options(timeout=20_000)


class _Opened:
    def __init__(self, manager: object, inner: Device) -> None:
        self.manager, self.inner = manager, inner

    def __enter__(self) -> Device:
        return self.inner

    def __exit__(self, *problem: object) -> None:
        self.manager.__exit__(*problem)  # type: ignore[attr-defined]


def test_hidden_alternatives_are_found_without_scripts(plain_page: Page, site_address: str, built_site: Path) -> None:
    def hide(route: Route) -> None:
        text = route.fetch().text()
        assert 'class="hd-gate"' in text
        route.fulfill(body=text.replace('class="hd-gate"', 'class="hd-gate" hidden'), content_type="text/html")

    plain_page.route("**/week-*/", hide)
    plain_page.goto(site_address + WEEK)
    with pytest.raises(RED):
        no_script.check_week(plain_page, no_script.plan_json(built_site, PLAN)["weeks"][11])


@pytest.fixture
def plain_page(chromium: Browser) -> Iterator[Page]:
    """A page without scripts."""
    with chromium.new_context(java_script_enabled=False) as context:
        yield context.new_page()
