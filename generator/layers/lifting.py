"""What layers do to the strength phases: weeks that pause, a gentle way back, a base that is made up.

A week without key lifts pauses: it is no week of base or of heavy lifting, and the tables go on behind it. After
seven missed days or more the first lifts have a tenth less weight; after fourteen the tables also go back one block,
three loading weeks; after four weeks come two weeks of base. A base that lost weeks is made up before anything heavier.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from generator.frozen import frozen
from generator.layers.illness import LONG_ABSENCE, VERY_LONG_ABSENCE, Absence
from generator.model.frame import Frame
from generator.model.vocabulary import KEY_LIFTS, LOADED_PHASES, LiftKind, StrengthPhase
from generator.rules.policy import Policy

SET_BACK_ABSENCE = 14  # days missed
BLOCK = 3  # loading weeks between two lighter ones
TO_THE_START = 99
RE_ENTRY_WEEKS = 2
_CALM = ("taper", "race", "transition")


@frozen
class Effect:
    """What becomes of a week's lifting; ``lift`` is the kind its key lifts have now, None if their own."""

    kind: StrengthPhase
    lift: LiftKind | None = None
    eased: bool = False
    back: int = 0


@frozen
class Season:
    """The frames without layers, the weeks that pause, and what the plan says of the runner at entry.

    ``written``: weeks whose lifts a program writes out; no table doses them and nothing here changes them.
    """

    frames: Sequence[Frame]
    paused: frozenset[int]
    written: frozenset[int]
    base_done: bool
    policy: Policy

    def effects(self, absences: Sequence[Absence]) -> Mapping[int, Effect]:
        """Return what becomes of each week whose lifting changes, by its number; paused weeks are not among them."""
        found: dict[int, Effect] = {}
        for absence in absences:
            if len(absence.missed) >= VERY_LONG_ABSENCE:
                found.update(self._re_entry(absence))
            elif len(absence.missed) >= LONG_ABSENCE:
                found.update(self._eased(absence))
        return found if self.base_done else {**found, **dict(self._made_up(found))}

    def _lifting_from(self, day: int) -> Iterator[Frame]:
        """The weeks with key lifts from a day on."""
        for frame in self.frames:
            open_ = frame.number not in self.paused | self.written
            if frame.first_day + frame.length > day and open_ and has_key_lifts(frame):
                yield frame

    def _eased(self, absence: Absence) -> Iterator[tuple[int, Effect]]:
        frame = next(self._lifting_from(absence.back), None)
        if frame is not None:
            back = BLOCK if len(absence.missed) >= SET_BACK_ABSENCE else 0
            lift: LiftKind | None = "base" if frame.strength in LOADED_PHASES else None
            yield frame.number, Effect(frame.strength, lift, eased=True, back=back)

    def _re_entry(self, absence: Absence) -> Iterator[tuple[int, Effect]]:
        base = sum(f.strength == "base" and f.number not in self.paused for f in self.frames)
        loaded = any(f.strength in LOADED_PHASES and f.first_day < absence.missed.start for f in self.frames)
        weeks = [frame for frame in self._lifting_from(absence.back) if frame.running not in _CALM][:RE_ENTRY_WEEKS]
        for place, frame in enumerate(weeks):
            full = base + place >= int(self.policy.params("base-before-heavy")["most"])
            if frame.strength != "base" and not loaded and full and not self.base_done:
                yield frame.number, Effect("base_hold", "base", eased=place == 0)
            else:
                yield frame.number, Effect("base", "base", back=0 if place else TO_THE_START)

    def _made_up(self, effects: Mapping[int, Effect]) -> Iterator[tuple[int, Effect]]:
        """Base weeks in place of the first weeks of what follows, where too few are left or the last one was lost."""
        limits = self.policy.params("base-before-heavy")
        planned = sum(frame.strength == "base" for frame in self.frames)
        set_back = any(effect.kind == "base" and effect.back for effect in effects.values())
        wanted = min(planned, int(limits["most" if set_back else "least"]))
        done, lost = 0, False
        for frame in self.frames:
            effect = effects.get(frame.number)
            kind = effect.kind if effect else frame.strength
            if frame.number in self.paused:
                lost = lost or frame.strength == "base"
            elif kind == "base":
                done, lost = done + 1, False
            elif has_key_lifts(frame) and planned:
                if frame.number in self.written or (done >= wanted and not lost):
                    return
                done, lost = done + 1, False
                yield frame.number, Effect("base", "base")


def has_key_lifts(frame: Frame) -> bool:
    """True if the week asks for base, heavy or maintenance lifts."""
    return any(ask.kind in KEY_LIFTS and ask.most for ask in frame.lifts)


def held_back(frames: Sequence[Frame], written_whole: frozenset[str]) -> tuple[Frame, ...]:
    """Return the frames with written programs going on where they paused.

    ``written_whole``: phases whose program stands in every week whole; only there does a pause shift what follows.
    """
    found: list[Frame] = []
    for frame in frames:
        before = (
            sum(f.paused is not None and f.phase == frame.phase for f in found) if frame.phase in written_whole else 0
        )
        found.append(replace(frame, week_in_phase=frame.week_in_phase - before) if before else frame)
    return tuple(found)
