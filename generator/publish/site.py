"""All pages of the site, known before any is written."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import Any

from generator.language import _
from generator.publish.addresses import exercise_address, source_file
from generator.publish.assets import Assets, assets
from generator.publish.browser_words import spoken_code
from generator.publish.clinic import clinic_from, logo_file, theme_facts
from generator.publish.clinic_pages import clinic_pages
from generator.publish.embed_page import embed_page
from generator.publish.files import Shared
from generator.publish.frame import FRAME, FRAME_HEADING, FRAME_TITLE
from generator.publish.guides import GuideFacts, guide_facts, guide_names, plan_anchors
from generator.publish.markdown import Press, link_from
from generator.publish.navigation import Entry, navigation, plan_section, section
from generator.publish.parts import Make, anew
from generator.publish.pictures.year import year_picture
from generator.publish.policy import PAGE_POLICY
from generator.publish.printed import add_files, printed
from generator.publish.summary import Summary, in_order
from generator.publish.texts import LibraryTexts, PolicyTexts
from generator.publish.theme_words import theme_words
from generator.publish.views.exercise import ExerciseFacts, SlotFacts, exercise_facts, slots
from generator.publish.views.rule import RuleFacts, groups, rule_facts
from generator.rules import RULES
from generator.settings import Clinic, Settings
from generator.shipped import TEMPLATES

Files = Iterator[tuple[str, str]]


def render_shared(
    printer: Press,
    plans: Sequence[Summary],
    library: LibraryTexts,
    settings: Settings,
    policies: Sequence[PolicyTexts],
    templates: Path = TEMPLATES,
    made: Make = anew,
    words: str = "",
) -> Shared:
    """Return what is not one plan's, made of summaries; ValueError if two pages want one address."""
    ordered, clinic = in_order(plans), settings.clinic
    by_slot = slots(
        (exercise_facts(slug, library, [one.uses for one in ordered]) for slug in library.exercises), library
    )
    rules = [rule_facts(rule, library, ordered) for rule in RULES]
    guided = made("guides", (printer, clinic, *ordered), lambda: _guides(printer, templates, ordered, library, clinic))
    guides = [guide_facts(name, text) for name, text in guided.items()]
    shipped = made("assets", (words, library), lambda: shipped_assets(templates, library))
    files = {**shipped.files, **logo_file(clinic)}
    parts = (
        printed(_front_pages(printer, ordered, guides)),
        made("exercises", (printer, by_slot), lambda: printed(_exercise_pages(printer, by_slot))),
        made("rules", (printer, rules, policies), lambda: printed(_rule_pages(printer, rules, policies))),
        printed((source_file(guide.address), guided[guide.slug]) for guide in guides),
        made("clinic", (printer, clinic), lambda: printed(clinic_pages(printer, clinic))),
        printed(embed_page(printer, ordered, settings)),
    )
    for part in parts:
        add_files(files, part)
    told = theme_told(shipped, clinic)
    top = _entries(ordered[:1], by_slot, rules, guides)  # a list of plans is a list, however many there are
    return Shared(files, navigation(_entries(ordered, by_slot, rules, guides), told), top, told)


def shipped_assets(templates: Path, library: LibraryTexts) -> Assets:
    """Return style sheets, browser code and pictures under the names that their content gives them."""
    return assets(templates / "assets", partial(spoken_code, library=library))


def theme_told(shipped: Assets, clinic: Clinic) -> dict[str, object]:
    """Return what the theme is told of our files and of the clinic."""
    return shipped.settings() | {"clinic": theme_facts(clinic), "policy": PAGE_POLICY, "words": theme_words()}


def _front_pages(printer: Press, plans: Sequence[Summary], guides: Sequence[GuideFacts]) -> Files:
    shown = [one.card for one in plans]
    said = _("Training plans that put running and strength into one week: hard days hard, easy days easy.")
    header = {"title": _("Hard days hard, easy days easy"), "description": said, "hide": ["navigation", "toc"]}
    yield "index.md", printer.page("home", "", header, cards=shown)
    header = {"title": _("Plans"), "description": _("All plans, one for each type of runner."), "hide": ["toc"]}
    yield "plans/index.md", printer.page("plans", "plans/", header, cards=shown)
    said = _("Everything around the plans: stop signs, sign-off, log, soreness, and how sure we are.")
    header = {"title": _("Guide"), "description": said, "hide": ["toc"]}
    yield "guide/index.md", printer.page("guide", "guide/", header, guides=guides)
    said = _("What is shown without reception where a page is not saved.")
    unsearched = {
        "title": _(FRAME_TITLE),
        "description": said,
        "search": {"exclude": True},
        "hide": ["navigation", "toc"],
    }
    yield source_file(FRAME), printer.page("offline", FRAME, unsearched, heading=FRAME_HEADING)


class ExercisePages(dict[str, bytes]):
    """The exercises' own pages by file, as they are while no plan uses any; each is printed when it is asked for."""

    def __init__(self, printer: Press, library: LibraryTexts) -> None:
        """Print nothing yet."""
        super().__init__()
        self._printer, self._library = printer, library
        self._slugs = {source_file(exercise_address(slug)): slug for slug in library.exercises}

    def __missing__(self, name: str) -> bytes:
        """Print a page; KeyError if there is no such exercise."""
        facts = exercise_facts(self._slugs[name], self._library, ())
        printed = _exercise_page(self._printer, facts).encode("utf-8")
        self[name] = printed
        return printed


def _exercise_pages(printer: Press, by_slot: Sequence[SlotFacts]) -> Files:
    header: dict[str, object] = {"title": _("Exercises"), "description": _("Every exercise of the plans, by movement.")}
    yield "exercises/index.md", printer.page("exercises", "exercises/", header, slots=by_slot)
    for one in (exercise for slot in by_slot for exercise in slot.exercises):
        yield source_file(one.address), _exercise_page(printer, one)


def _exercise_page(printer: Press, one: ExerciseFacts) -> str:
    header: dict[str, object] = {"title": one.name, "description": one.description, "hide": ["toc"]}
    return printer.page("exercise", one.address, header, exercise=one)


def _rule_pages(printer: Press, rules: Sequence[RuleFacts], policies: Sequence[PolicyTexts]) -> Files:
    header: dict[str, object] = {
        "title": _("Rules"),
        "description": _("The rules that every week of every plan keeps."),
    }
    yield "rules/index.md", printer.page("rules", "rules/", header, groups=groups(rules), policies=policies)
    for one in rules:
        header = {"title": one.name, "description": one.description}
        yield source_file(one.address), printer.page("rule", one.address, header, rule=one)


def _guides(
    printer: Press, templates: Path, plans: Sequence[Summary], library: LibraryTexts, clinic: Clinic
) -> dict[str, str]:
    """Return each guide's text by its name."""
    names = guide_names(templates)
    shown: dict[str, Any] = {
        "clinic": clinic_from(clinic),
        "library": library.files,
        "plans": [one.plan for one in plans],
        "anchors": plan_anchors(one.texts for one in plans),
        "year_picture": year_picture(plans, partial(link_from, "guide/")),  # all guides stand one step below the root
    }
    return {name: printer.guide(name, **shown) for name in names}


def _entries(
    plans: Sequence[Summary], by_slot: Sequence[SlotFacts], rules: Sequence[RuleFacts], guides: Sequence[GuideFacts]
) -> tuple[Entry, ...]:
    exercises = [one for slot in by_slot for one in slot.exercises]
    return (
        Entry(_("Home"), "index.md"),
        section(_("Plans"), "plans/", [plan_section(one) for one in plans]),
        section(_("Exercises"), "exercises/", [Entry(one.name, source_file(one.address)) for one in exercises]),
        section(_("Rules"), "rules/", [Entry(one.name, source_file(one.address)) for one in rules]),
        section(_("Guide"), "guide/", [Entry(one.title, source_file(one.address)) for one in guides]),
    )
