"""How findings name days, counts and distances, so that every rule speaks alike."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Context, Decimal

from generator.language import N_pgettext, _, joined, ngettext, number, pgettext, weekday_name
from generator.model.line import DayRole
from generator.model.plan import Day
from generator.model.units import METRES_PER
from generator.model.vocabulary import DayKind, LiftKind, RunningPhase, Unit, Weekday

_FINEST = 3  # decimals: a meter in kilometers
_LIFTS: dict[LiftKind, tuple[str, str]] = {
    "base": N_pgettext("after 'has', as in 'Tuesday has a base lift'", "a base lift"),
    "heavy": N_pgettext("after 'has', as in 'Tuesday has a base lift'", "a heavy lift"),
    "maintenance": N_pgettext("after 'has', as in 'Tuesday has a base lift'", "a maintenance lift"),
    "abbreviated": N_pgettext("after 'has', as in 'Tuesday has a base lift'", "a short session"),
    "primer": N_pgettext("after 'has', as in 'Tuesday has a base lift'", "a primer"),
}
_DAYS: dict[DayKind, tuple[str, str]] = {
    "quality": N_pgettext("after 'is', as in 'Tuesday is a rest day'", "a quality day"),
    "long": N_pgettext("after 'is', as in 'Tuesday is a rest day'", "a long day"),
    "race": N_pgettext("after 'is', as in 'Tuesday is a rest day'", "a race day"),
    "aerobic": N_pgettext("after 'is', as in 'Tuesday is a rest day'", "an aerobic day"),
    "easy": N_pgettext("after 'is', as in 'Tuesday is a rest day'", "an easy day"),
    "cross": N_pgettext("after 'is', as in 'Tuesday is a rest day'", "a cross-training day"),
    "rest": N_pgettext("after 'is', as in 'Tuesday is a rest day'", "a rest day"),
}
_ON_DAYS: dict[DayKind, tuple[str, str]] = {
    "quality": N_pgettext("after a lift, as in 'a heavy lift on a rest day'", "on a quality day"),
    "long": N_pgettext("after a lift, as in 'a heavy lift on a rest day'", "on a long day"),
    "race": N_pgettext("after a lift, as in 'a heavy lift on a rest day'", "on a race day"),
    "aerobic": N_pgettext("after a lift, as in 'a heavy lift on a rest day'", "on an aerobic day"),
    "easy": N_pgettext("after a lift, as in 'a heavy lift on a rest day'", "on an easy day"),
    "cross": N_pgettext("after a lift, as in 'a heavy lift on a rest day'", "on a cross-training day"),
    "rest": N_pgettext("after a lift, as in 'a heavy lift on a rest day'", "on a rest day"),
}
_OF_DAY: dict[LiftKind, tuple[str, str]] = {
    "base": N_pgettext('after a day, as in "Tuesday\'s base lift"', "base lift"),
    "heavy": N_pgettext('after a day, as in "Tuesday\'s base lift"', "heavy lift"),
    "maintenance": N_pgettext('after a day, as in "Tuesday\'s base lift"', "maintenance lift"),
    "abbreviated": N_pgettext('after a day, as in "Tuesday\'s base lift"', "abbreviated lift"),
    "primer": N_pgettext('after a day, as in "Tuesday\'s base lift"', "primer lift"),
}
_OF_WEEKS: dict[RunningPhase, tuple[str, str]] = {
    "off-season": N_pgettext("as in 'key lift number 3 of a base week'", "of an off-season week"),
    "base": N_pgettext("as in 'key lift number 3 of a base week'", "of a base week"),
    "build": N_pgettext("as in 'key lift number 3 of a base week'", "of a build week"),
    "specific": N_pgettext("as in 'key lift number 3 of a base week'", "of a specific week"),
    "taper": N_pgettext("as in 'key lift number 3 of a base week'", "of a taper week"),
    "race": N_pgettext("as in 'key lift number 3 of a base week'", "of a race week"),
    "transition": N_pgettext("as in 'key lift number 3 of a base week'", "of a transition week"),
}
_IN_PHASES: dict[RunningPhase, tuple[str, str]] = {
    "off-season": N_pgettext("a phase of running", "in the off-season phase"),
    "base": N_pgettext("a phase of running", "in the base phase"),
    "build": N_pgettext("a phase of running", "in the build phase"),
    "specific": N_pgettext("a phase of running", "in the specific phase"),
    "taper": N_pgettext("a phase of running", "in the taper phase"),
    "race": N_pgettext("a phase of running", "in the race phase"),
    "transition": N_pgettext("a phase of running", "in the transition phase"),
}
_ANY_SIZE = Context(prec=400)  # an audited plan may say a thousand million repeats of a thousand million meters


def day_name(weekday: Weekday) -> str:
    """Return ``Tuesday`` for ``tuesday``."""
    return weekday_name(weekday)


def a_lift(kind: LiftKind) -> str:
    """Return ``a heavy lift`` as it stands behind ``Tuesday has``."""
    return pgettext(*_LIFTS[kind])


def a_day(kind: DayKind) -> str:
    """Return ``an easy day`` as it stands behind ``Tuesday is``."""
    return pgettext(*_DAYS[kind])


def on_a_day(kind: DayKind) -> str:
    """Return ``on an easy day`` as it stands behind ``a heavy lift``."""
    return pgettext(*_ON_DAYS[kind])


def in_phase(running: RunningPhase) -> str:
    """Return ``in the taper phase``."""
    return pgettext(*_IN_PHASES[running])


def of_day(kind: LiftKind) -> str:
    """Return ``heavy lift`` as it stands behind ``Tuesday's``."""
    return pgettext(*_OF_DAY[kind])


def of_phase_week(running: RunningPhase) -> str:
    """Return ``of a taper week``."""
    return pgettext(*_OF_WEEKS[running])


def the_day(role: DayRole) -> str:
    """Return ``Tuesday of week 3``."""
    return of_week(role.weekday, role.week)


def of_week(day: Day | Weekday, week: int) -> str:
    """Return ``Tuesday of week 3`` for a day or its name."""
    weekday = day.weekday if isinstance(day, Day) else day
    return _("{day} of week {week}").format(day=day_name(weekday), week=week)


def both_days(earlier: DayRole, later: DayRole) -> str:
    """Return ``Tuesday and Thursday of week 3``, or ``Sunday of week 3 and Tuesday of week 4``."""
    first = day_name(earlier.weekday) if earlier.week == later.week else the_day(earlier)
    return joined((first, the_day(later)))


def days_between(earlier: int, later: int) -> str:
    """Return how many full days lie between two absolute days, in words: ``no full day``, ``1 full day``."""
    between = later - earlier - 1
    if between <= 0:
        # Translator: as in "with no full day in between"
        return _("no full day")
    # Translator: as in "with 2 full days in between"
    return ngettext("{n} full day", "{n} full days", between)


def count(number: int, noun: str) -> str:
    """Return ``1 set`` or ``3 sets``; the plural takes an s."""
    return f"{number} {noun}{'' if number == 1 else 's'}"


def span(least: int, most: int | None) -> str:
    """Return ``3-4``, or ``3`` where there is no other end."""
    return str(least) if most in (None, least) else f"{least}-{most}"


def distance(metres: float, unit: Unit) -> str:
    """Return a distance as a person writes it in the plan's unit: ``11 mi``, ``17.5 km``."""
    return f"{number(_amount(metres, unit, 1))} {unit}"


def apart(one: float, other: float, unit: Unit) -> tuple[str, str]:
    """Return two distances with as many decimals as tell them apart: ``4.63 km`` and ``4.58 km``."""
    for decimals in range(1, _FINEST + 1):
        texts = (_amount(one, unit, decimals), _amount(other, unit, decimals))
        if texts[0] != texts[1]:
            break
    return f"{number(texts[0])} {unit}", f"{number(texts[1])} {unit}"


def _amount(metres: float, unit: Unit, decimals: int) -> str:
    return _rounded(Decimal(metres) / METRES_PER[unit], decimals)


def _rounded(value: Decimal, decimals: int) -> str:
    """Return a number with so many decimals at most, halves rounded up."""
    text = f"{value.quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP, _ANY_SIZE):f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def percent_over(share: float, limit: float) -> str:
    """Return a share that is over a limit, in whole percent where that is enough to see it: ``12%``, ``10.4%``."""
    found = next((text for text in _percents(share) if float(text) > limit), "")
    return percent(found) if found else _("just over {percent}").format(percent=percent(limit))


def percent_under(share: float, limit: float) -> str:
    """Return a share that is under a limit, in whole percent where that is enough to see it: ``38%``, ``40.6%``."""
    found = next((text for text in _percents(share) if float(text) < limit), "")
    return percent(found) if found else _("just under {percent}").format(percent=percent(limit))


def percent(value: object) -> str:
    """Return ``12%``, ``10.4%``."""
    return _("{number}%").format(number=number(value))


def percent_less(cut: float, least: float, most: float) -> str:
    """Return a cut outside its band of percents: ``4% less`` than at least 12, ``50% less``, ``no less``."""
    if cut <= 0:
        return _("no less")
    less = percent_under(cut, least) if cut < least else percent_over(cut, most)
    return _("{percent} less").format(percent=less)


def _percents(share: float) -> tuple[str, str]:
    return _rounded(Decimal(share), 0), _rounded(Decimal(share), 1)


def weeks_text(weeks: Sequence[int]) -> str:
    """Return ``week 3``, ``weeks 1-8``, ``weeks 1-3, 5, 7-9``: for the author at the terminal, in English."""
    runs: list[list[int]] = []
    for week in sorted(weeks):
        if runs and week == runs[-1][-1] + 1:
            runs[-1].append(week)
        else:
            runs.append([week])
    named = ", ".join(str(run[0]) if len(run) == 1 else f"{run[0]}-{run[-1]}" for run in runs)
    return f"week {named}" if len(weeks) == 1 else f"weeks {named}"
