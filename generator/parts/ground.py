"""What all parts of a site stand on: read once, the same for every plan, and a key that stands for all of it."""

from __future__ import annotations

import hashlib
import importlib.metadata
import platform
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import generator
from generator.bookmarks import Ledgers
from generator.bookmarks.ledger import Ledger
from generator.bookmarks.moved_file import MovedFile
from generator.inputs import Inputs
from generator.project import Project
from generator.whole_site import Beside

#: What else decides how a page comes out: the packages that print it.
PACKAGES = (
    *("babel", "icalendar", "jinja2", "markdown", "markupsafe", "mkdocs", "mkdocs-material", "pydantic"),
    *("pygments", "pymdown-extensions", "pyyaml"),
)


@dataclass(frozen=True, slots=True)
class Ground:
    """A project as it stands on the disk, without its plans.

    ``inputs`` has a key for each definition; ``key`` stands for the program, the library, the policies, the templates
    and the settings. ``ledger`` and ``moved`` say what was ever published.
    """

    project: Project
    beside: Beside
    inputs: Inputs
    ledger: Ledger
    moved: MovedFile
    key: str

    @property
    def root(self) -> Path:
        """The project's folder."""
        return self.project.root

    def key_of(self, path: Path) -> str:
        """Return what stands for all that a plan's part is made of, but for what the records say of it."""
        return _key(self.key, self.inputs.plans[path])

    def ledgers(self) -> Ledgers:
        """Return each plan's own part of what was published."""
        return Ledgers(self.ledger, self.moved, [path.stem for path in self.inputs.plans])


def ground_key(inputs: Inputs, language: str) -> str:
    """Return the key of all that is no plan: two grounds with one key make the same parts."""
    shared = (inputs.shared, inputs.settings, inputs.words, inputs.locale, inputs.theme, language)
    return _key(program(), *shared)


@cache
def program() -> str:
    """Return what stands for hardday itself, as it is installed, and for the packages that it prints with."""
    found = hashlib.sha256(platform.python_version().encode("ascii"))
    for name, content in (*_modules(), *((name, version.encode()) for name, version in _versions().items())):
        found.update(f"{name}\0{len(content)}\0".encode() + content)
    return found.hexdigest()


def _modules() -> Iterator[tuple[str, bytes]]:
    folder = Path(generator.__file__).parent
    for path in sorted(folder.rglob("*.py")):
        yield path.relative_to(folder).as_posix(), path.read_bytes()


def _versions() -> Mapping[str, str]:
    found: dict[str, str] = {}
    for name in PACKAGES:
        try:
            found[name] = importlib.metadata.version(name)
        except importlib.metadata.PackageNotFoundError:
            found[name] = ""
    return found


def _key(*parts: str) -> str:
    return hashlib.sha256("\0".join(parts).encode("utf-8")).hexdigest()[:40]
