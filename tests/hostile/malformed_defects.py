"""Defects of a program, for tests of the gate: readers as they must not be. Each is put in where a case is run."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any


def _without_a_limit_of_depth() -> None:
    import generator.settings.document

    generator.settings.document.DEEPEST = generator.settings.document.MOST_VALUES = 10**9


def _without_a_limit_of_values() -> None:
    import generator.plan_files
    import generator.plan_json.plain

    generator.plan_files.LARGEST_BYTES = 64 << 20  # no more: what a file's bytes take is not what is tried here
    generator.plan_json.plain.MOST_VALUES = generator.plan_json.plain.MOST_CHARACTERS = 10**9


def _without_a_limit_of_values_and_with_more_room() -> None:
    import __main__ as worker

    _without_a_limit_of_values()
    worker.ROOM = 4 << 30  # type: ignore[attr-defined]


def _with_whatever_is_named() -> None:
    """Nobody looks what it is that is opened. What waits for a pipe need not wait for as long as others may."""
    import __main__ as worker
    import generator.calendar_import.opening
    import generator.load
    import generator.plan_files
    import generator.settings.document

    def text(path: Path) -> str:
        return path.read_bytes().decode("utf-8-sig")

    worker.PATIENCE = 5.0  # type: ignore[attr-defined]
    generator.load._bytes = generator.calendar_import.opening._bytes = lambda path, shown: path.read_bytes()
    generator.plan_files.read_text = generator.settings.document._text = text


def _with_a_key_error() -> None:
    import generator.load

    def careless(tree: Any) -> None:
        tree.value["title"]

    generator.load._want_mapping = careless


def _without_an_end() -> None:
    import generator.load

    def endless(tree: Any) -> None:
        while True:
            pass

    generator.load._want_mapping = endless


def _with_the_first_fault_alone() -> None:
    import generator.validate
    from generator.model.finding import Refused

    def first(faults: list[Any]) -> None:
        if faults:
            raise Refused((faults[0],))

    generator.validate._refuse = first


def _without_lines() -> None:
    from generator.model.finding import Place

    Place.__str__ = lambda place: place.path  # type: ignore[method-assign]


def _with_lines_that_are_not_there() -> None:
    from generator.model.finding import Place

    Place.__str__ = lambda place: f"{place.path}:{place.line + 100000}:1"  # type: ignore[method-assign]


def _with_escapes() -> None:
    import generator.model.finding
    import generator.plan_json.read

    generator.model.finding.safe = generator.plan_json.read.one_line = lambda text: text


DEFECTS: dict[str, Callable[[], None]] = {
    "no limit of depth": _without_a_limit_of_depth,
    "no limit of values": _without_a_limit_of_values,
    "no limit of values, more room": _without_a_limit_of_values_and_with_more_room,
    "whatever is named": _with_whatever_is_named,
    "a KeyError": _with_a_key_error,
    "no end": _without_an_end,
    "the first fault alone": _with_the_first_fault_alone,
    "no lines": _without_lines,
    "wrong lines": _with_lines_that_are_not_there,
    "escapes": _with_escapes,
}
