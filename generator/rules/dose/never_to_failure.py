"""No set goes to failure, and sets of fewer than six are marked as going beyond the article.

Why:
    A set taken to the last possible repetition gains little over one that stops short, and the running pays for it.

Reads:
    Every set leaves at least one repetition in reserve, also at the lower end where a range is given, and also in what
    runners do who are not signed off. Sets of fewer than six repetitions stand only in plans marked
    ``beyond_the_article``; where they are part of a written program they are told all the same, and the plan that
    wants them sets ``reps`` and says why. Holds and jumps are not counted in sixes.

Dissent:
    In a meta-analysis only the heaviest work (90% and more) improved running economy with an interval clear of zero.
    But that interval overlaps the one for lighter work, and nobody tested the difference. Six repetitions stay the
    default.

Holds:
    Tu quality+heavy(back-squat knee-dominant 4x6@2 80%)
    [beyond-the-article] Tu quality+heavy(back-squat knee-dominant 4x4@2 85%)

Fails:
    Tu quality+heavy(back-squat knee-dominant 4x6@0 85%)  -> Tu: nothing left in reserve
    Tu quality+heavy(back-squat knee-dominant 4x4@2 85%)  -> Tu: fewer than six repetitions
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generator.language import _, ngettext
from generator.model.finding import Fault
from generator.model.plan import Plan, Prescription
from generator.rules.reading import dated_lifts, least_reserve
from generator.rules.rule import Evidence, Parameter, Params
from generator.rules.wording import of_week

LEVEL = "error"
PARAMETERS = (
    Parameter("rir", 1, "repetitions left in reserve in every set, at least", "higher"),
    Parameter("reps", 6, "repetitions in a set, at least, unless the plan goes beyond the article", "higher"),
)
EVIDENCE = (
    Evidence("seynders-2022", "cited", "Six hard repetitions, short of what would wear a runner out for days."),
    Evidence("acsm-2026", "cited", "Going to failure made no consistent difference (read in a summary)."),
    Evidence(
        "eihara-2022",
        "cited",
        "Effect on economy at 90% and more: -0.31 [-0.61, -0.02]; below: -0.17 [-1.05, 0.70]. The intervals overlap.",
    ),
)


def check(plan: Plan, p: Params) -> Iterator[Fault]:
    """Yield a fault for each session with sets too near failure, and for each with sets too short."""
    for week, day, lift in dated_lifts(plan):
        way_out = lift.unless_signed_off.exercises if lift.unless_signed_off else ()
        doses = (*lift.exercises, *way_out)
        name = of_week(day, week.number)
        empty = [dose for dose in doses if least_reserve(dose) < p["rir"]]
        if empty:
            text = ngettext(
                "{day} has {exercises} with {kept} in reserve; leave at least {n} repetition.",
                "{day} has {exercises} with {kept} in reserve; leave at least {n} repetitions.",
                p["rir"],
            )
            text = text.format(day=name, exercises=_named(empty), kept=min(map(least_reserve, empty)))
            yield Fault(week.number, day.day, text)
        short = [dose for dose in doses if _counts(dose) and dose.reps < p["reps"]]
        if short and (lift.written or not plan.beyond_the_article):
            text = ngettext(
                "{day} has {exercises} for {n} repetition; fewer than {least} goes beyond the article.",
                "{day} has {exercises} for {n} repetitions; fewer than {least} goes beyond the article.",
                min(dose.reps for dose in short),
            )
            yield Fault(week.number, day.day, text.format(day=name, exercises=_named(short), least=p["reps"]))


def _named(doses: Iterable[Prescription]) -> str:
    return _(" and ").join(dict.fromkeys(dose.id for dose in doses))


def _counts(dose: Prescription) -> bool:
    return dose.hold_s is None and dose.slot != "plyometric"
