"""What a phone saves to open a plan where there is no reception.

``plans/<plan>/offline.json`` holds the articles of a plan, of its exercises and of what an athlete needs beside them,
each as the site shows it; format ``hardday/offline@1``, keys may be added, none renamed. ``sw.js`` at the site's root
(``templates/assets/js/sw``) saves it and puts an article into the site's frame when its page can't be had.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextvars import copy_context
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
from generator.publish.markdown import TEMPLATES
from generator.publish.texts import PlanPage

FORMAT = "hardday/offline@1"
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


def offline_files(
    pages: Mapping[str, bytes], settings: Mapping[str, Any], templates: Path = TEMPLATES
) -> dict[str, bytes]:
    """Return the manifest with its icons, and the worker, made of all that was written.

    ``pages`` are the files below ``build/pages``, ``settings`` those of mkdocs.yml.
    """
    return {MANIFEST: manifest(settings), **icons(pages, settings), "sw.js": _worker(pages, settings, templates)}


def saved_articles(
    plans: Sequence[PlanPage], pages: Mapping[str, bytes], settings: Mapping[str, Any]
) -> dict[str, Callable[[], bytes]]:
    """Return what makes each plan's saved articles, by the file's path, in the language that is spoken now.

    Not for several threads at once.
    """
    articles = Articles(pages, settings)
    made = (partial(copy_context().run, _pack, one, articles) for one in plans)
    return {f"{plan_address(one.plan)}offline.json": make for one, make in zip(plans, made, strict=True)}


def _pack(one: PlanPage, articles: Articles) -> bytes:
    own = {address: articles.at(address) for address in _own_addresses(one)}
    exercises = sorted({link for article in own.values() for link in _EXERCISE.findall(article.html)})
    shown = own | {address: articles.at(address) for address in (*exercises, *BESIDE)}
    data = {
        "format": FORMAT,
        "plan": one.plan.id,
        "title": one.texts.title,
        "pages": {address: _plain(article) for address, article in shown.items()},
    }
    return (json.dumps(data, ensure_ascii=False, separators=(",", ":")) + "\n").encode("utf-8")


def _plain(article: Article) -> dict[str, str]:
    return {"title": article.title, "html": article.html}


def _own_addresses(one: PlanPage) -> Iterator[str]:
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
        "frame": {"address": FRAME, "title": _(FRAME_TITLE), "heading": FRAME_HEADING},
    }
    return f"const SITE = {json.dumps(site)};\n".encode() + code
