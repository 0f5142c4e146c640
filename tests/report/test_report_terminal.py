"""At a terminal: color, the line of the file, a link to the rule; piped or told not to: the contract's plain lines."""

from __future__ import annotations

import os
import pty
import re
import subprocess
import sys
from pathlib import Path

from definition.reading import CASES, ROOT

from generator.model.finding import Diagnostic, Place
from generator.report.terminal import terminal_text

FOUND = Diagnostic(Place("plans/x.yaml", 2, 8), "error", "ramp", "too much", "Write less.")
CASE = CASES / "invalid" / "exercise-unknown.yaml"
_COLOR = re.compile(r"\x1b\[[0-9;]*m")
_LINK = re.compile(r"\x1b\]8;;([^\x1b]*)\x1b\\")


def plain(text: str) -> str:
    return _LINK.sub("", _COLOR.sub("", text))


def test_a_diagnostic_shows_its_line_and_marks_the_place() -> None:
    shown = terminal_text([FOUND], "https://x.org/", lambda path: ["title: x", "units: leagues"])
    assert plain(shown).splitlines() == [
        "plans/x.yaml:2:8: error[ramp] too much. Write less.",
        "     2 | units: leagues",
        "                ^",
    ]
    assert _LINK.findall(shown) == ["https://x.org/rules/ramp/", ""]
    assert "\x1b[31m" in shown


def test_a_line_that_two_are_about_is_shown_once() -> None:
    other = Diagnostic(Place("plans/x.yaml", 2, 8), "error", None, "unheard of")
    shown = plain(terminal_text([FOUND, other], "", lambda path: ["title: x", "units: leagues"]))
    assert shown.count("units: leagues") == 1


def test_a_clash_shows_each_line_that_it_names() -> None:
    clash = Diagnostic(
        Place("plans/x.yaml", 1, 3), "error", "ramp", "'a' (line 1); 'c' (line 3) can't be kept", "Move."
    )
    shown = plain(terminal_text([clash], "", lambda path: ["a: 1", "b: 2", "c: 3"])).splitlines()
    assert shown[1:] == ["     1 | a: 1", "           ^", "     3 | c: 3"]


def test_a_file_that_can_t_be_read_shows_no_line() -> None:
    assert len(terminal_text([FOUND], "", lambda path: []).splitlines()) == 1


def test_nothing_commands_the_terminal() -> None:
    hostile = Diagnostic(Place("plans/\x1b]0;x\x07.yaml", 1, 1), "error", None, "a\x1b[2Jb", "\x1b[1A")
    shown = terminal_text([hostile], "", lambda path: ["\x1b[31mred\x9b2J"])
    assert "\x1b" not in _LINK.sub("", _COLOR.sub("", shown.replace("\x1b[31m", "", 1)))
    assert "\x07" not in shown
    assert "\x9b" not in shown


def _at_a_terminal(**environment: str) -> str:
    """What ``hardday check`` shows of a broken plan at a terminal."""
    hardday = Path(sys.executable).with_name("hardday")
    master, slave = pty.openpty()
    env = {k: v for k, v in os.environ.items() if k != "NO_COLOR"} | {"TERM": "xterm"} | environment
    subprocess.run([hardday, "check", CASE], cwd=ROOT, env=env, stdout=slave, stderr=slave, check=False)
    os.close(slave)
    shown = b""
    while True:
        try:
            read = os.read(master, 4096)
        except OSError:
            break
        shown += read
        if not read:
            break
    os.close(master)
    return shown.decode("utf-8")


def test_a_terminal_gets_color_unless_its_owner_says_no() -> None:
    assert "\x1b[31m" in _at_a_terminal()
    for quiet in ({"NO_COLOR": "1"}, {"TERM": "dumb"}):
        assert "\x1b" not in _at_a_terminal(**quiet)


def test_piped_there_is_the_contract_s_line_alone() -> None:
    hardday = Path(sys.executable).with_name("hardday")
    done = subprocess.run([hardday, "check", CASE], cwd=ROOT, capture_output=True, text=True, check=False)
    (line,) = done.stderr.splitlines()
    assert re.fullmatch(
        r".+exercise-unknown\.yaml:8:13: error 'back-squad' is no exercise .+ Did you mean 'back-squat'\?", line
    )
