"""A second opinion on the states that matter most: pa11y with two engines, on open dialogs and a filled log."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
from athlete_pages import SIZES, WEEK
from athlete_states import DATED, LOG, NUMBERS
from site_project import ROOT

pytestmark = [pytest.mark.site, pytest.mark.browser, pytest.mark.long]

SCRIPT = Path(__file__).with_name("pa11y_states.mjs")
READY = "wait for element html.hd-ready to be added"
DIALOG = "wait for element dialog[open] to be visible"


def opening(press: str) -> list[str]:
    """What pa11y does to open a dialog."""
    return [READY, f"click element {press}", DIALOG]


State = tuple[str, dict[str, Any], list[str]]
STATES: dict[str, State] = {
    "dates": (WEEK, {}, opening("[data-tool=dates]")),
    "paces": (WEEK, NUMBERS, opening("[data-tool=paces]")),
    "weights": (WEEK, NUMBERS, opening("[data-tool=weights]")),
    "sign-off": (WEEK, {}, opening("#wed .hd-signing button")),
    "log form": (WEEK, LOG, opening("#wed .hd-logbar button")),
    "sharing": (WEEK, DATED, opening("[data-tool=share]")),
    "log page": ("log/", DATED | NUMBERS | LOG, [READY, "wait for element .hd-kept to be visible"]),
    "week with everything": (WEEK, DATED | NUMBERS | LOG, [READY]),
}


def findings(site: str, size: str, states: dict[str, State], spoil: str = "") -> dict[str, list[str]]:
    """What pa11y says of each state; the element named by `spoil` is taken away as a seeded defect."""
    chromium = shutil.which("chromium") or shutil.which("google-chrome")
    asked = [
        {
            "name": name,
            "url": site + address,
            # What stands around is the theme's, and tested with every page of the site.
            "part": "dialog[open]" if DIALOG in actions else "article",
            "kept": kept,
            "actions": actions,
            "spoil": spoil,
            **SIZES[size]["viewport"],
        }
        for name, (address, kept, actions) in states.items()
    ]
    done = subprocess.run(
        ["node", str(SCRIPT), str(chromium)],
        input=json.dumps(asked),
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
        timeout=600,
    )
    assert done.returncode == 0, done.stderr
    return {one["name"]: one["issues"] for one in json.loads(done.stdout)}


@pytest.mark.parametrize("size", SIZES)
def test_two_engines_find_nothing(site_address: str, size: str) -> None:
    found = findings(site_address, size, STATES)
    assert found == {name: [] for name in STATES}


def test_a_field_without_its_label_is_found(site_address: str) -> None:
    found = findings(site_address, "phone", {"sharing": STATES["sharing"]}, spoil="dialog label")
    assert any("label" in one.lower() for one in found["sharing"])
