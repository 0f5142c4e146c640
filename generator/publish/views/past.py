"""What a week's page says of its address: which training stood there before, and where that is now."""

from __future__ import annotations

from collections.abc import Iterator

from generator.frozen import frozen
from generator.language import _
from generator.model.plan import Plan, Week
from generator.publish.addresses import week_address
from generator.publish.naming import week_name
from generator.publish.past import Meaning, OldAddress, Past
from generator.publish.views.basics import Link


@frozen
class WasFacts:
    """A sentence, and the way to what it speaks of; the way stays on a page that would lead on by itself."""

    text: str
    link: Link


def was_facts(plan: Plan, past: Past, number: int) -> tuple[WasFacts, ...]:
    """Return what a week's address meant before."""
    return tuple(_meanings(plan, past.was.get(number, ())))


def moved_facts(plan: Plan, old: OldAddress) -> WasFacts:
    """Return what the page at an address that is gone says of itself."""
    week = plan.weeks[old.week - 1]
    if old.exact:
        text = _("Since the plan was renumbered, what was week {old} is {new}.")
    else:
        text = _("Since the plan was renumbered, there is no week {old}; {new} comes nearest.")
    name = _inside(week_name(plan, week))
    return WasFacts(text.format(old=old.number, new=name), _way(plan, week))


def _meanings(plan: Plan, meanings: tuple[Meaning, ...]) -> Iterator[WasFacts]:
    for one in meanings:
        week = plan.weeks[one.week - 1]
        phase = plan.phase(one.phase)
        if one.exact:
            text = _(
                "In an earlier version of this plan this address was “{phase}”, week {place}. "
                "That training is {week} now."
            )
        else:
            text = _("In an earlier version of this plan this address was a week that is gone; {week} comes nearest.")
        said = text.format(phase=phase.title, place=one.place, week=_inside(week_name(plan, week)))
        yield WasFacts(said, _way(plan, week))


def _way(plan: Plan, week: Week) -> Link:
    return Link(_("Open {week}").format(week=_inside(week_name(plan, week))), week_address(plan, week))


def _inside(name: str) -> str:
    """Return a week's name as it stands inside a sentence: ``week 8``."""
    return name[:1].lower() + name[1:] if name.startswith("Week") else name
