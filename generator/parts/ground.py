"""What all parts of a site stand on: read once, the same for every plan, and a key that stands for all of it."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from generator.bookmarks import Ledgers, read_ledger, read_moved_file
from generator.inputs import Inputs
from generator.parts.keys import ground_key, part_key
from generator.publish.calendars.ledger import read_ledger as read_events
from generator.settings import read_settings
from generator.settings.file import site_file, site_url
from generator.source_date import source_date

if TYPE_CHECKING:
    from generator.project import Project
    from generator.whole_site.beside import Beside


class Ground:
    """A project as it stands on the disk, without its plans.

    ``inputs`` has a key for each definition; ``key`` stands for the program, the library, the policies, the templates
    and the settings. ``ledger`` and ``moved`` say what was ever published, ``events`` what was in calendars; ``file``
    is mkdocs.yml, ``url`` where the site is served, ``epoch`` the second of the sources' date.
    """

    def __init__(self, root: Path, inputs: Inputs) -> None:
        """Read all but the library and the policies; Refused with what can't be read."""
        self.root, self.inputs, self.key = root, inputs, ground_key(inputs)
        self.settings = read_settings(root)
        self.file: Mapping[str, Any] = site_file(root)
        self.url, self.epoch = site_url(root), int(source_date(root))
        self.ledger, self.moved, self.events = read_ledger(root), read_moved_file(root), read_events(root)

    @cached_property
    def project(self) -> Project:
        """The library and the policies, read when they are first asked for; Refused with every fault of theirs."""
        from generator.project import open_project  # takes longer to import than to do

        return open_project(self.root)

    @cached_property
    def beside(self) -> Beside:
        """What the site is made of beside its plans, in the language that is spoken when it is first asked for."""
        from generator.publish.texts import LibraryTexts
        from generator.whole_site.beside import Beside, policy_texts

        return Beside(
            library=LibraryTexts(self.project.library.texts),
            settings=self.settings,
            policies=policy_texts(self.project),
            file=self.file,
            url=self.url,
            events=self.events,
            epoch=self.epoch,
        )

    def key_of(self, path: Path) -> str:
        """Return what stands for all that a plan's part is made of, but for what the records say of it."""
        return part_key(self.key, self.inputs, path)

    def ledgers(self) -> Ledgers:
        """Return each plan's own part of what was published."""
        return Ledgers(self.ledger, self.moved, [path.stem for path in self.inputs.plans])
