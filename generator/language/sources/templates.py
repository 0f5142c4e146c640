"""The words that page templates say: what stands in ``{% trans %}`` and ``_``.

The theme's templates are printed by MkDocs or Zensical, which have no catalogue of ours: they only print words that are
prepared for them. Guides are whole texts, with an extractor of their own.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from jinja2.ext import babel_extract

from generator.language.sources.message import Message, from_babel
from generator.language.sources.python_code import MARKS, TRANSLATOR

FOLDERS = ("pages", "partials", "guide")
#: As the press reads templates (``generator/publish/markdown.py``).
OPTIONS = {"trimmed": "true", "silent": "false", "trim_blocks": "true", "lstrip_blocks": "true"}
_KEYWORDS = {**MARKS, "gettext": None, "npgettext": None}


def messages(root: Path) -> Iterator[Message]:
    """Yield the messages of page templates and what they include."""
    for folder in FOLDERS:
        for path in sorted((root / "templates" / folder).rglob("*.j2")):
            with path.open("rb") as file:
                found = babel_extract(file, list(_KEYWORDS), TRANSLATOR, OPTIONS)
                yield from from_babel(found, path.relative_to(root).as_posix())
