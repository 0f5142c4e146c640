"""Compare: what differs between two plans for the athlete who trains by them, week by week, in sentences.

Reads two expanded plans and nothing else, whatever made them differ. Weeks are matched by number and days by their
place in the week. Reasons and findings are not compared: they explain a plan, the athlete trains the sessions.

These sentences are an athlete's, in the site's language, and short. ``whole_plan`` is for whoever reviews a plan: it
tells everything that differs, as values, and knows weeks whose numbers changed.
"""

from __future__ import annotations

from generator.compare.lifts import lift_changes
from generator.compare.runs import run_changes
from generator.compare.week import week_changes
from generator.frozen import frozen
from generator.language import _
from generator.model.plan import Plan, Week

__all__ = ["WeekDifference", "compare", "compare_week"]


@frozen
class WeekDifference:
    """What an athlete does otherwise in a week, a sentence each, in the order in which one wants to know it."""

    number: int
    texts: tuple[str, ...]


def compare(old: Plan, new: Plan) -> tuple[WeekDifference, ...]:
    """Return every week that differs, in order; weeks that only one of the plans has say so."""
    before = {week.number: week for week in old.weeks}
    after = {week.number: week for week in new.weeks}
    found = (_difference(number, before, after, old, new) for number in sorted({*before, *after}))
    return tuple(difference for difference in found if difference.texts)


def compare_week(old: Week, new: Week, plan: Plan) -> tuple[str, ...]:
    """Return what differs between two versions of a week; ``plan`` (the new one) tells the unit."""
    units = plan.units
    sentences = (*week_changes(old, new, units), *run_changes(old, new, units), *lift_changes(old, new))
    return tuple(dict.fromkeys(sentences))


def _difference(number: int, before: dict[int, Week], after: dict[int, Week], old: Plan, new: Plan) -> WeekDifference:
    if number not in after:
        return WeekDifference(number, (_("This week is gone."),))
    if number not in before:
        return WeekDifference(number, (_("This week is new."),))
    texts = compare_week(before[number], after[number], new)
    lighter = {week.number for week in new.weeks if week.cutback} - {week.number for week in old.weeks if week.cutback}
    fuller = {week.number for week in old.weeks if week.cutback} - {week.number for week in new.weeks if week.cutback}
    if number in lighter:
        text = _("This week is a lighter one now.")
        if len(fuller) == 1:
            text = _("This week is a lighter one now; week {week} is not.").format(week=min(fuller))
        texts = (text, *texts)
    elif number in fuller:
        text = _("This week is a full one now.")
        if len(lighter) == 1:
            text = _("This week is a full one now; week {week} is the lighter one.").format(week=min(lighter))
        texts = (text, *texts)
    return WeekDifference(number, texts)
