"""Weeks that are counted otherwise: which week is which, and the few words that say so instead of a change a week."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from generator.compare.change import Change, turned
from generator.compare.matching import bare
from generator.frozen import frozen
from generator.model.plan import Phase, Plan, Week
from generator.rules.wording import weeks_text

_WORDS = {1: "a week", 2: "two weeks", 3: "three weeks", 4: "four weeks", 5: "five weeks", 6: "six weeks"}


@frozen
class Numbering:
    """``was`` gives for each new week, in order, the old one's number; ``come`` and ``gone`` have no other side."""

    was: Mapping[int, int]
    come: tuple[int, ...]
    gone: tuple[int, ...]

    def now(self, number: int) -> int | None:
        """Return the number that an old week has now; None if it is gone."""
        return next((new for new, old in self.was.items() if old == number), None)


def numbering(old: Plan, new: Plan, by_training: Mapping[int, int]) -> Numbering:
    """Return it. ``by_training`` says of old weeks, by their training, which new week is the same.

    Where a plan is as long as it was and fewer weeks differ when each keeps its number, each does: then only a phase
    begins or ends elsewhere.
    """
    pairs = by_training
    if len(old.weeks) == len(new.weeks):
        same = {week.number: week.number for week in old.weeks}
        if pairs != same and _differing(old, new, same) < _differing(old, new, pairs):
            pairs = same
    was = dict(sorted((now, before) for before, now in pairs.items()))
    come = tuple(week.number for week in new.weeks if week.number not in was)
    gone = tuple(week.number for week in old.weeks if week.number not in pairs)
    return Numbering(was, come, gone)


def _differing(old: Plan, new: Plan, pairs: Mapping[int, int]) -> int:
    """Count the weeks in which an athlete trains otherwise; weeks without another side count as well."""
    before, after = ({week.number: trained(week) for week in plan.weeks} for plan in (old, new))
    same = sum(before[one] == after[other] for one, other in pairs.items() if one in before and other in after)
    return len(before) + len(after) - 2 * same


def trained(week: Week) -> object:
    """Return what an athlete does in a week, whatever its number."""
    return [(day.kind, [bare(session) for session in day.sessions]) for day in week.days]


def numbering_changes(old: Plan, new: Plan, found: Numbering) -> Iterator[Change]:
    """Yield what is to be said of weeks that come, go or are counted otherwise, then of each phase."""
    phases = _phases(old, new, found)
    told = ", ".join(_moved(found))
    if told:
        longer = [_longer(before, after) for before, after in phases if before and after and _by(before, after)]
        text = f"{' and '.join(longer)}: {told}" if longer else told
        yield Change("numbers", text, "weeks", f"1-{len(old.weeks)}", f"1-{len(new.weeks)}")
    orders = [list(found.was.values()), [found.was[week.number] for week in new.weeks if week.number in found.was]]
    kept = set(found.was.values())
    if [week.number for week in old.weeks if week.number in kept] == orders[0] != orders[1]:
        yield Change("numbers", "the weeks stand in another order", "weeks")
    for before, after in phases:
        yield from _of_phase(before, after, found)


def _moved(found: Numbering) -> Iterator[str]:
    run: list[tuple[int, int]] = []
    for new, old in [*((new, old) for new, old in found.was.items() if new != old), (0, 0)]:
        if run and (new, old) != (run[-1][0] + 1, run[-1][1] + 1):
            one = len(run) == 1
            yield f"{_span(run[0][1], run[-1][1])} {'is' if one else 'are'} now {_span(run[0][0], run[-1][0])}"
            run = []
        run.append((new, old))
    if found.gone:
        yield f"{weeks_text(found.gone)} {'is' if len(found.gone) == 1 else 'are'} gone"
    if found.come:
        yield f"{weeks_text(found.come)} {'is' if len(found.come) == 1 else 'are'} new"


def _span(first: int, last: int) -> str:
    return f"week {first}" if first == last else f"weeks {first}-{last}"


_Pair = tuple[Phase | None, Phase | None]


def _phases(old: Plan, new: Plan, found: Numbering) -> list[_Pair]:
    """Return which phase is which: the one of the same id, else the one that most of its weeks belong to now."""
    before, after = ({phase.id: phase for phase in plan.phases} for plan in (old, new))
    weeks = [{week.number: week.phase for week in plan.weeks} for plan in (old, new)]
    now = Counter((weeks[0].get(was, ""), weeks[1].get(number, "")) for number, was in found.was.items())
    pairs: list[_Pair] = []
    taken = {name for name in before if name in after}
    for name, phase in before.items():
        other = after.get(name)
        if other is None:
            heirs = [(count, to) for (of, to), count in now.items() if of == name and to in after and to not in taken]
            other = after[max(heirs, key=lambda heir: heir[0])[1]] if heirs else None
            taken |= {other.id} if other else set()
        pairs.append((phase, other))
    paired = {other.id for _, other in pairs if other}
    return pairs + [(None, phase) for phase in new.phases if phase.id not in paired]


def _weeks(phase: Phase) -> int:
    return phase.last_week - phase.first_week + 1


def _by(before: Phase, after: Phase) -> int:
    return _weeks(after) - _weeks(before)


def _longer(before: Phase, after: Phase) -> str:
    by = _by(before, after)
    return f"{after.title} is {_WORDS.get(abs(by), f'{abs(by)} weeks')} {'longer' if by > 0 else 'shorter'}"


def _of_phase(before: Phase | None, after: Phase | None, found: Numbering) -> Iterator[Change]:
    """Yield what differs in a phase: its place beyond the new count of weeks, its names, its purpose."""
    if before is None or after is None:
        one, side = (after, "new") if before is None else (before, "gone")
        assert one is not None
        where = _span(one.first_week, one.last_week)
        sides = ("", where) if before is None else (where, "")
        yield Change("phase", f"the phase {one.title} ({where}) is {side}", one.title, *sides)
        return
    title = after.title
    if before.id != after.id:
        yield turned("phase", f"{title}'s address:", before.id, after.id)
    if before.title != after.title:
        said = f"the phase {before.title} is called {after.title} now"
        yield Change("phase", said, "name", before.title, after.title)
    if not _same_weeks(before, after, found):
        yield turned(
            "phase", f"{title}:", _span(before.first_week, before.last_week), _span(after.first_week, after.last_week)
        )
    for name in ("running", "strength"):
        if getattr(before, name) != getattr(after, name):
            yield turned("phase", f"{title}, {name}:", getattr(before, name), getattr(after, name))
    if before.purpose != after.purpose:
        yield turned("text", f"{title}, purpose:", before.purpose or "nothing", after.purpose or "nothing")
    for name, said in (("enter_when", "starts when"), ("leave_when", "ends when")):
        yield from lines_turned(f"{title}, {said}:", getattr(before, name), getattr(after, name))


def _same_weeks(before: Phase, after: Phase, found: Numbering) -> bool:
    """True if the phase holds the same weeks as before, and as the sentence on numbers leads one to expect."""
    if (before.first_week, before.last_week) == (after.first_week, after.last_week):
        return True
    kept = {number for number, was in found.was.items() if before.first_week <= was <= before.last_week}
    own = {number for number in found.was if after.first_week <= number <= after.last_week}
    renumbered = any(number != was for number, was in found.was.items())
    return kept == own and (renumbered or bool(found.come or found.gone))


def lines_turned(subject: str, old: Sequence[str], new: Sequence[str]) -> Iterator[Change]:
    """Yield the lines that come and go in a list of sentences; their order, if nothing else differs."""
    if tuple(old) == tuple(new):
        return
    gone, come = [line for line in old if line not in new], [line for line in new if line not in old]
    if not gone and not come:
        yield Change("text", f"{subject} in another order", subject, "; ".join(old), "; ".join(new))
    elif gone and come:
        yield turned("text", subject, "; ".join(gone), "; ".join(come))
    else:
        said = f"new: {'; '.join(come)}" if come else f"no longer: {'; '.join(gone)}"
        yield Change("text", f"{subject} {said}", subject, "; ".join(gone), "; ".join(come))
