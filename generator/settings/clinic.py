"""The settings as types. Each has what holds where a clinic says nothing, so that any project builds."""

from __future__ import annotations

import calendar
import re
from dataclasses import field
from datetime import date

from generator.frozen import frozen
from generator.model.finding import Diagnostic

Paragraphs = tuple[tuple[str, ...], ...]


@frozen
class Colors:
    """The site's colors as ``#rrggbb``: the header and what stands on it, links on white and on the dark scheme."""

    header: str = "#0f5c6e"
    header_text: str = "#ffffff"
    link: str = "#0f5c6e"
    link_dark: str = "#67c6d9"


@frozen
class Logo:
    """The clinic's picture: its file's ending (``svg``, ``png``, ``jpg``, ``webp``) and its bytes."""

    ending: str
    content: bytes


@frozen
class Span:
    """How long a review holds: months, or days."""

    months: int = 0
    days: int = 0

    def end(self, start: date) -> date:
        """Return the last day on which a review of that day holds; a day that a month lacks is its last."""
        if not self.months:
            return date.fromordinal(min(start.toordinal() + self.days, date.max.toordinal()))
        year, month = divmod(start.year * 12 + start.month - 1 + self.months, 12)
        if year > date.max.year:
            return date.max
        return date(year, month + 1, min(start.day, calendar.monthrange(year, month + 1)[1]))


@frozen
class Clinic:
    """The clinic. Texts are as written, never markup; what is empty is not shown or has the site's own words.

    ``booking`` and ``imprint_link`` are addresses that a page may link to (http, https or mailto). ``imprint`` and
    ``privacy`` are paragraphs of lines. ``review_after`` is None where reviews hold for ever. ``embed_on`` are the
    origins that may show pages in a frame, beside the site's own.
    """

    name: str = ""
    phone: str = ""
    email: str = ""
    address: str = ""
    booking: str = ""
    booking_text: str = ""
    logo: Logo | None = None
    colors: Colors = field(default=Colors())
    disclaimer: str = ""
    imprint: Paragraphs = ()
    imprint_link: str = ""
    privacy: Paragraphs = ()
    review_after: Span | None = Span(months=12)
    reviewed_reminder: str = ""
    embed_on: tuple[str, ...] = ()
    headers_file: bool = False

    @property
    def telephone(self) -> str:
        """The phone as a ``tel:`` link writes it: digits, a plus before them, an extension behind them."""
        number, _, extension = re.sub(r"\(0\)|[^0-9+xX]", "", self.phone).lower().partition("x")
        return number + (f";ext={extension}" if extension else "")


@frozen
class Settings:
    """The clinic, where its site is served (``https://host/path/``, or empty), and all that is wrong with either."""

    clinic: Clinic = field(default=Clinic())
    address: str = ""
    diagnostics: tuple[Diagnostic, ...] = ()
