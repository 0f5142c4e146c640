"""The language of the site: each word that a reader meets is asked here in American English and comes in the site's.

``_("Rest day")`` returns a text in the language that is spoken, ``ngettext("{n} run", "{n} runs", n)`` the form for a
number. Values are put in afterwards, by name: ``_("{lift} after the run").format(lift=...)``, so that a translation may
order them otherwise. Outside of ``speaking`` it is English, word for word what stands in the code.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from gettext import NullTranslations

__all__ = ["N_", "_", "ngettext", "speaking", "spoken"]

_ENGLISH = NullTranslations()
_words: ContextVar[NullTranslations] = ContextVar("words", default=_ENGLISH)
_language: ContextVar[str] = ContextVar("language", default="en")


def _(text: str) -> str:
    """Return a text in the language that is spoken."""
    return _words.get().gettext(text) if text else text


def N_(text: str) -> str:
    """Return the text as it is: a constant's text to be translated, by ``_``, where it is used."""
    return text


def ngettext(one: str, many: str, number: int) -> str:
    """Return the form for a number, with ``{n}`` put in: ``ngettext("{n} run", "{n} runs", 3)`` is ``3 runs``."""
    return _words.get().ngettext(one, many, number).format(n=number)


def spoken() -> str:
    """Return the language that is spoken: ``en``, ``de``."""
    return _language.get()


@contextmanager
def speaking(language: str) -> Iterator[None]:
    """Speak a language while the block runs."""
    before = _language.set(language)
    try:
        yield
    finally:
        _language.reset(before)
