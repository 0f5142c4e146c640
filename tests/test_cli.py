"""The command line as scripts meet it: exit statuses, one diagnostic a line, never a traceback."""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

import click
import pytest
from site_project import copy_sources

import generator.build
from generator.cli import cli, main

ROOT = Path(__file__).parents[1]
LINE = re.compile(
    r"(?P<path>.+?):(?P<line>\d+):(?P<column>\d+): (?P<severity>error|warning)(\[(?P<rule>[a-z-]+)\])? (?P<message>.+)"
)
#: Every command and what the README says it takes.
COMMANDS = {
    "audit": "FILE.json",
    "build": "",
    "check": "[PLAN.yaml…]",
    "expand": "PLAN.yaml",
    "explain": "PLAN.yaml",
    "pages": "",
    "schema": "",
}
PLAN = "plans/time-crunched.yaml"


class Done(NamedTuple):
    """What a command left: its exit status and what it printed."""

    status: int
    out: str
    err: str


Run = Callable[..., Done]


@pytest.fixture
def hardday(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Run the command line in this process, the way its script does."""

    def run(*arguments: str | Path) -> Done:
        monkeypatch.setattr("sys.argv", ["hardday", *map(str, arguments)])
        capsys.readouterr()
        try:
            main()
            status = 0
        except SystemExit as leaving:
            status = int(leaving.code or 0)
        printed = capsys.readouterr()
        assert "Traceback" not in printed.out + printed.err
        return Done(status, printed.out, printed.err)

    return run


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project with a single plan; read it, never write into it."""
    return _with_plans(tmp_path_factory.mktemp("cli") / "project", "time-crunched.yaml")


def _with_plans(folder: Path, *names: str) -> Path:
    copied = copy_sources(folder)
    for plan in (copied / "plans").glob("*.yaml"):
        if plan.name not in names:
            plan.unlink()
    return copied


@pytest.fixture
def in_project(project: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Stand in the project's folder."""
    monkeypatch.chdir(project)
    return project


def _lines(text: str) -> list[re.Match[str]]:
    """Return the diagnostics of a text; every line must be one."""
    found = [LINE.fullmatch(line) for line in text.splitlines()]
    assert all(found), text
    return [match for match in found if match]


# Commands that work


def test_check_is_content_with_a_good_project(hardday: Run, in_project: Path) -> None:
    done = hardday("check")
    assert done.status == 0
    assert done.out.startswith("1 plan, 0 errors, ")
    assert all(line["severity"] == "warning" for line in _lines(done.err))
    assert hardday("check", PLAN) == done


def test_expand_prints_a_table_or_json_and_nothing_else(hardday: Run, in_project: Path) -> None:
    table = hardday("expand", PLAN)
    assert table.status == 0
    assert table.out.startswith("Short of time (time-crunched), 12 weeks, km")
    _lines(table.err)
    as_json = hardday("expand", PLAN, "--json")
    plan = json.loads(as_json.out)
    assert as_json.out.endswith("}\n")
    assert (plan["format"], plan["id"], len(plan["weeks"])) == ("hardday/plan@1", "time-crunched", 12)


def test_what_expand_prints_passes_the_audit(hardday: Run, in_project: Path, tmp_path: Path) -> None:
    file = tmp_path / "plan.json"
    file.write_text(hardday("expand", PLAN, "--json").out, "utf-8")
    done = hardday("audit", file)
    assert done.status == 0
    warnings = len(_lines(done.err))
    assert done.out == f"1 plan, 0 errors, {warnings} warning{'' if warnings == 1 else 's'}\n"


def test_schema_prints_the_json_schema_of_a_definition(hardday: Run, project: Path) -> None:
    done = hardday("schema")
    assert done.status == 0
    assert {"title", "phases", "easy_pace"} <= set(json.loads(done.out)["properties"])
    assert hardday("schema", "--project", project) == done


def test_pages_writes_markdown_and_says_how_much(hardday: Run, tmp_path: Path) -> None:
    folder = _with_plans(tmp_path / "project", "time-crunched.yaml")
    done = hardday("pages", "--project", folder)
    assert done.status == 0
    pages = [page for page in (folder / "build" / "pages").rglob("*") if page.is_file()]
    assert re.fullmatch(rf"1 plan, 0 errors, \d+ warnings?; {len(pages)} files in build/pages\n", done.out)
    assert "Expanding time-crunched (1 of 1)\n" in done.err
    assert not (folder / "site").exists()


def test_project_can_be_named_from_elsewhere(hardday: Run, project: Path, tmp_path: Path, monkeypatch: Any) -> None:
    monkeypatch.chdir(tmp_path)
    assert hardday("check").status == 1
    assert hardday("check", "--project", project).status == 0
    done = hardday("expand", project / PLAN, "--project", project)
    assert done.status == 0
    assert all(line["path"] == str(project / PLAN) for line in _lines(done.err))


# Input with errors: status 1


def _broken_project(folder: Path) -> Path:
    copied = _with_plans(folder, "time-crunched.yaml", "offseason-strength.yaml")
    plan = copied / PLAN
    plan.write_text(
        plan.read_text("utf-8").replace("runs: 3", "rums: 3", 1).replace("units: km", "units: ells"), "utf-8"
    )
    return copied


@pytest.mark.parametrize("command", ["check", "pages", "build"])
def test_every_error_of_a_project_is_told_and_nothing_is_written(command: str, hardday: Run, tmp_path: Path) -> None:
    folder = _broken_project(tmp_path / "project")
    (folder / "site").mkdir()
    (folder / "site" / "index.html").write_text("the last good site", "utf-8")
    done = hardday(command, "--project", folder)
    assert done.status == 1
    assert re.match(r"2 plans, [2-9] errors, ", done.out)
    told = [line for line in map(LINE.fullmatch, done.err.splitlines()) if line]
    errors = [line for line in told if line["severity"] == "error"]
    assert len(errors) >= 2
    assert {line["path"] for line in errors} == {PLAN}
    assert [page.read_text("utf-8") for page in (folder / "site").iterdir()] == ["the last good site"]
    assert not (folder / "build").exists()


def test_a_failed_publication_leaves_the_last_good_site(hardday: Run, tmp_path: Path, monkeypatch: Any) -> None:
    folder = _with_plans(tmp_path / "project", "time-crunched.yaml")
    (folder / "site").mkdir()
    (folder / "site" / "index.html").write_text("the last good site", "utf-8")
    with (folder / "mkdocs.yml").open("a", encoding="utf-8") as settings:
        settings.write("\ntheme_of_nobody: {name: nobody}\nplugins: [no-such-plugin]\n")
    done = hardday("build", "--project", folder)
    assert done.status == 1
    assert "site/ is as it was" in done.out
    assert "mkdocs.yml:1:1: error MkDocs says: " in done.err
    assert (folder / "site" / "index.html").read_text("utf-8") == "the last good site"


def test_an_empty_project_has_no_plan(hardday: Run, tmp_path: Path) -> None:
    folder = _with_plans(tmp_path / "project")
    done = hardday("check", "--project", folder)
    assert done.status == 1
    assert "there is no plan in plans/" in done.err


#: Files that are nothing of what a command reads.
HOSTILE: dict[str, Callable[[Path], Path]] = {
    "missing": lambda folder: folder / "missing.yaml",
    "folder": lambda folder: folder,
    "device": lambda folder: Path("/dev/null"),
    "empty": lambda folder: _file(folder, b""),
    "blank": lambda folder: _file(folder, b" \n\t\n"),
    "png": lambda folder: _file(folder, b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + bytes(range(256))),
    "zeros": lambda folder: _file(folder, bytes(4096)),
    "half a letter": lambda folder: _file(folder, "title: Läufer".encode()[:9]),
    "utf-16": lambda folder: _file(folder, "title: Plan".encode("utf-16")),
    "brackets": lambda folder: _file(folder, b"[" * 100_000),
    "other json": lambda folder: _file(folder, b'{"format": "hardday/plan@2", "weeks": 3}'),
    "other yaml": lambda folder: _file(folder, b"- 1\n- {a: b}\n"),
    "no text for a name": lambda folder: folder / "\udcff.yaml",
    "below a file": lambda folder: _file(folder, b"title: Plan") / "plan.yaml",
}


def _file(folder: Path, content: bytes) -> Path:
    path = folder / "hostile.yaml"
    path.write_bytes(content)
    return path


@pytest.mark.parametrize("kind", HOSTILE)
@pytest.mark.parametrize("command", ["audit", "check", "expand"])
def test_a_hostile_file_is_refused_at_its_place(
    command: str, kind: str, hardday: Run, in_project: Path, tmp_path: Path
) -> None:
    file = HOSTILE[kind](tmp_path)
    done = hardday(command, file)
    assert done.status == 1
    lines = _lines(done.err)
    assert lines
    shown = str(file).encode("utf-8", "backslashreplace").decode()
    assert {line["path"] for line in lines} == {shown}
    assert all(line["severity"] == "error" for line in lines)


def test_a_name_too_long_for_a_file_is_refused(hardday: Run) -> None:
    done = hardday("audit", "a" * 300)
    assert done.status == 1
    assert _lines(done.err)[0]["message"] == "the file can't be read: File name too long"


@pytest.mark.parametrize("command", ["audit", "check", "expand"])
def test_refusals_are_objects_when_asked_for(command: str, hardday: Run, in_project: Path, tmp_path: Path) -> None:
    file = _file(tmp_path, b"")
    for form in (["--format", "json"], ["--format=json"]):
        done = hardday(command, file, *form)
        assert done.status == 1
        (found,) = json.loads(done.err)
        assert (found["path"], found["line"], found["severity"], found["rule"]) == (str(file), 1, "error", None)
        assert "empty" in found["message"]


def test_json_on_standard_error_stands_alone(hardday: Run, in_project: Path, tmp_path: Path) -> None:
    for command in ("check", "expand"):
        done = hardday(command, PLAN, "--format", "json")
        assert done.status == 0
        assert {found["severity"] for found in json.loads(done.err)} == {"warning"}
    done = hardday("pages", "--project", _broken_project(tmp_path / "project"), "--format", "json")
    assert done.status == 1
    assert {found["path"] for found in json.loads(done.err) if found["severity"] == "error"} == {PLAN}


# The audit of anybody's plan

Data = dict[str, Any]


def _day(plan: Data, week: int, position: int) -> Data:
    found: Data = plan["weeks"][week - 1]["days"][position]
    return found


def _change_places(plan: Data, week: int, one: int, other: int) -> None:
    first, second = _day(plan, week, one), _day(plan, week, other)
    for key in ("kind", "sessions"):
        first[key], second[key] = second[key], first[key]


def _lift(day: Data) -> Data:
    return next(session for session in day["sessions"] if session["sport"] == "strength")


def _quality_on_thursday(plan: Data) -> None:
    _change_places(plan, 8, 1, 3)


def _lift_before_run(plan: Data) -> None:
    sessions = _day(plan, 8, 1)["sessions"]
    sessions.reverse()
    for order, session in enumerate(sessions, 1):
        session["order"] = order


def _a_meter_too_many(plan: Data) -> None:
    plan["weeks"][7]["run_distance_m"] += 1


def _to_failure(plan: Data) -> None:
    _lift(_day(plan, 8, 1))["exercises"][0]["rir"] = 0


def _on_a_rest_day(plan: Data) -> None:
    rest = next(day for day in plan["weeks"][7]["days"] if day["kind"] == "rest")
    rest["sessions"] = [_lift(_day(plan, 8, 3)) | {"order": 1}]


def _nothing_for_the_unsigned(plan: Data) -> None:
    _lift(_day(plan, 8, 1))["unless_signed_off"] = None


def _only_single_leg(plan: Data) -> None:
    lift = _lift(_day(plan, 8, 1))
    lift["exercises"] = [dose for dose in lift["exercises"] if dose["per_side"]]


def _forty_kilometers(plan: Data) -> None:
    run = next(session for session in _day(plan, 8, 5)["sessions"] if session["sport"] == "run")
    plan["weeks"][7]["run_distance_m"] += 40_000 - run["distance_m"]
    run["distance_m"] = 40_000


#: A fault planted in week 8 of the plan, the rule that finds it, and the day it stands on (None: the week).
PLANTED: dict[str, tuple[Callable[[Data], None], int | None]] = {
    "two-recovery-days": (_quality_on_thursday, 5),
    "lift-after-run": (_lift_before_run, 1),
    "plan": (_a_meter_too_many, None),
    "never-to-failure": (_to_failure, 1),
    "no-lift-on-easy-days": (_on_a_rest_day, 0),
    "sign-off-before-heavy": (_nothing_for_the_unsigned, 1),
    "cornerstone-lift": (_only_single_leg, 1),
    "single-run-spike": (_forty_kilometers, 5),
    "ramp": (_forty_kilometers, None),
}


@pytest.mark.parametrize("rule", PLANTED)
def test_a_planted_fault_is_found_where_it_stands(rule: str, hardday: Run, in_project: Path, tmp_path: Path) -> None:
    plan = json.loads(hardday("expand", PLAN, "--json").out)
    plant, position = PLANTED[rule]
    plant(plan)
    file = tmp_path / "planted.json"
    file.write_text(json.dumps(plan, indent=1), "utf-8")
    done = hardday("audit", file)
    assert done.status == 1
    found = [line for line in _lines(done.err) if line["severity"] == "error" and line["rule"] == rule]
    assert found, done.err
    text = file.read_text("utf-8").splitlines()
    around = "\n".join(text[int(found[0]["line"]) - 1 :][:2])
    day = None if position is None else _day(plan, 8, position)["day"]
    assert f'"day": {day},' in around if position is not None else '"number": 8,' in around
    assert re.search(r"1 plan, [1-9]\d* errors?, \d+ warnings?\n", done.out)


# Wrong usage: status 2


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
    ],
    ids=" ".join,
)
def test_wrong_usage_is_told_with_the_way_to_help(arguments: list[str], hardday: Run, in_project: Path) -> None:
    done = hardday(*arguments)
    assert done.status == 2
    assert done.out == ""
    assert "Usage: hardday" in done.err
    assert "--help" in done.err


# Endings of other kinds


def test_an_interruption_ends_with_130(hardday: Run, in_project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(generator.build, "check_definitions", interrupted)
    done = hardday("check")
    assert (done.status, done.out) == (130, "")
    assert done.err.splitlines()[-1] == "Interrupted; nothing was published."


def test_our_own_fault_is_one_line_and_3(hardday: Run, in_project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def faulty(*_: object) -> None:
        raise LookupError("what was looked for\nis not there")

    monkeypatch.setattr(generator.build, "check_definitions", faulty)
    done = hardday("check")
    assert (done.status, done.out) == (3, "")
    (line,) = done.err.splitlines()
    assert line.startswith("hardday itself failed; nothing was published. Please report this line")
    assert "LookupError: what was looked for is not there (test_cli.py:" in line


def _started(*arguments: str | Path, **environment: str) -> subprocess.Popen[str]:
    """Start the command line as a process of its own."""
    return subprocess.Popen(
        [sys.executable, "-m", "generator", *map(str, arguments)],
        cwd=ROOT,
        env=os.environ | environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def test_a_real_interruption_leaves_no_traceback(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe.json"
    os.mkfifo(pipe)
    started = _started("audit", pipe)
    with pipe.open("wb"):  # opens once the audit reads, which then waits for more
        started.send_signal(signal.SIGINT)
        out, err = started.communicate(timeout=60)
    assert (started.returncode, out, err.strip()) == (130, "", "Interrupted; nothing was published.")


def test_a_reader_who_leaves_early_gets_no_traceback() -> None:
    started = _started("schema")
    assert started.stdout
    started.stdout.close()
    assert started.stderr
    assert started.stderr.read() == ""
    assert started.wait(timeout=60) == 1
    started.stderr.close()


def test_a_terminal_without_letters_still_gets_its_messages(tmp_path: Path) -> None:
    started = _started("check", tmp_path / "☃.yaml", PYTHONIOENCODING="latin-1")
    _, err = started.communicate(timeout=60)
    assert started.returncode == 1
    assert err.endswith("\\u2603.yaml:1:1: error the file can't be read: No such file or directory\n")


# Help and README


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
