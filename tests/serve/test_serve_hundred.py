"""A hundred plans, over two thousand pages: how long a save takes to reach the open page. Run with -rP to see it."""

from __future__ import annotations

import os
import shutil
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from serve_project import ROOT, checkout, command
from serve_reader import Reader

from generator.serve.running import Preview, preview

PAGE = "plans/marathon-first-3/week-07/index.html"
#: Seconds that a save may take where the machine does nothing else, which is what is promised; where other work slows
#: it, all pages take longer, too, and a quarter of what they took may go by.
PROMISED, TIMES = 2.0, 4
#: A save that took too long is made again: other work may have come between.
TRIES = 3
_RULES = "rules: {lift-spacing: {days: 2, because: ours}}"


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The shipped plans, nine times, with the records of what was published."""
    root = checkout(tmp_path_factory.mktemp("hundred") / "project")
    for plan in (root / "plans").glob("*.yaml"):
        plan.unlink()
    for plan in sorted((ROOT / "plans").glob("*.yaml")):
        text = plan.read_text("utf-8")
        for number in range(1, 10):
            other = text.replace("\ntitle: ", f"\ntitle: {number}. ", 1)
            (root / "plans" / f"{plan.stem}-{number}.yaml").write_text(other, "utf-8")
    done = command(root, "pages")  # all of it was published before, so the ledgers are as long as they would be
    assert done.returncode == 0, done.stderr
    shutil.rmtree(root / "build")
    return root


@pytest.fixture(scope="module")
def running(root: Path) -> Iterator[Preview]:
    """Its preview."""
    with preview(root, "127.0.0.1", 0, lambda told: None, strict=True, templates=root / "templates") as found:
        yield found


#: What is saved: the file, what stands there, what takes its place.
SAVES = (
    ("a plan's text", "plans/marathon-first-3.yaml", "\ntitle: 3. ", "\ntitle: No. 3, "),
    ("a plan's numbers", "plans/marathon-first-3.yaml", "easy_pace: 10:30", "easy_pace: 10:45"),
    ("a template", "templates/pages/week.md.j2", "", "\n<p>One more line</p>\n"),
    ("the theme", "templates/theme/partials/clinic-footer.html", "", "<p>One more line</p>"),
    ("the style sheet", "templates/assets/css/1-tokens.css", "", "\n.hd-new { margin: 0; }\n"),
    ("a setting", "mkdocs.yml", "Example Clinic", "Another Clinic"),
    ("the library", "plans/library/exercises.yaml", "name: Goblet squat", "name: Goblet squat to a box"),
)


@pytest.mark.long
def test_a_save_reaches_the_open_page_within_two_seconds(root: Path, running: Preview) -> None:
    began, took = time.monotonic(), {}
    reader = Reader(running.address, PAGE)
    reader.idle(600)
    start = time.monotonic() - began
    allowed = max(PROMISED, start / TIMES)
    pages = running.desk.shown.pages
    assert pages is not None
    count = sum(name.endswith(".html") for name in pages.names())
    assert count > 2100
    print(f"start: {start:.1f} s, {count} pages")
    for what, file, old, new in SAVES:
        text = (root / file).read_text("utf-8")
        took[what] = _save(reader, root / file, text.replace(old, new, 1) if old else text + new, what, allowed)
    reader.close()
    policy, followers = root / "plans" / "policies" / "house.yaml", (root / "plans").glob("offseason-strength-*.yaml")
    shutil.copy2(ROOT / "plans" / "policies" / "separate-days.yaml", policy)
    for plan in followers:
        plan.write_text(plan.read_text("utf-8") + "policy: house\n", "utf-8")
    time.sleep(2)
    reader = Reader(running.address, "plans/offseason-strength-3/week-01/index.html")
    took["a policy"] = _save(reader, policy, "title: Ours\nsummary: No rules of its own.\n", "a policy", allowed)
    reader.close()
    assert max(took.values()) < allowed, (allowed, took)


def _save(reader: Reader, path: Path, text: str, what: str, allowed: float) -> float:
    """Save as an editor does; return in how many seconds the open page had it, at best."""
    tries: list[float] = []
    while not tries or (len(tries) < TRIES and min(tries) >= allowed):
        reader.wait(lambda news: bool(news["key"]) and not news["busy"], 300)
        assert not reader.last["errors"]
        before, aside, as_it_was = reader.last["key"], path.with_name(".aside"), path.read_text("utf-8")
        aside.write_text(text, "utf-8")
        os.replace(aside, path)
        seconds = reader.wait(lambda news, before=before: news["key"] not in ("", before), 120)
        whole = seconds + reader.wait(lambda news: not news["busy"], 300)
        print(f"{what}: {seconds:.2f} s of {allowed:.2f}; all else after {whole:.1f} s")
        tries.append(seconds)
        text = as_it_was  # saved back, and then again, if it took too long
    return min(tries)
