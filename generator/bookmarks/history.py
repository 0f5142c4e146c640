"""What the ledger and the authors say of a project's addresses, before its new site is known."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from generator.bookmarks.ledger import Entry, Ledger, Meant, read_ledger
from generator.bookmarks.lines import Moved, read_lines
from generator.bookmarks.moved_file import MovedFile, read_moved_file
from generator.bookmarks.renumbered import Renumbered, edition, renamed, renumbered, week_number, week_pattern
from generator.bookmarks.written import Said, Written
from generator.frozen import frozen
from generator.model.plan import Plan
from generator.model.training import same_training, training_of
from generator.publish.addresses import plan_address, week_address


@frozen
class OwnHistory:
    """A plan's part of it: its author's lines, what is wrong with them, and what became of its weeks."""

    said: Said
    plan: Plan
    moved: Moved
    wrong: tuple[tuple[str, str, str], ...]
    weeks: Renumbered


@frozen
class History:
    """All of it. ``entries`` are the ledger's with all weeks as they are now; what else is gone is not settled yet.

    ``given_up``: plans that the ledger knows and the project has no more.
    """

    ledger: Ledger
    file: MovedFile
    plans: Mapping[str, OwnHistory]
    given_up: tuple[str, ...]
    entries: Mapping[str, Entry]


def read_history(root: Path, written: Iterable[Written], unread: Iterable[str] = ()) -> History:
    """Compare a project's plans with its ledger; Refused if a file can't be read.

    ``unread``: plans that have faults of their own; nothing is said of their addresses.
    """
    return history_of(read_ledger(root), read_moved_file(root), written, unread)


def history_of(ledger: Ledger, file: MovedFile, written: Iterable[Written], unread: Iterable[str] = ()) -> History:
    """Compare plans with a ledger, or with a part of one, and with the file of moved addresses; as above."""
    plans = {one.plan.id: _own(ledger, one) for one in written}
    known = {plan_id for plan_id in ledger.by_plan if f"plans/{plan_id}/" in ledger.entries}
    given_up = tuple(sorted(known - set(plans) - set(unread)))
    entries = dict(ledger.entries)
    for one in plans.values():
        entries.update(one.weeks.entries)
    entries.update(_foreign_weeks(ledger, plans))
    for plan_id in given_up:
        entries.update(_weeks_of_given_up(plan_id, ledger.of_plan(plan_id), file, plans))
    return History(ledger, file, plans, given_up, entries)


def written_lines(moved: Mapping[str, str]) -> tuple[Moved, list[tuple[str, str, str]]]:
    """Return what a definition's lines say and what is wrong with them."""
    return read_lines(moved)


def _own(ledger: Ledger, one: Written) -> OwnHistory:
    moved, wrong = read_lines(one.said.moved)
    return OwnHistory(one.said, one.plan, moved, tuple(wrong), renumbered(ledger, one.plan, moved))


def _foreign_weeks(ledger: Ledger, plans: Mapping[str, OwnHistory]) -> Iterator[tuple[str, Entry]]:
    """Yield the addresses of plans that were given up for another, in that other's words as it is now."""
    for address, entry in ledger.entries.items():
        owner = entry.was[-1].training.rpartition("/")[0] if entry.was and not entry.now else ""
        if owner in plans:
            was = (_foreign(one, f"{owner}/", plans[owner].weeks) for one in entry.was)
            yield address, replace(entry, was=tuple(was))


def _foreign(meant: Meant, beginning: str, weeks: Renumbered) -> Meant:
    if not meant.training.startswith(beginning):
        return meant
    own = renamed(replace(meant, training=meant.training.removeprefix(beginning)), weeks.names, weeks.plan)
    return replace(own, training=beginning + own.training)


def _weeks_of_given_up(
    plan_id: str, entries: Mapping[str, Entry], file: MovedFile, plans: Mapping[str, OwnHistory]
) -> Iterator[tuple[str, Entry]]:
    """Let the weeks of a plan that is gone mean those of the plan that takes its place; ``entries`` are its own."""
    pattern, until = week_pattern(plan_id), edition(entries, plan_id)
    for address, entry in entries.items():
        source = file.line_for(address) if pattern.fullmatch(address) else None
        if source is None or not (entry.now or entry.was):
            continue
        parts = file.lines[source].split("/")
        successor = plans.get(parts[1]) if len(parts) > 1 and parts[0] == "plans" else None
        if successor is None:
            continue
        plan, last = successor.plan, (entry.now or entry.was[-1].training).rpartition("/")[2]
        if len(parts) == 2:
            week = same_training(plan, last) or plan.weeks[min(week_number(address), len(plan.weeks)) - 1]
        elif week_pattern(plan.id).fullmatch(f"{file.lines[source]}/"):
            number = week_number(file.lines[source])
            week = plan.weeks[min(number, len(plan.weeks)) - 1]
        else:
            continue
        training, ended = training_of(plan, week), until if entry.now else entry.was[-1].until
        yield address, Entry(was=(Meant(ended, f"{plan.id}/{training}", training == last),))


def week_of(meant: str, plan_id: str, plans: Mapping[str, OwnHistory]) -> str | None:
    """Return the address at which a training stands today, ``build 2`` of the plan itself or ``other/build 2``."""
    head, slash, name = meant.rpartition("/")
    own = plans.get(head if slash else plan_id)
    week = same_training(own.plan, name) if own else None
    if own is None:
        return None
    return week_address(own.plan, week) if week else plan_address(own.plan)
