"""An author's texts are shown, never obeyed, wherever on a plan's pages they stand."""

from __future__ import annotations

import dataclasses

import sample_plans as sample
from page_outline import outline, pages_of

from generator.model.plan import Change, Plan, Reason, Run
from generator.publish.texts import PlanPage

HOSTILE = '<script>alert(1)</script> "><img src=x onerror=alert(1)> [x](javascript:alert(1)) `c` ![b](x) {: onclick=x }'


def _with(plan: Plan, text: str) -> PlanPage:
    """A plan in which an author wrote this text wherever an author may write."""
    reasons = (Reason("wish", text), Reason("ramp", text))
    weeks = []
    for one in plan.weeks:
        days = []
        for day in one.days:
            sessions = [dataclasses.replace(session, reasons=reasons) for session in day.sessions]
            sessions = [
                dataclasses.replace(session, title=text, purpose=text)
                if isinstance(session, Run)
                else dataclasses.replace(session, title=text)
                for session in sessions
            ]
            days.append(dataclasses.replace(day, sessions=tuple(sessions), reasons=reasons))
        changes = (Change(text, text, text),)
        weeks.append(dataclasses.replace(one, days=tuple(days), given=True, fewer=reasons, changes=changes))
    lines = (text, text)
    phases = [
        dataclasses.replace(phase, title=text, purpose=text, enter_when=lines, leave_when=lines)
        for phase in plan.phases
    ]
    findings = [dataclasses.replace(finding, text=text) for finding in plan.findings]
    overrides = [dataclasses.replace(override, because=text) for override in plan.overrides]
    changed = dataclasses.replace(
        plan,
        weeks=tuple(weeks),
        phases=tuple(phases),
        findings=tuple(findings),
        overrides=tuple(overrides),
        source=text,
        licence=text,
    )
    names = ("title", "summary", "author", "source", "licence", "reviewed_by")
    return sample.page_of(changed, for_you=lines, not_for_you=lines, entry=lines, **dict.fromkeys(names, text))


def test_no_author_can_add_an_element_to_a_page() -> None:
    """The same plan with harmless and with hostile texts has the same elements and attributes on every page."""
    harmless = pages_of(_with(sample.race_plan(), "word"))
    hostile = pages_of(_with(sample.race_plan(), HOSTILE))
    assert harmless.keys() == hostile.keys()
    for path, text in hostile.items():
        if path.endswith(".md"):
            assert outline(text).elements == outline(harmless[path]).elements, path
