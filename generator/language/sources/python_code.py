"""The words that Python code says: what stands in ``_``, ``N_``, ``ngettext`` and ``pgettext``.

A comment that begins with ``Translator:`` on the line before is for the translator.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from babel.messages.extract import extract_python

from generator.language.sources.message import Message, from_babel

MARKS = dict.fromkeys(("_", "N_", "ngettext", "N_ngettext", "pgettext", "N_pgettext"))
TRANSLATOR = ("Translator:",)


def messages(root: Path) -> Iterator[Message]:
    """Yield the messages of the package."""
    for path in sorted((root / "generator").rglob("*.py")):
        with path.open("rb") as file:
            found = extract_python(file, MARKS, TRANSLATOR, {"encoding": "utf-8"})
            yield from from_babel(found, path.relative_to(root).as_posix())
