"""What lifts a week asks for where the phase has a written program: its own sessions, each of the kind it is."""

from __future__ import annotations

from generator.model.asking import sessions_range, written_sessions
from generator.model.definition import Authored
from generator.model.frame import LiftAsk
from generator.model.library import Library
from generator.model.vocabulary import KEY_LIFTS, LiftKind
from generator.outline.after_race import short_lifts_only
from generator.outline.weeks import WeekAt
from generator.progressions import written
from generator.rules.reading import kind_of_lift


def written_lifts(authored: Authored, at: WeekAt, library: Library) -> tuple[LiftAsk, ...]:
    """Return an ask for each kind of session that the program has in this week: as many of them as the rules allow."""
    strength = at.block.strength
    sessions = written_sessions(at.block, at.week)
    kinds: list[LiftKind] = [
        session.kind or kind_of_lift(written.prescribe(session, at.week, library.exercises), strength.kind)
        for session in sessions
    ]
    if short_lifts_only(authored, at):
        kinds = [kind for kind in kinds if kind not in KEY_LIFTS]
    sure = kinds if strength.sessions is None else kinds[: sessions_range(at.block)[0]]
    place = authored.place(*at.keys, "strength", "programme" if strength.sessions is None else "sessions")
    return tuple(
        LiftAsk(kind, 0, kinds.count(kind), _text(sure.count(kind), kinds.count(kind), kind), place, sure.count(kind))
        for kind in dict.fromkeys(kinds)
    )


def _text(least: int, most: int, kind: LiftKind) -> str:
    count = str(most) if least == most else f"{least}-{most}"
    return f"{count} {kind} lift{'' if most == 1 else 's'} a week, as the program has it"
