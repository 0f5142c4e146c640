"""Every state that an athlete's pages can be in, each opened as an athlete gets there."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

from athlete_pages import PLAN, START, TODAY, WEEK, Device, dates_of

AT = TODAY.isoformat()
DAY = f"log.{PLAN}.12.2"
SIGNED = {"by": "Dana Example", "role": "physical therapist", "on": "2027-03-02"}
NUMBERS: dict[str, Any] = {
    "fitness": {"distance_m": 5000, "time_s": 1448},
    "set.back-squat": {"weight": 185, "unit": "lb", "reps": 8, "rir": 2, "on": AT},
    "signed.back-squat": SIGNED,
}
PAIN = {"where": "outer knee", "side": "left", "during": 2, "nextMorning": 0, "bone": False}
LOG: dict[str, Any] = {
    f"{DAY}.run": {"done": True, "rpe": 7, "minutes": 55, "at": AT},
    f"{DAY}.day": {"soreness": 5, "fatigue": 3, "sleep": 7, "note": "Legs heavy", "pain": PAIN, "at": AT},
    f"log.{PLAN}.12.1.run": {"done": True, "rpe": 3, "minutes": 40, "at": (TODAY - timedelta(days=1)).isoformat()},
}
DATED = {f"plan.{PLAN}": dates_of(START, "race")}


def _week(one: Device, **kept: Any) -> None:
    one.keep(kept)
    one.open(WEEK)


def _open(tool: str, name: str, **kept: Any) -> Callable[[Device], None]:
    def state(one: Device) -> None:
        _week(one, **kept)
        one.tool(tool, name)

    return state


def _refused(tool: str, name: str, save: str, label: str, value: str) -> Callable[[Device], None]:
    def state(one: Device) -> None:
        _week(one)
        asked = one.tool(tool, name)
        if tool == "dates":
            asked.get_by_label("Another race").check()
        asked.get_by_label(label).first.fill(value)
        asked.get_by_role("button", name=save).click()
        asked.get_by_role("alert").filter(has_text="e").wait_for()

    return state


def _paces_shown(one: Device) -> None:
    _week(one)
    one.tool("paces", "Your paces").get_by_label("Time").fill("24:08")


def _sign_off(one: Device) -> None:
    _week(one, **{"signed.back-squat": SIGNED})
    one.page.locator("#wed").get_by_role("button", name="Change the sign-off").click()
    one.dialog("Signed off").get_by_label("Hip thrust").check()


def _log_form(one: Device) -> None:
    _week(one, **DATED, **LOG)
    one.page.locator("#wed").get_by_role("button", name="How was it?").click()
    form = one.dialog("How was it?")
    for fold in form.locator("details:not([open]) > summary").all():
        fold.click()


def _share_asked(one: Device) -> None:
    one.keep({f"plan.{PLAN}": dates_of(START)})
    one.open(f"plans/{PLAN}/this-week/#race=2027-06-06")
    one.dialog("Use these dates?")


def _log_page(one: Device) -> None:
    one.keep(DATED | NUMBERS | LOG | {"units": {"distance": "km", "weight": "kg"}})
    one.open("log/").locator(".hd-kept").wait_for()


def _delete_asked(one: Device) -> None:
    _log_page(one)
    one.page.get_by_role("button", name="Delete everything").click()
    one.dialog("Delete?")


def _full_storage(one: Device) -> None:
    _week(one)
    one.page.evaluate("() => { Storage.prototype.setItem = () => { throw new Error('full'); }; }")
    one.page.locator("#wed").get_by_label("Run done").click()


def _page(address: str, **kept: Any) -> Callable[[Device], None]:
    def state(one: Device) -> None:
        one.keep(kept)
        one.open(address)

    return state


STATES: dict[str, Callable[[Device], None]] = {
    "week without dates": _page(WEEK),
    "week with everything": _page(WEEK, **DATED, **NUMBERS, **LOG),
    "plan with dates": _page(f"plans/{PLAN}/", **DATED, **NUMBERS),
    "week to pick, with dates": _page(f"plans/{PLAN}/this-week/#pick", **DATED),
    "home with a plan to continue": _page("", **DATED),
    "dates": _open("dates", "Your dates"),
    "dates refused": _refused("dates", "Your dates", "Save dates", "Day of the race", ""),
    "paces": _paces_shown,
    "paces refused": _refused("paces", "Your paces", "Save", "Time", "24"),
    "weights": _open("weights", "Your weights", **NUMBERS),
    "weights refused": _refused("weights", "Your weights", "Save", "Weight", "80"),
    "sign-off": _sign_off,
    "sign-off page": _page("sign-off/", **{"signed.back-squat": SIGNED}),
    "log form": _log_form,
    "log page": _log_page,
    "log page, empty": _page("log/"),
    "deleting": _delete_asked,
    "sharing": _open("share", "Share this plan", **DATED),
    "shared dates": _share_asked,
    "full storage": _full_storage,
}
