"""A written program over several running phases of a calendar: it goes on where it stands, and so do its lines."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from generator.model.definition import Authored, Keys, Strength, StrengthBlock
from generator.model.finding import Place
from generator.model.programme import WrittenSession, named


def gone_on(block: StrengthBlock, done: int) -> tuple[WrittenSession, ...]:
    """Return the program as it goes on once so many weeks of the strength phase are done."""
    programme = named(block.programme)
    turn = done * int(block.sessions[-1]) % len(programme) if programme and block.sessions else 0
    return tuple(
        replace(session, exercises=tuple(written.after(done) for written in session.exercises))
        for session in (*programme[turn:], *programme[:turn])
    )


def places_of(authored: Authored, said: Keys, block: StrengthBlock, found: Strength) -> Iterator[tuple[Keys, Place]]:
    """Yield where the author wrote each part of a settled phase's program, with the keys it has under ``strength``."""
    names = [session.name for session in named(block.programme)]
    if names:
        yield ("programme",), authored.place(*said, "programme")
    for index, session in enumerate(found.programme):
        at: Keys = (*said, "programme", names.index(session.name))
        yield ("programme", index), authored.place(*at)
        for number, _ in enumerate(session.exercises):
            yield ("programme", index, "exercises", number), authored.place(*at, "exercises", number)
