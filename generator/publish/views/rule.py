"""A rule's page, written from the rule itself: statement, reasons, numbers, evidence, weeks that hold and fail."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from generator.model.plan import Day, Plan, Week
from generator.publish import addresses, words
from generator.publish.naming import LIFT_WORDS
from generator.publish.texts import LibraryTexts, PlanPage
from generator.publish.views.basics import Link
from generator.publish.views.source import SourceFacts, source_facts
from generator.rules.example import plan_from
from generator.rules.page import Example, read_page
from generator.rules.rule import Evidence, Parameter, Rule


@dataclass(frozen=True, slots=True)
class ExampleDay:
    """A day of an example: its kind, its lift, and whether the rule is broken there."""

    name: str
    kind: str
    lift: str
    broken: bool


@dataclass(frozen=True, slots=True)
class ExampleWeek:
    """A week of an example; ``total`` stands instead of days where only distances matter."""

    name: str
    days: tuple[ExampleDay, ...]
    total: str
    broken: bool


@dataclass(frozen=True, slots=True)
class ExampleFacts:
    """An example as a table. ``setting`` says what is not usual about its plan."""

    text: str
    setting: str
    weeks: tuple[ExampleWeek, ...]
    where: str
    why: str


@dataclass(frozen=True, slots=True)
class EvidenceFacts:
    """What a source says, or None as source for this project's own convention."""

    says: str
    source: SourceFacts | None
    convention: bool


@dataclass(frozen=True, slots=True)
class ParameterFacts:
    """A number that a policy may set."""

    name: str
    default: str
    meaning: str
    stricter: str


@dataclass(frozen=True, slots=True)
class RuleFacts:
    """All that a rule's page prints. ``changed_in`` are plans that set it otherwise, ``warned_in`` plans it warns."""

    slug: str
    address: str
    name: str
    description: str
    group: str
    statement: str
    level: str
    why: str
    reads: str
    dissent: str
    parameters: tuple[ParameterFacts, ...]
    evidence: tuple[EvidenceFacts, ...]
    holds: tuple[ExampleFacts, ...]
    fails: tuple[ExampleFacts, ...]
    changed_in: tuple[Link, ...]
    warned_in: tuple[Link, ...]


_LEVELS = {
    "error": "A plan that breaks it is not published. What this rule only warns of is printed on the plan's page.",
    "warning": "Kept where possible: a plan that breaks it is published with a warning.",
    "off": "Not checked unless a policy turns it on.",
}


def rule_facts(rule: Rule, library: LibraryTexts, pages: Iterable[PlanPage]) -> RuleFacts:
    """Return a rule's facts."""
    page, plans = read_page(rule.page), list(pages)
    return RuleFacts(
        slug=rule.slug,
        address=addresses.rule_address(rule.slug),
        name=words.humanized(rule.slug),
        description=f"{page.statement.rstrip('.')}: why, what exactly is checked, how sure it is, and examples.",
        group=words.humanized(rule.group),
        statement=page.statement,
        level=_LEVELS[rule.level],
        why=page.why,
        reads=page.reads,
        dissent=page.dissent,
        parameters=tuple(_parameter(parameter) for parameter in rule.parameters),
        evidence=tuple(_evidence(evidence, library) for evidence in rule.evidence),
        holds=tuple(_example(example) for example in page.holds),
        fails=tuple(_example(example) for example in page.fails),
        changed_in=_plans(plans, lambda plan: any(override.rule == rule.slug for override in plan.overrides)),
        warned_in=_plans(plans, lambda plan: any(finding.rule == rule.slug for finding in plan.findings)),
    )


def _plans(pages: Iterable[PlanPage], wanted: Callable[[Plan], bool]) -> tuple[Link, ...]:
    return tuple(Link(page.texts.title, addresses.plan_address(page.plan)) for page in pages if wanted(page.plan))


def _parameter(parameter: Parameter) -> ParameterFacts:
    value = parameter.default
    shown = words.joined(list(value)) if isinstance(value, tuple) else str(value)
    return ParameterFacts(
        parameter.name.replace("_", " "), shown or "none", parameter.meaning, f"{parameter.stricter} is stricter"
    )


def _evidence(evidence: Evidence, library: LibraryTexts) -> EvidenceFacts:
    source = source_facts(evidence.source, library.sources) if evidence.source else None
    return EvidenceFacts(evidence.says, source, evidence.grade == "convention")


def _example(example: Example) -> ExampleFacts:
    plan = plan_from(example.text)
    by_distance = example.text.startswith("weeks:")
    return ExampleFacts(
        text=example.text,
        setting=_setting(plan),
        weeks=tuple(_week(plan, week, example, by_distance) for week in plan.weeks),
        where=_where(example, len(plan.weeks) > 1),
        why=example.why,
    )


def _where(example: Example, several: bool) -> str:
    if example.week is None:
        return "The plan as a whole"
    day = example.weekday.capitalize() if example.weekday else ""
    if not day:
        return f"Week {example.week}"
    return f"{day} of week {example.week}" if several else day


def _week(plan: Plan, week: Week, example: Example, by_distance: bool) -> ExampleWeek:
    broken = example.why != "" and example.week == week.number
    phases = "" if by_distance else f": {week.running} running, {week.strength.replace('_', ' ')} strength"
    total = words.distance(week.run_distance_m, plan.units) if by_distance else ""
    return ExampleWeek(
        name=f"Week {week.number}{phases}{', cutback' if week.cutback else ''}",
        days=() if by_distance else tuple(_day(day, broken and day.weekday == example.weekday) for day in week.days),
        total=total,
        broken=broken,
    )


def _day(day: Day, broken: bool) -> ExampleDay:
    return ExampleDay(
        name=day.weekday[:3].capitalize(),
        kind=day.kind,
        lift=" + ".join(LIFT_WORDS[lift.kind] for lift in day.lifts),
        broken=broken,
    )


def _setting(plan: Plan) -> str:
    entry = "" if plan.signed_off else "base done, not signed off" if plan.base_done else "new to lifting"
    parts = (
        entry,
        plan.audience if plan.audience != "recreational" else "",
        "beyond the article" if plan.beyond_the_article else "",
        "in stages" if plan.staged else "",
        "repeating" if plan.rolling else "",
    )
    return ", ".join(part for part in parts if part)


@dataclass(frozen=True, slots=True)
class RuleGroup:
    """Rules of one kind."""

    name: str
    rules: tuple[RuleFacts, ...]


def groups(rules: Iterable[RuleFacts]) -> tuple[RuleGroup, ...]:
    """Return the rules by kind, both in the registry's order."""
    found: dict[str, list[RuleFacts]] = {}
    for rule in rules:
        found.setdefault(rule.group, []).append(rule)
    return tuple(RuleGroup(name, tuple(of)) for name, of in found.items())
