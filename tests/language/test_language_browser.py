"""Dialogs, calendars and what works without reception, on a German site in a browser that is not German."""

from __future__ import annotations

import json
import re
import subprocess
from collections.abc import Callable, Iterator, Mapping
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from athlete_pages import PLAN, START, TODAY, WEEK, Device, dates_of, device
from ics_making import athlete_of, file_by_python
from playwright.sync_api import Browser, Locator, expect
from site_browser import accessibility_violations
from site_project import ROOT

from generator.language import date_range, date_text, speaking
from generator.language.sources.browser_code import messages

NBSP = "\N{NO-BREAK SPACE}"
AT = TODAY.isoformat()
DATED = {f"plan.{PLAN}": dates_of(START, "race", title="Marathon, ambitioniert")}
SIGNED = {"by": "Dana Example", "role": "physical therapist", "on": "2027-03-02"}


@pytest.fixture(scope="module")
def _phone(chromium: Browser, german_address: str) -> Iterator[Device]:
    with device(chromium, german_address) as one:
        yield one


@pytest.fixture
def phone(_phone: Device) -> Iterator[Device]:
    """An English phone on the German site."""
    _phone.set_day(TODAY)
    _phone.clear()
    _phone.problems.clear()
    yield _phone
    assert _phone.problems == []


@pytest.fixture(scope="module")
def english() -> list[re.Pattern[str]]:
    """Every text of browser code that is another one in German, as it would be found in what a dialog says."""
    with speaking("de"):
        from generator.language import _

        texts = {text for one in messages(ROOT) for text in (one.text, one.plural) if text and _(one.text) != text}
    parts = (re.sub(r"\\\{\w+\\\}", r".+?", re.escape(text)) for text in texts)
    return [re.compile(rf"(?<![\w’])(?:{part})(?!\w)") for part in parts]


def said_by(place: Locator) -> str:
    """Return all that a place says, also to screen readers."""
    names = place.evaluate("one => [...one.querySelectorAll('[aria-label]')].map((e) => e.getAttribute('aria-label'))")
    return "\n".join([str(place.evaluate("one => one.textContent")), place.inner_text(), *names])


def english_in(text: str, english: list[re.Pattern[str]]) -> list[str]:
    """Return what is said in English."""
    return [found[0] for pattern in english if (found := pattern.search(text))]


def test_english_would_be_found(english: list[re.Pattern[str]]) -> None:
    assert english_in("Schließen Close Speichern", english) == ["Close"]
    assert english_in("The plan then begins on 4. Januar 2027.", english)
    assert not english_in("Der Plan beginnt dann am 4. Januar 2027.", english)


#: While you work a form that is empty and one that is filled in; all in the long run.
QUICK = ("dates", "paces")
DIALOGS: dict[str, tuple[str, str, Mapping[str, Any]]] = {
    "dates": ("dates", "Deine Termine", {}),
    "dates that are set": ("dates", "Deine Termine", DATED),
    "paces": ("paces", "Deine Tempos", {"fitness": {"distance_m": 5000, "time_s": 1448}}),
    "weights": ("weights", "Deine Gewichte", {"set.back-squat": {"weight": 82.5, "unit": "kg", "reps": 8, "rir": 2}}),
    "move": ("move", "Tag verschieben", DATED),
    "calendar": ("calendar", "Kalender", DATED),
    "share": ("share", "Diesen Plan teilen", DATED),
}


@pytest.mark.parametrize(
    ("tool", "name", "kept"),
    [
        pytest.param(*dialog, id=name, marks=[] if name in QUICK else [pytest.mark.long])
        for name, dialog in DIALOGS.items()
    ],
)
def test_a_dialog_is_german_and_accessible(
    tool: str, name: str, kept: Mapping[str, Any], phone: Device, english: list[re.Pattern[str]]
) -> None:
    phone.keep(kept)
    phone.open(WEEK)
    dialog = phone.tool(tool, name)
    for fold in dialog.locator("details").all():
        fold.evaluate("one => one.open = true")
    assert not english_in(said_by(dialog), english)
    assert not accessibility_violations(phone.page)


def test_the_log_asks_in_german_and_takes_commas(phone: Device, english: list[re.Pattern[str]]) -> None:
    phone.keep(DATED)
    page = phone.open(WEEK)
    page.locator("#wed").get_by_role("button", name="Wie war es?").click()
    dialog = phone.dialog("Wie war es?")
    for fold in dialog.locator("details").all():
        fold.evaluate("one => one.open = true")
    assert not english_in(said_by(dialog), english)
    dialog.get_by_label("Strecke, mi").fill("7,5")
    dialog.get_by_label("Minuten").first.fill("viel")
    dialog.get_by_role("button", name="Speichern").click()
    expect(dialog.get_by_role("alert").first).to_have_text("Minuten: bitte eine Zahl von 0 bis 1440 eintragen.")
    dialog.get_by_label("Minuten").first.fill("55")
    dialog.get_by_label("Stunden Schlaf").fill("6.5")
    dialog.get_by_role("button", name="Speichern").click()
    assert phone.kept(f"log.{PLAN}.12.2.run")[f"log.{PLAN}.12.2.run"]["distance"] == 7.5
    assert phone.kept(f"log.{PLAN}.12.2.day")[f"log.{PLAN}.12.2.day"]["sleep"] == 6.5
    expect(page.locator("#wed .hd-logged")).to_contain_text(f"Lauf: 7,5{NBSP}mi · 55{NBSP}min")
    expect(page.locator("#wed .hd-logged")).to_contain_text("6,5 h geschlafen")


def test_a_weight_with_a_comma_is_a_weight(phone: Device) -> None:
    phone.keep({"units": {"distance": "km", "weight": "kg"}})
    phone.open(WEEK)
    dialog = phone.tool("weights", "Deine Gewichte")
    squat = dialog.get_by_role("group", name="Kniebeuge mit Langhantel")
    squat.get_by_label("Gewicht").fill("82,5")
    squat.get_by_label("Wiederholungen").fill("8")
    squat.get_by_label("In Reserve").fill("zwei")
    dialog.get_by_role("button", name="Speichern").click()
    expect(dialog.get_by_role("alert").first).to_contain_text("Wiederholungen und Reserve")
    squat.get_by_label("In Reserve").fill("2")
    dialog.get_by_role("button", name="Speichern").click()
    assert phone.kept("set.")["set.back-squat"]["weight"] == 82.5


def test_a_sign_off_is_asked_for_and_told_in_german(phone: Device, english: list[re.Pattern[str]]) -> None:
    page = phone.open(WEEK)
    page.locator("#wed").get_by_role("button", name="Ich habe eine Freigabe").click()
    dialog = phone.dialog("Freigegeben")
    dialog.get_by_label("Kniebeuge mit Langhantel").check()
    assert not english_in(said_by(dialog), english)
    dialog.get_by_label("Wer freigegeben hat").fill("Dana Example")
    dialog.get_by_label("An welchem Tag").fill("2027-03-02")
    dialog.get_by_role("button", name="Speichern").click()
    assert phone.kept("signed.")["signed.back-squat"]["role"] == "physical therapist"
    said = "Kniebeuge mit Langhantel: freigegeben von Dana Example (Physiotherapie) am 2. März 2027"
    expect(page.locator("#wed .hd-signing")).to_contain_text(said)
    expect(phone.open("sign-off/").locator(".hd-signed-list")).to_contain_text(said)


def test_today_and_moved_days_are_german(phone: Device, english: list[re.Pattern[str]]) -> None:
    phone.keep(DATED)
    page = phone.open(WEEK)
    expect(page.locator(".hd-today .hd-when")).to_contain_text("Heute · Mittwoch, 24. März")
    expect(page.locator(".hd-pills")).to_contain_text("22.–28. März")
    dialog = phone.tool("move", "Tag verschieben")
    phone.reloads(dialog.get_by_role("button", name=re.compile("^Das nehmen")).first)
    expect(page.locator(".hd-moved")).to_contain_text("Du hast Tage verschoben.")
    assert not english_in(said_by(page.locator("article")), english)


def test_weekdays_in_sentences_move_with_the_plan(phone: Device) -> None:
    """A plan that begins on a Tuesday: every day stands one later, in German too."""
    phone.keep({f"plan.{PLAN}": dates_of(START + timedelta(days=1), "start")})
    page = phone.open(WEEK)
    expect(page.locator("article")).to_contain_text("deshalb steht jeder Tag einen Tag später")
    expect(page.locator("#wed .hd-why")).to_contain_text("hält den Donnerstag für die Tempoeinheit")
    expect(page.locator(".hd-strip > a").first.locator("b")).to_contain_text("Di")


def test_the_log_page_is_german_and_its_file_is_the_same_everywhere(
    phone: Device, english: list[re.Pattern[str]]
) -> None:
    day = {"soreness": 5, "fatigue": 3, "sleep": 6.5, "pain": {"where": "Knie", "side": "left", "during": 2}, "at": AT}
    run = {"done": True, "rpe": 7, "minutes": 55, "distance": 7.5, "distance_unit": "mi", "at": AT}
    lift = {"done": True, "sets": [{"lift": "back-squat", "weight": 82.5, "unit": "kg", "reps": 6, "rir": 2}], "at": AT}
    logged = {"day": day, "run": run, "lift": lift}
    phone.keep({**DATED, "signed.back-squat": SIGNED, "plates": {"kg": 2.5}, "units": {"distance": "mi"}})
    phone.keep({f"log.{PLAN}.12.2.{kind}": value for kind, value in logged.items()})
    page = phone.open("log/")
    place = page.locator(".hd-log-page")
    expect(place).to_contain_text(f"Kniebeuge mit Langhantel 82,5{NBSP}kg × 6, 2 in Reserve")
    expect(place).to_contain_text("Schmerz: links Knie")
    assert not english_in(said_by(place), english)
    assert not accessibility_violations(page)
    with page.expect_download() as taken:
        place.get_by_role("button", name="Tagebuch exportieren (CSV)").click()
    header, *rows = Path(taken.value.path()).read_text("utf-8").splitlines()
    assert header.startswith("date,plan,week,day,session,done,rpe,minutes,distance,")
    assert any(",7.5,mi," in row for row in rows)


def test_units_are_converted_with_commas(phone: Device) -> None:
    phone.keep({"units": {"distance": "km", "weight": "kg"}})
    page = phone.open(WEEK)
    expect(page.locator("#mon ~ * .hd-amount, #tue").first).to_contain_text(f"11,3{NBSP}km")


PAGES = ("", WEEK)
MORE_PAGES = (f"plans/{PLAN}/", "exercises/hip-thrust/", "rules/two-recovery-days/", "sign-off/", "stop-signs/", "log/")


@pytest.mark.parametrize("address", [*PAGES, *(pytest.param(one, marks=pytest.mark.long) for one in MORE_PAGES)])
def test_a_page_says_that_it_is_german_and_is_accessible(address: str, phone: Device) -> None:
    page = phone.open(address)
    assert page.locator("html").get_attribute("lang") == "de"
    assert not accessibility_violations(page)
    assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")


def test_what_is_saved_for_offline_is_german(german_project: Path) -> None:
    site = german_project / "site"
    pack = json.loads((site / "plans" / PLAN / "offline.json").read_text("utf-8"))
    assert pack["title"] == "Marathon, ambitioniert"
    assert WEEK in pack["pages"]
    assert "Wie viel Muskelkater, wie müde?" in "\n".join(pack["lines"])
    assert "Hol sofort Notfallhilfe" in (site / "offline" / "beside.json").read_text("utf-8")
    assert "Noch nicht auf diesem Handy" in (site / "sw.js").read_text("utf-8")


@pytest.fixture(scope="module")
def in_german(german_project: Path, tmp_path_factory: pytest.TempPathFactory) -> Callable[[str, object], Any]:
    """Run a line of code of the published German modules in Node: what `work(given)` returns."""
    folder = tmp_path_factory.mktemp("modules")
    scripts = next((german_project / "site" / "assets").glob("js-*"))
    (folder / "package.json").write_text('{"type": "module"}')
    (folder / "js").symlink_to(scripts)

    def run(code: str, given: object) -> Any:
        read = 'import { readFileSync } from "node:fs";\nconst given = JSON.parse(readFileSync(0, "utf-8"));\n'
        (folder / "run.js").write_text(f"{read}{code}\nprocess.stdout.write(JSON.stringify(work(given)));\n", "utf-8")
        command = ["node", "--preserve-symlinks", "--preserve-symlinks-main", str(folder / "run.js")]
        done = subprocess.run(command, input=json.dumps(given), capture_output=True, text=True, check=False, timeout=60)
        assert done.returncode == 0, done.stderr
        return json.loads(done.stdout)

    return run


def test_dates_are_written_as_python_writes_them(in_german: Callable[[str, object], Any]) -> None:
    days = [date(2027, 1, 1) + timedelta(days=7 * at + at % 7) for at in range(120)]
    code = """
    import { dateText, dayNumber, rangeText } from "./js/lib/dates.js";
    const both = (day) => [dateText(day, { year: true }), rangeText(day, day + 6)];
    const work = (days) => days.map(dayNumber).map(both);
    """
    by_browser = in_german(code, [day.isoformat() for day in days])
    with speaking("de"):
        wanted = [
            [date_text(day.isoformat(), year=True), date_range(day.isoformat(), (day + timedelta(days=6)).isoformat())]
            for day in days
            if day.year == (day + timedelta(days=6)).year
        ]
    same_year = [found for found, day in zip(by_browser, days, strict=True) if day.year == (day + timedelta(6)).year]
    assert same_year == wanted


def test_a_calendar_of_ones_own_is_what_python_writes(
    german_project: Path, in_german: Callable[[str, object], Any]
) -> None:
    code = """
    import { BUSY, feed, ownEvents, revised } from "./js/lib/ics.js";
    const work = ({ plan, start, site, busy }) => {
      const { events } = revised(ownEvents(plan, { start, site, busy }), {}, 1800000000000);
      const name = busy ? BUSY : plan.title;
      return { name, events, file: feed(name, events, { busy }) };
    };
    """
    athlete = athlete_of(german_project / "site", PLAN)
    for busy in (False, True):
        given = {"plan": athlete, "start": "2027-01-04", "site": "https://training.example.org/", "busy": busy}
        made = in_german(code, given)
        with speaking("de"):
            assert made["file"].encode() == file_by_python(made["name"], made["events"], busy)
    assert "schwere Krafteinheit" in in_german(code, {**given, "busy": False})["file"].replace("\r\n ", "")


def test_amounts_with_commas_are_converted_and_back(in_german: Callable[[str, object], Any]) -> None:
    code = """
    import { convertText } from "./js/lib/units.js";
    const work = (texts) => texts.map((text) => convertText(text, { distance: "mi", weight: "lb" }));
    """
    texts = [f"12,5{NBSP}km", f"22 bis 24{NBSP}km locker", f"82,5{NBSP}kg", f"5:00–5:30{NBSP}/km", "12,5 km"]
    assert in_german(code, texts) == [
        *(f"7,8{NBSP}mi", f"13,7 bis 14,9{NBSP}mi locker", f"181,9{NBSP}lb", f"8:03–8:51{NBSP}/mi", "12,5 km"),
    ]
