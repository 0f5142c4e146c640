"""Whether a command took a hostile file as it should: its ending, each of its messages, and what must be told."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from malformed_cases import Case

from generator.model.quoting import FORBIDDEN, escaped, safe

MOST_LETTERS = 1500
MOST_PRINTED = 8 << 20
_LINE = re.compile(r"(?P<path>.+?):(?P<line>\d+):(?P<column>\d+): (?:error|warning)(?:\[[a-z0-9-]+\])? (?P<message>.+)")
_ANNOTATION = re.compile(
    r"::(?:error|warning) file=(?P<path>[^,]+),line=(?P<line>\d+),col=(?P<column>\d+),title=[^:]*::(?P<message>.+)"
)
_BREAK = re.compile("\r\n|\r|\n")
_JSON_BREAK = re.compile("\n")
_ROWS, _COLUMNS = 1_048_576, 16_384


@dataclass(frozen=True, slots=True)
class Seen:
    """What a command left."""

    status: int
    out: str
    err: str


@dataclass(frozen=True, slots=True)
class Told:
    """One message."""

    path: str
    line: int
    column: int
    message: str
    error: bool


def wrong(case: Case, seen: Seen, project: Path) -> list[str]:
    """Return all that is wrong with how a case ended; nothing if it ended well."""
    return list(_wrong(case, seen, project))


def _wrong(case: Case, seen: Seen, project: Path) -> Iterator[str]:
    printed = seen.out + seen.err
    if seen.status not in (0, 1, 2):
        yield f"exit status {seen.status}: {seen.err.strip()[-300:]}"
        return
    if "Traceback" in printed or "itself failed" in printed:
        yield f"a traceback: {seen.err.strip()[-300:]}"
    odd = FORBIDDEN.search(printed) or re.search("\r(?!\n)", printed)
    if odd:
        around = printed[max(0, odd.start() - 40) : odd.end() + 20]
        yield f"prints a character that plays with a terminal: {around!r}"
    if len(printed) > MOST_PRINTED:
        yield f"prints {len(printed):,} characters"
    lines: dict[str, list[int] | None] = {}
    told = list(messages(seen.err, case.command, seen.status))
    for one in told:
        if isinstance(one, str):
            yield one
        else:
            yield from _of_message(case, one, project, lines)
    errors = [one for one in told if isinstance(one, Told) and one.error]
    if seen.status == 1 and not errors and "--format=json" not in case.command:
        yield "exit status 1, and no error with a place is told"
    if case.refused and seen.status == 0:
        yield "is taken for good"
    missed = sorted({*case.lines} - {one.line for one in errors if one.path == case.path})
    if missed:
        yield f"nothing is told of the faults in lines {missed}"


def messages(err: str, command: tuple[str, ...], status: int) -> Iterator[Told | str]:
    """Yield what was told, and a sentence for each line that is no message with a place."""
    if status == 2:
        return
    if "--format=json" in command:
        try:
            found = json.loads(err) if err.strip() else []
        except ValueError:
            yield f"not JSON: {err[:200]!r}"
            return
        for d in found:
            yield Told(d["path"], d["line"], d["column"], d["message"] + d["hint"], d["severity"] == "error")
        return
    for line in err.split("\n"):
        if not line:
            continue
        match = (_ANNOTATION if "--format=github" in command else _LINE).fullmatch(line)
        if match is None:
            yield f"a line that has no place: {line[:200]!r}"
            continue
        error = "error" in line[: match.start("message")].removeprefix(match["path"])
        yield Told(match["path"], int(match["line"]), int(match["column"]), match["message"], error)


def _of_message(case: Case, told: Told, project: Path, lines: dict[str, list[int] | None]) -> Iterator[str]:
    if len(told.message) > MOST_LETTERS:
        yield f"a message of {len(told.message):,} letters: {told.message[:80]!r}"
    if told.line < 1 or told.column < 1:
        yield f"no such place: {told.line}:{told.column}"
        return
    if told.path == case.path and case.table:
        if told.line > _ROWS or told.column > _COLUMNS:
            yield f"no such cell: {told.line}:{told.column}"
        return
    if told.path not in lines:
        data = case.data if told.path == case.path else _bytes(project / told.path)
        lines[told.path] = _lengths(data, _JSON_BREAK if told.path.endswith(".json") else _BREAK)
    there = lines[told.path]
    if there is None:
        if told.path not in (
            case.path,
            "plans",
            ".",
            *case.command,
            *map(escaped, case.command),
            *map(safe, case.command),
        ):
            yield f"names a file that is not there: {told.path!r}"
    elif told.line > len(there) or told.column > there[told.line - 1] + 2:
        yield f"{told.line}:{told.column} is no place of the file: {told.message[:80]}"


def _lengths(data: bytes | None, ends: re.Pattern[str]) -> list[int] | None:
    """Return the length of each line; of a large file only its first ones are read by anything."""
    return None if data is None else [len(line) for line in ends.split(data[: 16 << 20].decode("utf-8", "replace"))]


def _bytes(path: Path) -> bytes | None:
    try:
        return path.read_bytes() if path.is_file() else None
    except OSError:
        return None
