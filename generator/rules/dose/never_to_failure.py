"""No set goes to failure, and sets of fewer than six are marked as going beyond the article.

Why:
    A set taken to the last possible repetition tires far more than it trains, and the running pays for it.

Reads:
    Every prescription, those for the unsigned included, leaves at least one repetition in reserve, at the lower end too
    where a band is given. Fewer than six repetitions only in plans marked ``beyond_the_article``. Holds and jumps are
    exempt from the count of six.

Dissent:
    In a meta-analysis only the heaviest work (90 % and more) improved running economy with an interval clear of zero;
    but the intervals overlap and nobody tested the difference. Six repetitions stay the default.

Holds:
    Tu quality+heavy(back-squat knee-dominant 4x6@2 80%)
    [beyond-the-article] Tu quality+heavy(back-squat knee-dominant 4x4@2 85%)

Fails:
    Tu quality+heavy(back-squat knee-dominant 4x6@0 85%)  -> Tu: nothing left in reserve
    Tu quality+heavy(back-squat knee-dominant 4x4@2 85%)  -> Tu: fewer than six repetitions
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.model.finding import Fault
from generator.model.plan import Plan, Prescription
from generator.rules.reading import dated_lifts, least_reserve
from generator.rules.rule import Evidence, Parameter, Params

LEVEL = "error"
PARAMETERS = (
    Parameter("rir", 1, "repetitions left in reserve in every set", "higher"),
    Parameter("reps", 6, "fewest repetitions in a set, unless the plan goes beyond the article", "higher"),
)
EVIDENCE = (
    Evidence("seynders-2022", "cited", "Six challenging repetitions, without taxing the nervous system drastically."),
    Evidence("acsm-2026", "cited", "Training to failure made no consistent difference (read in a summary)."),
    Evidence(
        "eihara-2022",
        "cited",
        "Economy: 90 % and more -0.31 [-0.61, -0.02], below -0.17 [-1.05, 0.70]; the intervals overlap.",
    ),
)


def check(plan: Plan, p: Params) -> Iterator[Fault]:
    """Yield a fault for each prescription that goes too near failure or below six repetitions."""
    for week, day, lift in dated_lifts(plan):
        way_out = lift.unless_signed_off.exercises if lift.unless_signed_off else ()
        for dose in (*lift.exercises, *way_out):
            reserve = least_reserve(dose)
            if reserve < p["rir"]:
                text = f"{dose.id} leaves {reserve} repetitions in reserve; {p['rir']} at least."
                yield Fault(week.number, day, text)
            if _counts(dose) and dose.reps < p["reps"] and not plan.beyond_the_article:
                text = f"{dose.id} has {dose.reps} repetitions; fewer than {p['reps']} go beyond the article."
                yield Fault(week.number, day, text)


def _counts(dose: Prescription) -> bool:
    return dose.hold_s is None and dose.slot != "plyometric"
