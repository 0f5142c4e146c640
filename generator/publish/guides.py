"""The guide pages: templates of ``templates/guide`` with their own front matter, in the order of the guide's index."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import yaml
from markdown.extensions.toc import slugify, unique
from markupsafe import Markup

from generator.frozen import frozen
from generator.publish.texts import PlanTexts

#: First what an athlete needs soonest; guides not named here follow by name.
_FIRST = (
    *("stop-signs", "sign-off", "assessment", "soreness-and-fatigue", "log"),
    *("running-year", "where-experts-disagree", "how-it-works"),
)
_LAST = ("glossary", "sources")


@frozen
class GuideFacts:
    """A guide as its index lists it."""

    slug: str
    address: str
    title: str
    description: str


def guide_names(templates: Path) -> list[str]:
    """Return the guides' slugs in the order in which they are listed."""
    names = sorted(path.name.removesuffix(".md.j2") for path in (templates / "guide").glob("*.md.j2"))
    rank = {name: place for place, name in enumerate(_FIRST)} | {name: 1000 + i for i, name in enumerate(_LAST)}
    return sorted(names, key=lambda name: (rank.get(name, 500), name))


def plan_anchors(plans: Iterable[PlanTexts]) -> dict[str, str]:
    """Return by plan the anchor of its heading in a guide: made of its author's title, whatever the site's language.

    It has letters, digits, ``-`` and ``_`` alone and is printed as it is: an escaped ``_`` would be no anchor.
    """
    used: set[str] = set()
    return {one.id: Markup(unique(slugify(one.written_title or one.title, "-"), used)) for one in plans}


def guide_facts(name: str, page: str) -> GuideFacts:
    """Read a rendered guide's title and description; ValueError if its front matter lacks them."""
    header = yaml.safe_load(page.split("---\n", 2)[1]) if page.startswith("---\n") else {}
    if not isinstance(header, dict) or not header.get("title") or not header.get("description"):
        raise ValueError(f"templates/guide/{name}.md.j2 lacks a title or a description in its front matter")
    return GuideFacts(name, f"{name}/", str(header["title"]), str(header["description"]))
