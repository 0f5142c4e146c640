"""What differs between a strength session and what has become of it, exercise by exercise."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import replace

from generator.compare.change import What
from generator.compare.doses import dose_text, dose_turned
from generator.compare.lengths import times
from generator.frozen import frozen
from generator.model.plan import Lift, Prescription

#: What exercises are called, by slug.
Names = Mapping[str, str]
_Key = tuple[str, int]
_FEW = 4
UNSIGNED = ", unless signed off"


@frozen
class Of:
    """A difference in a lift. ``exercise`` is a slug where a dose is meant, empty where the session itself is.

    ``said`` stands between the name of what differs and both sides; ``tail`` says of whom it holds, if not of all.
    """

    what: What
    exercise: str
    said: str
    before: str = ""
    after: str = ""
    tail: str = ""


def lift_details(old: Lift, new: Lift, names: Names) -> Iterator[Of]:
    """Yield every difference, the exercises' first; of a lift that has become another only the doses it keeps."""
    if old.kind != new.kind:
        yield from (found for found in _exercises(old.exercises, new.exercises, names) if found.what == "dose")
        return
    yield from _exercises(old.exercises, new.exercises, names)
    yield from _session(old, new)
    one, other = old.unless_signed_off, new.unless_signed_off
    for found in _exercises(one.exercises if one else (), other.exercises if other else (), names):
        yield replace(found, tail=UNSIGNED)
    kinds = tuple(f"{each.kind} work" if each else "the same for all" for each in (one, other))
    if kinds[0] != kinds[1]:
        yield Of("lift", "", ":", kinds[0], kinds[1], UNSIGNED)


def exercises(lift: Lift, names: Names) -> str:
    """Return what a lift is made of: ``Back squat, Hip thrust and 3 more``."""
    named = [name_of(dose.id, names) for dose in lift.exercises]
    return ", ".join(named[:_FEW]) + (f" and {len(named) - _FEW} more" if len(named) > _FEW else "")


def name_of(slug: str, names: Names) -> str:
    """Return an exercise's name; of one that the library does not know its slug as words."""
    return names.get(slug) or slug.replace("-", " ").capitalize()


def _session(old: Lift, new: Lift) -> Iterator[Of]:
    if old.title != new.title:
        yield Of("lift", "", " called", f"“{old.title}”", f"“{new.title}”")
    if old.written != new.written:
        yield Of("lift", "", " in the program", f"“{old.written}”", f"“{new.written}”")
    if old.duration_s != new.duration_s and old.exercises == new.exercises:
        yield Of("lift", "", " takes", *times(old.duration_s, new.duration_s))
    if old.warm_up != new.warm_up:
        gone = [line for line in old.warm_up if line not in new.warm_up]
        come = [line for line in new.warm_up if line not in old.warm_up]
        yield Of("lift", "", ", warm-up:", "; ".join(gone) or "the same lines", "; ".join(come) or "in another order")
    if old.order != new.order:
        yield Of("lift", "", " in the day's order", str(old.order), str(new.order))


def _exercises(old: tuple[Prescription, ...], new: tuple[Prescription, ...], names: Names) -> Iterator[Of]:
    before, after = _keyed(old), _keyed(new)
    kept = [[key for key in side if key in before and key in after] for side in (before, after)]
    for key in kept[0]:
        turned = dose_turned(before[key], after[key])
        if turned is not None:
            yield Of("dose", key[0], " ", *turned)
    gone = [dose for key, dose in before.items() if key not in after]
    come = [dose for key, dose in after.items() if key not in before]
    if gone or come:
        doses = [replace(dose, id="", slot="trunk") for dose in gone]
        shown = [
            name_of(dose.id, names)
            if replace(dose, id="", slot="trunk") in doses
            else f"{name_of(dose.id, names)} {dose_text(dose)}"
            for dose in come
        ]
        said = ":" if gone and come else " without" if gone else " with"
        yield Of("exercise", "", said, ", ".join(name_of(dose.id, names) for dose in gone), ", ".join(shown))
    if kept[0] != kept[1]:
        orders = [", ".join(name_of(slug, names) for slug, _ in side) for side in kept]
        yield Of("exercise", "", ", in another order:", *orders)


def _keyed(doses: tuple[Prescription, ...]) -> dict[_Key, Prescription]:
    """Return doses by exercise; one that stands twice in a session is counted."""
    seen: Counter[str] = Counter()
    found: dict[_Key, Prescription] = {}
    for dose in doses:
        seen[dose.id] += 1
        found[(dose.id, seen[dose.id])] = dose
    return found
