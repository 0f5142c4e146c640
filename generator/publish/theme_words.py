"""Our few words around every page, prepared for the theme: MkDocs and Zensical print it, and have no catalogue of ours.

What mkdocs.yml says in English by itself (the names of the color switch, of a heading's link) is put into the site's
language as well; a clinic that writes its own words there keeps them.
"""

from __future__ import annotations

from generator.language import N_, SOURCE, _, spoken

#: What the mkdocs.yml that comes with hardday says, by the name under which the theme finds its translation.
SAID_IN_SETTINGS = {
    "colors_device": N_("Colors: as the device. Switch to light"),
    "colors_light": N_("Colors: light. Switch to dark"),
    "colors_dark": N_("Colors: dark. Switch to those of the device"),
    "section_link": N_("Link to this section"),
}
#: What stands below each day on paper, with room to write between; the style sheet says it in English.
_MARKS_APART = " " * 12


def theme_words() -> dict[str, str]:
    """Return what the theme says, as ``extra.hardday.words``; ``{link}`` is an address that the theme puts in."""
    return {
        "search": _("Search"),
        "breadcrumbs": _("Breadcrumbs"),
        "contents": _("Table of contents"),
        "stop_signs": _("Stop signs: when to rest and call us"),
        "whole_site": _("Whole site"),
        "missing_title": _("This page is not here"),
        "missing": _(
            'The address may be mistyped. <a href="{link}">All plans</a> are one step away, and the search at the top '
            "finds plans, phases, exercises and rules."
        ),
        "marks": "" if spoken() == SOURCE else _MARKS_APART.join((_("Sore"), _("Tired"), _("Note"))),
        **{name: _(text) for name, text in SAID_IN_SETTINGS.items()},
    }


def section_link(article: str) -> str:
    """Return an article whose headings' links are named in the site's language."""
    english = SAID_IN_SETTINGS["section_link"]
    said = _(english)
    return article.replace(f'title="{english}"', f'title="{said}"')
