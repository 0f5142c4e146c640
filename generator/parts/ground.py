"""What all parts of a site stand on: read once, the same for every plan, and a key that stands for all of it."""

from __future__ import annotations

from pathlib import Path

from generator.bookmarks import Ledgers, read_ledger, read_moved_file
from generator.bookmarks.ledger import Ledger
from generator.bookmarks.moved_file import MovedFile
from generator.frozen import frozen
from generator.inputs import Inputs
from generator.parts.keys import ground_key, part_key
from generator.project import Project, open_project
from generator.settings import read_settings
from generator.whole_site.beside import Beside, read_beside


@frozen
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
        return part_key(self.key, self.inputs, path)

    def ledgers(self) -> Ledgers:
        """Return each plan's own part of what was published."""
        return Ledgers(self.ledger, self.moved, [path.stem for path in self.inputs.plans])


def read_ground(root: Path, inputs: Inputs) -> Ground:
    """Read all that a project's plans stand on, in the language that is spoken; Refused with what can't be read."""
    project = open_project(root)
    beside = read_beside(project, read_settings(root))
    return Ground(project, beside, inputs, read_ledger(root), read_moved_file(root), ground_key(inputs))
