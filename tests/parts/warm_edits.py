"""More of what may happen between two builds, drawn beside what an author does (``serve_edits``)."""

from __future__ import annotations

import os
import shutil
from pathlib import Path
from random import Random

from serve_edits import GOOD, Edit, Undo, _changed, _plan, _put, _quoted

MOVED = "plans/library/moved.yaml"


def plan_moved(draw: Random, root: Path) -> Undo:
    """Give a plan another address and say where the old one leads."""
    path = _plan(draw, root)
    if path.stem == "winter":
        return nothing_but_its_time(draw, root)
    other = path.with_name(f"moved-{draw.randint(1, 99)}.yaml")
    if other.exists():
        return nothing_but_its_time(draw, root)
    told = _said_moved(root, f"plans/{path.stem}", f"plans/{other.stem}")
    path.rename(other)
    return lambda: (other.rename(path), told())


def plan_given_up(draw: Random, root: Path) -> Undo:
    """Delete a plan and say which takes its place."""
    path = _plan(draw, root)
    if path.stem == "winter":
        return nothing_but_its_time(draw, root)
    text = path.read_bytes()
    told = _said_moved(root, f"plans/{path.stem}", "plans/winter")
    path.unlink()
    return lambda: (path.write_bytes(text), told())


def _said_moved(root: Path, old: str, new: str) -> Undo:
    path = root / MOVED
    lines = path.read_text("utf-8").splitlines() if path.exists() else []
    kept = [line.replace(f": {old}", f": {new}") for line in lines if not line.startswith((f"{old}:", f"{new}:"))]
    return _put(path, "\n".join([*kept, f"{old}: {new}"]) + "\n")


def plan_added(draw: Random, root: Path) -> Undo:
    """Write a plan under a name that was never used."""
    name = root / "plans" / f"added-{draw.randint(100, 999)}.yaml"
    return _put(name, f"title: {_quoted(draw)}\nextends: winter\nsummary: One more.\norder: {draw.randint(1, 99)}\n")


def nothing_but_its_time(draw: Random, root: Path) -> Undo:
    """Touch a file: it is as new or as old as can be."""
    path = draw.choice([_plan(draw, root), root / "mkdocs.yml", root / "plans" / "library" / "exercises.yaml"])
    os.utime(path, ns=(0, draw.choice((1, 10**18, 2 * 10**18))))
    return lambda: None


def same_size_and_time(draw: Random, root: Path) -> Undo:
    """Change a letter of a title and set the file's time back: only its content tells."""
    path = root / "plans" / "dated.yaml"
    if not path.exists() or "dates" not in path.read_text("utf-8"):
        return nothing_but_its_time(draw, root)
    known = path.stat()
    undo = _changed(path, "dates", draw.choice(("Dates", "dAtes", "daTes", "datEs")))
    os.utime(path, ns=(known.st_atime_ns, known.st_mtime_ns))
    return undo


def records_forgotten(draw: Random, root: Path) -> Undo:
    """Delete a committed record: nothing was ever published, or no calendar was; then nothing has moved either."""
    path = root / "published" / draw.choice(("addresses.json", "calendars.json"))
    if not path.exists():
        return nothing_but_its_time(draw, root)
    gone = [path, root / MOVED] if path.name == "addresses.json" and (root / MOVED).exists() else [path]
    texts = [one.read_bytes() for one in gone]
    for one in gone:
        one.unlink()
    return lambda: [one.write_bytes(text) for one, text in zip(gone, texts, strict=True)]


def event_was_other(draw: Random, root: Path) -> Undo:
    """Another branch's record: an event had another content, and a number of its own."""
    path = root / "published" / "calendars.json"
    if not path.exists() or '", 0, "' not in path.read_text("utf-8"):
        return nothing_but_its_time(draw, root)
    return _changed(path, '", 0, "', f'0", {draw.randint(1, 9)}, "')


def library_back(draw: Random, root: Path) -> Undo:
    """Take a file of the library back to what it was in the beginning."""
    name = draw.choice(("exercises.yaml", "glossary.yaml"))
    return _put(root / "plans" / "library" / name, (root / "as-it-was" / name).read_bytes())


def policy_gone(draw: Random, root: Path) -> Undo:
    """Delete a policy that nobody follows, or whose follower then has none."""
    found = sorted((root / "plans" / "policies").glob("house-*.yaml"))
    if not found:
        return nothing_but_its_time(draw, root)
    path = draw.choice(found)
    text = path.read_bytes()
    path.unlink()
    return lambda: path.write_bytes(text)


def remember_the_beginning(root: Path) -> None:
    """Keep the library as it is for ``library_back``."""
    (root / "as-it-was").mkdir()
    for name in ("exercises.yaml", "glossary.yaml"):
        shutil.copy2(root / "plans" / "library" / name, root / "as-it-was" / name)


#: What is drawn beside an author's usual edits.
MORE: tuple[Edit, ...] = (
    *(plan_moved, plan_given_up, plan_added, nothing_but_its_time, same_size_and_time, records_forgotten),
    *(event_was_other, library_back, policy_gone),
)
ALL: tuple[Edit, ...] = (*GOOD, *MORE)
