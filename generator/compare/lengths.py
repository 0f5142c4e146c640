"""Two lengths side by side, with as many decimals as tell them apart."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal

from generator.model.plan import Cross, Run
from generator.model.units import METRES_PER
from generator.model.vocabulary import Unit

OPEN = "no set length"
_FINEST = 3  # decimals: a meter in kilometers


def lengths(old: Run | Cross, new: Run | Cross, unit: Unit) -> tuple[str, str]:
    """Return how far each goes, or how long where it is given by time: ``26 km``, ``22-24 km``, ``40 min``."""
    return _apart(_ends(old), _ends(new), unit)


def length(session: Run | Cross, unit: Unit) -> str:
    """Return how far a session goes, or how long; empty where neither is known."""
    shown = _shown(_ends(session), unit, 1)
    return "" if shown == OPEN else shown


def distances(old: int, new: int, unit: Unit) -> tuple[str, str]:
    """Return two distances in metres."""
    return _apart(((old, old), True), ((new, new), True), unit)


def distance(metres: int, unit: Unit) -> str:
    """Return a distance as it is read: ``26 km``."""
    return f"{_number(metres, unit, 1)} {unit}"


def times(old: int | None, new: int | None) -> tuple[str, str]:
    """Return two durations in seconds."""
    one, other = time(old), time(new)
    return (one, other) if one != other else (f"{old} s", f"{new} s")


def time(seconds: int | None) -> str:
    """Return ``40 min``, ``1 h 20 min``, ``90 s``; what stands for None says that nothing is set."""
    if seconds is None:
        return OPEN
    if seconds % 60:
        return f"{seconds} s" if seconds < 300 else f"{seconds // 60} min {seconds % 60} s"
    hours, minutes = divmod(seconds // 60, 60)
    return (
        " ".join(part for part in (f"{hours} h" if hours else "", f"{minutes} min" if minutes else "") if part) or "0 s"
    )


#: Both ends of a length, and whether they are metres; otherwise they are seconds.
_Ends = tuple[tuple[int | None, int | None], bool]


def _ends(session: Run | Cross) -> _Ends:
    if isinstance(session, Run) and session.distance_m is not None:
        least = session.distance_m if session.least_m is None else session.least_m
        return (least, session.distance_m), True
    least_s = session.least_s if isinstance(session, Run) else None
    return (session.duration_s if least_s is None else least_s, session.duration_s), False


def _apart(old: _Ends, new: _Ends, unit: Unit) -> tuple[str, str]:
    for decimals in range(1, _FINEST + 1):
        one, other = _shown(old, unit, decimals), _shown(new, unit, decimals)
        if one != other:
            return one, other
    raw = [f"{span(ends[0] or 0, ends[1])} {'m' if metres else 's'}" for ends, metres in (old, new)]
    return raw[0], raw[1]


def _shown(given: _Ends, unit: Unit, decimals: int) -> str:
    (least, most), metres = given
    if most is None:
        return OPEN
    low = most if least is None else least
    if metres:
        one, other = (_number(value, unit, decimals) for value in (low, most))
        return f"{one} {unit}" if one == other else f"{one}–{other} {unit}"
    if low == most:
        return time(most)
    return f"{low // 60}–{most // 60} min" if not (low % 60 or most % 60) else f"{time(low)}–{time(most)}"


def _number(metres: int, unit: Unit, decimals: int) -> str:
    value = (Decimal(metres) / METRES_PER[unit]).quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)
    return f"{value:f}".rstrip("0").rstrip(".") if "." in f"{value:f}" else f"{value:f}"


def span(least: int, most: int | None) -> str:
    """Return ``3–4``, or ``3`` where there is no other end."""
    return str(least) if most in (None, least) else f"{least}–{most}"
