"""The library's own words as a build has them, for tests of what is printed with them."""

from __future__ import annotations

from pathlib import Path

from generator.library import load_library
from generator.publish.texts import LibraryTexts


def read_library_texts(folder: Path) -> LibraryTexts:
    """Read a library in the language that is spoken."""
    return LibraryTexts(load_library(folder).texts)
