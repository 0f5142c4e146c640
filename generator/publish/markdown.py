"""Templates to Markdown: one environment, in which every value is escaped unless it is markup of ours."""

from __future__ import annotations

import re
from collections.abc import Callable, Hashable, Mapping, Sequence
from functools import lru_cache, partial
from pathlib import Path
from typing import Any

import jinja2
from markupsafe import Markup

from generator.compiled_templates import CompiledTemplates, SettledTemplate
from generator.frozen import frozen
from generator.language import SOURCE, lower_first, speech, spoken
from generator.language.guides import spoken_guide
from generator.publish import addresses
from generator.publish.cite import citing
from generator.publish.escape import escaped, front_matter, plain
from generator.publish.marked import block_of, blocks, marked, unmarked
from generator.publish.pictures.season import season_picture
from generator.publish.pictures.steps import step_bar
from generator.publish.texts import Entries
from generator.publish.translated import said, said_in, said_of

_ADDRESS = re.compile(r"^(?:[a-z0-9-]+/)*(?:#?[a-z0-9-]+|[a-z0-9-]+\.[a-z]+)?$")
_WEB_ADDRESS = re.compile(r"^<?https?://[A-Za-z0-9./_~?=&%#:@+-]+>?$")
_GUIDE_LINK = re.compile(r"\]\(([a-z0-9/-]+?)(?:/index)?\.md(#[a-z0-9-]+)?\)")
_INDENTED_TAG = re.compile(r"\n[ \t]+(?=<)")
_BLANK_LINES = re.compile(r"\n\s*\n+")
#: About as many days as some twenty plans have that are not alike.
_PARTS_KEPT = 2_000


@frozen
class Press:
    """What prints pages: the templates' environments and the bibliography that pages cite.

    ``guides`` differs from ``templates`` in one thing: a value that is a web address stays one. ``parts`` prints a
    page's part, by language, the way to the root, name and facts; see ``parts_of``.
    """

    templates: jinja2.Environment
    guides: jinja2.Environment
    sources: Entries
    parts: Callable[[Hashable, Markup, str, Hashable], Markup]

    def page(self, template: str, here: str, header: Mapping[str, object], **facts: Any) -> str:
        """Return a page's Markdown with its front matter. ``here`` is its address."""
        body = self.templates.get_template(f"pages/{template}.md.j2").render(self._known(here) | facts)
        return f"{front_matter(header)}\n{tidy(body)}\n"

    def guide(self, name: str, **facts: Any) -> str:
        """Return a guide's Markdown, which has its front matter in its template.

        Guides name other pages as the site's writers do, ``rules/ramp.md``; here that becomes the file's own place.
        """
        text = self.guides.get_template(f"guide/{name}.md.j2").render(self._known(f"{name}/") | facts)
        return _GUIDE_LINK.sub(lambda link: f"](../{link[1]}/index.md{link[2] or ''})", text)

    def _known(self, here: str) -> dict[str, Any]:
        """What every template knows: ``to(address)`` is a link from the page at ``here``, ``printed`` a page's part."""
        to, root = partial(link_from, here), Markup(addresses.relative(here, ""))
        printed = partial(self.parts, speech(), root)
        return {"to": to, "root": root, "cite": citing(self.sources, to), "printed": printed}


class _Templates(jinja2.FileSystemLoader):
    """Templates as they stand in files; a guide is translated as a text before it is read as a template."""

    def get_source(self, environment: jinja2.Environment, template: str) -> tuple[str, str, Callable[[], bool]]:
        source, path, fresh = super().get_source(environment, template)
        return (spoken_guide(source) if template.startswith("guide/") else source), path, fresh


def press(templates: Path, sources: Entries) -> Press:
    """Set up the press: a missing value is an error, and what is printed is escaped in ``finalize`` alone.

    Every value goes through it, so Jinja need not escape what it gave once more; only guides have macros, whose text
    is markup.
    """
    found = jinja2.Environment(
        loader=_Templates(templates),
        undefined=jinja2.StrictUndefined,
        autoescape=False,
        finalize=escaped,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
        bytecode_cache=CompiledTemplates(f"pages {spoken()}"),
    )
    found.template_class = SettledTemplate
    found.add_extension("jinja2.ext.i18n")
    found.policies["ext.i18n.trimmed"] = True
    found.globals |= {"_": said, "gettext": said, "ngettext": said_of, "pgettext": said_in}
    found.newstyle_gettext = True  # type: ignore[attr-defined]
    found.filters |= {"prose": prose, "inside": lower_first, "unmarked": unmarked}
    found.filters |= {"marked": _marked, "blocks": _blocks, "block_of": _block_of}
    found.globals |= {"step_bar": step_bar, "season_picture": season_picture, "id": heading_id}
    return Press(found, found.overlay(finalize=_address_or_escaped, autoescape=True), sources, parts_of(found))


def parts_of(templates: jinja2.Environment) -> Callable[[Hashable, Markup, str, Hashable], Markup]:
    """Return what prints a page's parts from their facts alone: weeks and plans are alike, so each is printed once.

    A part's template knows ``facts``, ``printed``, and ``to``, whose ways go through the site's root, and nothing of
    the page.
    """

    @lru_cache(maxsize=_PARTS_KEPT)
    def part(language: Hashable, root: Markup, name: str, facts: Hashable) -> Markup:
        template = templates.get_template(f"partials/{name}.md.j2")
        known = {"to": partial(_through_root, root), "printed": partial(part, language, root)}
        return Markup(template.render(known, facts=facts))

    return part


def _through_root(root: Markup, there: str) -> Markup:
    return root + link_from("", there)


def link_from(here: str, there: str) -> Markup:
    """Return the way to another page of the site as a browser needs it; ValueError if it is no address of ours."""
    if not _ADDRESS.match(there):
        raise ValueError(f"'{there}' is not an address of the site")
    return Markup(addresses.relative(here, there))


def heading_id(anchor: str) -> Markup:
    """Return what gives a heading its anchor: addresses are bookmarked, so they are the same in every language.

    An English heading has this anchor by itself.
    """
    return Markup("") if spoken() == SOURCE else Markup(" {{#{}}}").format(anchor)


def tidy(body: str) -> str:
    """Take out indentation before tags and runs of empty lines: bytes that a phone would load for nothing."""
    return _BLANK_LINES.sub("\n\n", _INDENTED_TAG.sub("\n", f"\n{body}")).strip("\n")


def prose(text: str) -> Markup:
    """Return a text in which what stands in double backticks, as in a docstring, is shown as code."""
    parts = plain(text).split("``")
    return Markup("").join(
        Markup("<code>{}</code>").format(escaped(part)) if at % 2 else Markup(" ").join(map(escaped, part.split(" ")))
        for at, part in enumerate(parts)
    )


@jinja2.pass_context
def _marked(context: jinja2.runtime.Context, text: object, between: str = " ") -> Markup:
    return marked(text, context["to"], between)


@jinja2.pass_context
def _blocks(context: jinja2.runtime.Context, text: str, style: str = "") -> Markup:
    return blocks(text, context["to"], style)


@jinja2.pass_context
def _block_of(context: jinja2.runtime.Context, lines: Sequence[str]) -> Markup:
    return block_of(lines, context["to"])


def _address_or_escaped(value: object) -> Markup:
    """Leave a value that is one web address as it is, so that a guide may link to it; escape all others."""
    if isinstance(value, str) and not isinstance(value, Markup) and _WEB_ADDRESS.match(value):
        return Markup(value)
    return escaped(value)
