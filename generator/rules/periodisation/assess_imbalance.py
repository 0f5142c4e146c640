"""The base phase starts and ends with tests of left against right.

Why:
    The base is the time to even out differences between the two legs, before heavy weight sits on top of them.

Reads:
    The first base week has the tests of left against right, and the last one repeats them. A physical therapist,
    trainer or strength coach judges them; no percentage replaces one. The one-sided work in between, where the weaker
    side starts, is asked by ``single-and-double-leg``.

Holds:
    [strength=base] 6 weeks of Tu quality+base | Sa long+base
    Tu quality+heavy

Fails:
    [strength=base retest] Tu quality+base | Sa long+base || [retest] Tu quality+base | Sa long+base
        -> week 1: no first test
    [strength=base] Tu quality+base | Sa long+base || [no-test] Tu quality+base | Sa long+base  -> week 2: no re-test
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.language import _
from generator.model.finding import Fault
from generator.model.plan import Plan, Week
from generator.rules.rule import Evidence, Parameter, Params

LEVEL = "error"
PARAMETERS: tuple[Parameter, ...] = ()
EVIDENCE = (
    Evidence(
        "seynders-2022",
        "cited",
        "Tests in the base find differences between the sides, and the work evens them out.",
    ),
    Evidence(
        "madsen-2020",
        "cited",
        "How even the legs of healthy adults are depends on the test (275 adults, hop tests only).",
    ),
    Evidence("", "convention", "Tests in the first and last base week, and that no percentage alone clears anybody."),
)


def check(plan: Plan, p: Params) -> Iterator[Fault]:
    """Yield faults for missing tests."""
    base = [week for week in plan.weeks if week.strength == "base"]
    if not base:
        return
    if _test(base[0]) != "first":
        text = _("Week {week} starts the base without the tests of left against right.")
        yield Fault(base[0].number, None, text.format(week=base[0].number))
    if len(base) > 1 and _test(base[-1]) != "retest":
        text = _("Week {week} ends the base without repeating the tests.")
        yield Fault(base[-1].number, None, text.format(week=base[-1].number))


def _test(week: Week) -> str | None:
    return week.assessment.kind if week.assessment else None
