"""One week of a strength table: the dose of the big lift, and how many key lifts the week wants."""

from __future__ import annotations

from dataclasses import field, replace

from generator.frozen import frozen
from generator.science.one_rm import MOST_REPS, percent_1rm

Cutbacks = tuple[bool, ...]
Backs = tuple[int, ...]
EASED_SHARE = 0.9


@frozen
class Row:
    """A week's dose of the big lift. ``label`` names the row in its table (B3, H5).

    ``rir`` is how many repetitions are left in reserve, ``rir_min`` the lower end where a band is meant (never
    below 1), ``percent`` the starting load in percent of 1RM. A week wants ``sessions_least`` to
    ``sessions_most`` key lifts. ``deload`` marks a week in which lifting is cut back. ``table`` is the module that
    the row stands in, ``notes`` say what was done to it since; both only tell where a row comes from.
    """

    label: str
    sessions_least: int
    sessions_most: int
    sets: int
    reps: int
    rir: int
    rir_min: int
    percent: int
    deload: bool = False
    table: str = field(default="", compare=False)
    notes: tuple[str, ...] = field(default=(), compare=False)

    def deloaded(self, label: str, reps: int, percent: int) -> Row:
        """Return the cutback week of this row: half the sets (rounded up), one repetition more in reserve.

        A lighter week after every third loading week is near what lifters report: one every
        5.6 ± 2.3 weeks (rogerson-2024); every fourth week is a coaching convention.
        """
        return replace(
            self,
            label=label,
            sessions_least=min(2, self.sessions_least),
            sessions_most=min(2, self.sessions_most),
            sets=(self.sets + 1) // 2,
            reps=reps,
            rir=self.rir + 1,
            rir_min=self.rir + 1,
            percent=percent,
            deload=True,
            notes=(*self.notes, f"half the sets of {self.label}, one repetition more in reserve"),
        )

    def eased(self, label: str) -> Row:
        """Return the row of a first week back after seven missed days or more: a tenth less weight.

        By the load chart that leaves three or four more repetitions in reserve; where the chart ends, only the
        percentage falls. A coaching convention. Not compared with the weeks before, like a deload.
        """
        percent = int(self.percent * EASED_SHARE)
        rir = self.rir
        while self.reps + rir < MOST_REPS and percent_1rm(self.reps, rir) > percent:
            rir += 1
        notes = (*self.notes, f"a tenth less weight than {self.label}, the first week back")
        return replace(self, label=label, rir=rir, rir_min=rir, percent=percent, deload=True, notes=notes)

    def no_heavier_than(self, percent: int) -> Row:
        """Return the row with as many more repetitions in reserve as bring its load to ``percent`` or below.

        So that a week after the heavy phase keeps the load that was reached, and does not quietly raise it.
        """
        rir = self.rir
        while percent_1rm(self.reps, rir) > percent and self.reps + rir < MOST_REPS:
            rir += 1
        if rir == self.rir:
            return self
        notes = (*self.notes, f"no heavier than the {percent} % that the heavy weeks came to")
        return replace(self, rir=rir, rir_min=rir, percent=percent_1rm(self.reps, rir), notes=notes)


def padded(back: Backs, weeks: Cutbacks) -> Backs:
    """Return a number of steps back for every week; none where it is not said."""
    return (*back, *(0,) * (len(weeks) - len(back)))[: len(weeks)]


def row(
    label: str,
    sessions: tuple[int, int],
    dose: tuple[int, int, int],
    percent: int,
    rir_min: int | None = None,
    table: str = "",
) -> Row:
    """Write a row of a table: ``dose`` is sets, repetitions, RIR."""
    sets, reps, rir = dose
    return Row(label, *sessions, sets, reps, rir, rir if rir_min is None else rir_min, percent, table=table)
