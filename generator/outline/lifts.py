"""How many lifts of each kind a week asks for."""

from __future__ import annotations

from generator.model.asking import lift_kind, sessions_range
from generator.model.definition import Authored
from generator.model.frame import LiftAsk
from generator.model.library import Library
from generator.model.vocabulary import LOADED_PHASES
from generator.outline.after_race import is_quiet, short_lifts_only
from generator.outline.weeks import WeekAt
from generator.outline.written import written_lifts
from generator.progressions import base_load


def lifts_of(authored: Authored, at: WeekAt, goal: int | None, library: Library) -> tuple[LiftAsk, ...]:
    """Return what the week asks: key lifts from least to most, short lifts exactly; none in the goal race's week."""
    strength = at.block.strength
    at_sessions = authored.place(*at.keys, "strength", "sessions")
    kind = lift_kind(at.block)
    found: list[LiftAsk] = []
    if goal is not None or is_quiet(authored, at):
        return ()
    if strength.programme:
        return written_lifts(authored, at, library)
    least, most = sessions_range(at.block)
    if short_lifts_only(authored, at):
        least, most = 0, 0
    if strength.kind == "base":
        row = base_load.prescribe(at.cutbacks)[at.week - 1]
        most = max(least, min(most, row.sessions_most))
    if strength.kind in LOADED_PHASES and at.cutbacks[at.week - 1]:
        most = max(least, min(most, 2))
    if kind and most:
        found.append(LiftAsk(kind, least, most, _lift_text(least, most, kind), at_sessions))
    if strength.abbreviated:
        count = strength.abbreviated
        place = authored.place(*at.keys, "strength", "abbreviated")
        found.append(LiftAsk("abbreviated", count, count, _lift_text(count, count, "short"), place))
    return tuple(found)


def _lift_text(least: int, most: int, word: str) -> str:
    count = str(most) if least == most else f"{least}-{most}"
    return f"{count} {word} lift{'' if most == 1 else 's'} a week"
