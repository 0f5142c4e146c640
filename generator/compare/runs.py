"""What differs in a week's running: runs that move, change, become longer or shorter, come or go."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping

from generator.compare.names import RUNS, day_name, how_far, kind_name, session_name
from generator.language import N_, _, lower_first
from generator.model.plan import Cross, Day, Run, Week
from generator.model.vocabulary import Unit

_Session = Run | Cross
#: What a day has, with its length and without.
_HAS: dict[str, tuple[str, str]] = {
    "quality": (N_("{day} has a quality run of {length}."), N_("{day} has a quality run.")),
    "long": (N_("{day} has a long run of {length}."), N_("{day} has a long run.")),
    "race": (N_("{day} has a race of {length}."), N_("{day} has a race.")),
    "aerobic": (N_("{day} has an aerobic run of {length}."), N_("{day} has an aerobic run.")),
    "easy": (N_("{day} has an easy run of {length}."), N_("{day} has an easy run.")),
    "cross": (N_("{day} has cross-training of {length}."), N_("{day} has cross-training.")),
}
#: What makes two sessions the same for whoever does them.
_Mark = tuple[str, str, int | None, int | None, str]


def run_changes(old: Week, new: Week, units: Unit) -> Iterator[str]:
    """Yield a sentence for each change, moves first, then day by day."""
    gone = {i: _without(day, new.days[i]) for i, day in enumerate(old.days) if i < len(new.days)}
    come = {i: _without(day, old.days[i]) for i, day in enumerate(new.days) if i < len(old.days)}
    kept = {i: {_kind(session) for session in gone[i]} & {_kind(session) for session in come[i]} for i in gone}
    for position, sessions in gone.items():
        for session in [each for each in sessions if _kind(each) not in kept[position]]:
            to = {i: [o for o in others if _kind(o) not in kept[i]] for i, others in come.items()}
            found = _moved(session, to, units)
            if found is not None:
                sessions.remove(session)
                come[found[0]].remove(found[1])
                same = _mark(found[1]) == _mark(session)
                changed = "" if same else _told(session, found[1], units)
                name = session_name(session, units)
                text = _("{day}'s {session} moves to {other_day}.")
                if changed:
                    text = _("{day}'s {session} moves to {other_day} ({changed}).")
                days = {"day": day_name(old, position), "other_day": day_name(new, found[0])}
                yield text.format(session=name, changed=changed, **days)
    for position in gone:
        yield from _of_day(day_name(new, position), gone[position], come[position], new.days[position], units)


def _moved(session: _Session, to: Mapping[int, list[_Session]], units: Unit) -> tuple[int, _Session] | None:
    """Return where a session stands now: the same one, else one of its kind and length."""
    every = [(position, other) for position, others in to.items() for other in others]
    same = (found for found in every if _mark(found[1]) == _mark(session))
    alike = (o for o in every if _kind(o[1]) == _kind(session) and how_far(o[1], units) == how_far(session, units))
    return next(same, None) or next(alike, None)


def _of_day(name: str, gone: list[_Session], come: list[_Session], day: Day, units: Unit) -> Iterator[str]:
    for before, after in zip(gone, come, strict=False):
        if _kind(before) == _kind(after):
            text = _("{day}'s {session}: {changed}.")
            yield text.format(day=name, session=kind_name(before), changed=_told(before, after, units))
        else:
            yield f"{name}: {session_name(before, units)} → {session_name(after, units)}."
    for session in gone[len(come) :]:
        left = session_name(session, units)
        text = _("{day}'s {session} is left out.") if day.sessions else _("{day}: {session} → rest.")
        yield text.format(day=name, session=left)
    for session in come[len(gone) :]:
        far = how_far(session, units)
        long, short = _HAS[session.kind if isinstance(session, Run) else "cross"]
        yield _(long if far else short).format(day=name, length=far)


def _told(before: _Session, after: _Session, units: Unit) -> str:
    """Say what differs between two runs of a kind: how far, else what they are made of."""
    far, now = how_far(before, units), how_far(after, units)
    if far != now:
        none = _("no distance")
        return f"{far or none} → {now or none}"
    if before.title != after.title:
        return f"{_small(before.title)} → {_small(after.title)}"
    return _("other steps")


def _without(day: Day, other: Day) -> list[_Session]:
    """Return the day's runs and cross-training that the other day does not have."""
    others: tuple[_Session, ...] = (*other.runs, *other.crosses)
    shared = Counter(_mark(session) for session in others)
    found: list[_Session] = []
    sessions: tuple[_Session, ...] = (*day.runs, *day.crosses)
    for session in sessions:
        if shared[_mark(session)]:
            shared[_mark(session)] -= 1
        else:
            found.append(session)
    return found


def _mark(session: _Session) -> _Mark:
    far = session.distance_m if isinstance(session, Run) else None
    steps = repr(session.steps) if isinstance(session, Run) else ""
    seconds = session.duration_s if far is None else None
    return (session.sport, session.kind, far, seconds, f"{steps}{session.optional}")


def _kind(session: _Session) -> str:
    return RUNS[session.kind] if isinstance(session, Run) else RUNS["cross"]


def _small(title: str) -> str:
    """Return a title inside a sentence: ``Quality run`` loses its capital, ``5 × 1 km`` has none."""
    return lower_first(title)
