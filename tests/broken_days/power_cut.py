"""A build that is killed: what must be true of the site, of the records and of the next build."""

from __future__ import annotations

import hashlib
import os
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from random import Random

from broken_days_project import (
    Ended,
    acts,
    begin,
    build,
    change,
    copied,
    differing,
    end,
    kill_after,
    made_files,
    site_files,
    small_project,
    watched,
)

RECORDS = ("addresses.json", "calendars.json")
#: What changes files, by the names that Python gives; ``watched/sitecustomize.py`` counts the same.
_NAMES = ("rename", "link", "symlink", "mkdir", "remove", "rmdir", "truncate", "chmod", "chown", "utime")
CHANGES = frozenset(("open", *(f"os.{name}" for name in _NAMES)))
#: Of a build's changes to files so many at its end are the exchange of the sites and the writing of records.
_CLOSING = 32


@dataclass(frozen=True, slots=True)
class Days:
    """A project that was built and then edited, and all that is right for it.

    ``edited``: built, edited, and not built again. ``old`` and ``new``: the site before and after the edit; ``made``:
    all files that a build makes of the edited one. ``records``: which contents each record may have. ``work``: CPU
    seconds of that build; ``changes``: how often its first process changes something in the file system.
    """

    edited: Path
    old: dict[str, str]
    new: dict[str, str]
    made: dict[str, str]
    records: dict[str, frozenset[str]]
    work: float
    changes: int


def days(folder: Path, **variables: str) -> Days:
    """Make such a project below a folder."""
    before = small_project(folder / "before")
    build(before).fine()
    edited = copied(before, folder / "edited")
    change(edited)
    cold = copied(edited, folder / "cold")
    for name in ("build", "site"):
        shutil.rmtree(cold / name)
    build(cold).fine()
    warm, log = copied(edited, folder / "warm"), folder / "log"
    program = begin(warm, watched(WATCHED_LOG=str(log)))
    _, status, used = os.wait4(program.pid, 0)
    assert status == 0
    assert differing(made_files(warm), made_files(cold)) == []
    shutil.rmtree(warm)
    return Days(
        edited=edited,
        old=site_files(before),
        new=site_files(cold),
        made=made_files(cold),
        records={name: frozenset((_record(before, name), _record(cold, name))) for name in RECORDS},
        work=used.ru_utime + used.ru_stime,
        changes=_changes(warm, log),
    )


@dataclass(frozen=True, slots=True)
class Moment:
    """When a build is killed: when it has worked so long (CPU seconds), or at so manieth a change to files."""

    seconds: float = 0.0
    change: int = 0


def at_work(of: Days, draw: Random, count: int) -> list[Moment]:
    """Draw moments over the whole work of a build, one in each of so many equal shares of it."""
    return [Moment(seconds=of.work * 0.98 * (number + draw.random()) / count) for number in range(count)]


def at_the_end(of: Days, draw: Random, count: int) -> list[Moment]:
    """Draw moments among the last changes to files: they take no time, and are what matters most."""
    last = range(of.changes - _CLOSING + 1, of.changes + 1)
    return [Moment(change=number) for number in sorted(draw.sample(last, count))]


def killed_at(project: Path, moment: Moment, *program: str) -> Ended:
    """Build a project, kill the build at a moment, and return how it ended: it may have been quicker."""
    begun = begin(project, watched(WATCHED_KILL=str(moment.change)), *program)
    if moment.seconds:
        kill_after(begun, moment.seconds)
    return end(project, begun)


def harm(of: Days, project: Path) -> Iterator[str]:
    """Yield what must not be in a project whose build was killed."""
    site = site_files(project)
    if site not in (of.old, of.new):
        from_old, from_new = differing(site, of.old), differing(site, of.new)
        yield f"the site is neither the old one ({from_old}) nor the new one ({from_new})"
    for name, allowed in of.records.items():
        if _record(project, name) not in allowed:
            yield f"published/{name} is neither the old one nor the new one"


def harm_after(of: Days, project: Path) -> Iterator[str]:
    """Yield what must not be in a project that was built again afterwards."""
    wrong = differing(made_files(project), of.made)
    if wrong:
        yield f"the next build is not as if nothing had been: {wrong}"
    if site_files(project, "build/site-before/1") != of.old:
        yield "the old site can't be gone back to"


def trial(of: Days, project: Path, *killed: Moment) -> list[str]:
    """Kill builds in a new copy of the project, one after the other, and then let one be; return all harm."""
    copied(of.edited, project)
    found: list[str] = []
    for one in killed:
        ended = killed_at(project, one)
        found += [f"{one}: {wrong}" for wrong in harm(of, project)]
        if ended.status >= 0 and one.change and one is killed[0]:
            found.append(f"{one}: was not killed, but ended with {ended}")
    ended = build(project)
    found += [] if ended.status == 0 else [f"the next build ends with {ended}"]
    found += harm_after(of, project)
    shutil.rmtree(project)
    return [f"after {killed}: {wrong}" for wrong in found]


def _record(project: Path, name: str) -> str:
    path = project / "published" / name
    return hashlib.sha256(path.read_bytes()).hexdigest() if path.exists() else "none"


def _changes(project: Path, log: Path) -> int:
    """Return how often a build's first process changed something in its project."""
    return sum(1 for act, first, about in acts(log) if first and act in CHANGES and _inside(project, str(about[0])))


def _inside(project: Path, path: str) -> bool:
    return not path.startswith("/") or path.startswith(f"{project}/")
