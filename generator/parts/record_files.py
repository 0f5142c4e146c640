"""Where records of parts lie, and the words that they begin with, for whoever need not read them whole."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from generator.inputs import Inputs
from generator.parts.kept import CACHE, first_text
from generator.parts.keys import part_key

FORMAT = "hardday/part@3"
#: Below the project: where records lie.
FOLDER = CACHE / "plans"
ENDING = ".json"


def record_path(folder: Path, plan_id: str) -> Path:
    """Return where a plan's record lies."""
    return folder / f"{plan_id}{ENDING}"


def key_at(path: Path) -> str:
    """Return the key that a record begins with; nothing if there is none. The rest may yet turn out to be no record."""
    return first_text(path, FORMAT)


def surely_stale(inputs: Inputs, ground: str, paths: Iterable[Path], folders: Iterable[Path]) -> list[Path]:
    """Return definitions whose parts have to be made, going by the first words of their records alone.

    ``ground`` is the key of what all plans stand on; ``folders`` hold records.
    """
    stores = tuple(folders)
    return [
        path
        for path in paths
        if all(key_at(record_path(folder, path.stem)) != part_key(ground, inputs, path) for folder in stores)
    ]
