"""What the author is told: addresses that would vanish, weeks that hold other training, and the lines to paste."""

from __future__ import annotations

import difflib
from collections.abc import Collection, Iterator, Mapping, Sequence

from generator.bookmarks.history import History, OwnHistory
from generator.bookmarks.lines import week_lines
from generator.bookmarks.moved_file import FILE as MOVED_FILE
from generator.bookmarks.renumbered import done_lines, week_pattern
from generator.bookmarks.settled import OVER, Open, Settled
from generator.model.finding import Diagnostic, Place
from generator.model.quoting import nearest
from generator.model.training import training_of
from generator.publish.addresses import plan_address

_SHOWN = 6


def told(history: History, settled: Settled, there: Collection[str]) -> tuple[Diagnostic, ...]:
    """Return every fault at once. ``there`` are the addresses that the new site has."""
    found = list(history.file.faults)
    found += _file_lines(history, there)
    below: dict[str, list[Open]] = {}
    for one in settled.open:
        parts = one.address.split("/")
        owner = parts[1] if parts[0] == "plans" and len(parts) > 2 else ""
        below.setdefault(owner if owner in history.plans or owner in history.given_up else "", []).append(one)
    for plan_id, own in sorted(history.plans.items()):
        found += _own(history, own, below.get(plan_id, []), there)
    for plan_id in history.given_up:
        found += _given_up(history, plan_id, below.get(plan_id, []))
    found += (_vanished(history, one, there) for one in below.get("", []))
    return tuple(found)


def _own(history: History, own: OwnHistory, lost: Sequence[Open], there: Collection[str]) -> Iterator[Diagnostic]:
    """What is to be said of one plan, all of it in one proposal."""
    faults = [*_wrong_lines(history, own, there)]
    pages = {one.address: _proposed(own, one.address, there) for one in lost}
    hint = _hint(history, own, pages)
    if own.weeks.open:
        faults.append(Diagnostic(_place(own), "error", None, _weeks_message(own), hint + _or_the_same(own)))
    for one in lost:
        place = one.place or _place(own, one.address)
        message = f"/{one.address} was published and would be gone" + (f": {one.why}" if one.why else "")
        faults.append(Diagnostic(place, "error", None, message, hint))
    yield from faults


def _wrong_lines(history: History, own: OwnHistory, there: Collection[str]) -> Iterator[Diagnostic]:
    weeks = len(own.plan.weeks)
    for key, message, hint in own.wrong:
        yield Diagnostic(own.said.keys[key], "error", None, message, hint)
    before = done_lines(history.ledger, own.plan).weeks
    for week, to in own.moved.weeks.items():
        if to > weeks and before.get(week) != to:
            place = own.said.values[own.moved.keys[week]]
            yield Diagnostic(place, "error", None, f"there is no week {to}: the plan has {weeks} weeks")
    for week in own.weeks.idle:
        place = own.said.keys[own.moved.keys[week]]
        message = f"week {week} is still the training that was published there ({own.weeks.old[week]}), so this line "
        yield Diagnostic(place, "warning", None, message + "says nothing and is passed over", "Delete it.")
    yield from _never_published(history, own, there)


def _never_published(history: History, own: OwnHistory, there: Collection[str]) -> Iterator[Diagnostic]:
    """Lines of what no build has published; of a new plan, what this one doesn't either: the next would refuse them."""
    base, published = plan_address(own.plan), history.ledger.of_plan(own.plan.id)
    entries = published or [address for address in there if address.startswith(base)]
    names = {address.removeprefix(base).partition("/")[0] for address in entries}
    pattern = week_pattern(own.plan.id)
    numbers = {int(name.removeprefix("week-")) for name in names if pattern.fullmatch(f"{base}{name}/")}
    for page in own.moved.pages:
        if page not in names:
            place = own.said.keys[own.moved.keys[page]]
            message = f"/{base}{page} was never an address of this plan"
            yield Diagnostic(place, "error", None, message, nearest(page, sorted(names - {""})) or "Delete the line.")
    for key in {own.moved.keys[week] for week in (*own.moved.weeks, *own.moved.weeks_to_pages) if week not in numbers}:
        message = f"the plan has published no such week ('{key[:40]}')"
        hint = f"Published are weeks {min(numbers)}-{max(numbers)}." if published and numbers else "Delete the line."
        yield Diagnostic(own.said.keys[key], "error", None, message, hint)


def _weeks_message(own: OwnHistory) -> str:
    gone = [week for week in own.weeks.open if not own.weeks.now[week].exact]
    shifted = {week: own.weeks.now[week].week for week in own.weeks.open if own.weeks.now[week].exact}
    parts = []
    if gone:
        named = _numbers(gone)
        whole = f"{'week' if len(gone) == 1 else 'weeks'} {named} of the published plan"
        parts.append(f"{whole} ({_trainings(own, gone)}) {'is' if len(gone) == 1 else 'are'} gone")
    if shifted:
        moved = (line.replace(": ", " is " if line.startswith("week ") else " are ") for line in week_lines(shifted))
        parts.append(f"{' and '.join(moved)} now")
    return f"{', and '.join(parts)}: bookmarks of these weeks would open other training"


def _trainings(own: OwnHistory, weeks: Sequence[int]) -> str:
    names = [own.weeks.old[week] for week in weeks]
    return names[0] if len(names) == 1 else f"{names[0]} to {names[-1]}"


def _numbers(weeks: Sequence[int]) -> str:
    lines = week_lines({week: week for week in weeks})
    return ", ".join(line.partition(":")[0].split(" ", 1)[1] for line in lines)


def _or_the_same(own: OwnHistory) -> str:
    """Name the other answer: weeks that only belong to another phase now are still the same training."""
    first = next((week for week in own.weeks.open if own.weeks.now[week].week != week), None)
    if first is None or first > len(own.plan.weeks):
        return ""
    return f" A week that is still the same training: week {first}: week {first}."


def _hint(history: History, own: OwnHistory, pages: Mapping[str, str]) -> str:
    """Return all that this plan needs as one line of YAML, to be pasted as it is."""
    base = plan_address(own.plan)
    weeks = {week: now.week for week, now in own.weeks.now.items() if week in own.weeks.open}
    before = done_lines(history.ledger, own.plan)
    said = {week: to for week, to in own.moved.weeks.items() if week not in weeks and before.weeks.get(week) != to}
    kept = {
        name: text for name, text in own.moved.pages.items() if not {f"{base}{name}", f"{base}{name}/"} & set(pages)
    }
    lines = [f"{name}: {text}" for name, text in kept.items()]
    lines += [f"week {week}: {name}" for week, name in own.moved.weeks_to_pages.items()]
    lines += week_lines(weeks | said)
    lines += (f"{address.removeprefix(base).rstrip('/')}: {name}" for address, name in pages.items() if name)
    for address, name in pages.items():
        if not name:
            return f"Say under moved: where {address.removeprefix(base).rstrip('/')} is now."
    text = f"moved: {{{', '.join(dict.fromkeys(lines))}}}"
    if own.said.moved:
        return f"Let moved: say: {text}."
    return f"Say where they are now with this line at the end of the file: {text}."


def _proposed(own: OwnHistory, address: str, there: Collection[str]) -> str:
    """Return the name that is most likely what stands for an address of a plan now."""
    base = plan_address(own.plan)
    name = address.removeprefix(base).rstrip("/")
    if address.endswith(".ics"):
        feeds = sorted(one.removeprefix(base) for one in there if one.startswith(base) and one.endswith(".ics"))
        private = [feed for feed in feeds if feed.endswith("-busy.ics") == name.endswith("-busy.ics")]
        near = difflib.get_close_matches(name, private, n=1, cutoff=0.0)
        return near[0] if near else OVER
    if not address.endswith("/"):
        return ""
    weeks = [week for week, training in sorted(own.weeks.old.items()) if training.rpartition(" ")[0] == name]
    if weeks:
        return own.plan.weeks[own.weeks.now[weeks[0]].week - 1].phase
    phases = [phase.id for phase in own.plan.phases]
    return (difflib.get_close_matches(name, phases, n=1, cutoff=0.0) or [base.rstrip("/")])[0]


def _place(own: OwnHistory, address: str = "") -> Place:
    """The author's ``moved:``, else the phase that changed, else the file."""
    said = own.said
    if said.moved_place:
        return said.moved_place
    if address.endswith(".ics"):
        return said.dates
    return said.calendar or _changed_block(own) or said.whole


def _changed_block(own: OwnHistory) -> Place | None:
    """Return the line of the first phase that has more or fewer weeks than were published, or was not there."""
    before = [training.rpartition(" ")[0] for training in own.weeks.old.values()]
    now = [training_of(own.plan, week).rpartition(" ")[0] for week in own.plan.weeks]
    for block, place in own.said.block_weeks:
        if before.count(block) != now.count(block):
            return place
    return None


def _given_up(history: History, plan_id: str, lost: Sequence[Open]) -> Iterator[Diagnostic]:
    base = f"plans/{plan_id}/"
    if history.file.line_for(base) is None and any(one.address == base for one in lost):
        near = difflib.get_close_matches(plan_id, sorted(history.plans), n=1, cutoff=0.0)
        line = f"plans/{plan_id}: plans/{near[0] if near else 'the-plan-that-follows'}"
        message = f"the plan '{plan_id}' is gone, and with it {len(lost)} addresses that were published"
        hint = f"Say in {MOVED_FILE} where they lead: {line}. Each week then leads to the same training there."
        yield Diagnostic(history.ledger.place(base), "error", None, message, hint)
        return
    for one in lost:
        message = f"/{one.address} was published and would be gone" + (f": {one.why}" if one.why else "")
        hint = f"Say in {MOVED_FILE} where it leads, on a line of its own: {one.address.rstrip('/')}: "
        hint += "over, or another calendar's address." if one.address.endswith(".ics") else "another address."
        yield Diagnostic(one.place or history.ledger.place(one.address), "error", None, message, hint)


def _vanished(history: History, one: Open, there: Collection[str]) -> Diagnostic:
    section = one.address.split("/")[0]
    known = sorted(address for address in there if address.startswith(f"{section}/") and address != f"{section}/")
    alike = [address for address in (known or sorted(there)) if address.endswith("/") == one.address.endswith("/")]
    near = difflib.get_close_matches(one.address, alike, n=1, cutoff=0.0)
    line = f"{one.address.rstrip('/')}: {near[0].rstrip('/') if near else 'another/address'}"
    message = f"/{one.address} was published and would be gone" + (f": {one.why}" if one.why else "")
    hint = f"Say in {MOVED_FILE} where it leads: {line}."
    return Diagnostic(one.place or history.ledger.place(one.address), "error", None, message, hint)


def _file_lines(history: History, there: Collection[str]) -> Iterator[Diagnostic]:
    """Lines of the file that concern no address of ours, or one that is there."""
    published = {address.rstrip("/") for address in history.ledger.entries} - {""}
    for source, place in history.file.places.items():
        if source in there or f"{source}/" in there:
            message = f"/{source} is an address of the site; it can't lead elsewhere as well"
            yield Diagnostic(place, "error", None, message, "Delete the line.")
        elif source not in published:
            hint = nearest(source, sorted(published)) or "Delete the line."
            yield Diagnostic(place, "error", None, f"/{source} was never an address of the site", hint)
