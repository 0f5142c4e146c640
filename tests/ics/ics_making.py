"""Calendar files made outside a build: by Python from plain data, and by the browser's own module in Node.js."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any, cast

from site_project import ROOT

from generator.publish.calendars.feeds import Happening, feed
from generator.publish.calendars.ledger import Revision

Event = Mapping[str, Any]


def in_node(jobs: Sequence[Mapping[str, Any]]) -> list[Any]:
    """Run jobs of ics_node.mjs in one process and return what each gave."""
    script = str(ROOT / "tests" / "ics" / "ics_node.mjs")
    done = subprocess.run(
        ["node", script], input=json.dumps(jobs).encode(), capture_output=True, check=False, timeout=60, cwd=ROOT
    )
    assert done.returncode == 0, done.stderr.decode()
    return cast(list[Any], json.loads(done.stdout))


def file_by_python(name: str, events: Sequence[Event], busy: bool) -> bytes:
    """The file that a build makes of these events."""
    found = tuple(
        Happening(one["uid"], date.fromisoformat(one["day"]), one["summary"], one["description"], one["url"])
        for one in events
    )
    revisions = {one["uid"]: Revision("", one["sequence"], one["stamp"]) for one in events}
    return feed(name, found, revisions, busy)


def file_job(name: str, events: Sequence[Event], busy: bool) -> dict[str, Any]:
    """The job that makes the same file in the browser."""
    return {"job": "feed", "name": name, "events": list(events), "busy": busy}


def own_file(athlete: Mapping[str, Any], start: str, now: int = 1_800_000_000_000, **how: Any) -> bytes:
    """The file that the browser makes for dates of one's own, the first of its kind."""
    busy = bool(how.get("busy"))
    [events] = in_node(
        [{"job": "own", "plan": athlete, "start": start, "site": "https://training.example.org/", **how}]
    )
    [revised] = in_node([{"job": "revised", "events": events, "earlier": {}, "now": now}])
    [text] = in_node([file_job("Training" if busy else athlete["title"], revised["events"], busy)])
    return str(text).encode()


def athlete_of(pages: Path, plan: str) -> dict[str, Any]:
    """A plan's athlete.json below the pages."""
    return cast(dict[str, Any], json.loads((pages / "plans" / plan / "athlete.json").read_text(encoding="utf-8")))
