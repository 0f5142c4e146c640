"""A plan as it is printed: its texts, which of its days may change places, its pages and data."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import partial
from typing import Any

from generator.model.plan import Plan
from generator.moves import week_moves
from generator.pipeline import Expanded
from generator.plan_json.write import write_plan
from generator.publish.markdown import Press
from generator.publish.parts import Make, anew
from generator.publish.past import Past
from generator.publish.plan_pages import plan_part
from generator.publish.plan_words import spoken_plan, spoken_plan_texts
from generator.publish.printed import Part
from generator.publish.texts import PlanPage, PlanTexts
from generator.whole_site.beside import Beside


def plan_page(expanded: Expanded, past: Past, made: Make = anew) -> PlanPage:
    """Return a plan with its texts, and which of its days may change places."""
    plan = expanded.plan
    texts = spoken_plan_texts(_texts(expanded))
    allowed = made(("moves", plan.id), (replace(plan, title=""),), partial(_moves, plan))
    return made(("page", plan.id), (plan, texts, allowed, past), lambda: _plan_page(plan, texts, allowed, past))


def plan_files(printer: Press, one: PlanPage, beside: Beside, made: Make = anew) -> Part:
    """Return a plan's own pages and data, but for its calendars."""
    library, clinic = beside.library, beside.settings.clinic
    return made(
        ("plan", one.plan.id), (printer, one, library, clinic), lambda: plan_part(printer, one, library, clinic)
    )


def _plan_page(plan: Plan, texts: PlanTexts, allowed: Mapping[int, Mapping[str, Any]], past: Past) -> PlanPage:
    spoken = spoken_plan(plan)
    return PlanPage(spoken, texts, write_plan(spoken), allowed, past)


def _moves(plan: Plan) -> dict[int, Mapping[str, Any]]:
    return {week.week: week.as_json() for week in week_moves(plan)}


def _texts(expanded: Expanded) -> PlanTexts:
    d = expanded.authored.definition
    return PlanTexts(
        id=expanded.authored.id,
        title=d.title,
        summary=d.summary,
        for_you=d.for_you,
        not_for_you=d.not_for_you,
        entry=d.entry.needs,
        author=d.author,
        reviewed_by=d.reviewed.by if d.reviewed else "",
        reviewed_on=d.reviewed.on if d.reviewed else "",
        sources=d.sources,
        source=d.source,
        licence=d.licence,
        order=d.order,
    )
