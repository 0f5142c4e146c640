"""Where an address leads: to which file below a site, and to which anchor there."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Container
from urllib.parse import unquote, urlsplit

from generator.frozen import frozen

_OTHER_SITE = re.compile(r"//|[A-Za-z][A-Za-z0-9+.-]*:")
#: Where an address leads that leaves the site: no file is called so.
OUTSIDE = ".."
#: How anchors begin that the theme makes for itself; what leads there is not followed.
THEMES_OWN = "__"


@frozen
class Lead:
    """Where an address leads, as seen from a file.

    ``target`` is a path below the site, with a slash at its end where only a folder is meant; ``OUTSIDE`` where it is
    none of the site's. ``wanted`` is the anchor as pages write it, nothing where any will do. ``path`` and ``anchor``
    are both as the address has them, without ``#``.
    """

    target: str
    wanted: str
    path: str
    anchor: str


class Leading:
    """Follows addresses on a site that is served at an address of its own, if it has one."""

    def __init__(self, site_url: str) -> None:
        self._site_url = site_url
        self._base = urlsplit(site_url).path or "/"

    def lead(self, file: str, text: str) -> Lead | None:
        """Return where an address in a file leads; None where it is of another site or says nothing."""
        if self._site_url and text.startswith(self._site_url):
            text = self._base + text[len(self._site_url) :]
        if not text or _OTHER_SITE.match(text):
            return None
        whole, _, anchor = text.partition("#")
        path = whole.partition("?")[0]
        path = unquote(path) if "%" in path else path
        wanted = unquote(anchor) if "%" in anchor else anchor
        wanted = "" if wanted.startswith((":~:", THEMES_OWN)) else wanted
        return Lead(self._target(file, path), wanted, path, anchor if wanted else "")

    def _target(self, file: str, path: str) -> str:
        if not path:
            return file
        if path.startswith("/"):
            if not path.startswith(self._base):
                return OUTSIDE
            joined = path.removeprefix(self._base)
        else:
            joined = f"{file.rpartition('/')[0]}/{path}".lstrip("/")
        plain = posixpath.normpath(joined) if joined else "."
        if plain.startswith(("..", "/")):
            return OUTSIDE
        if plain == ".":
            return ""
        return f"{plain}/" if path.endswith("/") else plain


def file_at(target: str, files: Container[str]) -> str | None:
    """Return the file that a host sends for a target; None if there is none."""
    if target in files:
        return target
    folder = target.removesuffix("/")
    index = f"{folder}/index.html" if folder else "index.html"
    return index if index in files else None
