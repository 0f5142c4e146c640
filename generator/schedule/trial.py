"""Frames with some of the author's asks left out: what the search for a clash tries."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace

from generator.model.finding import Place
from generator.model.frame import Frame, LiftAsk, Must

Ask = Must | LiftAsk
#: The author says a thing once and it holds for many weeks: its place and text tell asks apart.
Key = tuple[Place, str]


def key_of(ask: Ask) -> Key:
    """Return what tells an ask apart from others."""
    return ask.place, ask.text


def asks_of(stretch: Sequence[Frame]) -> dict[Key, Ask]:
    """Return the fixed days and the lifts that the stretch asks for, each once, in order of the weeks."""
    found: dict[Key, Ask] = {}
    for frame in stretch:
        asks: tuple[Ask, ...] = (*frame.musts, *(lift for lift in frame.lifts if lift.least))
        for ask in asks:
            found.setdefault(key_of(ask), ask)
    return found


def keeping(stretch: Sequence[Frame], keys: Collection[Key]) -> tuple[Frame, ...]:
    """Return the frames with these asks only: other days are free, other lifts may be left out."""
    return tuple(
        replace(
            frame,
            musts=tuple(must for must in frame.musts if key_of(must) in keys),
            lifts=tuple(lift if key_of(lift) in keys else replace(lift, least=0) for lift in frame.lifts),
        )
        for frame in stretch
    )
