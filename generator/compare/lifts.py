"""What differs in a week's lifting: lifts that move, give way to others, come, go, or change their dose."""

from __future__ import annotations

from collections.abc import Iterator

from generator.compare.names import day_name, lift_name, lifts_name
from generator.language import N_, _
from generator.model.plan import Lift, Prescription, Week
from generator.model.vocabulary import LiftKind
from generator.rules.wording import span

_HAS_NOW: dict[LiftKind, str] = {
    "heavy": N_("{day} has a heavy lift now."),
    "base": N_("{day} has a base lift now."),
    "maintenance": N_("{day} has a maintenance lift now."),
    "abbreviated": N_("{day} has a short session now."),
    "primer": N_("{day} has a primer now."),
}


def lift_changes(old: Week, new: Week) -> Iterator[str]:
    """Yield a sentence for each change: moves, then day by day, then doses."""
    gone, come = _gone_and_come(old, new)
    for position, lift in list(gone.items()):
        to = next((i for i, other in come.items() if other.kind == lift.kind), None)
        if to is not None:
            del gone[position], come[to]
            text = _("{day}'s {session} moves to {other_day}.")
            yield text.format(day=day_name(old, position), session=lift_name(lift), other_day=day_name(new, to))
    for position in sorted({*gone, *come}):
        name = day_name(new if position < len(new.days) else old, position)
        if position in gone and position in come:
            yield f"{name}: {lift_name(gone[position])} → {lift_name(come[position])}."
        elif position in come:
            yield _(_HAS_NOW[come[position].kind]).format(day=name)
        else:
            yield _("{day}'s {session} is left out.").format(day=name, session=lift_name(gone[position]))
    yield from _doses(_by_day(old), _by_day(new), new)


def _gone_and_come(old: Week, new: Week) -> tuple[dict[int, Lift], dict[int, Lift]]:
    before, after = _by_day(old), _by_day(new)
    gone = {i: lift for i, lift in before.items() if i not in after or after[i].kind != lift.kind}
    return gone, {i: lift for i, lift in after.items() if i not in before or before[i].kind != lift.kind}


def _doses(before: dict[int, Lift], after: dict[int, Lift], new: Week) -> Iterator[str]:
    """Say once a kind of lift how its big lift changes, and of other lifts whose exercises change on which day."""
    told: set[str] = set()
    first = {lift.kind: lift for lift in reversed(before.values())}
    for position, lift in after.items():
        was = before.get(position)
        other = was if was is not None and was.kind == lift.kind else first.get(lift.kind)
        if other is None or other.exercises == lift.exercises:
            continue
        dose, now = _big(other), _big(lift)
        if dose is not None and now is not None and _dose(dose) != _dose(now):
            if lift.kind not in told:
                yield f"{lifts_name(lift)}: {_dose(dose)} → {_dose(now)}."
            told |= {lift.kind}
        elif was is other and [each.id for each in was.exercises] != [each.id for each in lift.exercises]:
            text = _("{day}'s {session} has other exercises.")
            yield text.format(day=day_name(new, position), session=lift_name(lift))
        elif was is other and lift.kind not in told:
            told |= {lift.kind}
            yield _("{lifts}: the smaller exercises have another dose.").format(lifts=lifts_name(lift))


def _by_day(week: Week) -> dict[int, Lift]:
    return {position: day.lifts[0] for position, day in enumerate(week.days) if day.lifts}


def _big(lift: Lift) -> Prescription | None:
    return next((dose for dose in lift.exercises if dose.percent_1rm is not None), None)


def _dose(dose: Prescription) -> str:
    least = dose.rir if dose.rir_min is None else dose.rir_min
    sets = f"{dose.sets} × {dose.reps}"
    return _("{sets}, {number} in reserve").format(sets=sets, number=span(least, dose.rir))
