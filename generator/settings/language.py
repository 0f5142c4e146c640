"""The site's language: ``theme.language`` of mkdocs.yml. The theme's own words follow it, and so do ours."""

from __future__ import annotations

from pathlib import Path

from generator.language import LanguageUnknown, languages, speaking
from generator.model.finding import Diagnostic, Refused
from generator.model.quoting import nearest, quoted
from generator.settings.document import read_document
from generator.settings.group import Group


def site_language(root: Path) -> str:
    """Return the language's tag, ``en`` where none is set; Refused if we have no words in it."""
    theme = Group(read_document(root, ("theme",)), ("theme",))
    said = theme.said.get("language")
    tag = "en" if said is None else said if isinstance(said, str) else ""
    try:
        with speaking(tag):
            return tag
    except LanguageUnknown as unknown:
        message = f"there are no words of the site in the language {quoted(tag)}"
        hint = nearest(tag, unknown.known) or f"Write language: and one of {', '.join(languages())}."
        hint += " docs/language.md says how to add one."
        raise Refused((Diagnostic(theme.place("language"), "error", None, message, hint),)) from None
