"""The words that browser code says: what stands in ``t("...")`` and ``tn("one", "many", n)``."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from babel.messages.extract import extract_javascript

from generator.language.sources.message import Message, from_babel

#: The functions' names in browser code, and gettext's for the same.
MARKS = {"t": "gettext", "tn": "ngettext"}
#: Words may stand in the middle of a text: `${t("Today")} · ...`.
_OPTIONS = {"parse_template_string": True}


def messages(root: Path) -> Iterator[Message]:
    """Yield the messages of all modules and of the worker."""
    for path in sorted((root / "templates" / "assets" / "js").rglob("*.js")):
        with path.open("rb") as file:
            found = list(extract_javascript(file, dict.fromkeys(MARKS), ("Translator:",), _OPTIONS))
        named = ((line, MARKS.get(str(name), name), texts, comments) for line, name, texts, comments in found)
        yield from from_babel(named, path.relative_to(root).as_posix())
