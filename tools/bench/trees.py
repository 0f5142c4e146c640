"""Folders of files, compared and measured."""

from __future__ import annotations

import hashlib
import re
import shutil
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from pathlib import Path

from tools.bench.measure import Failed

_ARTICLE = re.compile(rb"<article\b.*</article>", re.S)
_BLANK_LINES = re.compile(rb"\n\s*\n")
_WEEK = re.compile(r"plans/[^/]+/week-\d+/index\.html")


@dataclass(frozen=True, slots=True)
class Size:
    """A site in numbers: HTML pages, files, bytes of all files, bytes of the HTML of its largest week page."""

    pages: int
    files: int
    bytes: int
    largest_week: int


def digests(folder: Path, but: Collection[str] = ()) -> dict[str, str]:
    """Return a hash of each file by its path in the folder."""
    return {name: _hash(path.read_bytes()) for name, path in _files(folder).items() if name not in but}


def articles_and_files(site: Path, but: Collection[str] = ()) -> dict[str, str]:
    """Return the same for a site, but of a page with an article that article alone, and of no page its blank lines.

    The navigation around an article is for a publisher to choose: ours shows no other plans beside a plan.
    """
    found = digests(site, but)
    pages = ((name, (site / name).read_bytes()) for name in found if name.endswith(".html"))
    return found | {name: _hash(_article(page)) for name, page in pages}


def _article(page: bytes) -> bytes:
    found = _ARTICLE.search(page)
    return _BLANK_LINES.sub(b"\n", found[0] if found else page)


def differing(one: Mapping[str, str], other: Mapping[str, str]) -> list[str]:
    """Return the paths, in order, that are in one of the two alone or have other content."""
    return sorted(name for name in {*one, *other} if one.get(name) != other.get(name))


def want_same(one: Mapping[str, str], other: Mapping[str, str], what: str) -> None:
    """Failed, with the first paths that differ, unless two folders hold the same files."""
    names = differing(one, other)
    if names:
        raise Failed(f"{what} differ in {len(names)} of {len({*one, *other})} files: {', '.join(names[:10])}")


def copy_files(names: Collection[str], there: Path, to: Path) -> None:
    """Make files of one folder be those of another; what is not there is deleted."""
    for name in names:
        if (there / name).is_file():
            (to / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(there / name, to / name)
        else:
            (to / name).unlink(missing_ok=True)


def size_of(site: Path) -> Size:
    """Measure a site."""
    files = _files(site)
    sizes = {name: path.stat().st_size for name, path in files.items()}
    weeks = [size for name, size in sizes.items() if _WEEK.fullmatch(name)]
    pages = sum(name.endswith(".html") for name in files)
    return Size(pages, len(files), sum(sizes.values()), max(weeks, default=0))


def _files(folder: Path) -> dict[str, Path]:
    return {path.relative_to(folder).as_posix(): path for path in sorted(folder.rglob("*")) if path.is_file()}


def _hash(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()
