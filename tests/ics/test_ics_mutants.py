"""Faults that calendars of other programs have had, planted into the browser's module: its tests turn red for each."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest
from site_project import ROOT

pytestmark = pytest.mark.long

MODULE = Path("templates/assets/js/lib/ics.js")
TESTS = Path("tests/browser/ics.test.js")

#: By what is wrong then: what stands in the module, and what stands there instead.
FAULTS = {
    "an event ends on the day on which it begins": ("date(dayNumber(day) + 1)", "date(dayNumber(day))"),
    "lines are one octet too long": ("const LINE_OCTETS = 74;", "const LINE_OCTETS = 76;"),
    "lines are counted in characters": ("encoder.encode(character).length", "1"),
    "lines are cut within a character": ("of line) {", 'of line.split("")) {'),
    "lines end as on Unix": ("${folded(line)}\\r\\n", "${folded(line)}\\n"),
    "commas stand as they are": ("[\\\\;,]", "[\\\\;]"),
    "a summary of two lines": ('replaceAll("\\n", " ")', 'replaceAll("\\n", "\\n")'),
    "control characters are let through": ("\\x0b-\\x1f", "\\x0c-\\x1f"),
    "an event has the place's name, not the printed day's": ("day-${printed}.own", "day-${place}.own"),
    "moved days are not followed": ("?? week.days.map", "&& week.days.map"),
    "rounds of a plan share their UIDs": ("round-${two(round)}.", ""),
    "a private event names its plan": ("uid: `${hash(uid)}@hardday`", "uid"),
    "each file is a new revision": ("known[0] === content ? known", "known[0] === content && false ? known"),
    "a change keeps its number": ("known[1] + 1", "known[1]"),
    "a change keeps its time": ("known[2] > stamp ? known[2] : stamp", "known[2]"),
    "time goes back with the clock": ("known[2] > stamp ? known[2] : stamp", "stamp"),
    "what is gone is forgotten": ("{ ...left, ...Object", "{ ...Object"),
    "rest days are events": ("if (!day.sessions.length) return [];", ""),
    "whatever an import brings counts as a revision": (
        "filter(([, one]) => isRevision(one))",
        "filter(([, one]) => one)",
    ),
    "a METHOD": ('"CALSCALE:GREGORIAN",', '"CALSCALE:GREGORIAN", "METHOD:PUBLISH",'),
}


def run_with(folder: Path, text: str) -> subprocess.CompletedProcess[str]:
    """Run the module's tests in a copy where the module reads so."""
    for kept in (MODULE.parents[1], Path("tests/vectors")):
        shutil.copytree(ROOT / kept, folder / kept)
    (folder / TESTS.parent).mkdir()
    for name in (TESTS.name, "shared.js"):
        shutil.copy2(ROOT / TESTS.parent / name, folder / TESTS.parent / name)
    (folder / "package.json").write_text('{"type": "module"}', encoding="utf-8")
    (folder / MODULE).write_text(text, encoding="utf-8")
    command = ["node", "--test", str(TESTS)]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False, timeout=60)


def test_the_sound_module_is_green(tmp_path: Path) -> None:
    done = run_with(tmp_path, (ROOT / MODULE).read_text(encoding="utf-8"))
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize(("sound", "fault"), FAULTS.values(), ids=FAULTS)
def test_a_fault_turns_the_tests_red(sound: str, fault: str, tmp_path: Path) -> None:
    text = (ROOT / MODULE).read_text(encoding="utf-8")
    assert sound in text
    assert run_with(tmp_path, text.replace(sound, fault)).returncode == 1
