"""A plan's page and its card: whom it is for, its season, its phases, what the check found."""

from __future__ import annotations

from collections.abc import Iterable

from generator.frozen import frozen
from generator.language import _, number
from generator.model.plan import Override, Plan, Week
from generator.publish import addresses, words
from generator.publish.naming import phase_name, setting_word
from generator.publish.texts import LibraryTexts, PlanPage
from generator.publish.views.amounts import has_unmeasured
from generator.publish.views.basics import Fact, Link
from generator.publish.views.changes import Layered, plan_changes
from generator.publish.views.day import known_rule, rule_link
from generator.publish.views.given import FewerFacts, fewer_weeks, plan_source
from generator.publish.views.races import RaceFacts, race_facts
from generator.publish.views.season import SeasonFacts, SeasonWeek, longest_run, season_facts
from generator.publish.views.source import SourceFacts, source_facts
from generator.publish.views.week import CLEARANCE


@frozen
class PhaseSummary:
    """A phase as the plan's page lists it."""

    link: Link
    strength: str
    purpose: str
    weeks_text: str
    weeks: tuple[SeasonWeek, ...]


@frozen
class Warned:
    """What a rule warns of in the plan, one text a place."""

    rule: Link | None
    texts: tuple[str, ...]


@frozen
class Changed:
    """A rule set otherwise than by default: which, to what, and why."""

    rule: Link
    setting: str
    because: str


@frozen
class PlanFacts:
    """All that a plan's page prints.

    ``given`` says whose a given calendar is, and takes the place of ``origin`` and ``licence``; ``fewer`` names the
    weeks in which its rules left out lifts that were asked for.
    """

    address: str
    calendar: str
    booklet: str
    title: str
    lead: str
    banner: str
    beyond: bool
    staged: bool
    rolling: bool
    needs_sign_off: bool
    this_week: str
    json: str
    first_week: Link
    facts: tuple[Fact, ...]
    season: SeasonFacts
    for_you: tuple[str, ...]
    not_for_you: tuple[str, ...]
    entry: tuple[str, ...]
    phases: tuple[PhaseSummary, ...]
    warnings: tuple[Warned, ...]
    changed: tuple[Changed, ...]
    sources: tuple[SourceFacts, ...]
    author: str
    given: str
    fewer: tuple[FewerFacts, ...]
    changes: tuple[Layered, ...]
    origin: str
    licence: str
    races: tuple[RaceFacts, ...]
    reviewed_by: str
    reviewed_on: str


def plan_facts(page: PlanPage, library: LibraryTexts) -> PlanFacts:
    """Return a plan's facts."""
    plan, texts, season = page.plan, page.texts, season_facts(page.plan)
    return PlanFacts(
        address=addresses.plan_address(plan),
        calendar=addresses.calendar_address(plan),
        booklet=addresses.booklet_address(plan),
        title=texts.title,
        lead=texts.summary,
        banner=_(CLEARANCE) if plan.staged else "",
        beyond=plan.beyond_the_article,
        staged=plan.staged,
        rolling=plan.rolling,
        needs_sign_off=season.gate is not None,
        this_week=addresses.this_week_address(plan),
        json=addresses.plan_address(plan) + "plan.json",
        first_week=season.weeks[0].link,
        facts=numbers(plan),
        season=season,
        for_you=texts.for_you,
        not_for_you=texts.not_for_you,
        entry=texts.entry,
        phases=_phases(plan, season),
        warnings=_warnings(plan),
        changed=tuple(_changed(override) for override in plan.overrides),
        sources=tuple(source_facts(key, library.sources) for key in texts.sources),
        author=texts.author,
        given=plan_source(plan),
        fewer=fewer_weeks(plan),
        changes=plan_changes(plan),
        origin="" if plan_source(plan) else texts.source,
        licence="" if plan_source(plan) else texts.licence,
        races=race_facts(plan),
        reviewed_by=texts.reviewed_by,
        reviewed_on=texts.reviewed_on,
    )


def numbers(plan: Plan) -> tuple[Fact, ...]:
    """Return a plan's numbers in the order in which a runner asks for them."""
    weeks = training_weeks(plan)
    found = [
        Fact(str(len(plan.weeks)), _length_label(plan)),
        Fact(_spread(len(tuple(week.runs)) for week in weeks), _("runs a week")),
    ]
    if any(any(week.lifts) for week in weeks):
        found.append(Fact(_spread(len(tuple(week.lifts)) for week in weeks), _("lifts a week")))
    volumes = [week.run_distance_m for week in weeks if week.run_distance_m]
    if volumes:
        label = _("a week, and runs by time") if has_unmeasured(weeks) else _("a week")
        found.append(Fact(words.distance_range(min(volumes), max(volumes), plan.units), label))
    found.append(Fact(longest_run(plan, plan.weeks), _("longest run")))
    heavy = max((lift.duration_s or 0 for week in plan.weeks for lift in week.lifts if lift.kind == "heavy"), default=0)
    if heavy:
        found.append(Fact(words.about(heavy), _("a heavy lift")))
    return tuple(found)


def _length_label(plan: Plan) -> str:
    if plan.staged:
        return _("stages")
    if plan.rolling:
        return _("weeks, over and over")
    return _("weeks")


def training_weeks(plan: Plan) -> tuple[Week, ...]:
    """Return the weeks without a goal race, which say what a usual week asks; all of them if none is left."""
    race = plan.race.week if plan.race else None
    return tuple(week for week in plan.weeks if week.number != race) or plan.weeks


def _spread(values: Iterable[int]) -> str:
    known = list(values)
    return words.span(min(known), max(known))


def _phases(plan: Plan, season: SeasonFacts) -> tuple[PhaseSummary, ...]:
    return tuple(
        PhaseSummary(
            link=Link(phase_name(plan, phase), addresses.phase_address(plan, phase)),
            strength=phase.strength,
            purpose=phase.purpose,
            weeks_text=band.weeks_text,
            weeks=tuple(row for week, row in zip(plan.weeks, season.weeks, strict=True) if week.phase == phase.id),
        )
        for phase, band in zip(plan.phases, season.bands, strict=True)
    )


def _warnings(plan: Plan) -> tuple[Warned, ...]:
    """The findings by rule, in the order in which the rules are first met."""
    found: dict[str, list[str]] = {}
    for finding in plan.findings:
        found.setdefault(finding.rule, []).append(finding.text)
    return tuple(Warned(known_rule(rule), tuple(texts)) for rule, texts in found.items())


def _changed(override: Override) -> Changed:
    setting = f"{setting_word(override.parameter)}: {_shown(override.value)}"
    return Changed(rule_link(override.rule), setting, override.because)


def _shown(value: object) -> str:
    if isinstance(value, tuple):
        return ", ".join(setting_word(str(one)) for one in value) or _("none")
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    return setting_word(value) if isinstance(value, str) else number(value)
