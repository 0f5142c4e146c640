"""Which row of which table each week lifts by. Steps run on across phases of the same kind."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from generator.frozen import frozen
from generator.model.asking import written_sessions
from generator.model.definition import Authored
from generator.model.frame import Frame
from generator.model.library import Library
from generator.model.plan import Prescription
from generator.model.vocabulary import INTENSE_PHASES, LOADED_PHASES, LiftKind
from generator.progress.targets import block_of
from generator.progressions import base_hold, base_load, heavy_load, maintenance, power, strength_taper, written
from generator.progressions.row import Row, row
from generator.rules.reading import is_big, least_reserve, most_percent
from generator.science.one_rm import MOST_REPS, percent_1rm

#: Percent of 1RM at which six repetitions leave eight in reserve: below, the load chart ends for deloads.
LIGHTEST = percent_1rm(6, 8)


@frozen
class StrengthWeek:
    """A week's doses: of its own strength phase (None if off), of the held base, of maintenance; its jumps.

    ``base_week`` counts the weeks of the running base from 1 (0 outside a base), ``base_weeks`` its length.
    """

    row: Row | None
    hold: Row
    keep: Row
    jumps: int = 0
    base_week: int = 0
    base_weeks: int = 0

    def for_lift(self, kind: LiftKind, strength: str) -> Row:
        """Return the row by which a lift of that kind is dosed in a week of that strength phase."""
        if kind == "base":
            return self.row if strength == "base" and self.row is not None else self.hold
        if self.row is None or strength not in LOADED_PHASES:
            return self.keep
        if kind == "maintenance" and self.row.percent > self.keep.percent:
            return self.keep
        return self.row


def strength_weeks(authored: Authored, frames: tuple[Frame, ...], library: Library) -> tuple[StrengthWeek, ...]:
    """Return each week's doses, in the order of the frames; written weeks count with the load they are written for.

    The tables pass over weeks that a layer pauses, and go on behind them where they stopped.
    """
    counted = tuple(frame for frame in frames if not frame.paused)
    power_weeks = sum(frame.paused == "power" and not frame.cutback for frame in frames)
    rest = iter(_weeks(authored, counted, library, power_weeks))
    return tuple(_paused(authored, frames, frame, library) if frame.paused else next(rest) for frame in frames)


def _paused(authored: Authored, frames: tuple[Frame, ...], paused: Frame, library: Library) -> StrengthWeek:
    """What a paused week would have had: a lift that was done in it before it paused is told as it was."""
    as_it_was = replace(paused, strength=paused.paused or "off")
    counted = tuple(as_it_was if frame is paused else frame for frame in frames if frame is paused or not frame.paused)
    found = _weeks(authored, counted, library, 0)[counted.index(as_it_was)]
    row = found.row or found.hold
    return StrengthWeek(None, row, row)


def _weeks(
    authored: Authored, frames: tuple[Frame, ...], library: Library, passed_over: int
) -> tuple[StrengthWeek, ...]:
    cutbacks = tuple(frame.cutback for frame in frames)
    holds = base_hold.prescribe(cutbacks, tuple(frame.running in INTENSE_PHASES for frame in frames))
    rows: dict[int, Row] = {}
    jumps: dict[int, int] = {}
    base: dict[int, tuple[int, int]] = {}
    for stretch in _stretches(frames):
        rows |= _rows(authored, frames, stretch, _reached(frames, rows, stretch[0]))
        for index in stretch:
            if block_of(authored, frames[index])[1].strength.programme:
                rows.pop(index, None)
                rows.update((index, found) for found in _written(authored, frames[index], library))
        if frames[stretch[0]].strength == "power":
            jumps |= dict(zip(stretch, power.jumps(tuple(cutbacks[i] for i in stretch), passed_over), strict=True))
        elif frames[stretch[0]].strength == "base":
            again = bool(base) and frames[stretch[0]].layered  # base after an absence: its tests are a repetition
            base |= {index: (number, len(stretch) + again) for number, index in enumerate(stretch, 1 + again)}
    keeps = tuple(maintenance.prescribe((cut,), _reached(frames, rows, i))[0] for i, cut in enumerate(cutbacks))
    found = [
        StrengthWeek(rows.get(i), holds[i], keeps[i], jumps.get(i, 0), *base.get(i, (0, 0))) for i in range(len(frames))
    ]
    for index, frame in enumerate(frames):
        if frame.eased and index in rows:
            light = _eased(frames, rows, index)
            found[index] = replace(found[index], row=light, hold=light, keep=light)
    return tuple(found)


def _eased(frames: tuple[Frame, ...], rows: dict[int, Row], index: int) -> Row:
    """A tenth less than the last full week, whatever phase it stood in; less than the week's own row without one."""
    full = [rows[i] for i in sorted(rows) if i < index and not rows[i].deload and not frames[i].eased]
    last = full[-1] if full else rows[index]
    return last.eased(f"{last.label} eased")


def _reached(frames: tuple[Frame, ...], rows: dict[int, Row], index: int) -> int:
    """The greatest load of the heavy weeks before, in percent; 80 for a runner who enters signed off."""
    heavy = [rows[i].percent for i in rows if i < index and frames[i].strength == "heavy" and not rows[i].deload]
    return max(heavy, default=maintenance.HIGHEST)


def _stretches(frames: tuple[Frame, ...]) -> list[list[int]]:
    """Weeks of one kind that belong together: neighbors, and heavy weeks until a base or a break comes between.

    A base goes on behind a single week that only holds it.
    """
    found: list[list[int]] = []
    heavy: list[int] = []
    base: list[int] = []
    for index, frame in enumerate(frames):
        if frame.strength in ("base", "off"):
            heavy = []
        if frame.strength == "heavy":
            if not heavy:
                found.append(heavy)
            heavy.append(index)
        elif frame.strength == "base" and base and _goes_on(frames, base[-1], index):
            base.append(index)
        elif index and found and frames[index - 1].strength == frame.strength:
            found[-1].append(index)
        else:
            found.append([index])
            base = found[-1] if frame.strength == "base" else base
    return found


def _goes_on(frames: tuple[Frame, ...], last: int, index: int) -> bool:
    """True if the base week follows the last one, or a single week that holds the base stands between them."""
    between = frames[last + 1 : index]
    return len(between) <= 1 and all(frame.strength == "base_hold" for frame in between)


def _rows(authored: Authored, frames: tuple[Frame, ...], stretch: list[int], reached: int) -> dict[int, Row]:
    kind = frames[stretch[0]].strength
    cutbacks = tuple(frames[i].cutback or frames[i].eased for i in stretch)
    back = tuple(frames[i].back for i in stretch)
    rows: tuple[Row, ...]
    if kind == "base":
        rows = _staged(authored, frames, stretch) or base_load.prescribe(cutbacks, back)
    elif kind == "base_hold":
        rows = base_hold.prescribe(cutbacks, tuple(frames[i].running in INTENSE_PHASES for i in stretch))
    elif kind == "heavy":
        every = block_of(authored, frames[stretch[0]])[1].strength.every
        rows = heavy_load.prescribe(cutbacks, every, authored.definition.advanced_heavy, back)
    elif kind == "power":
        rows = power.prescribe(cutbacks, reached)
    elif kind == "maintenance":
        rows = maintenance.prescribe(cutbacks, reached)
    else:
        rows = strength_taper.prescribe(cutbacks, reached) if kind == "taper" else ()
    return dict(zip(stretch, rows, strict=False))


def _staged(authored: Authored, frames: tuple[Frame, ...], stretch: list[int]) -> tuple[Row, ...]:
    if not authored.definition.stages:
        return ()
    stages = list(dict.fromkeys(frames[i].phase for i in stretch))
    return tuple(base_load.held(stages.index(frames[i].phase), frames[i].cutback) for i in stretch)


def _written(authored: Authored, frame: Frame, library: Library) -> Iterator[Row]:
    """Yield the heaviest dose of a written week's big lifts, if it has any, as a row for the weeks after it.

    Its percentage is the written one, else that of the load chart; the tables after it go no lower than ``LIGHTEST``.
    """
    sessions = written_sessions(block_of(authored, frame)[1], frame.week_in_phase)
    done = [one for each in sessions for one in written.prescribe(each, frame.week_in_phase, library.exercises)]
    big = sorted(filter(is_big, done), key=_percent)
    if big:
        dose, count = big[-1], len(sessions)
        percent = max(_percent(dose), LIGHTEST)
        yield row(
            "written", (count, count), (dose.sets, dose.reps, dose.rir), percent, dose.rir_min, table=written.TABLE
        )


def _percent(dose: Prescription) -> int:
    reps = min(dose.reps, MOST_REPS)
    known = most_percent(dose)
    return percent_1rm(reps, min(least_reserve(dose), MOST_REPS - reps)) if known is None else known
