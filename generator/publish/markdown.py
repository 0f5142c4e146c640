"""Templates to Markdown: one environment, in which every value is escaped unless it is markup of ours."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

import jinja2
from markupsafe import Markup

from generator.publish import addresses
from generator.publish.cite import citing
from generator.publish.escape import escaped, front_matter
from generator.publish.pictures.season import season_picture
from generator.publish.pictures.steps import step_bar
from generator.publish.texts import Entries

TEMPLATES = Path(__file__).resolve().parents[2] / "templates"
_ADDRESS = re.compile(r"^(?:[a-z0-9-]+/)*(?:#?[a-z0-9-]+|[a-z0-9-]+\.[a-z]+)?$")
_WEB_ADDRESS = re.compile(r"^<?https?://[A-Za-z0-9./_~?=&%#:@+-]+>?$")
_INDENTED_TAG = re.compile(r"^[ \t]+(?=<)", re.M)
_BLANK_LINES = re.compile(r"\n\s*\n+")


@dataclass(frozen=True, slots=True)
class Press:
    """What prints pages: the templates' environment and the bibliography that pages cite."""

    templates: jinja2.Environment
    sources: Entries

    def page(self, template: str, here: str, header: Mapping[str, object], **facts: Any) -> str:
        """Return a page's Markdown with its front matter. ``here`` is its address."""
        body = tidy(self.rendered(f"pages/{template}.md.j2", here, facts))
        return f"{front_matter(header)}\n{body}\n"

    def rendered(self, template: str, here: str, facts: Mapping[str, Any]) -> str:
        """Return a template's text. Templates write ``to(address)`` for a link from the page at ``here``."""
        to = partial(link_from, here)
        known = {"to": to, "root": Markup(addresses.relative(here, "")), "cite": citing(self.sources, to)}
        return self.templates.get_template(template).render(known | dict(facts))


def press(templates: Path, sources: Entries) -> Press:
    """Set up the press: a missing value is an error, and ``finalized`` alone decides what is escaped."""
    found = jinja2.Environment(
        loader=jinja2.FileSystemLoader(templates),
        undefined=jinja2.StrictUndefined,
        autoescape=True,
        finalize=finalized,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    found.globals |= {"step_bar": step_bar, "season_picture": season_picture}
    return Press(found, sources)


def link_from(here: str, there: str) -> Markup:
    """Return the way to another page of the site as a browser needs it; ValueError if it is no address of ours."""
    if not _ADDRESS.match(there):
        raise ValueError(f"'{there}' is not an address of the site")
    return Markup(addresses.relative(here, there))


def tidy(body: str) -> str:
    """Take out indentation before tags and runs of empty lines: bytes that a phone would load for nothing."""
    return _BLANK_LINES.sub("\n\n", _INDENTED_TAG.sub("", body)).strip("\n")


def finalized(value: object) -> Markup:
    """Escape what a template prints. A value that is one web address stays, so that a guide may link to it."""
    if isinstance(value, str) and not isinstance(value, Markup) and _WEB_ADDRESS.match(value):
        return Markup(value)
    return escaped(value)
