"""A plan's own words in the site's language, where the catalogue has them; a clinic's own stay as they are."""

from __future__ import annotations

from dataclasses import replace

from generator.language import _, spoken
from generator.language.voice import SOURCE
from generator.model.plan import Override, Phase, Plan
from generator.publish.texts import PlanTexts


def spoken_plan(plan: Plan) -> Plan:
    """Return the plan with its author's words in the site's language; ids, and with them addresses, stay."""
    if spoken() == SOURCE:
        return plan
    phases, overrides = tuple(map(_phase, plan.phases)), tuple(map(_override, plan.overrides))
    return replace(plan, title=_(plan.title), phases=phases, overrides=overrides)


def spoken_plan_texts(texts: PlanTexts) -> PlanTexts:
    """Return what the author says about the plan in the site's language."""
    return replace(
        texts,
        title=_(texts.title),
        summary=_(texts.summary),
        for_you=_each(texts.for_you),
        not_for_you=_each(texts.not_for_you),
        entry=_each(texts.entry),
        written_title=texts.title,
    )


def _phase(phase: Phase) -> Phase:
    return replace(
        phase,
        title=_(phase.title),
        purpose=_(phase.purpose),
        enter_when=_each(phase.enter_when),
        leave_when=_each(phase.leave_when),
    )


def _override(override: Override) -> Override:
    return replace(override, because=_(override.because))


def _each(texts: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(map(_, texts))
