"""Which addresses a new site will have, as far as plans and library tell without a page being written."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from generator.bookmarks.history import History
from generator.bookmarks.renumbered import week_pattern
from generator.publish.addresses import (
    exercise_address,
    feed_addresses,
    phase_address,
    plan_address,
    week_address,
)


def expected(history: History, exercises: Collection[str], unread: Collection[str] = ()) -> frozenset[str]:
    """Return them: those of the ledger without what is seen to be gone, and all of the plans' own.

    ``exercises`` are the library's. Of the plans in ``unread``, which have faults of their own, all is taken to be
    there, and so is what an earlier build has settled.
    """
    entries = history.ledger.entries
    settled = {address for address, entry in entries.items() if entry.gone and not history.file.line_for(address)}
    present = {address for address, entry in entries.items() if not entry.gone}
    gone = {address for address in present if _is_gone(history, address, exercises, unread)}
    return frozenset(present - gone | settled) | frozenset(_of_plans(history))


def _of_plans(history: History) -> Iterator[str]:
    for own in history.plans.values():
        plan = own.plan
        yield plan_address(plan)
        yield from (phase_address(plan, phase) for phase in plan.phases)
        yield from (week_address(plan, week) for week in plan.weeks)
        yield from feed_addresses(plan)


def _is_gone(history: History, address: str, exercises: Collection[str], unread: Collection[str]) -> bool:
    head, _, rest = address.partition("/")
    name, _, rest = rest.partition("/")
    if head == "exercises" and name and not rest:
        return exercise_address(name) == address and name not in exercises
    if head != "plans" or not address.startswith(f"plans/{name}/") or name in unread:
        return False
    own = history.plans.get(name)
    if own is None:
        return True
    phases = {training.rpartition(" ")[0] for training in own.weeks.old.values()}
    last = rest.rstrip("/")
    return last in phases or rest.endswith(".ics") or bool(week_pattern(name).fullmatch(address))
