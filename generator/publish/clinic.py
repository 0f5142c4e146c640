"""The clinic on pages: how guides name it, what the theme is told of it, how a review reads."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import asdict
from datetime import date

from generator.frozen import frozen
from generator.language import N_, _, ngettext
from generator.publish.addresses import IMPRINT, PRIVACY
from generator.publish.naming import date_text
from generator.publish.texts import PlanTexts
from generator.settings import Clinic as Said
from generator.settings import Span

#: What the mkdocs.yml that comes with hardday says; a clinic's own words stay as they are.
SHIPPED_DISCLAIMER = N_(
    "These plans are general guidance for healthy adults. They are not a diagnosis and do not replace an appointment."
)


@frozen
class Clinic:
    """The clinic as guides name it: ``contact`` is how to reach it in a sentence, ``booking`` an address or empty."""

    name: str
    contact: str
    booking: str


def clinic_from(said: Said) -> Clinic:
    """Return how guides name the clinic; what is missing is named in general words."""
    reached = [text for text in (said.phone, said.email) if text]
    return Clinic(
        name=said.name or _("your clinic"),
        contact=_(" or ").join(reached) or _("the clinic"),
        booking=said.booking,
    )


def theme_facts(said: Said) -> dict[str, object]:
    """Return what the theme prints around every page, as ``extra.hardday.clinic``; nothing of it is markup."""
    return {
        "name": said.name,
        "address": said.address,
        "phone": said.phone,
        "telephone": said.telephone,
        "email": said.email,
        "booking": said.booking,
        "booking_text": _(said.booking_text) or _("Book an appointment"),
        "disclaimer": _(said.disclaimer),
        "colors": asdict(said.colors),
        "logo": next(iter(logo_file(said)), ""),
        "logo_text": said.name or _("Home"),
        "embedded": _("From {name}: the whole plan →").format(name=said.name or _("your clinic")),
        "legal": [
            {"address": said.imprint_link or IMPRINT, "elsewhere": bool(said.imprint_link), "text": _("Imprint")},
            {"address": PRIVACY, "elsewhere": False, "text": _("Privacy")},
        ],
    }


def logo_file(said: Said) -> dict[str, bytes]:
    """Return the clinic's picture by its path in the pages, a name made of what it shows; nothing without one."""
    if said.logo is None:
        return {}
    name = hashlib.sha256(said.logo.content).hexdigest()[:8]
    return {f"assets/clinic/logo-{name}.{said.logo.ending}": said.logo.content}


def review_header(texts: PlanTexts, said: Said) -> Mapping[str, object]:
    """Return what a plan's pages say of its review: who and when, until when it holds, and what it says from then on.

    A page has no clock: browser code compares the day with the reader's, and without it the date stands there alone.
    """
    if not texts.reviewed_by or not texts.reviewed_on:
        return {}
    sentence = _("Reviewed by {name} on {day}.")
    shown = {"reviewed": sentence.format(name=texts.reviewed_by, day=date_text(texts.reviewed_on, year=True))}
    if said.review_after is None:
        return shown
    due = said.review_after.end(date.fromisoformat(texts.reviewed_on))
    return shown | {"review_due": due.isoformat(), "review_late": late_text(said)}


def late_text(said: Said) -> str:
    """Return what a page says whose review is too old: the clinic's own words, or ours."""
    if said.reviewed_reminder or said.review_after is None:
        return said.reviewed_reminder
    return _("This review is older than {span}: ask us.").format(span=_span_text(said.review_after))


def _span_text(span: Span) -> str:
    if not span.months:
        return ngettext("{n} day", "{n} days", span.days)
    if span.months % 12:
        return ngettext("{n} month", "{n} months", span.months)
    return _("a year") if span.months == 12 else ngettext("{n} year", "{n} years", span.months // 12)
