"""vdirsyncer subscribes to a published calendar as athletes' apps do: a build that changes nothing changes nothing.

It tells events by their content, whatever their UID and DTSTAMP: a changed event is one that goes and one that comes.
That these two stay as well is shown by the bytes.
"""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest
from ics_projects import project_of
from ics_readers import events_in, values
from site_project import PLANS_FOR_TESTS, run_tool, served

pytestmark = pytest.mark.long

FEED = "plans/club/calendar.ics"
CONFIG = """[general]
status_path = "{home}/status"
[pair plan]
a = "site"
b = "athlete"
collections = null
[storage site]
type = "http"
url = "{url}"
[storage athlete]
type = "filesystem"
path = "{home}/events"
fileext = ".ics"
"""
CELL, OTHER = (
    "wednesday: easy 40-50 min, thursday: aerobic 8 km, friday: rest, saturday: rest or easy 5 km, sunday: long 14 km",
    ("wednesday: easy 35 min, thursday: aerobic 8 km, friday: rest, saturday: rest or easy 5 km, sunday: long 14 km"),
)


class Subscriber:
    """An athlete's own folder of events, kept up to date from an address."""

    def __init__(self, home: Path, url: str) -> None:
        self.home = home
        self.events = home / "events"
        self.events.mkdir(parents=True)
        (home / "config").write_text(CONFIG.format(home=home, url=url), encoding="utf-8")
        self._run("discover")

    def sync(self) -> tuple[int, int]:
        """Fetch the calendar and return how many events came and how many went since the last time."""
        before = self._held()
        self._run("sync")
        after = self._held()
        return len(after - before), len(before - after)

    def _held(self) -> set[bytes]:
        return {path.read_bytes() for path in self.events.glob("*.ics")}

    def _run(self, command: str) -> None:
        done = subprocess.run(
            ["vdirsyncer", "-c", str(self.home / "config"), command],
            env=os.environ | {"HOME": str(self.home), "NO_PROXY": "*", "LC_ALL": "C.UTF-8"},
            capture_output=True,
            text=True,
            check=False,
            timeout=120,
        )
        assert done.returncode == 0, done.stdout + done.stderr


def publish(project: Path, epoch: int) -> bytes:
    done = run_tool("hardday", "pages", cwd=project, SOURCE_DATE_EPOCH=str(epoch))
    assert done.returncode == 0, done.stderr
    return (project / "build" / "pages" / FEED).read_bytes()


def test_a_subscriber_sees_what_changed_and_nothing_else(tmp_path: Path) -> None:
    plan = (PLANS_FOR_TESTS / "given-club-half.yaml").read_text(encoding="utf-8") + "start: 2027-01-04\n"
    assert CELL in plan
    project = project_of(tmp_path / "project", {"club.yaml": plan})
    first = publish(project, 1_800_000_000)
    with served(project / "build" / "pages") as address:
        subscriber = Subscriber(tmp_path / "athlete", address + FEED)
        assert events_in(first) > 30
        assert subscriber.sync() == (events_in(first), 0)
        assert subscriber.sync() == (0, 0)

        assert publish(project, 1_810_000_000) == first
        assert subscriber.sync() == (0, 0)

        (project / "plans" / "club.yaml").write_text(plan.replace(CELL, OTHER), encoding="utf-8")
        edited = publish(project, 1_820_000_000)
        assert subscriber.sync() == (1, 1)
        assert sorted(values(edited, "SEQUENCE"))[-2:] == ["0", "1"]

        (project / "plans" / "club.yaml").write_text(plan, encoding="utf-8")
        publish(project, 1_830_000_000)
        assert subscriber.sync() == (1, 1)
        assert subscriber.sync() == (0, 0)


def test_a_subscriber_sees_numbers_that_rise_with_each_build(tmp_path: Path) -> None:
    """What this proof shows of a program that counts builds instead of changes: all events change."""
    plan = (PLANS_FOR_TESTS / "given-club-half.yaml").read_text(encoding="utf-8") + "start: 2027-01-04\n"
    project = project_of(tmp_path / "project", {"club.yaml": plan})
    first = publish(project, 1_800_000_000)
    with served(project / "build" / "pages") as address:
        subscriber = Subscriber(tmp_path / "athlete", address + FEED)
        subscriber.sync()
        (project / "build" / "pages" / FEED).write_bytes(first.replace(b"\r\nSEQUENCE:0\r\n", b"\r\nSEQUENCE:1\r\n"))
        assert subscriber.sync() == (events_in(first), events_in(first))
