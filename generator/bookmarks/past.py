"""What publishing needs of the ledger: for each plan, what its week addresses meant before."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from generator.bookmarks.history import History, history_of
from generator.bookmarks.ledger import Entry, Ledger, Meant, by_plan
from generator.bookmarks.moved_file import MovedFile
from generator.bookmarks.renumbered import edition, week_number, week_pattern
from generator.bookmarks.written import Written
from generator.model.plan import Plan
from generator.model.training import same_training, training_of
from generator.publish.addresses import week_address
from generator.publish.past import Meaning, OldAddress, Past


class Ledgers:
    """A ledger from which each plan's own part is taken: a plan's past depends on nothing else of it.

    ``plans`` are the ids of all plans that the project has.
    """

    def __init__(self, ledger: Ledger, file: MovedFile, plans: Iterable[str]) -> None:
        self._ledger, self._file, self._plans = ledger, file, frozenset(plans)
        gone = (own for plan_id, own in ledger.by_plan.items() if plan_id not in self._plans)
        self._given_up = {address: entry for own in gone for address, entry in own.items()}
        self._foreign: dict[str, dict[str, Entry]] = {}
        for address, entry in ledger.entries.items():
            owner = entry.was[-1].training.rpartition("/")[0] if entry.was else ""
            if owner:
                self._foreign.setdefault(owner, {})[address] = entry

    def past(self, one: Written) -> Past:
        """Return a plan's past as ``pasts_of`` has it, without a look at any other plan of the project."""
        own = self._ledger.of_plan(one.plan.id)
        entries = {**own, **self._given_up, **self._foreign.get(one.plan.id, {})}
        part = Ledger(dict(sorted(entries.items())), {}, self._ledger.known, by_plan(entries))
        history = history_of(part, self._file, (one,), self._plans - {one.plan.id})
        return past_of(history, one.plan)


def past_of(history: History, plan: Plan) -> Past:
    """Return a plan's past, also that of other plans' addresses which lead to it now."""
    return pasts_of(history, (plan,))[plan.id]


def pasts_of(history: History, plans: Iterable[Plan]) -> dict[str, Past]:
    """Return the past of each plan by its id; the ledger is gone through once for all of them."""
    own: dict[str, dict[str, Entry]] = {}
    foreign: dict[str, dict[str, Entry]] = {}
    for address, entry in history.entries.items():
        parts = address.split("/")
        if parts[0] == "plans" and len(parts) > 2:
            own.setdefault(parts[1], {})[address] = entry
        if not entry.now and entry.was:
            foreign.setdefault(entry.was[-1].training.rpartition("/")[0], {})[address] = entry
    return {plan.id: _past(plan, own.get(plan.id, {}), foreign.get(plan.id, {})) for plan in plans}


def _past(plan: Plan, known: Mapping[str, Entry], foreign: Mapping[str, Entry]) -> Past:
    own = {address: entry for address, entry in known.items() if week_pattern(plan.id).fullmatch(address)}
    there = {week_address(plan, week): week.number for week in plan.weeks}
    now = edition(own, plan.id)
    was = {
        there[address]: found
        for address, entry in own.items()
        if address in there and (found := tuple(_meanings(plan, entry)))
    }
    old = tuple(_old(plan, {**own, **_foreign(foreign, plan)}, there))
    return Past(now, " ".join(_editions(plan, own, now)), was, old)


def _meanings(plan: Plan, entry: Entry) -> Iterator[Meaning]:
    """The trainings that stood at an address before and are elsewhere now, each once, the last one first."""
    told = {entry.now}
    for meant in reversed(entry.was):
        week = same_training(plan, meant.training)
        if week is None or meant.training in told:
            continue
        told.add(meant.training)
        phase, _, place = meant.training.rpartition(" ")
        yield Meaning(phase, int(place), week.number, meant.exact and training_of(plan, week) == meant.training)


def _foreign(entries: Mapping[str, Entry], plan: Plan) -> Mapping[str, Entry]:
    """Return weeks of plans that were given up for this one, with what they mean in this plan's own words."""
    beginning = f"{plan.id}/"
    return {
        address: Entry(was=(Meant(one.until, one.training.removeprefix(beginning), one.exact),))
        for address, entry in entries.items()
        if (one := entry.was[-1]).training.startswith(beginning)
    }


def _old(plan: Plan, entries: Mapping[str, Entry], there: Mapping[str, int]) -> Iterator[OldAddress]:
    for address, entry in sorted(entries.items()):
        if address in there or entry.to or not entry.was:
            continue
        week = same_training(plan, entry.was[-1].training)
        if week is not None:
            several = len({one.training for one in entry.was}) > 1
            exact = entry.was[-1].exact and training_of(plan, week) == entry.was[-1].training
            yield OldAddress(address, week_number(address), week.number, exact, several)


def _editions(plan: Plan, own: Mapping[str, Entry], now: int) -> Iterator[str]:
    """Yield what each week of an earlier edition is today, as few letters as may be."""
    for before in range(1, now):
        found: dict[int, tuple[int, bool]] = {}
        for address, entry in own.items():
            meant = next((one for one in entry.was if one.until >= before), None)
            training = meant.training if meant else entry.now
            week = same_training(plan, training)
            if week is not None:
                exact = training_of(plan, week) == training and (meant is None or meant.exact)
                found[week_number(address)] = (week.number, exact)
        yield f"{before}e{','.join(_runs(found))}"


def _runs(found: Mapping[int, tuple[int, bool]]) -> Iterator[str]:
    run: list[int] = []
    for week, (to, exact) in sorted(found.items()):
        step = 1 if exact else 0
        if run and week == run[-1] + 1 and found[run[-1]] == (to - step, exact):
            run.append(week)
            continue
        if run:
            yield _run(run, found)
        run = [week]
    if run:
        yield _run(run, found)


def _run(run: list[int], found: Mapping[int, tuple[int, bool]]) -> str:
    to, exact = found[run[0]]
    weeks = str(run[0]) if len(run) == 1 else f"{run[0]}-{run[-1]}"
    return f"{weeks}{'s' if exact else 'n'}{to}"
