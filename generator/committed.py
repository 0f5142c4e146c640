"""The files that a build changes and its author commits: what was ever published."""

from __future__ import annotations

import subprocess
from pathlib import Path

#: Addresses, and calendars' events.
FILES = ("published/addresses.json", "published/calendars.json")


def to_commit(root: Path, changed: tuple[str, ...]) -> str:
    """Return what to do with the records: nothing if the last commit has them as they are now.

    Where git is not at hand, a change in this build is all that can be told.
    """
    try:
        command = ["git", "status", "--porcelain", "--", *FILES]
        done = subprocess.run(command, cwd=root, capture_output=True, text=True, check=False)
    except OSError:
        done = None
    if done and done.returncode == 0:
        # A whole folder that git does not know yet is named alone.
        whole = f"{Path(FILES[0]).parent.as_posix()}/\n" in done.stdout
        named = [file for file in FILES if (file in done.stdout or whole) and (root / file).exists()]
    else:
        named = list(changed)
    if not named:
        return ""
    have, them = ("has", "it") if len(named) == 1 else ("have", "them")
    return f"; {' and '.join(named)} {have} changed: commit {them} with the plans"
