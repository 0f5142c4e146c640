"""What the rest of the site needs of a plan: its cards, links and lists, but none of its days.

Pages that all plans share are made of summaries alone, so a plan whose sources are unchanged need not be worked out
again for them.
"""

from __future__ import annotations

from collections.abc import Iterable

from generator.frozen import frozen
from generator.model.outline import outlined
from generator.model.plan import Plan
from generator.publish.past import Past
from generator.publish.texts import PlanPage, PlanTexts
from generator.publish.views.exercise import Uses, exercise_uses
from generator.publish.views.home import Card, card
from generator.rules.reading import without_races


@frozen
class Summary:
    """A plan's outline (``model/outline.py``) with its author's texts, in the site's language.

    ``uses``: by exercise, the phases that prescribe it. ``peak_m``: metres of the biggest week, races not counted.
    """

    plan: Plan
    texts: PlanTexts
    card: Card
    uses: Uses
    peak_m: int
    past: Past


def summary_of(page: PlanPage) -> Summary:
    """Return a plan's summary."""
    return Summary(
        plan=outlined(page.plan),
        texts=page.texts,
        card=card(page),
        uses=exercise_uses(page),
        peak_m=int(max((without_races(week).metres for week in page.plan.weeks), default=0)),
        past=page.past,
    )


def in_order(plans: Iterable[Summary]) -> list[Summary]:
    """Return plans in the authors' order, then by title, then by id."""
    return sorted(plans, key=lambda one: (one.texts.order, one.texts.title, one.texts.id))
