"""From `hardday new` to a published change, as a clinic does it: real commands, real git, a real nginx.

Two publishes, a renumbering, builds that fail or are killed, and a rollback, while people with bookmarks read without a
break: not one of more than ten thousand requests fails, and every bookmark leads to the training it was made for.
"""

from __future__ import annotations

import json
import re
import signal
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

import pytest
from desk_clinic import Desk, Readers
from playwright.sync_api import Browser
from servers import serving

pytestmark = [pytest.mark.site, pytest.mark.browser, pytest.mark.long]

REQUESTS = 10_000
PLAN = "autumn-half"


def said_live(address: str, path: str) -> str:
    with urllib.request.urlopen(f"{address}{path}", timeout=20) as answer:
        return answer.read().decode("utf-8")


def edited(desk: Desk, old: str, new: str) -> None:
    """Change one place of the plan's file; it must be there once."""
    file = desk.root / "plans" / f"{PLAN}.yaml"
    text = file.read_text("utf-8")
    assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in the definition"
    file.write_text(text.replace(old, new), "utf-8")


def one_week_less(values: str) -> str:
    """The same list of a phase's weeks without its last but one: the lighter week at the end stays."""
    weeks = values.split(", ")
    return ", ".join([*weeks[:-2], weeks[-1]])


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """A new clinic: one command, then git."""
    begun = Desk(tmp_path / "clinic")
    begun.root.mkdir()
    begun.does("git", "init", "--quiet", "--initial-branch=main")
    answers = ("--title", "Autumn half", "--id", PLAN, "--author", "Dana Example, PT", "--race", "half marathon")
    begun.does("hardday", "new", "--start", "--yes", *answers, "--clinic", "Example Clinic", "--weeks", "16")
    return begun


def published(desk: Desk, message: str) -> None:
    """Build, commit with the records that the build brought up to date, and publish the commit."""
    desk.does("hardday", "build")
    desk.commits(message)
    desk.does("hardday", "build", "--frozen")
    assert desk.does("git", "status", "--porcelain") == ""


def killed_at(desk: Desk, seconds: float) -> None:
    """A build that dies in the middle, as when the power goes."""
    command = [str(Path(sys.executable).with_name("hardday")), "build"]
    running = subprocess.Popen(
        command, cwd=desk.root, env=desk.environment(), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    time.sleep(seconds)
    running.send_signal(signal.SIGKILL)
    running.wait()


def test_a_clinic_publishes(desk: Desk, chromium: Browser) -> None:
    # The plan builds as `hardday new` wrote it, and the records of what is published are committed with it.
    assert "0 errors" in desk.does("hardday", "check")
    published(desk, "Our first plan")
    ledger = json.loads((desk.root / "published/addresses.json").read_text("utf-8"))
    bookmarks = tuple(ledger["addresses"])
    assert f"plans/{PLAN}/week-16/" in bookmarks
    meant = {address: meaning["now"] for address, meaning in ledger["addresses"].items() if "now" in meaning}
    first = json.loads((desk.root / f"site/plans/{PLAN}/plan.json").read_text("utf-8"))

    with serving("nginx", desk.root) as address, Readers(address, bookmarks).reading() as readers:
        a_change(desk, address)
        a_renumbering(desk, address)
        the_same_training(chromium, address, bookmarks, meant, first)
        a_failing_build(desk)
        a_build_that_dies(desk)
        a_rollback(desk, address)
        while readers.asked < REQUESTS and not readers.failed:
            time.sleep(0.2)
    assert readers.failed == []
    assert readers.asked >= REQUESTS
    assert len(readers.seen[f"/plans/{PLAN}/week-09/"]) >= 2, "the readers never saw a change"
    as_a_fresh_clone_builds_it(desk)


def a_change(desk: Desk, address: str) -> None:
    """A pull request: what it changes for athletes is said before it is live; then it is."""
    file = (desk.root / "plans" / f"{PLAN}.yaml").read_text("utf-8")
    long_runs = re.search(r"long: \[(.*?)\]", file)
    assert long_runs
    weeks = long_runs[1].split(", ")
    longer = f"{int(weeks[2].split()[0]) + 1} km"
    edited(desk, f"long: [{long_runs[1]}]", f"long: [{', '.join([*weeks[:2], longer, *weeks[3:]])}]")
    said = desk.does("hardday", "diff", "HEAD")
    assert f"long run {weeks[2].split()[0]} → {longer}" in said.replace("\N{NO-BREAK SPACE}", " "), said
    assert "1 of 16 weeks differs" in said
    published(desk, "A longer long run in week 3")
    assert longer in said_live(address, f"plans/{PLAN}/week-03/").replace("\N{NO-BREAK SPACE}", " ")


def a_renumbering(desk: Desk, address: str) -> None:
    """A base of seven weeks instead of eight: the build stops until the author says so, in words it proposes."""
    file = (desk.root / "plans" / f"{PLAN}.yaml").read_text("utf-8")
    base = file.index("- id: base")
    volume, long_run = (re.compile(rf"{key}: \[(.*?)\]").search(file, base) for key in ("volume", "long"))
    assert volume
    assert long_run
    edited(desk, f"volume: [{volume[1]}]", f"volume: [{one_week_less(volume[1])}]")
    edited(desk, f"long: [{long_run[1]}]", f"long: [{one_week_less(long_run[1])}]")
    edited(desk, "weeks: 8\n", "weeks: 7\n")
    edited(desk, "cutback: [4, 8]", "cutback: [4, 7]")
    edited(desk, "week: 16,", "week: 15,")
    before = desk.site()
    refused = desk.types("hardday", "build")
    assert refused.returncode == 1
    assert desk.site() == before
    proposed = re.search(r"moved: \{.*?\}", refused.stderr)
    assert proposed, refused.stderr
    with (desk.root / "plans" / f"{PLAN}.yaml").open("a", encoding="utf-8") as plan:
        plan.write(f"{proposed[0]}\n")
    said = desk.does("hardday", "diff", "HEAD", "--format", "markdown")
    assert re.search(r"weeks 9.16.*weeks 8.15", said, re.S), said
    frozen = desk.types("hardday", "build", "--frozen")
    assert frozen.returncode == 1
    assert "published/addresses.json" in frozen.stderr
    published(desk, "A base of seven weeks")


def the_same_training(
    chromium: Browser, address: str, bookmarks: tuple[str, ...], meant: dict[str, str], first: dict[str, object]
) -> None:
    """Each bookmark of a week shows the training it was made for, or leads to it in one step, with its day."""
    weeks = [bookmark for bookmark in bookmarks if re.search(r"/week-\d+/$", bookmark)]
    assert len(weeks) == len(first["weeks"]) == 16
    page = chromium.new_context(java_script_enabled=False).new_page()
    for bookmark in weeks:
        phase, _, place = meant[bookmark].partition(" ")
        page.goto(f"{address}{bookmark}#sat")
        moved = page.locator(".hd-was a").first
        if moved.count():
            moved.click()
        place = "7" if (phase, place) == ("base", "8") else place
        said = page.locator(".hd-pills").inner_text().lower()
        title = "taper and race" if phase == "taper" else phase
        assert re.search(rf"{title}, week {place} of", said), f"{bookmark} was {meant[bookmark]} and shows: {said}"
    page.context.close()


def a_failing_build(desk: Desk) -> None:
    """A mistake is told with its line; what is published stays, to the byte."""
    before = desk.site()
    edited(desk, "units: km", "units: leagues")
    refused = desk.types("hardday", "build")
    assert refused.returncode == 1
    assert re.search(rf"plans/{PLAN}\.yaml:\d+:\d+: error", refused.stderr)
    assert "Traceback" not in refused.stderr
    assert desk.site() == before
    desk.does("git", "checkout", "--", "plans")


def a_build_that_dies(desk: Desk) -> None:
    """Killed wherever it is, the site is whole, and the next build is as if nothing had been."""
    before = desk.site()
    for seconds in (0.4, 1.5, 3.0, 4.5):
        killed_at(desk, seconds)
        assert desk.site() == before
    desk.does("hardday", "build")
    assert desk.site() == before
    assert desk.does("git", "status", "--porcelain") == ""


def a_rollback(desk: Desk, address: str) -> None:
    """One command puts the site before back, and the same command goes forward again."""
    now = said_live(address, f"plans/{PLAN}/plan.json")
    assert len(json.loads(now)["weeks"]) == 15
    kept = desk.does("hardday", "rollback", "--list")
    ways = [int(number) for number in re.findall(r"(?m)^ *(\d+):", kept)]
    up = desk.site()
    for number in ways:
        desk.does("hardday", "rollback", "--to", str(number))
        if len(json.loads(said_live(address, f"plans/{PLAN}/plan.json"))["weeks"]) == 16:
            break
        desk.does("hardday", "rollback", "--to", str(number))
    else:
        raise AssertionError(f"the plan of sixteen weeks is not kept:\n{kept}")
    assert desk.site() != up
    desk.does("hardday", "rollback", "--to", str(number))
    assert desk.site() == up


def as_a_fresh_clone_builds_it(desk: Desk) -> None:
    """CI builds the last commit in a clone: nothing is left to commit, and the site is the same to the byte."""
    clone = Desk(desk.root.parent / "clone")
    desk.does("git", "clone", "--quiet", str(desk.root), str(clone.root))
    clone.does("hardday", "build", "--frozen")
    assert clone.site() == desk.site()
