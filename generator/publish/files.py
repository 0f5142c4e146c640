"""The files of a site, and those of them that no single plan has."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import field

from generator.frozen import frozen
from generator.publish.navigation import Entry


@frozen
class Site:
    """Every file below ``build/pages`` by its path, and the navigation beside that folder.

    ``late`` are files that cost more than they are asked for in a preview: each is made when it is called.
    """

    pages: Mapping[str, bytes]
    navigation: str
    late: Mapping[str, Callable[[], bytes]] = field(default_factory=dict)

    def whole(self) -> dict[str, bytes]:
        """Return all files."""
        return {**self.pages, **{path: make() for path, make in self.late.items()}}


@frozen
class Shared:
    """The pages that all plans share, the files that are served as they are, and the navigation of the whole site.

    ``told`` is what the theme is told of our files; with it each plan's own navigation is written.
    """

    files: Mapping[str, bytes]
    navigation: str
    top: tuple[Entry, ...]
    told: Mapping[str, object]
