"""The base phase tests left against right at its start and end, and works one-sided throughout.

Why:
    The base is the time to even out differences between the two legs, before heavy weight sits on top of them.

Reads:
    The first base week has the right-left tests, the last one repeats them, and every base week has at least one
    exercise done side by side, where the weaker side can start and get more. A physical therapist, trainer or strength
    coach does the judging; a percentage does not replace one.

Holds:
    [strength=base] 6 weeks of Tu quality+base | Sa long+base
    Tu quality+heavy

Fails:
    [strength=base retest] Tu quality+base | Sa long+base || [retest] Tu quality+base | Sa long+base
        -> week 1: no first test
    [strength=base] Tu quality+base | Sa long+base || [no-test] Tu quality+base | Sa long+base  -> week 2: no re-test
    [strength=base] Tu quality+base(goblet-squat knee-dominant 3x10@3)  -> week 1: nothing one-sided
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.model.finding import Fault
from generator.model.plan import Plan, Week
from generator.rules.rule import Evidence, Parameter, Params

LEVEL = "error"
PARAMETERS: tuple[Parameter, ...] = ()
EVIDENCE = (
    Evidence(
        "seynders-2022", "cited", "In the base phase correct imbalances between right and left, found by testing."
    ),
    Evidence(
        "madsen-2020",
        "cited",
        "How even healthy adults' legs are varies from test to test (275 adults, hop tests only).",
    ),
    Evidence(
        "", "convention", "Tests in the first and last base week; no share of one side by the other clears anybody."
    ),
)


def check(plan: Plan, p: Params) -> Iterator[Fault]:
    """Yield faults for missing tests and for base weeks without one-sided work."""
    base = [week for week in plan.weeks if week.strength == "base"]
    if not base:
        return
    if _test(base[0]) != "first":
        yield Fault(base[0].number, None, f"Week {base[0].number} starts the base without the right-left tests.")
    if len(base) > 1 and _test(base[-1]) != "retest":
        yield Fault(base[-1].number, None, f"Week {base[-1].number} ends the base without repeating the tests.")
    for week in base:
        if not any(dose.per_side for lift in week.lifts for dose in lift.exercises):
            text = f"Week {week.number} has no one-sided exercise for the weaker side."
            yield Fault(week.number, None, text)


def _test(week: Week) -> str | None:
    return week.assessment.kind if week.assessment else None
