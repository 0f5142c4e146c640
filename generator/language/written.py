"""Numbers, dates and lists as the language that is spoken writes them.

The patterns of dates are words of the catalogue, in Unicode's letters for them: ``MMMM`` a month's name, ``MMM`` its
short one, ``d`` the day, ``y`` the year.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING

from generator.language.voice import SOURCE, N_pgettext, _, pgettext, spoken, spoken_tag

if TYPE_CHECKING:
    from babel import Locale

_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_DAY = N_pgettext("a date's pattern", "MMMM d")
_SHORT_DAY = N_pgettext("a date's pattern", "MMM d")
_DAY_OF_YEAR = N_pgettext("a date's pattern", "MMMM d, y")
_FIRST_OF_ONE_MONTH = N_pgettext("first date's pattern of two in one month, as in March 1-7", "MMMM d")
_LAST_OF_ONE_MONTH = N_pgettext("last date's pattern of two in one month, as in March 1-7", "d")


def number(text: object) -> str:
    """Return a number that is written with a point as the language writes it: ``12.5`` is ``12,5`` in German."""
    return str(text) if spoken() == SOURCE else str(text).replace(".", _decimal_sign())


def date_text(iso: str, year: bool = False) -> str:
    """Return an ISO date, whatever the machine's locale: ``March 2``, ``March 2, 2027``; ``2. März 2027``."""
    return _date(iso, _DAY_OF_YEAR if year else _DAY)


def short_date(iso: str) -> str:
    """Return ``Mar 2``, ``2. März``."""
    return _date(iso, _SHORT_DAY)


def date_range(first: str, last: str) -> str:
    """Return two ISO dates as ``March 1–7``, ``March 29–April 4``; ``1.–7. März``, ``29. März – 4. April``."""
    if first[:7] == last[:7]:
        return f"{_date(first, _FIRST_OF_ONE_MONTH)}–{_date(last, _LAST_OF_ONE_MONTH)}"
    return _("{first}–{last}").format(first=date_text(first), last=date_text(last))


def month_name(month: int) -> str:
    """Return the name of a month from 1 to 12."""
    return str(_locale(spoken_tag(), spoken()).months["stand-alone"]["wide"][month])


def weekday_name(weekday: str) -> str:
    """Return a day's name: ``Monday`` for ``monday``."""
    return weekday.capitalize() if spoken() == SOURCE else _days(spoken_tag(), spoken(), "wide")[weekday]


def weekday_letters(weekday: str, letters: int) -> str:
    """Return a day's name in as few letters as a narrow place needs: ``Mon``, ``Mo``; German has two for both."""
    if spoken() == SOURCE:
        return weekday_name(weekday)[:letters]
    return _days(spoken_tag(), spoken(), "short" if letters < 3 else "abbreviated")[weekday].rstrip(".")


def joined(parts: Sequence[str]) -> str:
    """Return ``a``, ``a and b`` or ``a, b, and c``."""
    if len(parts) < 2:
        return "".join(parts)
    if len(parts) == 2:
        return _("{first} and {last}").format(first=parts[0], last=parts[1])
    return _("{first}, and {last}").format(first=", ".join(parts[:-1]), last=parts[-1])


def lower_first(text: str) -> str:
    """Return a text as it stands inside a sentence: English begins it with a small letter, other languages as it is.

    A translation writes a word as it stands inside a sentence where a sentence has room for it (German nouns are great
    everywhere), so only English is changed.
    """
    return text[:1].lower() + text[1:] if spoken() == SOURCE else text


def upper_first(text: str) -> str:
    """Return a text as it begins a sentence or stands alone."""
    return text[:1].upper() + text[1:]


def _date(iso: str, pattern: tuple[str, str]) -> str:
    from babel.dates import format_date

    return format_date(date.fromisoformat(iso), pgettext(*pattern), locale=_locale(spoken_tag(), spoken()))


def _decimal_sign() -> str:
    return str(_locale(spoken_tag(), spoken()).number_symbols["latn"]["decimal"])


@lru_cache(maxsize=32)
def _days(tag: str, language: str, width: str) -> dict[str, str]:
    names = _locale(tag, language).days["stand-alone"][width]
    return {weekday: str(names[at]) for at, weekday in enumerate(_WEEKDAYS)}


@lru_cache(maxsize=8)
def _locale(tag: str, language: str) -> Locale:
    """Return the locale of a tag, else of its language, as far as Babel knows it."""
    from babel import Locale, UnknownLocaleError  # takes a moment to load, and checking a plan in English needs none

    for known in ("en-US" if tag == SOURCE else tag, language):
        try:
            return Locale.parse(known, sep="-")
        except (UnknownLocaleError, ValueError):
            continue
    return Locale("en", "US")
