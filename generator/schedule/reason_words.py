"""The words in which reasons count: how many of what a week asks, how many days lie between, what a day is kept for."""

from __future__ import annotations

from generator.language import N_ngettext, N_pgettext, ngettext, pgettext
from generator.model.frame import Frame
from generator.model.line import DayRole
from generator.model.vocabulary import DayKind, LiftKind

_NUMBERS = (
    N_pgettext("how many, before what is counted", "no"),
    N_pgettext("how many, before what is counted", "one"),
    N_pgettext("how many, before what is counted", "two"),
    N_pgettext("how many, before what is counted", "three"),
    N_pgettext("how many, before what is counted", "four"),
    N_pgettext("how many, before what is counted", "five"),
    N_pgettext("how many, before what is counted", "six"),
    N_pgettext("how many, before what is counted", "seven"),
    N_pgettext("how many, before what is counted", "eight"),
    N_pgettext("how many, before what is counted", "nine"),
)
_THIS_RUN = N_pgettext("what a day is kept for", "this run")
_THINGS = {
    "quality": N_pgettext("what a day is kept for", "the quality run"),
    "long": N_pgettext("what a day is kept for", "the long run"),
    "cross": N_pgettext("what a day is kept for", "cross-training"),
    "rest": N_pgettext("what a day is kept for", "rest"),
}
_THE_LIFTS: dict[LiftKind, tuple[str, str]] = {
    "base": N_pgettext("what a day is kept for", "the base lift"),
    "heavy": N_pgettext("what a day is kept for", "the heavy lift"),
    "maintenance": N_pgettext("what a day is kept for", "the maintenance lift"),
    "abbreviated": N_pgettext("what a day is kept for", "the abbreviated lift"),
    "primer": N_pgettext("what a day is kept for", "the primer lift"),
}
#: What a week asks for, one or several; the number stands before it in words.
_ASKED: dict[DayKind, tuple[str, str]] = {
    "quality": N_ngettext("This week asks for {number} quality run", "This week asks for {number} quality runs"),
    "long": N_ngettext("This week asks for {number} long run", "This week asks for {number} long runs"),
    "race": N_ngettext("This week asks for {number} race run", "This week asks for {number} race runs"),
    "aerobic": N_ngettext("This week asks for {number} aerobic run", "This week asks for {number} aerobic runs"),
    "easy": N_ngettext("This week asks for {number} easy run", "This week asks for {number} easy runs"),
    "cross": N_ngettext(
        "This week asks for {number} day of cross-training", "This week asks for {number} days of cross-training"
    ),
    "rest": N_ngettext("This week asks for {number} rest day", "This week asks for {number} rest days"),
}


def kept_for(kind: DayKind, lift: LiftKind | None = None) -> str:
    """Return what a day is kept for: ``the long run``, ``the heavy lift``."""
    return pgettext(*(_THE_LIFTS[lift] if lift else _THINGS.get(kind, _THIS_RUN)))


def between(one: DayRole, other: DayRole) -> str:
    """Return how many days lie between two: ``two days``."""
    days = abs(one.day - other.day) - 1
    return ngettext("{number} day", "{number} days", days).format(number=number_word(days))


def asked_for(frame: Frame, kind: DayKind) -> str:
    """Return ``This week asks for two easy runs``."""
    count = frame.count(kind)
    return ngettext(*_ASKED[kind], count).format(number=number_word(count))


def number_word(count: int) -> str:
    """Return ``three``; figures for large numbers."""
    return pgettext(*_NUMBERS[count]) if count < len(_NUMBERS) else str(count)
