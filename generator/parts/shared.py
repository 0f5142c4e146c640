"""The pages and files that all plans share, made anew only when a plan's summary or what all stand on has changed."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from generator.frozen import frozen
from generator.parts.building import Places
from generator.parts.files import Files, all_stand, is_name
from generator.parts.ground import Ground
from generator.parts.kept import CACHE, kept_text, read_kept, write_kept
from generator.parts.keys import key_of
from generator.parts.record import Record
from generator.publish.files import Shared
from generator.publish.navigation import Entry

FORMAT = "hardday/shared@1"
FILE = CACHE / "shared.json"


@frozen
class SharedRecord:
    """What is remembered: ``key`` stands for all that it was made of, ``told`` is JSON."""

    key: str
    files: Files
    navigation: str
    top: tuple[Entry, ...]
    told: str


class _OnDisk(Mapping[str, bytes]):
    """Files below a folder, read when they are asked for."""

    def __init__(self, folder: Path, names: Sequence[str]) -> None:
        self._folder, self._names = folder, dict.fromkeys(names)

    def __getitem__(self, name: str) -> bytes:
        if name not in self._names:
            raise KeyError(name)
        return (self._folder / name).read_bytes()

    def __iter__(self) -> Iterator[str]:
        return iter(self._names)

    def __len__(self) -> int:
        return len(self._names)


def shared_files(ground: Ground, parts: Sequence[Record], places: Places) -> tuple[Shared, SharedRecord]:
    """Return what all plans share, and what is to be remembered of it, whose files stand and need no writing."""
    key = key_of(ground.key, *(part.summary_key for part in parts))
    old = _read(ground.root)
    if old is not None and old.key == key:
        files = all_stand(places.own.pages, old.files)
        if files is not None:
            known = SharedRecord(key, files, old.navigation, old.top, old.told)
            contents = _OnDisk(places.own.pages, tuple(files))
            return Shared(contents, old.navigation, old.top, json.loads(old.told)), known
    made = _made(ground, parts)
    return made, SharedRecord(key, {}, made.navigation, made.top, json.dumps(made.told))


def _made(ground: Ground, parts: Sequence[Record]) -> Shared:
    from generator.publish.articles import Articles  # where nothing of it is made, nothing of that is loaded
    from generator.publish.offline import BESIDE_PACK, beside_pack
    from generator.whole_site.shared import shared_site

    made = shared_site([part.summary for part in parts], ground.beside)
    pack = beside_pack(Articles(made.files, ground.file).at)
    return Shared({**made.files, BESIDE_PACK: pack}, made.navigation, made.top, made.told)


def _read(root: Path) -> SharedRecord | None:
    found = read_kept(root / FILE, FORMAT, SharedRecord)
    if found is None or not all(map(is_name, found.files)):
        return None
    try:
        return found if isinstance(json.loads(found.told), dict) else None
    except ValueError:
        return None


def write_shared(root: Path, record: SharedRecord) -> None:
    """Remember it."""
    write_kept(root / FILE, kept_text(FORMAT, record))
