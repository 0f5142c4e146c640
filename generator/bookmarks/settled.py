"""The ledger and a new site brought together: each address ever published is there, or leads to one that is."""

from __future__ import annotations

import posixpath
from collections.abc import Collection, Mapping
from dataclasses import replace

from generator.bookmarks.history import History, OwnHistory, week_of
from generator.bookmarks.ledger import Entry
from generator.bookmarks.lines import Weeks, side
from generator.bookmarks.renumbered import week_pattern
from generator.frozen import frozen
from generator.model.finding import Place
from generator.publish.addresses import plan_address, week_address

#: What stands instead of a calendar's new name where its race is over: the calendar is then empty.
OVER = "over"


@frozen
class Open:
    """An address that is gone and leads nowhere.

    ``place`` is that of the line that should say where, if there is one; ``why`` says what is wrong with it.
    """

    address: str
    place: Place | None = None
    why: str = ""


@frozen
class Settled:
    """Where each address leads that is gone; those that lead nowhere; and the ledger as it is with the new site.

    An address that leads to ``over`` is an empty calendar.
    """

    leads: Mapping[str, str]
    open: tuple[Open, ...]
    entries: Mapping[str, Entry]


def settled(history: History, there: Collection[str]) -> Settled:
    """Return it. ``there`` are the addresses of the new site that have content of their own."""
    return _Settling(history, frozenset(there)).all()


class _Settling:
    """The ledger on its way to the new site."""

    def __init__(self, history: History, there: frozenset[str]) -> None:
        self.history, self.there = history, there
        self.first: dict[str, str] = {}
        self.places: dict[str, Place] = {}
        self.open: dict[str, Open] = {}

    def all(self) -> Settled:
        entries = dict(self.history.entries)
        gone = [address for address in entries if address not in self.there]
        for address in gone:
            found = self._said(address, entries[address])
            if found:
                self.first[address] = found
            else:
                self.open.setdefault(address, Open(address, self.places.get(address)))
        leads = {address: end for address in gone if address in self.first and (end := self._end(address))}
        kept = {address: self._entry(address, entry) for address, entry in entries.items()}
        kept |= {address: Entry() for address in self.there if address not in kept}
        return Settled(leads, tuple(self.open[address] for address in sorted(self.open)), kept)

    def _entry(self, address: str, entry: Entry) -> Entry:
        if address in self.there:
            return replace(entry, to="")
        to = "" if entry.was and not entry.to else self.first.get(address, entry.to)
        return replace(entry, now="", to=to, moved="")

    def _said(self, address: str, entry: Entry) -> str:
        """Return where an address leads first: by a line, by its training, by what stands above it, or as before."""
        own = self._plan_of(address)
        line = self._by_own_line(own, address) if own else self._by_file(address)
        if line:
            return line
        if entry.to:
            return self._whole(entry.to)
        if entry.was:
            plan_id = address.split("/")[1]
            return week_of(entry.was[-1].training, plan_id, self.history.plans) or self._by_file(address)
        return (self._below_week(own, address) if own else "") or self._by_file(address)

    def _plan_of(self, address: str) -> OwnHistory | None:
        parts = address.split("/")
        return self.history.plans.get(parts[1]) if parts[0] == "plans" and len(parts) > 2 else None

    def _by_own_line(self, own: OwnHistory, address: str) -> str:
        """Return what the plan's ``moved:`` says of a page or file of its own, or of one above it."""
        base = plan_address(own.plan)
        name, _, rest = address.removeprefix(base).partition("/")
        if name not in own.moved.pages:
            return ""
        text = own.moved.pages[name]
        self.places[address] = own.said.keys[own.moved.keys[name]]
        if text == OVER and address.endswith(".ics"):
            return OVER
        new = side(text)
        if isinstance(new, Weeks):
            week = next((week for week in own.plan.weeks if week.number == new.first), None)
            return week_address(own.plan, week) if week else f"{base}{text}"
        return self._beside(address, text if "/" in text else f"{base}{text}", rest)

    def _by_file(self, address: str) -> str:
        source = self.history.file.line_for(address)
        if source is None:
            return ""
        self.places[address] = self.history.file.places[source]
        target, rest = self.history.file.lines[source], address.removeprefix(source).lstrip("/")
        return OVER if target == OVER and address.endswith(".ics") else self._beside(address, target, rest)

    def _beside(self, address: str, target: str, rest: str) -> str:
        """Return the address of the same name below the new one, or the new one itself where that has none."""
        if rest and f"{target}/{rest}" in self.there:
            return f"{target}/{rest}"
        if rest and not address.endswith("/"):
            return ""
        return self._whole(target)

    def _whole(self, target: str) -> str:
        """Return an address with the slash that a page's has."""
        return target if target in self.there or target.endswith((".ics", ".json", "/")) else f"{target}/"

    def _below_week(self, own: OwnHistory, address: str) -> str:
        """What stands below a week's page goes with it."""
        base = plan_address(own.plan)
        name, slash, rest = address.removeprefix(base).partition("/")
        above = f"{base}{name}/"
        if not slash or not rest or above not in self.history.entries:
            return ""
        entry = self.history.entries[above]
        if not week_pattern(own.plan.id).fullmatch(above) or not (entry.now or entry.was):
            return ""
        end = week_of(entry.now or entry.was[-1].training, own.plan.id, self.history.plans)
        if end is None:
            return ""
        return f"{end}{rest}" if f"{end}{rest}" in self.there else end

    def _end(self, address: str) -> str:
        """Follow an address to one that is there; note it as open where it leads nowhere or in a circle."""
        seen = [address]
        while seen[-1] not in self.there and seen[-1] != OVER:
            following = self.first.get(seen[-1])
            if following is None:
                return self._lost(address, f"'/{seen[-1]}' is no address of the site")
            if following in seen:
                way = " → ".join(f"/{one}" for one in (*seen, following))
                return self._lost(address, f"the way leads in a circle: {way}")
            seen.append(following)
        end = seen[-1]
        if _kind(address) != _kind(end) and end != OVER:
            return self._lost(address, f"{_kind(address)} can't lead to {_kind(end)}")
        return end

    def _lost(self, address: str, why: str) -> str:
        self.open[address] = Open(address, self.places.get(address), why)
        return ""


def _kind(address: str) -> str:
    """Say what a browser finds at an address: pages lead to pages, calendars to calendars."""
    if not address or address.endswith("/"):
        return "a page"
    ending = posixpath.splitext(address)[1]
    return "a calendar" if ending == ".ics" else f"a {ending.lstrip('.') or 'plain'} file"


__all__ = ["OVER", "Open", "Settled", "settled"]
