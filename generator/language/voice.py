"""Which language is spoken, and its words: a context variable, so that two languages never mix."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import lru_cache, wraps
from gettext import NullTranslations
from typing import ParamSpec, TypeVar

from generator.frozen import frozen
from generator.shipped import SHIPPED

#: One catalogue a language; its name is the language.
CATALOGUES = SHIPPED / "templates" / "locale"
SOURCE = "en"
P = ParamSpec("P")
T = TypeVar("T")


@frozen
class _Voice:
    """A language, the tag that was asked for (``de-AT``), and its words."""

    language: str
    tag: str
    words: NullTranslations


_ENGLISH = _Voice(SOURCE, SOURCE, NullTranslations())
_voice: ContextVar[_Voice] = ContextVar("voice", default=_ENGLISH)


class LanguageUnknown(ValueError):
    """A language that has no catalogue; ``known`` are those that have one."""

    def __init__(self, language: str, known: tuple[str, ...]) -> None:
        super().__init__(f"there are no words in the language '{language}'")
        self.language, self.known = language, known


def _(text: str) -> str:
    """Return a text in the language that is spoken."""
    spoken = _voice.get()
    return text if not text or spoken.language == SOURCE else spoken.words.gettext(text)


def N_(text: str) -> str:
    """Return the text as it is: a constant's text to be translated, by ``_``, where it is used."""
    return text


def ngettext(one: str, many: str, number: int) -> str:
    """Return the form for a number, with ``{n}`` put in: ``ngettext("{n} run", "{n} runs", 3)`` is ``3 runs``."""
    return _voice.get().words.ngettext(one, many, number).replace("{n}", str(number))


def N_ngettext(one: str, many: str) -> tuple[str, str]:
    """Return both forms as they are: a constant's, to be chosen by ``ngettext(*forms, number)`` where it is used."""
    return one, many


def pgettext(context: str, text: str) -> str:
    """Return a text that means something else in other places; ``context`` says where it stands, for the translator."""
    spoken = _voice.get()
    return text if not text or spoken.language == SOURCE else spoken.words.pgettext(context, text)


def N_pgettext(context: str, text: str) -> tuple[str, str]:
    """Return context and text as they are: a constant's, to be translated by ``pgettext(*words)`` where it is used."""
    return context, text


def words_spoken() -> NullTranslations:
    """Return the words of the language that is spoken."""
    return _voice.get().words


def spoken() -> str:
    """Return the language that is spoken, as its catalogue is called: ``en``, ``de``."""
    return _voice.get().language


def spoken_tag() -> str:
    """Return the language as it was asked for, with its region where one was named: ``en``, ``de``, ``de-AT``."""
    return _voice.get().tag


def speech() -> Hashable:
    """Return what is the same as long as the same words are spoken: a key for whoever remembers texts."""
    spoken = _voice.get()
    return spoken.tag, spoken.words


def remembered(most: int) -> Callable[[Callable[P, T]], Callable[P, T]]:
    """Remember what a function said last, ``most`` times: all that decides it must be its arguments and the language.

    Arguments are frozen data.
    """

    def decorate(say: Callable[P, T]) -> Callable[P, T]:
        @lru_cache(maxsize=most, typed=True)  # 1 and 1.0 are equal but read differently
        def kept(_: Hashable, *of: P.args, **named: P.kwargs) -> T:
            return say(*of, **named)

        @wraps(say)
        def said(*of: P.args, **named: P.kwargs) -> T:
            return kept(speech(), *of, **named)  # type: ignore[arg-type]

        return said

    return decorate


def languages() -> tuple[str, ...]:
    """Return the languages that can be spoken: English, and each that has a catalogue."""
    return tuple(sorted({SOURCE, *(path.stem for path in CATALOGUES.glob("*.po"))}))


@contextmanager
def speaking(tag: str) -> Iterator[None]:
    """Speak a language while the block runs; LanguageUnknown if there is no catalogue of it.

    A region's language (``de-AT``) is the language itself (``de``) where it has no catalogue of its own. A thread that
    is started inside begins in English: what runs in it speaks by itself, or in a copied context.
    """
    before = _voice.set(_voice_of(tag))
    try:
        yield
    finally:
        _voice.reset(before)


def _voice_of(tag: str) -> _Voice:
    wanted = tag.replace("_", "-")
    known = {language.lower(): language for language in languages()}
    parts = wanted.lower().split("-")
    names = ("-".join(parts[:length]) for length in range(len(parts), 0, -1))
    found = next((known[name] for name in names if name in known), None)
    if found is None:
        raise LanguageUnknown(tag, languages())
    if found == SOURCE:
        return _Voice(found, wanted, _ENGLISH.words)
    from generator.language.catalogue import words_of  # Babel takes a moment to load, and English needs none of it

    return _Voice(found, wanted, words_of((CATALOGUES / f"{found}.po").read_bytes()))
