"""A running calendar that somebody already has, read: each day in hardday's own words, and what was guessed."""

from __future__ import annotations

from collections.abc import Mapping

from generator.frozen import frozen
from generator.model.finding import Diagnostic
from generator.model.given import GivenDay, GivenKind
from generator.model.units import Pace
from generator.model.vocabulary import Unit, Weekday, WeekStart


@frozen
class Guess:
    """What the calendar does not say and hardday supposes: a run's kind, and why. The author may change it."""

    week: int
    day: Weekday
    kind: GivenKind
    reason: str


@frozen
class CalendarWeek:
    """A week from 1; ``remark`` is what stands beside its number, ``days`` are in the order of the week."""

    number: int
    days: Mapping[Weekday, GivenDay]
    remark: str = ""


@frozen
class Calendar:
    """The calendar. ``easy_pace`` is that of the runs it calls easy, if it says one.

    ``blank`` are the days, by week, of which it says nothing: they are taken for rest.
    ``notes`` are for the reader of the import: what was guessed, what was left out, which totals differ.
    """

    weeks: tuple[CalendarWeek, ...]
    week_starts: WeekStart
    units: Unit
    easy_pace: Pace | None = None
    guesses: tuple[Guess, ...] = ()
    blank: frozenset[tuple[int, Weekday]] = frozenset()
    notes: tuple[Diagnostic, ...] = ()

    @property
    def given(self) -> Mapping[str, Mapping[str, GivenDay]]:
        """The days by week and weekday, as a definition's ``calendar:`` holds them."""
        return {str(week.number): {str(day): given for day, given in week.days.items()} for week in self.weeks}

    def guesses_of(self, week: int, day: Weekday) -> tuple[Guess, ...]:
        """Return what is guessed of a day, one for each of its sessions that needed it."""
        return tuple(guess for guess in self.guesses if (guess.week, guess.day) == (week, day))
