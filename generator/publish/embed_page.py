"""The page for whoever keeps the clinic's website: how to show a week of a plan there, in a frame."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape

from generator.frozen import frozen
from generator.language import _
from generator.publish.addresses import EMBED, source_file, this_week_address, week_address
from generator.publish.markdown import Press
from generator.publish.naming import week_name
from generator.publish.summary import Summary
from generator.settings import Settings

#: What the frame may do: run the site's own code, and open links in a tab of their own.
SANDBOX = "allow-scripts allow-same-origin allow-popups allow-popups-to-escape-sandbox"
_HEIGHT = 720
_UNKNOWN = "https://training.example.org/"


@frozen
class Snippet:
    """A text to copy: what it shows, its name for the button, and itself."""

    said: str
    of: str
    text: str


@frozen
class Embedding:
    """A plan's snippets."""

    id: str
    title: str
    snippets: tuple[Snippet, ...]


@frozen
class EmbedFacts:
    """The page: its heading, what it is for, what to know, and each plan's snippets."""

    title: str
    lead: tuple[str, ...]
    hints: tuple[str, ...]
    plans: tuple[Embedding, ...]


def embed_page(printer: Press, plans: Sequence[Summary], settings: Settings) -> Iterator[tuple[str, str]]:
    """Yield the page's file and text."""
    header: dict[str, object] = {
        "title": _("Show a week on your website"),
        "description": _("A week of a plan in a frame on the clinic's own website: snippets to copy."),
        "search": {"exclude": True},
        "hide": ["navigation", "toc"],
    }
    facts = embed_facts(plans, settings)
    yield source_file(EMBED), printer.page("embed", EMBED, header, embed=facts)


def embed_facts(plans: Sequence[Summary], settings: Settings) -> EmbedFacts:
    """Return what the page says."""
    return EmbedFacts(
        title=_("Show a week on your website"),
        lead=(
            _(
                "This page is for whoever keeps the clinic's website. Copy a snippet and paste it into a page there. "
                "It shows a week of a plan as it is published here."
            ),
            _allowed(settings.clinic.embed_on),
        ),
        hints=(
            _("Another week: change the number in week-01."),
            _("The size: width takes 100% of its column, 320 pixels at least; height is in pixels, the rest scrolls."),
            _("The title is what a screen reader says of the frame: keep it true when you change the week."),
            _("Links open in a tab of their own. Nothing that a reader enters on your website reaches the frame."),
        ),
        plans=tuple(_embedding(one, settings.address or _UNKNOWN) for one in plans),
    )


def _allowed(origins: Sequence[str]) -> str:
    if not origins:
        return _(
            "No other website may show these pages yet: name yours under embed_on in mkdocs.yml, and give the host its "
            "new configuration."
        )
    return _("These websites may show it: {websites}.").format(websites=", ".join(origins))


def _embedding(one: Summary, root: str) -> Embedding:
    plan, title, first = one.plan, one.texts.title, one.plan.weeks[0]
    of_week = _("{title}, {week}").format(title=title, week=week_name(plan, first))
    snippets = [Snippet(_("One week:"), of_week, _frame(f"{root}{week_address(plan, first)}?embed", of_week))]
    if not plan.staged:
        asked = "race=2027-05-23" if plan.race else "start=2027-01-04"
        said = _("The week that it is now, for a group that races on one day (change the date):")
        if not plan.race:
            said = _("The week that it is now, for a group that starts on one day (change the date):")
        of_now = _("{title}, this week").format(title=title)
        snippets.append(Snippet(said, of_now, _frame(f"{root}{this_week_address(plan)}?embed&{asked}", of_now)))
    return Embedding(plan.id, title, tuple(snippets))


def _frame(address: str, title: str) -> str:
    return (
        f'<iframe src="{escape(address)}"\n'
        f'  title="{escape(title)}" width="100%" height="{_HEIGHT}" loading="lazy" style="border: 0"\n'
        f'  sandbox="{SANDBOX}" referrerpolicy="no-referrer"></iframe>'
    )
