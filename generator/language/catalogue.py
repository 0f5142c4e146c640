"""A catalogue file, read into memory: only the readable ``.po`` is kept, nothing compiled lies beside it."""

from __future__ import annotations

import io
from functools import lru_cache
from gettext import GNUTranslations

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po


@lru_cache(maxsize=8)
def words_of(content: bytes) -> GNUTranslations:
    """Return the words of a ``.po`` file's content; a message without a translation, or a fuzzy one, stays English."""
    catalogue, compiled = read_po(io.BytesIO(content)), io.BytesIO()
    write_mo(compiled, catalogue)
    compiled.seek(0)
    return GNUTranslations(compiled)
