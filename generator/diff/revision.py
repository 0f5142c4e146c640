"""A git revision of a project in a folder of its own, read without touching the work tree.

Only what the comparison reads is written there: definitions, policies, library, mkdocs.yml and the records of what was
published. Objects are read by their ids, so no name in the repository, and none of its settings, runs anything.
"""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from generator.frozen import frozen
from generator.yaml_tree import LARGEST_BYTES

#: Records of published calendars grow with the plans; nothing else comes near.
_LARGEST_RECORD = 64 * 1024 * 1024
_ENVIRONMENT = {
    "GIT_TERMINAL_PROMPT": "0",
    "GIT_OPTIONAL_LOCKS": "0",
    "GIT_NO_LAZY_FETCH": "1",
    "GIT_NO_REPLACE_OBJECTS": "1",
    "LC_ALL": "C",
}


class NoRevision(Exception):
    """A name that is no revision; says why in a sentence's words."""


@frozen
class Revision:
    """A commit, and the folder of the repository in which the project lies (empty, or with a closing slash)."""

    commit: str
    below: str


@frozen
class _Blob:
    mode: str
    name: str
    size: int
    path: PurePosixPath


def find_revision(root: Path, name: str) -> Revision:
    """Return the commit that a name means in the project's repository; NoRevision if it means none."""
    if not name or any(ord(letter) < 32 for letter in name):
        raise NoRevision("it is no name")
    below = _git(root, "rev-parse", "--show-prefix")
    if below is None:
        raise NoRevision("the project is in no git repository")
    found = _git(root, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{name}^{{commit}}")
    if not found or len(found.split()) != 1:
        raise NoRevision("git knows no such revision")
    return Revision(found.strip(), below.rstrip("\n"))


def write_revision(root: Path, revision: Revision, to: Path) -> None:
    """Write the project as it was into an empty folder. A link is written as one that leads nowhere: it is refused."""
    wanted = [blob for blob in _blobs(root, revision) if _is_read(blob)]
    with subprocess.Popen(
        ["git", "cat-file", "--batch"],
        cwd=root,
        env={**os.environ, **_ENVIRONMENT},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    ) as reader:
        assert reader.stdin is not None
        assert reader.stdout is not None
        for blob in wanted:
            path = to / blob.path
            path.parent.mkdir(parents=True, exist_ok=True)
            if blob.mode == "120000":
                path.symlink_to("a-link-of-the-repository")
                continue
            if blob.size > _LARGEST_RECORD or (blob.path.suffix != ".json" and blob.size > LARGEST_BYTES):
                path.write_bytes(b" " * (LARGEST_BYTES + 1))  # refused like the file itself, for its size
                continue
            reader.stdin.write(f"{blob.name}\n".encode("ascii"))
            reader.stdin.flush()
            size = int(reader.stdout.readline().split()[-1])
            path.write_bytes(reader.stdout.read(size + 1)[:size])


def _is_read(blob: _Blob) -> bool:
    """True for a file that the comparison reads."""
    parts = blob.path.parts
    if any(part in (".", "..") or part.lower() == ".git" for part in parts) or blob.path.is_absolute():
        return False
    if parts[0] == "published":
        return len(parts) == 2 and blob.path.suffix == ".json"
    plans = parts[0] == "plans" and len(parts) in (2, 3) and blob.path.suffix in (".yaml", ".yml")
    return plans or blob.path == PurePosixPath("mkdocs.yml")


def _blobs(root: Path, revision: Revision) -> Iterator[_Blob]:
    wanted = [f"{revision.below}{name}" for name in ("plans", "mkdocs.yml", "published")]
    listed = _git(root, "ls-tree", "-r", "-z", "-l", "--full-tree", revision.commit, "--", *wanted)
    for entry in (listed or "").split("\0"):
        about, _, path = entry.partition("\t")
        fields = about.split()
        if len(fields) == 4 and fields[1] == "blob" and path.startswith(revision.below):
            yield _Blob(fields[0], fields[2], int(fields[3]), PurePosixPath(path[len(revision.below) :]))


def _git(root: Path, *arguments: str) -> str | None:
    """Return what git prints, or None if it fails or is not there."""
    try:
        done = subprocess.run(
            ["git", *arguments],
            cwd=root,
            env={**os.environ, **_ENVIRONMENT},
            stdin=subprocess.DEVNULL,
            capture_output=True,
            check=False,
        )
    except (OSError, ValueError):
        return None
    return os.fsdecode(done.stdout) if done.returncode == 0 else None
