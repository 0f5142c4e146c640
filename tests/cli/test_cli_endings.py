"""Wrong usage, interruptions, our own faults: each has its exit status; help and README name every command."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
from functools import partial
from pathlib import Path

import click
import pytest
from cli_runs import PLAN, ROOT
from command_in_process import Run

import generator.checking
from generator.cli import cli

#: Every command and what the README says it takes.
COMMANDS = {
    "audit": "FILE.json",
    "build": "",
    "calendar": "PLAN.yaml",
    "check": "[PLAN.yaml…]",
    "diff": "OLD [NEW]",
    "expand": "PLAN.yaml",
    "explain": "PLAN.yaml",
    "export": "PLAN.yaml…",
    "host": "nginx",
    "import": "CALENDAR",
    "join": "[FOLDER…]",
    "new": "",
    "pages": "",
    "reviews": "",
    "rollback": "",
    "schema": "",
    "serve": "",
    "stats": "PLAN.yaml…",
}


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["frobnicate"],
        ["expand"],
        ["audit"],
        ["explain"],
        ["expand", PLAN, "another.yaml"],
        ["expand", PLAN, "--yaml"],
        ["check", "--format", "xml"],
        ["check", "--project", "nowhere"],
        ["check", "--project", PLAN],
        ["explain", PLAN, "--week", "0"],
        ["explain", PLAN, "--week", "thirteen"],
        ["explain", PLAN, "--week", "13"],
        ["explain", PLAN, "--week", "99999999999999999999"],
        ["explain", PLAN, "--day", "someday"],
        ["explain", PLAN, "--day", ""],
    ],
    ids=" ".join,
)
def test_wrong_usage_is_told_with_the_way_to_help(arguments: list[str], hardday: Run, in_project: Path) -> None:
    done = hardday(*arguments)
    assert done.status == 2
    assert done.out == ""
    assert "Usage: hardday" in done.err
    assert "--help" in done.err


def test_an_interruption_ends_with_130(hardday: Run, in_project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(generator.checking, "check_definitions", interrupted)
    done = hardday("check")
    assert (done.status, done.out) == (130, "")
    assert done.err.splitlines()[-1] == "Interrupted; nothing was published."


def test_our_own_fault_is_one_line_and_3(hardday: Run, in_project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def faulty(*_: object) -> None:
        raise LookupError("what was looked for\nis not there")

    monkeypatch.setattr(generator.checking, "check_definitions", faulty)
    done = hardday("check")
    assert (done.status, done.out) == (3, "")
    (line,) = done.err.splitlines()
    assert line.startswith("hardday itself failed; nothing was published. Please report this line")
    assert "LookupError: what was looked for is not there (test_cli_endings.py:" in line


_HARDDAY = (sys.executable, "-m", "generator")


def _started(*command: str, **environment: str) -> subprocess.Popen[str]:
    """Start a process of its own."""
    return subprocess.Popen(
        command,
        cwd=ROOT,
        env=os.environ | environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        # A test run in the background hands on that Ctrl-C is to be ignored; here it is to be heard.
        preexec_fn=partial(signal.signal, signal.SIGINT, signal.SIG_DFL),
    )


#: The command line, which Ctrl-C meets while it is at work.
_INTERRUPTED = """
import os, signal, sys, time
import generator.checking
from generator.cli import main

def at_work(*_):
    os.kill(os.getpid(), signal.SIGINT)
    time.sleep(60)

generator.checking.check_definitions = at_work
sys.argv = ["hardday", "check"]
main()
"""


def test_a_real_interruption_leaves_no_traceback() -> None:
    started = _started(sys.executable, "-c", _INTERRUPTED)
    out, err = started.communicate(timeout=60)
    assert (started.returncode, out, err.strip()) == (130, "", "Interrupted; nothing was published.")


def test_a_reader_who_leaves_early_gets_no_traceback() -> None:
    started = _started(*_HARDDAY, "schema")
    assert started.stdout
    started.stdout.close()
    assert started.stderr
    assert started.stderr.read() == ""
    assert started.wait(timeout=60) == 1
    started.stderr.close()


def test_a_terminal_without_letters_still_gets_its_messages(tmp_path: Path) -> None:
    started = _started(*_HARDDAY, "check", str(tmp_path / "☃.yaml"), PYTHONIOENCODING="latin-1")
    _, err = started.communicate(timeout=60)
    assert started.returncode == 1
    assert err.endswith("\\u2603.yaml:1:1: error the file can't be read: No such file or directory\n")


def test_help_names_every_command_and_every_command_has_help(hardday: Run) -> None:
    done = hardday("--help")
    assert done.status == 0
    assert set(cli.commands) == set(COMMANDS)
    for name in COMMANDS:
        assert re.search(rf"^  {name} +[A-Z].*\.$", done.out, re.M), f"{name} is not said in a line"
        own = hardday(name, "--help")
        assert own.status == 0
        assert own.out.startswith(f"Usage: hardday {name}")
        assert "--project" in own.out


def test_version_is_told(hardday: Run) -> None:
    assert re.fullmatch(r"hardday, version \d+\.\d+\.\d+\n", hardday("--version").out)


def _readme_rows() -> dict[str, str]:
    text = (ROOT / "README.md").read_text("utf-8")
    return dict(re.findall(r"^\| `hardday ([a-z]+)([^`]*)` \|", text, re.M))


def test_readme_lists_exactly_the_commands() -> None:
    assert set(_readme_rows()) == set(cli.commands)


def test_readme_gives_arguments_and_options_that_exist() -> None:
    for name, rest in _readme_rows().items():
        options = {option for parameter in cli.commands[name].params for option in parameter.opts}
        assert set(re.findall(r"--[a-z-]+", rest)) <= options
        assert COMMANDS[name] in rest
        takes = any(isinstance(parameter, click.Argument) for parameter in cli.commands[name].params)
        assert takes == bool(COMMANDS[name])


def test_texts_name_only_commands_that_exist() -> None:
    files = [*ROOT.glob("*.md"), ROOT / "Makefile", *(ROOT / "templates").rglob("*.j2"), *ROOT.glob("plans/**/*.yaml")]
    for file in files:
        named = re.findall(r"(?:`|bin/|BIN\)/)hardday ([a-z]+)", file.read_text("utf-8"))
        assert set(named) <= set(cli.commands), file
