"""From answers to phases: how many weeks each has, how far it goes, what is lifted.

Base lifts come first, six to eight weeks of them; heavy lifts after, if the runner's kind and the weeks allow; one lift
a week while the running is hardest; a taper before a race. What comes of it is judged by hardday's own stages before
anything is written.
"""

from __future__ import annotations

from typing import Literal

from generator.frozen import frozen
from generator.model.vocabulary import RunningPhase, StrengthPhase
from generator.new.answers import Answers
from generator.new.distances import MOST_BESIDE_HEAVY, Week, weeks_before_taper, weeks_of_taper

Variety = Literal["full", "mild", "none"]
#: From the richest to the plainest: kinds of quality run, and heavy lifts, which need a quality run beside them.
VARIETIES: tuple[Variety, ...] = ("full", "mild", "none")

_BASE_LONG, _BASE_SHORT, _LEAST_HEAVY = 8, 6, 3
_MOST_HEAVY, _MOST_MAINTENANCE = 10, 6
_MARATHON_M = 42_000


@frozen
class Phase:
    """A phase to be written."""

    id: str
    title: str
    running: RunningPhase
    strength: StrengthPhase
    sessions: int
    runs: int
    weeks: tuple[Week, ...]
    quality: tuple[str, ...]
    purpose: str

    @property
    def lighter(self) -> tuple[int, ...]:
        """The phase's lighter weeks, counted from 1."""
        return tuple(number for number, week in enumerate(self.weeks, 1) if week.lighter)


_KINDS: dict[str, tuple[str, RunningPhase, StrengthPhase, int, str]] = {
    "base": ("Base", "base", "base", 2, "Learn the lifts while the running grows slowly."),
    "hold": ("Hold", "build", "base_hold", 2, "The lifts stay as they are; the running goes on growing."),
    "heavy": ("Heavy", "build", "heavy", 2, "Heavy lifts on the hard days, so that the easy days stay easy."),
    "specific": ("Maintenance", "specific", "maintenance", 1, "The hardest running. One lift a week keeps strength."),
    "keep": ("Keep", "base", "maintenance", 1, "One lift a week holds the strength while the running stays easy."),
}


def season(answers: Answers, variety: Variety) -> tuple[Phase, ...]:
    """Return the phases; their weeks add up to what was answered."""
    weeks = weeks_before_taper(answers)
    heavy = answers.may_be_heavy and variety != "none"
    lengths = _lengths(len(weeks), heavy, bool(answers.race_m))
    phases: list[Phase] = []
    for kind, count in lengths:
        first = sum(len(phase.weeks) for phase in phases)
        title, running, strength, sessions, purpose = _KINDS[kind]
        quality, part = _quality(answers, variety, kind), weeks[first : first + count]
        runs = min(answers.runs, MOST_BESIDE_HEAVY) if kind == "heavy" else answers.runs
        phases.append(Phase(title.lower(), title, running, strength, sessions, runs, part, quality, purpose))
    if answers.race_m:
        phases.append(_taper(answers, variety, any(kind == "heavy" for kind, _ in lengths)))
    return tuple(phases)


def _lengths(body: int, heavy: bool, race: bool) -> list[tuple[str, int]]:
    """Return the kinds of phase before the taper, with their weeks."""
    base = _BASE_LONG if body >= 14 or not heavy else _BASE_SHORT
    rest = body - base
    if rest <= 0:
        return [("base", body)]
    if not heavy or rest < _LEAST_HEAVY:
        return [("base", base), ("hold", rest)]
    last = 0 if rest < 6 else min(_MOST_MAINTENANCE, max(2, rest * 2 // 5))
    if not race and rest <= _MOST_HEAVY:
        last = 0
    most = min(_MOST_HEAVY, rest - last)
    hold = rest - last - most
    parts = [("base", base), ("hold", hold), ("heavy", most), ("specific" if race else "keep", last)]
    return [(kind, weeks) for kind, weeks in parts if weeks]


def _taper(answers: Answers, variety: Variety, after_heavy: bool) -> Phase:
    runs, weeks = weeks_of_taper(answers)
    return Phase(
        id="taper",
        title="Taper and race",
        running="taper",
        strength="taper" if after_heavy else "base_hold",
        sessions=1,
        runs=runs,
        weeks=weeks,
        quality=("threshold",) if variety == "full" and answers.may_be_heavy else (),
        purpose="Less of everything, so that you stand at the start rested.",
    )


def _quality(answers: Answers, variety: Variety, kind: str) -> tuple[str, ...]:
    """Return the kinds of quality run of a phase, taken in turn."""
    early = kind in ("base", "hold", "keep")
    if not answers.may_be_heavy or variety == "none":
        return ()
    if variety == "mild":
        return ("strides", "hills") if early else ("fartlek", "hills")
    if early:
        return ("hills", "strides") if answers.audience == "masters" else ("hills", "fartlek")
    if kind == "heavy":
        return ("threshold",) if answers.audience == "masters" else ("threshold", "intervals")
    return ("threshold", "marathon-pace") if answers.race_m >= _MARATHON_M else ("threshold", "race-pace")
