"""What the site publishes for programs beside each plan's JSON: the index of plans, and the schemas of both."""

from __future__ import annotations

from collections.abc import Sequence

from generator.language import spoken_tag
from generator.plan_json.index import Index, IndexCalendar, IndexPhase, IndexPlan, IndexRace, write_index
from generator.plan_json.schema import INDEX_SCHEMA, PLAN_SCHEMA, index_schema, plan_schema, schema_text
from generator.publish.addresses import phase_address, plan_address
from generator.publish.calendars.feeds import dated
from generator.publish.parts import Make, anew
from generator.publish.summary import Summary, in_order

#: Where the index stands. No page can take the address: a plan's id has no dot.
INDEX = "plans/index.json"


def data_files(pages: Sequence[Summary], site_url: str, made: Make = anew) -> dict[str, bytes]:
    """Return the files by their path; ``site_url`` is where the site is served, with a closing slash, or empty."""
    language = spoken_tag()
    plans = tuple(_plan(page, language) for page in in_order(pages))
    schemas = made("schemas", (site_url,), lambda: _schemas(site_url))
    texts = {INDEX: write_index(Index(site_url or None, language, plans)), **schemas}
    return {path: text.encode("utf-8") for path, text in texts.items()}


def _schemas(site_url: str) -> dict[str, str]:
    return {PLAN_SCHEMA: schema_text(plan_schema(site_url)), INDEX_SCHEMA: schema_text(index_schema(site_url))}


def _plan(page: Summary, language: str) -> IndexPlan:
    plan, texts, race = page.plan, page.texts, page.plan.race
    return IndexPlan(
        id=plan.id,
        title=texts.title,
        summary=texts.summary,
        language=language,
        audience=plan.audience,
        address=plan_address(plan),
        plan_json=f"{plan_address(plan)}plan.json",
        calendars=_calendars(page),
        units=plan.units,
        weeks=len(plan.weeks),
        staged=plan.staged,
        rolling=plan.rolling,
        phases=tuple(
            IndexPhase(
                phase.id,
                phase.title,
                phase_address(plan, phase),
                phase.first_week,
                phase.last_week,
                phase.running,
                phase.strength,
            )
            for phase in plan.phases
        ),
        race=IndexRace(race.name, race.distance_m, race.week) if race else None,
        peak_run_distance_m=page.peak_m,
        reviewed_by=texts.reviewed_by or None,
        reviewed_on=texts.reviewed_on or None,
    )


def _calendars(page: Summary) -> tuple[IndexCalendar, ...]:
    names = {race.id: race.name for race in page.plan.races}
    here = plan_address(page.plan)
    return tuple(
        IndexCalendar(
            names.get(slug, page.texts.title), f"{here}{slug}.ics", f"{here}{slug}-busy.ics", start.isoformat()
        )
        for slug, start in dated(page.plan)
    )
