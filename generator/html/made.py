"""A page that was made, and what the files that all pages share need of it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from generator.frozen import frozen


@frozen
class PageFacts:
    """What the site map and the search index need of a page: plain data.

    ``source`` is its path below ``build/pages``, ``title`` MkDocs' own title of it, ``meta`` its front matter,
    ``entries`` what the search index holds of it as JSON, with commas between the entries and no brackets around them.
    """

    source: str
    title: str
    meta: Mapping[str, Any]
    entries: str


@frozen
class Made:
    """A page's HTML. ``name`` is its path in the site.

    ``article`` is what stands between the theme's frame, before the theme adds to it; ``complaints`` are MkDocs'
    warnings, each of which is an error in a strict build.
    """

    name: str
    html: bytes
    article: str
    facts: PageFacts
    complaints: tuple[str, ...]
