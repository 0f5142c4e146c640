"""After one visit the plan opens without its server, in Chromium, Firefox and WebKitGTK, at the root and below a path;
a new version is seen by the second visit.

The server is stopped: to a browser that is the same as no reception, and none of the three can refuse to notice.
"""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest
from engine_drivers import ENGINES, Engine, EngineFault, ready, start, wait_for
from engine_site import ONE_DAY, add_plans, keep, named, today_of, week_page
from playwright.sync_api import Browser
from site_project import build, copy_sources, served

pytestmark = [pytest.mark.site, pytest.mark.browser, pytest.mark.long]

ZONE = "Europe/Berlin"
PLAN = "time-crunched"
NEWER = "Less time than ever"


@pytest.fixture(scope="module")
def newer_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site as it is after the plan got another title."""
    project = copy_sources(tmp_path_factory.mktemp("newer") / "project")
    add_plans(project)
    plan = project / "plans" / f"{PLAN}.yaml"
    text = plan.read_text(encoding="utf-8")
    (title,) = (line for line in text.splitlines() if line.startswith("title: "))
    plan.write_text(text.replace(title, f"title: {NEWER}", 1), encoding="utf-8")
    return build(project)


def publish(site: Path, place: Path) -> None:
    """Let a site stand at a place on the host, at once instead of what stood there."""
    place.parent.mkdir(parents=True, exist_ok=True)
    fresh = place.with_name(f"{place.name}-next")
    fresh.symlink_to(site, target_is_directory=True)
    fresh.replace(place)


def visit_once(engine: Engine, root: str) -> date:
    """Open one week of the plan, and wait until the page says that the plan is saved; returns its first day."""
    ready(engine, f"{root}plans/{PLAN}/week-02/")
    begun = today_of(engine) - 8 * ONE_DAY
    keep(engine, f"plan.{PLAN}", {"start": begun.isoformat(), "by": "start"})
    wait_for(engine, "return document.querySelector('.hd-saved') !== null", what="the saved plan")
    return begun


def opens_without_server(engine: Engine, root: str, begun: date) -> None:
    """Weeks that were never opened, exercises and stop signs are there, with the athlete's own dates."""
    ready(engine, f"{root}plans/{PLAN}/week-03/")
    assert "saved copy" in engine.run("return document.querySelector('.hd-saved-copy').textContent")
    assert week_page(engine).dates == [named(begun + n * ONE_DAY) for n in range(14, 21)]
    exercise = engine.run("return document.querySelector('.hd-day a[href*=\"/exercises/\"]').href")
    for address in (exercise, f"{root}stop-signs/"):
        ready(engine, address)
        assert engine.run("return document.querySelector('article h1').textContent")
        assert engine.run("return getComputedStyle(document.querySelector('.md-header')).position") == "sticky"
    # The way in is the bookmark: it leads to the week of today.
    engine.open(f"{root}plans/{PLAN}/this-week/")
    wait_for(engine, "return location.pathname.endsWith('/week-02/')", what="the week of today")
    wait_for(engine, "return document.querySelector('.hd-today') !== null", what="today's card")
    # What is written without reception is kept.
    engine.run("document.querySelector('.hd-tick input').click();")
    ready(engine, f"{root}plans/{PLAN}/week-02/")
    assert engine.run("return document.querySelector('.hd-tick input').checked")


@pytest.mark.parametrize("path", ["", "clinic/training/"])
@pytest.mark.parametrize("name", ENGINES)
def test_a_plan_opens_without_its_server(engine_site: Path, tmp_path: Path, chromium: Browser, name: str, path: str):
    publish(engine_site, tmp_path / "host" / path)
    with start(name, ZONE, chromium) as engine:
        with served(tmp_path / "host") as address:
            begun = visit_once(engine, address + path)
        opens_without_server(engine, address + path, begun)


@pytest.mark.parametrize("name", ENGINES)
def test_a_new_version_is_seen_by_the_second_visit(
    engine_site: Path, newer_site: Path, tmp_path: Path, chromium: Browser, name: str
):
    place = tmp_path / "host" / "clinic"
    publish(engine_site, place)
    heading = "return document.title"
    with start(name, ZONE, chromium) as engine:
        with served(tmp_path / "host") as address:
            root = f"{address}clinic/"
            visit_once(engine, root)
            assert NEWER not in engine.run(heading)
            publish(newer_site, place)
            for _ in range(2):
                ready(engine, f"{root}plans/{PLAN}/week-02/")
                wait_for(engine, "return document.querySelector('.hd-saved') !== null", what="the saved plan")
            assert NEWER in engine.run(heading)
        for week in ("week-02", "week-05"):
            ready(engine, f"{root}plans/{PLAN}/{week}/")
            assert NEWER in engine.run(heading)


def test_without_a_worker_nothing_opens(engine_site: Path, tmp_path: Path, chromium: Browser):
    """The proof above would be none if a week that was never opened came from anywhere else."""
    shutil.copytree(engine_site, tmp_path / "site", ignore=shutil.ignore_patterns("sw.js"))
    with start("chromium", ZONE, chromium) as engine:
        with served(tmp_path / "site") as address:
            ready(engine, f"{address}plans/{PLAN}/week-02/")
        with pytest.raises(EngineFault, match="CONNECTION_REFUSED"):
            engine.open(f"{address}plans/{PLAN}/week-03/")
