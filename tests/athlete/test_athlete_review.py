"""A page says by the reader's clock that its plan's review has grown too old; without scripts its date stands there."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from athlete_pages import device
from playwright.sync_api import Browser, expect
from site_project import build, copy_sources, served

pytestmark = [pytest.mark.site, pytest.mark.browser]

PLAN = "time-crunched"
WEEK = f"plans/{PLAN}/week-03/"
SAID = "Reviewed by Dana Example, PT on January 31, 2026."
LATE = "This review is older than a year: ask us."


@pytest.fixture(scope="module")
def reviewed(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A site with one plan, reviewed on a day."""
    project = copy_sources(tmp_path_factory.mktemp("reviewed") / "project")
    for plan in (project / "plans").glob("*.yaml"):
        if plan.stem != PLAN:
            plan.unlink()
    plan = project / "plans" / f"{PLAN}.yaml"
    plan.write_text('reviewed: {by: "Dana Example, PT", on: 2026-01-31}\n' + plan.read_text("utf-8"), "utf-8")
    for record in ("addresses.json", "calendars.json"):
        Path(project / "published" / record).unlink(missing_ok=True)
    with served(build(project)) as address:
        yield address


@pytest.mark.parametrize(("day", "late"), [(date(2027, 1, 31), False), (date(2027, 2, 1), True)])
def test_a_review_is_too_old_the_day_after_its_year(day: date, late: bool, chromium: Browser, reviewed: str) -> None:
    with device(chromium, reviewed) as phone:
        phone.set_day(day)
        for address in (WEEK, f"plans/{PLAN}/", f"plans/{PLAN}/calendar/"):
            line = phone.open(address).locator(".hd-reviewed")
            expect(line).to_contain_text(SAID)
            expect(line.get_by_text(LATE)).to_be_visible(visible=late)
        assert phone.problems == []


def test_without_scripts_the_date_stands_there(chromium: Browser, reviewed: str) -> None:
    with chromium.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(reviewed + WEEK)
        expect(page.get_by_text(SAID)).to_be_visible()
        expect(page.get_by_text(LATE)).to_be_hidden()
