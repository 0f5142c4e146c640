"""The clinic's own pages: imprint and privacy."""

from __future__ import annotations

from collections.abc import Iterator

from generator.language import _
from generator.publish.addresses import EMBED, IMPRINT, LOG, PRIVACY, source_file
from generator.publish.markdown import Press
from generator.settings import Clinic

_UNSEARCHED: dict[str, object] = {"search": {"exclude": True}, "hide": ["navigation", "toc"]}


def clinic_pages(printer: Press, clinic: Clinic) -> Iterator[tuple[str, str]]:
    """Yield each page's file and text."""
    header: dict[str, object] = {
        "title": _("Imprint"),
        "description": _("Who publishes these pages, and how to reach them."),
    }
    text = printer.page(
        "imprint",
        IMPRINT,
        header | _UNSEARCHED,
        title=_("Imprint"),
        clinic=clinic,
        elsewhere=_("The clinic's own imprint"),
        embed=EMBED,
        embed_text=_("For the clinic's website: show a week there"),
        unsaid=_("The clinic has not said more about itself here yet."),
        silent=not any((clinic.name, clinic.address, clinic.phone, clinic.email, clinic.imprint, clinic.imprint_link)),
    )
    yield source_file(IMPRINT), text
    header = {"title": _("Privacy"), "description": _("What these pages keep, where, and who sees it.")}
    own = clinic.privacy or tuple((paragraph,) for paragraph in _privacy())
    text = printer.page(
        "privacy",
        PRIVACY,
        header | _UNSEARCHED,
        title=_("Privacy"),
        paragraphs=own,
        log=LOG,
        log_text=_("See, export, or delete all that is kept on this device"),
    )
    yield source_file(PRIVACY), text


def _privacy() -> tuple[str, ...]:
    """What is true of every site that this program makes; a clinic may say it in words of its own."""
    return (
        _("These pages have no accounts, set no cookies, count no visits, and ask no other server for anything."),
        _(
            "What you set or write down here (dates, paces, weights, sign-offs, your log) is kept by your browser on "
            "this device alone. It is never sent to us or to anybody else. It is gone when you delete it here or clear "
            "the browser's data."
        ),
        _(
            "A link that you share or a file that you export holds what it says when you make it. Whoever you give it "
            "to can read that."
        ),
        _(
            "As with any website, the computer that serves these pages learns your device's internet address and which "
            "page it asked for, and may keep that in a log. Ask us how long ours does."
        ),
        _(
            "If you subscribe to a calendar, your calendar program asks for it again from time to time, so whoever "
            "runs that program knows its address. Links to other sites lead to places with rules of their own."
        ),
    )
