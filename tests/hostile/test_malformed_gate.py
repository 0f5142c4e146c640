"""The gate for hostile files can fail: defects of a program turn it red. The real command is held to the same."""

from __future__ import annotations

import resource
import signal
import subprocess
import sys
from importlib import import_module
from itertools import islice
from pathlib import Path

import pytest
from malformed_cases import Case
from malformed_gate import given_to_hardday
from malformed_judge import Seen, wrong
from malformed_plan_json import FILE, good
from malformed_worker import BYTES, project_for

#: A defect, the name of the cases that show it, and what the gate says then.
DEFECTS = [
    pytest.param("no limit of depth", "settings", "flow lists 100,000 deep", "ended by -", marks=pytest.mark.long),
    ("a KeyError", "definitions", "20,000 keys", "exit status 3"),
    pytest.param("no end", "definitions", "20,000 keys", f"ended by -{signal.SIGPROF}", marks=pytest.mark.long),
    ("the first fault alone", "definitions", "several faults", "nothing is told of the faults in lines"),
    ("no lines", "definitions", "empty", "a line that has no place"),
    ("wrong lines", "definitions", "empty", "is no place of the file"),
    ("escapes", "plan_json", "escapes", "plays with a terminal"),
    pytest.param("no limit of values", "plan_json", "10,000,000 lists", "MemoryError", marks=pytest.mark.long),
]


@pytest.mark.parametrize(("defect", "group", "name", "said"), DEFECTS)
def test_a_defect_turns_the_gate_red(tmp_path: Path, defect: str, group: str, name: str, said: str) -> None:
    numbers = _numbered(group, name)
    took = given_to_hardday(group, tmp_path, numbers, defect)
    assert took.wrong
    assert any(said in what for what in took.wrong), took.wrong
    assert took.cases == len(numbers)


def _numbered(group: str, name: str, most: int = 2) -> list[int]:
    """Return the numbers of the first cases of that name."""
    every = enumerate(import_module(f"malformed_{group}").cases(range(600)))
    return list(islice((number for number, case in every if case.name == name), most))


@pytest.mark.long
@pytest.mark.parametrize(
    ("defect", "name"),
    [("no limit of values", "1,000,000 lists"), ("no limit of values, more room", "10,000,000 lists")],
)
def test_it_is_the_limit_of_room_that_ends_a_reader_without_one(tmp_path: Path, defect: str, name: str) -> None:
    """The same reader has room for a tenth of the values, and for all of them where there is more of it."""
    took = given_to_hardday("plan_json", tmp_path, _numbered("plan_json", name, 1), defect)
    assert took.cases == 1
    assert not any("MemoryError" in what for what in took.wrong), took.wrong


#: Cases of a pipe and of a device. Whoever opens the one waits, whoever reads the other never comes to its end.
OPENED = [
    ("definitions", "a pipe", "named '/dev/zero'"),
    ("libraries", "exercises.yaml: a pipe", "exercises.yaml: a link to a device"),
    *(
        pytest.param(group, f"{file}a pipe", f"{file}a link to a device", marks=pytest.mark.long)
        for group, file in (("definitions", ""), ("calendars", ""), ("plan_json", ""), ("settings", ""))
    ),
    pytest.param(
        "policies",
        *(f"separate-days.yaml: {name}" for name in ("a pipe", "a link to a device")),
        marks=pytest.mark.long,
    ),
]


@pytest.mark.parametrize(("group", "pipe", "device"), OPENED)
def test_a_reader_that_opens_whatever_is_named_is_noticed(tmp_path: Path, group: str, pipe: str, device: str) -> None:
    (piped,) = given_to_hardday(group, tmp_path / "pipe", _numbered(group, pipe, 1), "whatever is named").wrong
    assert piped.endswith(f"ended by -{signal.SIGALRM}")
    (endless,) = given_to_hardday(group, tmp_path / "device", _numbered(group, device, 1), "whatever is named").wrong
    assert "MemoryError" in endless


def test_a_message_without_end_and_a_fault_that_is_not_told_are_seen(tmp_path: Path) -> None:
    case = Case("x", "x.yaml", b"a: 1\nb: 2\n", ("check", "x.yaml"), lines=(2,), refused=True)
    assert wrong(case, Seen(1, "", "x.yaml:2:1: error b is not known here\n"), tmp_path) == []
    assert "a message of" in wrong(case, Seen(1, "", f"x.yaml:2:1: error {'b' * 2000}\n"), tmp_path)[0]
    assert "lines [2]" in wrong(case, Seen(1, "", "x.yaml:1:1: error a is not known here\n"), tmp_path)[0]
    assert "is taken for good" in wrong(case, Seen(0, "", ""), tmp_path)
    assert "no place of the file" in wrong(case, Seen(1, "", "x.yaml:2:9: error b is not known\n"), tmp_path)[0]


#: Files that once took all room or time, or ended the program; the command that reads each.
REAL = [
    ("mkdocs.yml", b"[" * 200_000, ("check",)),
    (FILE, b"[" + b"[]," * 10_000_000 + b"0]", ("audit", FILE)),
    (FILE, good().replace('"format"', '"\\u001b[2J": NaN, "format"', 1).encode(), ("audit", FILE)),
    ("plans/zz.yaml", b"\n".join(b"k%d: &a%d x" % (n, n) for n in range(15_000)), ("check", "plans/zz.yaml")),
]


@pytest.mark.parametrize(("path", "data", "command"), REAL, ids=["deep", "large", "escapes", "many"])
def test_the_command_itself_ends_with_a_place(tmp_path: Path, path: str, data: bytes, command: tuple[str, ...]) -> None:
    def limited() -> None:
        resource.setrlimit(resource.RLIMIT_AS, (BYTES, BYTES))
        resource.setrlimit(resource.RLIMIT_CPU, (6, 6))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))

    project = project_for("plan_json", tmp_path)
    (project / path).write_bytes(data)
    program = Path(sys.executable).with_name("hardday")
    done = subprocess.run(
        [str(program), *command],
        cwd=project,
        capture_output=True,
        text=True,
        check=False,
        preexec_fn=limited,
        timeout=300,
    )
    case = Case("real", path, data, command, refused=True)
    assert wrong(case, Seen(done.returncode, done.stdout, done.stderr), project) == []
    assert done.returncode == 1
