"""Everything that differs between two versions of a week, as changes; what is the same on several days is said once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from generator.compare.change import Change, What, turned
from generator.compare.details import Detail, effort_details
from generator.compare.lengths import distance, length
from generator.compare.lifting import UNSIGNED, Names, Of, exercises, lift_details, name_of
from generator.compare.matching import Match, bare, matches
from generator.compare.names import RUNS, day_name, lift_name
from generator.compare.step_texts import step_text
from generator.compare.whole_week import whole_week
from generator.frozen import frozen
from generator.model.plan import Lift, Run, Session, Week
from generator.model.vocabulary import KEY_RUNS, Unit


@frozen
class _Heard:
    """A difference on one day, before those that are alike are put together."""

    what: What
    name: str
    of: str
    before: str
    after: str
    mark: str


def week_telling(
    old: Week, new: Week, units: Unit, names: Names, dates: bool = True, turned_round: bool = False
) -> tuple[Change, ...]:
    """Return all that differs, moves first; what only explains the week is told where nothing else differs.

    ``dates``: tell of days that have another date, as both plans begin on one day. ``turned_round``: weeks begin on
    another weekday now, and days are matched by their names.
    """
    if old == new:
        return ()
    if turned_round:
        old = _by_weekday(old, new)
    found = matches(old, new)
    told = [
        *whole_week(old, new, units),
        *(change for match in found for change in _place(old, new, match, units, names)),
        *_together(new, [pair for match in found for pair in _details(match, units, names)]),
    ]
    told += _days(old, new, {day for change in told for day in _days_of(change)}, dates, turned_round)
    unique = tuple(dict.fromkeys(told))
    return unique or tuple(_rest(old, new))


def new_week(week: Week, units: Unit) -> Change:
    """Return what a week is made of that was not there before, in short."""
    sessions = [session for day in week.days for session in day.sessions]
    keys = [session_name(one, units) for one in sessions if isinstance(one, Run) and one.kind in KEY_RUNS]
    lifts = Counter(lift_name(one) for one in sessions if isinstance(one, Lift))
    told = [f"{distance(week.run_distance_m, units)} in all", *keys]
    told += [name if number == 1 else f"{number} {name}s" for name, number in lifts.items()]
    return Change("come", f"a new week: {', '.join(told)}", "week", "", ", ".join(told))


def _by_weekday(old: Week, new: Week) -> Week:
    """Return the old week with its days in the new one's order, where weeks begin on another day now."""
    before, after = ([day.weekday for day in week.days] for week in (old, new))
    if before == after or len(before) > 7 or sorted(before) != sorted(after) or len(set(before)) != len(before):
        return old
    days = {day.weekday: day for day in old.days}
    return replace(old, days=tuple(days[weekday] for weekday in after))


def _place(old: Week, new: Week, match: Match, units: Unit, names: Names) -> Iterator[Change]:
    """Say of a session that it moves, comes, goes or becomes another."""
    was, now = match.old, match.new
    if was and now:
        name, other = session_name(was.session, units), session_name(now.session, units)
        if _label(was.session) != _label(now.session) or type(was.session) is not type(now.session):
            where, more = day_name(old, was.day), _made_of(now.session, units, names)
            yield Change("kind", f"{where}: {name} → {other}{more}", where, name, f"{other}{more}")
        elif was.day != now.day:
            where, there = day_name(old, was.day), day_name(new, now.day)
            label = _label(was.session)
            yield Change("move", f"{where}'s {label} moved to {there}", label, where, there)
    elif was:
        where, name = day_name(old, was.day), session_name(was.session, units)
        empty = was.day < len(new.days) and not new.days[was.day].sessions
        text = f"{where}: {name} → rest" if empty else f"{where}'s {name} is left out"
        yield Change("gone", text, where, name)
    elif now:
        where, name = day_name(new, now.day), session_name(now.session, units)
        more = _made_of(now.session, units, names)
        yield Change("come", f"{where} has {_article(name)}{name} now{more}", where, "", f"{name}{more}")


def _details(match: Match, units: Unit, names: Names) -> Iterator[tuple[int, _Heard]]:
    """Yield what differs inside a session, with its day."""
    was, now = match.old, match.new
    if not was or not now or bare(was.session) == bare(now.session):
        return
    one, other = was.session, now.session
    if isinstance(one, Lift) and isinstance(other, Lift):
        for found in lift_details(one, other, names):
            yield now.day, _heard(found, other, names)
    elif not isinstance(one, Lift) and not isinstance(other, Lift) and _label(one) == _label(other):
        what: What = "run" if isinstance(other, Run) else "cross"
        for detail in effort_details(one, other, units):
            yield now.day, _effort(what, _label(other), detail)


def _effort(what: What, label: str, detail: Detail) -> _Heard:
    return _Heard(what, label, detail.of, detail.before, detail.after, label)


def _heard(found: Of, lift: Lift, names: Names) -> _Heard:
    name = name_of(found.exercise, names) if found.exercise else _label(lift)
    mark = found.exercise or _label(lift)
    return _Heard(found.what, f"{name}{found.tail}", found.said.strip(), found.before, found.after, mark)


def _together(week: Week, pairs: Sequence[tuple[int, _Heard]]) -> Iterator[Change]:
    """Put alike differences of several days together, and name the days where not all such sessions are meant."""
    days: dict[_Heard, list[int]] = {}
    for day, heard in pairs:
        days.setdefault(heard, []).append(day)
    for heard, found in days.items():
        every = [i for i, day in enumerate(week.days) for session in day.sessions if _has(session, heard)]
        alone = len(found) == len(every) and (len(every) == 1 or heard.what == "dose")
        subject = heard.name if alone else _on_days(week, heard.name, found)
        name = f"{subject}{'' if heard.of[:1] in ':,' else ' '}{heard.of}"
        if heard.before and heard.after:
            yield turned(heard.what, name, heard.before, heard.after)
        else:
            yield Change(heard.what, f"{name} {heard.before}{heard.after}", subject, heard.before, heard.after)


def _has(session: Session, heard: _Heard) -> bool:
    if heard.what == "dose" and isinstance(session, Lift):
        other = session.unless_signed_off
        within = other.exercises if other and heard.name.endswith(UNSIGNED) else session.exercises
        return any(dose.id == heard.mark for dose in within)
    return _label(session) == heard.mark


def _on_days(week: Week, name: str, days: Sequence[int]) -> str:
    named = [day_name(week, day) for day in dict.fromkeys(days)]
    if len(named) == 1:
        return f"{named[0]}'s {name}"
    return f"{name} on {', '.join(named[:-1])} and {named[-1]}"


def _days(old: Week, new: Week, told: set[str], dates: bool, turned_round: bool) -> Iterator[Change]:
    """Days that count as another kind, are called otherwise, come or go, though none of their sessions says so."""
    shifts = Counter(after.day - before.day for before, after in zip(old.days, new.days, strict=False))
    shift = 0 if old.number == new.number and shifts[0] else max(shifts, key=lambda by: shifts[by], default=0)
    for place, (before, after) in enumerate(zip(old.days, new.days, strict=False)):
        name = day_name(new, place)
        if before.weekday != after.weekday:
            yield turned("week", f"day {place + 1}", before.weekday.capitalize(), after.weekday.capitalize())
        if before.kind != after.kind and name not in told:
            yield turned("week", f"{name} counts as", f"{before.kind} day", f"{after.kind} day")
        if after.day - before.day != shift and not turned_round:
            yield turned("week", f"{name} is the plan's day", str(before.day), str(after.day))
        if dates and not turned_round and before.day == after.day and before.date != after.date:
            yield turned("week", f"{name}'s date", before.date or "none", after.date or "none")
    if len(old.days) != len(new.days):
        yield turned("week", "days in the week", str(len(old.days)), str(len(new.days)))


def _days_of(change: Change) -> Iterator[str]:
    if change.what in ("come", "gone", "kind"):
        yield change.subject
    elif change.what == "move":
        yield from (change.before, change.after)


def _rest(old: Week, new: Week) -> Iterator[Change]:
    """What explains a week without changing it; and, so that nothing is untold, whatever else there may be."""
    if _reasons(old) != _reasons(new):
        yield Change("reasons", "other reasons are given")
    if _unexplained(old) != _unexplained(new):
        yield Change("week", "details that no page names")


def _reasons(week: Week) -> object:
    return week.fewer, week.changes, [(day.reasons, [session.reasons for session in day.sessions]) for day in week.days]


def _unexplained(week: Week) -> Week:
    """Return the week without its number, its days' numbers and dates, and all reasons."""
    first = week.days[0].day if week.days else 0
    days = tuple(
        replace(d, day=d.day - first, date=None, reasons=(), sessions=tuple(map(bare, d.sessions))) for d in week.days
    )
    return replace(week, number=0, phase="", days=days, fewer=())


def session_name(session: Session, units: Unit) -> str:
    """Return ``quality run of 12 km``, ``cross-training of 40 min``, ``heavy lift``."""
    far = "" if isinstance(session, Lift) else length(session, units)
    return f"{_label(session)} of {far}" if far else _label(session)


def _label(session: Session) -> str:
    if isinstance(session, Lift):
        return lift_name(session)
    return RUNS[session.kind] if isinstance(session, Run) else RUNS["cross"]


def _made_of(session: Session, units: Unit, names: Names) -> str:
    """Return in brackets which exercises a lift has, or what a run is made of where that says more than its kind."""
    if isinstance(session, Lift):
        return f" ({exercises(session, names)})" if session.exercises else ""
    if not isinstance(session, Run) or (len(session.steps) < 2 and session.kind != "race"):
        return ""
    steps = ", ".join(step_text(step, units) for step in session.steps) if len(session.steps) > 1 else session.title
    return f" ({steps})" if steps else ""


def _article(name: str) -> str:
    if name.startswith("cross"):
        return ""
    return "an " if name[0] in "ae" else "a "
