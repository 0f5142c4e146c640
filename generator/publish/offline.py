"""What a phone saves to open a plan where there is no reception.

``plans/<plan>/offline.json`` holds the articles of a plan and of its exercises, each as the site shows it, but for the
list of plans that use an exercise: it depends on that plan and the library alone. ``offline/beside.json`` holds the
pages that an athlete needs beside any plan. Format ``hardday/offline@2``; keys may be added, none renamed:

- ``lines``: every line that an article has, once; a plan's weeks are much alike,
- ``pages``: by address a ``title`` and, as ``html``, the places of the article's lines.

``sw.js`` at the site's root (``templates/assets/js/sw``) saves both and puts an article into the site's frame when its
page can't be had. It reads ``hardday/offline@1`` too, in which ``html`` was a text.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextvars import copy_context
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

from generator.language import _
from generator.publish.addresses import (
    calendar_address,
    phase_address,
    plan_address,
    source_file,
    this_week_address,
    week_address,
)
from generator.publish.articles import Article, Articles
from generator.publish.assets import LATER, without_comments
from generator.publish.frame import FRAME, FRAME_HEADING, FRAME_TITLE
from generator.publish.manifest import MANIFEST, icons, manifest
from generator.publish.summary import Summary
from generator.publish.texts import PlanPage
from generator.shipped import TEMPLATES

FORMAT = "hardday/offline@2"
#: The file of what is the same beside all plans.
BESIDE_PACK = f"{FRAME}beside.json"
#: What an athlete needs beside the plan's own pages.
BESIDE = (
    "",
    "plans/",
    "log/",
    "stop-signs/",
    "sign-off/",
    "soreness-and-fatigue/",
    "assessment/",
)
_EXERCISE = re.compile(r'href="(?:\.\./)+(exercises/[a-z0-9-]+/)')
#: Which plans use an exercise: see ``templates/pages/exercise.md.j2``.
_USES = re.compile(r"<!--hd-uses-->.*?<!--/hd-uses-->\n", re.S)

#: Gives the article of a page by its address.
ArticleAt = Callable[[str], Article]


def offline_files(
    pages: Mapping[str, bytes], settings: Mapping[str, Any], templates: Path = TEMPLATES
) -> dict[str, bytes]:
    """Return the manifest with its icons, and the worker, made of all that was written.

    ``pages`` are the files below ``build/pages``, ``settings`` those of mkdocs.yml.
    """
    return {MANIFEST: manifest(settings), **icons(pages, settings), "sw.js": _worker(pages, settings, templates)}


def saved_articles(
    plans: Sequence[PlanPage | Summary], pages: Mapping[str, bytes], settings: Mapping[str, Any]
) -> dict[str, Callable[[], bytes]]:
    """Return what makes each plan's saved articles and those beside them, by the file's path, in the language that is
    spoken now.

    Not for several threads at once.
    """
    at = Articles(pages, settings).at
    made = (partial(copy_context().run, plan_pack, one, at) for one in plans)
    packs = {pack_address(one): make for one, make in zip(plans, made, strict=True)}
    return {**packs, BESIDE_PACK: partial(copy_context().run, beside_pack, at)}


def pack_address(one: PlanPage | Summary) -> str:
    """Return the path of a plan's saved articles."""
    return f"{plan_address(one.plan)}offline.json"


def plan_pack(one: PlanPage | Summary, at: ArticleAt) -> bytes:
    """Return a plan's saved articles. ``at`` is asked for the plan's own pages and for exercises to which they lead.

    An exercise's article may list plans that use it or not: it makes no difference.
    """
    own = {address: at(address) for address in _own_addresses(one)}
    exercises = sorted({link for article in own.values() for link in _EXERCISE.findall(article.html)})
    shown = own | {address: _without_uses(at(address)) for address in exercises}
    return _packed(shown, plan=one.plan.id, title=one.texts.title)


def beside_pack(at: ArticleAt) -> bytes:
    """Return the saved articles of the pages in ``BESIDE``, for which ``at`` is asked."""
    return _packed({address: at(address) for address in BESIDE})


def _without_uses(exercise: Article) -> Article:
    return replace(exercise, html=_USES.sub("", exercise.html))


def _packed(articles: Mapping[str, Article], **said: str) -> bytes:
    lines: dict[str, int] = {}
    pages = {
        address: {"title": one.title, "html": [lines.setdefault(line, len(lines)) for line in one.html.split("\n")]}
        for address, one in articles.items()
    }
    data = {"format": FORMAT, **said, "lines": list(lines), "pages": pages}
    return (json.dumps(data, ensure_ascii=False, separators=(",", ":")) + "\n").encode("utf-8")


def _own_addresses(one: PlanPage | Summary) -> Iterator[str]:
    plan = one.plan
    yield from (plan_address(plan), this_week_address(plan), calendar_address(plan))
    yield from (phase_address(plan, phase) for phase in plan.phases)
    yield from (week_address(plan, week) for week in plan.weeks)
    yield from (old.address for old in one.past.old)


def _worker(pages: Mapping[str, bytes], settings: Mapping[str, Any], templates: Path) -> bytes:
    """Return the worker; its version changes with all that it saves at once: code, style, frame and theme."""
    parts = sorted((templates / "assets" / "js" / "sw").glob("*.js"))
    code = b"\n".join(without_comments(path.read_bytes()) for path in parts)
    files = sorted(path for path in pages if re.match(r"assets/(js-|css/|clinic/)", path))
    frame = pages[source_file(FRAME)]
    theme = [path.read_bytes() for path in sorted((templates / "theme").rglob("*")) if path.is_file()]
    said = json.dumps(settings, sort_keys=True, default=str).encode("utf-8")
    version = hashlib.sha256()
    for part in (code, "\n".join(files).encode("utf-8"), frame, said, *theme):
        version.update(len(part).to_bytes(8, "big") + part)
    site = {
        "version": version.hexdigest()[:8],
        "files": [path for path in files if not path.endswith(LATER)],
        "later": next(path for path in files if path.endswith(LATER)),
        "beside": BESIDE_PACK,
        "frame": {"address": FRAME, "title": _(FRAME_TITLE), "heading": FRAME_HEADING},
    }
    return f"const SITE = {json.dumps(site)};\n".encode() + code
