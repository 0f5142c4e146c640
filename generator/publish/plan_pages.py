"""A plan's pages: its own, its JSON, its calendar, its booklet, the page to pick a week, its phases and its weeks."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from generator.language import _
from generator.publish.addresses import source_file
from generator.publish.athlete_json import athlete_address, athlete_json
from generator.publish.clinic import clinic_from, review_header
from generator.publish.markdown import Press
from generator.publish.marked import unmarked
from generator.publish.moved_pages import moved_header
from generator.publish.printed import Part, printed
from generator.publish.texts import LibraryTexts, PlanPage
from generator.publish.views.athlete import athlete_facts
from generator.publish.views.booklet import booklet_facts
from generator.publish.views.calendar import calendar_facts
from generator.publish.views.past import moved_facts, was_facts
from generator.publish.views.phase import phase_facts
from generator.publish.views.plan import PlanFacts, plan_facts
from generator.publish.views.week import WeekFacts, weeks_facts
from generator.settings import Clinic

Header = dict[str, object]
#: Weeks are many and alike: a search for a plan should find the plan, not twenty of its weeks.
_UNSEARCHED: Header = {"search": {"exclude": True}, "hide": ["toc"]}


def plan_part(printer: Press, one: PlanPage, library: LibraryTexts, clinic: Clinic) -> Part:
    """Return a plan's own pages and data."""
    return printed(plan_pages(printer, one, library, clinic))


def plan_pages(printer: Press, one: PlanPage, library: LibraryTexts, clinic: Clinic) -> Iterator[tuple[str, str]]:
    """Yield each file of a plan, below ``build/pages``, with its text."""
    whole = plan_facts(one, library)
    weeks = weeks_facts(one, library)
    reviewed: Header = {"whole_plan": whole.address, **review_header(one.texts, clinic)}
    yield from _own_pages(printer, one, whole, reviewed)
    yield f"{whole.address}plan.json", one.json_text
    yield athlete_address(one), athlete_json(one, weeks)
    yield _calendar(printer, one, reviewed)
    yield _booklet(printer, one, whole, weeks, library, clinic)
    for phase in one.plan.phases:
        block = phase_facts(one, phase, whole.season, library)
        header: Header = {"title": block.title, "description": block.description, "hide": ["toc"]}
        athlete = athlete_facts(one.plan, one.texts.title, past=one.past)
        text = printer.page("phase", block.address, header | reviewed, phase=block, athlete=athlete)
        yield source_file(block.address), text
    for week in one.plan.weeks:
        shown = weeks[week.number]
        header = {"title": shown.title, "description": shown.description}
        athlete = athlete_facts(one.plan, one.texts.title, week, one.moves, one.past)
        was = was_facts(one.plan, one.past, week.number)
        header |= _UNSEARCHED | reviewed
        text = printer.page("week", shown.address, header, week=shown, athlete=athlete, was=was)
        yield source_file(shown.address), text
    yield from _old_weeks(printer, one, weeks, reviewed)


def _old_weeks(
    printer: Press, one: PlanPage, weeks: Mapping[int, WeekFacts], reviewed: Header
) -> Iterator[tuple[str, str]]:
    """Addresses of weeks that are gone show the week that they lead to, so that a day's anchor is there as well."""
    for old in one.past.old:
        shown, week = weeks[old.week], one.plan.weeks[old.week - 1]
        header: Header = {
            "title": shown.title,
            "description": shown.description,
            **moved_header(shown.address, later=old.several),
        }
        athlete = athlete_facts(one.plan, one.texts.title, week, one.moves, one.past)
        was = (moved_facts(one.plan, old),)
        text = printer.page("week", old.address, header | _UNSEARCHED | reviewed, week=shown, athlete=athlete, was=was)
        yield source_file(old.address), text


def _calendar(printer: Press, one: PlanPage, reviewed: Header) -> tuple[str, str]:
    grid = calendar_facts(one)
    header: Header = {"title": grid.title, "description": grid.description}
    header |= _UNSEARCHED | {"hide": ["navigation", "toc"]} | reviewed
    return source_file(grid.address), printer.page(
        "calendar", grid.address, header, grid=grid, athlete=athlete_facts(one.plan, one.texts.title, past=one.past)
    )


def _booklet(
    printer: Press,
    one: PlanPage,
    whole: PlanFacts,
    weeks: Mapping[int, WeekFacts],
    library: LibraryTexts,
    clinic: Clinic,
) -> tuple[str, str]:
    booklet = booklet_facts(one, whole, weeks, library, clinic_from(clinic))
    header: Header = {"title": booklet.title, "description": booklet.description}
    header |= _UNSEARCHED | {"hide": ["navigation", "toc"]}
    return source_file(booklet.address), printer.page(
        "booklet", booklet.address, header, booklet=booklet, athlete=athlete_facts(one.plan, one.texts.title)
    )


def _own_pages(printer: Press, one: PlanPage, whole: PlanFacts, reviewed: Header) -> Iterator[tuple[str, str]]:
    athlete = athlete_facts(one.plan, one.texts.title, past=one.past)
    header: Header = {"title": whole.title, "description": f"{whole.title}: {unmarked(whole.lead)}", "hide": ["toc"]}
    text = printer.page("plan", whole.address, header | reviewed, plan=whole, athlete=athlete)
    yield source_file(whole.address), text
    staged = whole.season.staged
    pick = _("Pick your stage") if staged else _("Pick your week")
    header = {
        "title": f"{pick} · {whole.title}",
        "description": (
            _("{plan}: pick the stage you are in and bookmark it.")
            if staged
            else _("{plan}: pick the week you are in and bookmark it.")
        ).format(plan=whole.title),
        "whole_plan": whole.address,
    }
    yield (
        source_file(whole.this_week),
        printer.page("this_week", whole.this_week, header | _UNSEARCHED, plan=whole, athlete=athlete),
    )
