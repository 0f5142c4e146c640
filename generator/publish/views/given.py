"""What pages say of a running calendar that somebody else wrote: whose it is, and which lifts it has no room for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from generator.frozen import frozen
from generator.language import _
from generator.model.plan import Plan, Week
from generator.publish import addresses, words
from generator.publish.naming import week_name
from generator.publish.views.basics import Link, Why
from generator.publish.views.day import known_rule

#: What an author writes whose own calendar it is.
_OWN = frozenset({"our own", "ours", "own", "my own", "mine"})


@frozen
class FewerFacts:
    """The weeks in which one rule kept lifts away; ``rule`` is None where no rule did."""

    rule: Link | None
    weeks: tuple[Link, ...]


def week_source(plan: Plan, week: Week) -> str:
    """Return where a given week's runs come from, for its page; empty for a week of hardday's own."""
    if not week.given:
        return ""
    source = words.plain_end(plan.source)
    own, by = source.casefold() in _OWN, bool(source)
    if week.changes:
        said = _("Runs as in our own calendar, but for the changes below.") if own else ""
        said = said or (_("Runs as in the calendar by {source}, but for the changes below.") if by else "")
        said = said or _("Runs as in a running calendar that was already there, but for the changes below.")
    else:
        said = _("Runs as in our own calendar. Only the lifts were added.") if own else ""
        said = said or (_("Runs as in the calendar by {source}. Only the lifts were added.") if by else "")
        said = said or _("Runs as in a running calendar that was already there. Only the lifts were added.")
    return said.format(source=source)


def plan_source(plan: Plan) -> str:
    """Return whose the given weeks are and under which license; empty for a plan without any."""
    given = [week for week in plan.weeks if week.given]
    if not given:
        return ""
    source, licence = words.plain_end(plan.source), words.plain_end(plan.licence)
    owner = _("our own") if source.casefold() in _OWN else _("by {source}").format(source=source or _("somebody else"))
    if licence:
        owner = _("{owner} (license: {license})").format(owner=owner, license=licence)
    said = _("The running of {weeks} is {owner}.").format(weeks=_weeks(given), owner=owner)
    if len(given) == len(plan.weeks):
        said = _("The running calendar is {owner}.").format(owner=owner)
    if any(week.changes for week in given):
        return said + " " + _("hardday placed the lifts and changed runs only where a week says so.")
    return said + " " + _("hardday placed the lifts and changed no run.")


def fewer_lifts(week: Week) -> tuple[Why, ...]:
    """Return why a week has fewer lifts than were asked for, a rule each."""
    return tuple(Why(reason.text, known_rule(reason.rule)) for reason in week.fewer)


def fewer_weeks(plan: Plan) -> tuple[FewerFacts, ...]:
    """Return the rules that kept lifts away with their weeks, in the order in which they are first met."""
    found: dict[str, list[Link]] = {}
    for week in plan.weeks:
        link = Link(week_name(plan, week), addresses.week_address(plan, week))
        for rule in dict.fromkeys(reason.rule if known_rule(reason.rule) else "" for reason in week.fewer):
            found.setdefault(rule, []).append(link)
    return tuple(FewerFacts(known_rule(rule), tuple(weeks)) for rule, weeks in found.items())


def _weeks(weeks: Sequence[Week]) -> str:
    """Return ``week 4`` or ``weeks 1–6, 8, and 10–12``."""
    spans = [words.span(first, last) for first, last in _runs_of([week.number for week in weeks])]
    return (_("week {number}") if len(weeks) == 1 else _("weeks {numbers}")).format(
        number=words.joined(spans), numbers=words.joined(spans)
    )


def _runs_of(numbers: Sequence[int]) -> Iterator[tuple[int, int]]:
    for _step, group in groupby(enumerate(numbers), lambda pair: pair[1] - pair[0]):
        together = [number for _, number in group]
        yield together[0], together[-1]
