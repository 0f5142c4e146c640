"""Independent programs that read a calendar file. Each returns what it finds wrong, one line a finding.

No reader is enough alone: each lets something pass that another refuses, and what none refuses is looked at byte by
byte. Every reader must find as many events as the file has, and those that know dates that each lasts one whole day.
"""

from __future__ import annotations

import atexit
import json
import os
import re
import shutil
import subprocess
import tempfile
from collections import Counter
from collections.abc import Callable, Mapping
from datetime import date, timedelta
from functools import cache
from pathlib import Path

import vobject
from site_project import ROOT

HERE = Path(__file__).parent
Reader = Callable[[bytes, Path], list[str]]
_KHAL = """[calendars]
[[t]]
path = {home}/calendar
type = calendar
[locale]
local_timezone = UTC
default_timezone = UTC
timeformat = %H:%M
dateformat = %Y-%m-%d
longdateformat = %Y-%m-%d
datetimeformat = %Y-%m-%d %H:%M
longdatetimeformat = %Y-%m-%d %H:%M
[sqlite]
path = {home}/khal.db
"""


def by_bytes(data: bytes, folder: Path) -> list[str]:
    """What no reader refuses: line ends, long lines, broken characters, one UID twice, METHOD, time zones."""
    found = []
    try:
        data.decode("utf-8", "strict")
    except UnicodeDecodeError as problem:
        found.append(f"it is no UTF-8: {problem.reason} at octet {problem.start}")
    lines = data.split(b"\r\n")
    for number, line in enumerate(lines, 1):
        if len(line) > 75:
            found.append(f"line {number} has {len(line)} octets")
        if b"\n" in line or b"\r" in line:
            found.append(f"line {number} is not ended by CRLF")
        try:
            line.decode("utf-8")
        except UnicodeDecodeError:
            found.append(f"line {number} begins or ends within a character")
    if lines[-2:] != [b"END:VCALENDAR", b""]:
        found.append("it does not end with its calendar")
    unfolded = data.replace(b"\r\n ", b"").split(b"\r\n")
    found += [f"{line!r} has no place here" for line in unfolded if line.startswith((b"METHOD", b"BEGIN:VTIMEZONE"))]
    found += [f"{line!r} has a time zone" for line in unfolded if b";TZID=" in line.split(b":")[0]]
    uids = Counter(line for line in unfolded if line.startswith(b"UID:"))
    return found + [f"{uid!r} stands {count} times" for uid, count in uids.items() if count > 1]


def by_libical(data: bytes, folder: Path) -> list[str]:
    """The C library of most desktop calendars, with its check of what each property may hold."""
    said = _run(_libical(), str(_file(data, folder))).stdout.splitlines()
    rows = [line.split("\t")[1:] for line in said]
    faults = [text for kind, text in rows if kind == "fault"]
    return faults + _wrong_number(data, sum(int(text) for kind, text in rows if kind == "events"))


def by_vobject(data: bytes, folder: Path) -> list[str]:
    """A Python reader with a validator. It repairs broken UTF-8, so that is decoded strictly first."""
    try:
        calendar = vobject.readOne(data.decode("utf-8", "strict"), allowQP=False)
        calendar.validate(raiseException=True)
        events = [(event.dtstart.value, event.dtend.value) for event in calendar.contents.get("vevent", ())]
    except (vobject.base.VObjectError, UnicodeDecodeError, ValueError, AttributeError, KeyError) as problem:
        return [f"it can't be read: {problem}"]
    found = [f"{start} to {end} is no whole day" for start, end in events if not _one_day(start, end)]
    return found + _wrong_number(data, len(events))


def by_khal(data: bytes, folder: Path) -> list[str]:
    """A calendar for the terminal, into which the file is imported."""
    with tempfile.TemporaryDirectory(prefix="hardday-", dir=_memory()) as home:
        (Path(home) / "calendar").mkdir()
        (Path(home) / "config").write_text(_KHAL.format(home=home), encoding="utf-8")
        khal = ("khal", "-c", f"{home}/config")
        done = _run(*khal, "import", "--batch", "-a", "t", str(_file(data, folder)), HOME=home)
        said = f"{done.stdout}{done.stderr}".strip()
        if done.returncode or said:
            return [said.splitlines()[-1] if said else "the import failed"]
        shown = ("--format", "{start-long}|{end-long}|{all-day}|{uid}", "--day-format", "", "--notstarted")
        first, days = _span(data)
        listed = _run(*khal, "list", *shown, first.isoformat(), f"{days}d", HOME=home).stdout.splitlines()
    rows = [line.split("|") for line in listed if line.count("|") == 3]
    found = [" ".join(row) + " is no whole day" for row in rows if row[0] != row[1] or row[2] != "True"]
    return found + _wrong_number(data, len({row[3] for row in rows}))


def _memory() -> str | None:
    """Where files live in memory, if the system has such a place: khal waits for the disk after each event."""
    return "/dev/shm" if os.access("/dev/shm", os.W_OK) else None


def by_calcurse(data: bytes, folder: Path) -> list[str]:
    """Another one, with a reader of its own that is strict about types and escapes."""
    home = folder / "calcurse"
    home.mkdir()
    done = _run("calcurse", "-D", str(home), "-i", str(_file(data, folder)), HOME=str(home), TMPDIR=str(home))
    report = re.search(r"(\d+) apps? / (\d+) events? / (\d+) todos? / (\d+) skipped", done.stdout)
    if not report or done.returncode:
        return [f"it ended with {done.returncode}: {done.stdout}{done.stderr}".strip()]
    times, days, _, skipped = map(int, report.groups())
    found = [f"{times} events have a time"] if times else []
    return found + ([f"{skipped} were skipped"] if skipped else []) + _wrong_number(data, days)


def by_icaljs(data: bytes, folder: Path) -> list[str]:
    """The reader of Thunderbird and Nextcloud."""
    [read] = json.loads(_run("node", str(HERE / "ics_icaljs.mjs"), str(_file(data, folder))).stdout)
    return [*read["faults"], *_wrong_number(data, len(read["days"]) + len(read["faults"]))]


READERS: Mapping[str, Reader] = {
    "bytes": by_bytes,
    "libical": by_libical,
    "vobject": by_vobject,
    "khal": by_khal,
    "calcurse": by_calcurse,
    "ical.js": by_icaljs,
}


def events_in(data: bytes) -> int:
    """How many events a file has, by its bytes."""
    return data.count(b"BEGIN:VEVENT\r\n") or data.count(b"BEGIN:VEVENT")


def unfolded(data: bytes) -> list[str]:
    """A file's lines, each whole."""
    return data.decode("utf-8").replace("\r\n ", "").split("\r\n")


def values(data: bytes, name: str) -> list[str]:
    """What a property says in each event, in order."""
    return [line.split(":", 1)[1] for line in unfolded(data) if re.match(rf"{name}[:;]", line)]


def _one_day(start: object, end: object) -> bool:
    return type(start) is date and type(end) is date and end - start == timedelta(days=1)


def _wrong_number(data: bytes, read: int) -> list[str]:
    has = events_in(data)
    return [] if read == has else [f"{read} of {has} events were read"]


def _span(data: bytes) -> tuple[date, int]:
    days = [date.fromisoformat(f"{d[:4]}-{d[4:6]}-{d[6:8]}") for d in re.findall(r"DTSTART[^:]*:(\d{8})", str(data))]
    return min(days), (max(days) - min(days)).days + 1


def _file(data: bytes, folder: Path) -> Path:
    path = folder / "calendar.ics"
    path.write_bytes(data)
    return path


def _run(*command: str, **environment: str) -> subprocess.CompletedProcess[str]:
    env = os.environ | {"TZ": "America/Los_Angeles"} | environment
    return subprocess.run(command, env=env, cwd=ROOT, capture_output=True, text=True, check=False, timeout=120)


@cache
def _libical() -> str:
    """Compile the reader once a run."""
    program = Path(tempfile.mkdtemp(prefix="hardday-")) / "ics_libical"
    atexit.register(shutil.rmtree, program.parent, ignore_errors=True)
    done = _run("gcc", "-Wall", "-Wextra", "-Werror", str(HERE / "ics_libical.c"), "-o", str(program), "-lical")
    assert done.returncode == 0, f"libical is missing: run tools/system-programs\n{done.stderr}"
    return str(program)
