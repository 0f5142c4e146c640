"""The tests that judge mutants of the rules: which there are, what each of them runs, and whether a mutant fails one.

They are the suite's own test functions, called as pytest calls them: for each set of their parameters. A test is asked
about a mutant only where it runs the changed function, or any function of a module that holds the changed table.
"""

from __future__ import annotations

import functools
import inspect
import itertools
import signal
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from types import CodeType, FrameType, ModuleType
from typing import Any

import pytest
import rule_faults
from mutant_swap import in_place
from mutants import Mutant

import generator.rules as registry
from generator.rules.example import plan_from

#: CPU seconds after which a test of a few milliseconds goes round for ever: the mutant is caught.
PATIENCE_S = 0.5
Place = tuple[str, str]


class GoesOnForEver(Exception):
    """A test under a mutant did not come to an end."""


@dataclass(frozen=True, slots=True)
class Killer:
    """A test with its parameters, and which functions it runs: module's name and top-level name."""

    name: str
    run: Callable[[], None]
    runs: set[Place] = field(default_factory=set)


def killers(modules: list[ModuleType]) -> list[Killer]:
    """Return the tests of these modules that need no fixture and draw nothing, each with what it runs.

    Examples are read once for all: reading them is no rule's business.
    """
    read = functools.lru_cache(maxsize=None)(plan_from)
    for module in (*modules, rule_faults):
        if vars(module).get("plan_from") is plan_from:
            module.plan_from = read  # type: ignore[attr-defined]
    found = [killer for module in modules for killer in _of_module(module)]
    for killer in found:
        killer.runs.update(_places_run(killer.run))
    return found


def _of_module(module: ModuleType) -> Iterator[Killer]:
    for name, function in vars(module).items():
        if not name.startswith("test_") or not inspect.isfunction(function) or hasattr(function, "hypothesis"):
            continue
        marks = [mark for mark in getattr(function, "pytestmark", []) if mark.name == "parametrize"]
        for number, sets in enumerate(itertools.product(*(_sets(mark) for mark in marks))):
            given = {key: value for one in sets for key, value in one.items()}
            if set(inspect.signature(function).parameters) == set(given):
                yield Killer(f"{module.__name__}::{name}[{number}]", functools.partial(function, **given))


def _sets(mark: pytest.Mark) -> list[dict[str, Any]]:
    names, values = mark.args[0], mark.args[1]
    names = [name.strip() for name in names.split(",")] if isinstance(names, str) else list(names)
    rows = (value.values if hasattr(value, "values") and hasattr(value, "marks") else value for value in values)
    return [dict(zip(names, row if len(names) > 1 else (row,), strict=True)) for row in map(_row(names), rows)]


def _row(names: list[str]) -> Callable[[Any], Any]:
    """A single parameter comes bare, or as the one value of ``pytest.param``."""
    return lambda row: row[0] if len(names) == 1 and isinstance(row, tuple) and len(row) == 1 else row


def _places_run(run: Callable[[], None]) -> set[Place]:
    codes: set[CodeType] = set()

    def note(frame: FrameType, event: str, _: object) -> None:
        if event == "call":
            codes.add(frame.f_code)

    registry._resolved.cache_clear()
    sys.setprofile(note)
    try:
        run()
    finally:
        sys.setprofile(None)
    return {_place(code) for code in codes if "generator" in code.co_filename}


def _place(code: CodeType) -> Place:
    module = code.co_filename.rpartition("generator/")[2].removesuffix(".py").replace("/", ".")
    return f"generator.{module}", code.co_qualname.split(".")[0]


def asked(mutant: Mutant, tests: list[Killer]) -> list[Killer]:
    """Return the tests that can notice a mutant, those that run the fewest functions first."""
    name, top = mutant.module.__name__, mutant.top
    value = vars(mutant.module)[top]
    if inspect.isfunction(value) or inspect.isclass(value):
        able = [test for test in tests if (name, top) in test.runs]
    else:
        known = [(key, module) for key, module in list(sys.modules.items()) if key.startswith("generator")]
        holders = {key for key, module in known if vars(module).get(top) is value}
        able = [test for test in tests if any(module in holders for module, _ in test.runs)]
    return sorted(able, key=lambda test: len(test.runs))


def killed_by(mutant: Mutant, tests: list[Killer]) -> str:
    """Return the name of the first test that fails while the mutant is in place; empty if it survives them all."""
    able = asked(mutant, tests)
    with in_place(mutant):
        for test in able:
            if _fails(test.run):
                return test.name
    return ""


def _fails(run: Callable[[], None]) -> bool:
    def stop(_number: int, _frame: FrameType | None) -> None:
        raise GoesOnForEver

    before = signal.signal(signal.SIGVTALRM, stop)
    signal.setitimer(signal.ITIMER_VIRTUAL, PATIENCE_S)
    try:
        run()
    except (Exception, pytest.fail.Exception):
        return True
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)
    return False
