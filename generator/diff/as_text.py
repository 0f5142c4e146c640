"""A difference for a terminal: plain lines, nothing in which could command it."""

from __future__ import annotations

from collections.abc import Iterator

from generator.diff.difference import AddressChange, Difference, PlanDifference
from generator.diff.lines import (
    BETWEEN,
    FEW,
    address_groups,
    feed_text,
    headline,
    plan_summary,
    shared_groups,
    shown_in,
    week_lines,
    whole_lines,
)
from generator.model.quoting import FORBIDDEN


def difference_text(found: Difference) -> str:
    """Return the difference as lines of text, without a line break at the end."""
    return "\n".join(_plain(line) for line in _lines(found))


def _plain(line: str) -> str:
    return FORBIDDEN.sub("\N{REPLACEMENT CHARACTER}", line.replace("\n", " ").replace("\r", " ").replace("\t", " "))


def _lines(found: Difference) -> Iterator[str]:
    yield f"{found.old} → {found.new}: {headline(found)}"
    for fault in found.faults_before:
        yield f"  {found.old} can't be read: {fault}"
    for plan in found.plans:
        yield ""
        yield from _plan(plan)
    for heading, changes in shared_groups(found.shared):
        yield ""
        yield heading
        for change in changes:
            shown = shown_in(change)
            yield f"  {change.text}" + (f" ({shown})" if shown else "")
    if found.addresses:
        yield ""
    for said, shown_addresses, more in address_groups(found.addresses):
        yield f"Addresses {said}: {_addresses(shown_addresses, more)}"
    if found.rewritten:
        yield ""
        yield f"Written otherwise, with nothing that anybody sees: {', '.join(found.rewritten)}"


def _plan(plan: PlanDifference) -> Iterator[str]:
    yield (
        f"{plan.id} ({plan.title}): {plan_summary(plan)}"
        if plan.title != plan.id
        else f"{plan.id}: {plan_summary(plan)}"
    )
    for line in whole_lines(plan):
        yield f"  {line}"
    for weeks, texts in week_lines(plan.weeks):
        yield f"  {weeks}: {BETWEEN.join(texts)}"
    for when, faults in (("Before", plan.refused_before), ("Now", plan.refused_now)):
        yield from (f"  {when}: {fault}" for fault in faults[:FEW])
        if len(faults) > FEW:
            yield f"  {when}: and {len(faults) - FEW} more"
    for one in plan.findings_new:
        yield f"  New {one.severity}: {one}"
    for one in plan.findings_gone:
        yield f"  Gone {one.severity}: {one}"
    for said, shown, more in address_groups(plan.addresses):
        yield f"  Addresses {said}: {_addresses(shown, more)}"
    for feed in plan.feeds:
        yield f"  Calendar /{feed.feed}: {feed_text(feed)}"


def _addresses(shown: list[AddressChange], more: int) -> str:
    named = [f"/{one.address} → /{one.leads}" if one.leads else f"/{one.address}" for one in shown]
    return ", ".join(named) + (f" and {more} more" if more else "")
