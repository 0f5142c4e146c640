"""The date of a project's sources: a build has no clock."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime
from pathlib import Path

#: The variable of the environment that says it, to us and to MkDocs.
EPOCH = "SOURCE_DATE_EPOCH"
_NO_CLOCK = "315532800"  # 1980-01-01: a date for sources that have none


def source_date(root: Path) -> str:
    """Return SOURCE_DATE_EPOCH: the environment's, else the last commit's time, else a fixed date. Never the clock."""
    return os.environ.get(EPOCH) or commit_date(root)


@contextmanager
def dated(root: Path) -> Iterator[None]:
    """Let the sources' date be known to all that is begun while the block runs: git is asked once."""
    given = os.environ.get(EPOCH)
    os.environ[EPOCH] = source_date(root)
    try:
        yield
    finally:
        if given is None:
            os.environ.pop(EPOCH)
        else:
            os.environ[EPOCH] = given


def revision(root: Path) -> str:
    """Return the last commit's name, empty where git knows none."""
    try:
        done = subprocess.run(["git", "rev-parse", "HEAD"], cwd=root, capture_output=True, text=True, check=False)
    except OSError:
        return ""
    return done.stdout.strip() if done.returncode == 0 else ""


def commit_date(root: Path) -> str:
    """Return the last commit's time, else a fixed date."""
    command = ["git", "log", "-1", "--format=%ct"]
    try:
        done = subprocess.run(command, cwd=root, capture_output=True, text=True, check=False)
    except OSError:
        return _NO_CLOCK
    return done.stdout.strip() or _NO_CLOCK


def refused_by_git(root: Path) -> bool:
    """True if the sources are dated by no commit because git reads no repository of another user's.

    That is what containers of CI meet; pages and calendars would silently be dated 1980.
    """
    if source_date(root) != _NO_CLOCK:
        return False
    command = ["git", "rev-parse", "HEAD"]
    try:
        done = subprocess.run(
            command, cwd=root, env=os.environ | {"LC_ALL": "C"}, capture_output=True, text=True, check=False
        )
    except OSError:
        return False
    return "dubious ownership" in done.stderr


def source_day(root: Path) -> date:
    """Return the day of the same, in Greenwich; a number that is no second of a calendar is as good as none."""
    try:
        return datetime.fromtimestamp(int(source_date(root)), UTC).date()
    except (ValueError, OverflowError, OSError):
        return datetime.fromtimestamp(int(_NO_CLOCK), UTC).date()
