"""A plan's weeks since the ledger was written: which training stands where now, and what the author says of it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import field, replace
from functools import cache

from generator.bookmarks.aligned import Now, aligned
from generator.bookmarks.ledger import Entry, Ledger, Meant
from generator.bookmarks.lines import Moved, read_lines, week_lines
from generator.frozen import frozen
from generator.model.plan import Plan
from generator.model.training import same_training, training_of
from generator.publish.addresses import plan_address, week_address

_NO_LINES = Moved()
_BETWEEN = "; "


@frozen
class Renumbered:
    """What became of a plan's weeks.

    ``now`` says of each old week (by its number) which week it is, as far as the author or the trainings' names tell;
    ``open`` are those of which the author has not said so; ``idle`` are weeks whose line says nothing that is new.
    ``names`` says of each old training what it is called now. ``entries`` are those of all week addresses.
    """

    plan: Plan
    old: Mapping[int, str]
    now: Mapping[int, Now]
    open: tuple[int, ...]
    idle: tuple[int, ...]
    names: Mapping[str, Meant]
    entries: Mapping[str, Entry] = field(default_factory=dict)


def renumbered(ledger: Ledger, plan: Plan, moved: Moved = _NO_LINES) -> Renumbered:
    """Compare a plan with the ledger; ``moved`` are the lines of its definition."""
    own = dict(_own(ledger, plan))
    old = {week_number(address): entry.now for address, entry in sorted(own.items()) if entry.now}
    trainings = [training_of(plan, week) for week in plan.weeks]
    by_name = aligned(sorted(old.items()), trainings)
    before = done_lines(ledger, plan)
    same = list(old.values()) == trainings[: len(old)]
    idle = tuple(week for week, to in moved.weeks.items() if same and week in old and by_name[week].week != to)
    said = {
        week: to
        for week, to in moved.weeks.items()
        if week in old and week not in idle and to <= len(trainings) and not _spent(week, to, before, by_name)
    }
    pages = {
        week: name
        for week, name in moved.weeks_to_pages.items()
        if week in old and before.weeks_to_pages.get(week) != name
    }
    guessed = {week: Now(said[week], True) if week in said else found for week, found in by_name.items()}
    now = _nearest_marked(guessed, by_name)
    still = tuple(
        week
        for week, found in sorted(now.items())
        if week not in said and week not in pages and (found.week != week or not found.exact)
    )
    names = {old[week]: _name(plan, old[week], found) for week, found in now.items()}
    result = Renumbered(plan, old, now, still, tuple(w for w in idle if before.weeks.get(w) != moved.weeks[w]), names)
    return replace(result, entries=dict(_entries(result, own, moved, pages)))


def week_number(address: str) -> int:
    """Return the number in a week's address."""
    return int(address.rstrip("/").rpartition("week-")[2])


def edition(ledger_entries: Mapping[str, Entry], plan_id: str) -> int:
    """Return a plan's edition: 1, and one more for each time that its weeks were renumbered."""
    pattern = week_pattern(plan_id)
    untils = (one.until for address, entry in ledger_entries.items() if pattern.fullmatch(address) for one in entry.was)
    return max(untils, default=0) + 1


@cache
def week_pattern(plan_id: str) -> re.Pattern[str]:
    """Return what a plan's week addresses look like."""
    return re.compile(rf"plans/{re.escape(plan_id)}/week-\d{{2,4}}/")


def done_lines(ledger: Ledger, plan: Plan) -> Moved:
    """Return the lines that an earlier build has followed."""
    entry = ledger.entries.get(plan_address(plan), Entry())
    pairs = (line.partition(": ") for line in entry.moved.split(_BETWEEN) if line)
    return read_lines({key: text for key, _, text in pairs})[0]


def renamed(meant: Meant, names: Mapping[str, Meant], plan: Plan) -> Meant:
    """Return what an address meant, in the words of the plan as it is now.

    A training that is gone keeps its name, which leads to the nearest, so that it is itself again should it come back.
    """
    now = names.get(meant.training)
    if now is not None:
        return Meant(meant.until, now.training, meant.exact and now.exact)
    phase, _, place = meant.training.rpartition(" ")
    here = (new.training.rpartition(" ")[0] for old, new in names.items() if old.rpartition(" ")[0] == phase)
    return replace(meant, training=f"{next(here, phase)} {place}")


def _name(plan: Plan, old: str, found: Now) -> Meant:
    """Return what a training is called now; a gone one that leads to the nearest by its name keeps that."""
    week = None if found.exact else same_training(plan, old)
    if week is not None and week.number == found.week:
        return Meant(1, old)
    return Meant(1, training_of(plan, plan.weeks[found.week - 1]), found.exact)


def _own(ledger: Ledger, plan: Plan) -> Iterator[tuple[str, Entry]]:
    pattern = week_pattern(plan.id)
    yield from ((address, entry) for address, entry in ledger.of_plan(plan.id).items() if pattern.fullmatch(address))


def _spent(week: int, to: int, before: Moved, by_name: Mapping[int, Now]) -> bool:
    """True for a line that an earlier build has followed; the same line may be right again, as the names tell."""
    return before.weeks.get(week) == to and by_name[week].week != to


def _nearest_marked(now: Mapping[int, Now], by_name: Mapping[int, Now]) -> Mapping[int, Now]:
    """Where several weeks are one week now, only one of them is the same training: the one that is called so."""
    found: dict[int, Now] = {}
    taken: dict[int, int] = {}
    order = sorted(now, key=lambda week: (not (by_name[week].exact and by_name[week].week == now[week].week), week))
    for week in order:
        to = now[week].week
        first = taken.setdefault(to, week) == week
        found[week] = Now(to, now[week].exact and first)
    return found


def _entries(
    result: Renumbered, own: Mapping[str, Entry], moved: Moved, pages: Mapping[int, str]
) -> Iterator[tuple[str, Entry]]:
    plan = result.plan
    until = edition(own, plan.id)
    there = {week_address(plan, week): training_of(plan, week) for week in plan.weeks}
    for address, entry in own.items():
        back = not entry.now and any("/" in one.training for one in entry.was)
        was = [] if back else [renamed(one, result.names, plan) for one in entry.was]
        now, to = there.get(address, ""), entry.to
        if entry.now:
            named = result.names[entry.now]
            meant = Meant(until, named.training, named.exact)
            if meant.training != now or not meant.exact:
                was.append(meant)
            name = pages.get(week_number(address))
            if name:
                to = name if "/" in name else f"{plan_address(plan)}{name}"
        yield address, Entry(now, tuple(_shortest(was)), "" if now else to)
    yield from ((address, Entry(now)) for address, now in there.items() if address not in own)
    lines = [*week_lines(moved.weeks), *(f"week {week}: {name}" for week, name in sorted(moved.weeks_to_pages.items()))]
    yield plan_address(plan), Entry(moved=_BETWEEN.join(lines))


def _shortest(was: list[Meant]) -> Iterator[Meant]:
    """Leave out a meaning that the next one repeats."""
    for place, one in enumerate(was):
        following = was[place + 1] if place + 1 < len(was) else None
        if following is None or (following.training, following.exact) != (one.training, one.exact):
            yield one
