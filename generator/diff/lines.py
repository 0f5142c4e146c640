"""A difference as short lines for terminal and pull request: what is alike in several weeks is told once."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.compare.change import WeekChanges
from generator.diff.difference import AddressChange, Difference, FeedChange, PlanDifference, SharedChange
from generator.rules.wording import count, weeks_text

BETWEEN = " · "
FEW = 4
_SHORT = 80
SHARED = {
    "exercise": "Exercises",
    "library": "Library",
    "policy": "Policies",
    "setting": "Settings",
}


def week_lines(weeks: Sequence[WeekChanges]) -> list[tuple[str, tuple[str, ...]]]:
    """Return which weeks, and what is otherwise in all of them: ``Weeks 9-14`` and its changes.

    Weeks in which only other reasons are given come last.
    """
    told: dict[str, list[int]] = {}
    kinds: dict[str, str] = {}
    for week in weeks:
        for change in week.changes:
            told.setdefault(change.text, []).append(week.number)
            kinds[change.text] = change.what
    together: dict[tuple[bool, tuple[int, ...]], list[str]] = {}
    for text, numbers in told.items():
        together.setdefault((kinds[text] == "reasons", tuple(numbers)), []).append(text)
    ordered = sorted(together.items(), key=lambda pair: (pair[0][0], pair[0][1][0], -len(pair[0][1])))
    return [(capital(weeks_text(numbers)), tuple(texts)) for (_, numbers), texts in ordered]


def headline(found: Difference) -> str:
    """Return in one line how much is otherwise."""
    parts = []
    for state, said in (
        ("changed", "changes"),
        ("new", "is new"),
        ("gone", "is gone"),
        ("renamed", "has another name"),
    ):
        number = sum(plan.state == state for plan in found.plans)
        if number:
            many = {"changes": "change", "is new": "are new", "is gone": "are gone"}.get(said, "have other names")
            parts.append(f"{count(number, 'plan')} {said if number == 1 else many}")
    refused = sum(plan.state == "refused" for plan in found.plans)
    parts += [f"{count(refused, 'plan')} can't be read"] if refused else []
    mended = sum(plan.state == "mended" for plan in found.plans)
    parts += [f"{count(mended, 'plan')} can be read again"] if mended else []
    warnings = [sum(len(side) for side in sides) for sides in _warnings(found)]
    parts += [count(warnings[0], "new finding")] if warnings[0] else []
    parts += [f"{count(warnings[1], 'finding')} fewer"] if warnings[1] else []
    parts += [count(len(found.shared), "change") + " to what plans share"] if found.shared else []
    return ", ".join(parts) or (
        "one side can't be read" if found.errors or found.faults_before else "nothing changes for athletes"
    )


def _warnings(found: Difference) -> tuple[list[Sequence[object]], list[Sequence[object]]]:
    return [plan.findings_new for plan in found.plans], [plan.findings_gone for plan in found.plans]


def plan_summary(plan: PlanDifference) -> str:
    """Return in a few words what is otherwise in a plan."""
    if plan.state == "new":
        return f"new, {count(plan.weeks_in_all, 'week')}"
    if plan.state == "gone":
        return "gone"
    if plan.state == "refused":
        return "can't be read" + ("" if plan.refused_before else " any more")
    if plan.state == "mended":
        return "can be read again"
    parts = [f"was {plan.was}"] if plan.was else []
    parts += [change.text for change in plan.whole if change.what == "numbers"]
    weeks = [week for week in plan.weeks if any(change.what != "reasons" for change in week.changes)]
    parts += (
        [f"{len(weeks)} of {count(plan.weeks_in_all, 'week')} {'differs' if len(weeks) == 1 else 'differ'}"]
        if weeks
        else []
    )
    only_words = not weeks and all(change.what in ("text", "review") for change in plan.whole)
    if only_words and (plan.whole or plan.weeks):
        parts.append("only words differ")
    parts += [count(len(plan.findings_new), "new finding")] if plan.findings_new else []
    return ", ".join(parts) or _shortly([change.text for change in plan.whole]) or "calendars or addresses change"


def _shortly(texts: Sequence[str]) -> str:
    more = len(texts) - 2
    short = [text if len(text) <= _SHORT else f"{text[:_SHORT]}…" for text in texts[:2]]
    return ", ".join(short) + (f" and {count(more, 'other change')}" if more > 0 else "")


def whole_lines(plan: PlanDifference) -> list[str]:
    """Return what is otherwise in the plan as a whole, a sentence's words each."""
    return [capital(change.text) for change in plan.whole]


def feed_text(feed: FeedChange) -> str:
    """Return ``31 events change, 7 are gone, 2 are new``."""
    said = (
        (feed.changed, "changes", "change"),
        (feed.gone, "is gone", "are gone"),
        (feed.come, "is new", "are new"),
    )
    return ", ".join(f"{count(number, 'event')} {one if number == 1 else many}" for number, one, many in said if number)


def address_groups(changes: Sequence[AddressChange]) -> Iterator[tuple[str, list[AddressChange], int]]:
    """Yield what is said of addresses, those to be named, and how many more there are."""
    redirected = [one for one in changes if one.state == "redirected"]
    for said, found in (
        ("lead elsewhere", redirected),
        ("gone", [one for one in changes if one.state == "gone"]),
        ("new", [one for one in changes if one.state == "new"]),
    ):
        if found:
            shown = found if len(found) <= FEW + 1 else found[:FEW]
            yield said, shown, len(found) - len(shown)


def shared_groups(changes: Sequence[SharedChange]) -> Iterator[tuple[str, list[SharedChange]]]:
    """Yield headings and what is otherwise below each."""
    for of, heading in SHARED.items():
        found = [change for change in changes if change.of == of]
        if found:
            yield heading, found


def shown_in(change: SharedChange) -> str:
    """Return which plans show a changed exercise."""
    if change.of != "exercise" or not change.plans:
        return ""
    few = change.plans if len(change.plans) <= FEW + 1 else change.plans[:FEW]
    more = len(change.plans) - len(few)
    return f"in {', '.join(few)}" + (f" and {more} more" if more else "")


def capital(text: str) -> str:
    """Return a text with a capital at its start."""
    return text[:1].upper() + text[1:]
