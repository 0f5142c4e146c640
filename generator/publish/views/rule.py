"""A rule's page, written from the rule itself: statement, reasons, numbers, evidence, weeks that hold and fail."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from generator.frozen import frozen
from generator.language import N_, N_pgettext, _, number, pgettext, weekday_letters, weekday_name
from generator.model.plan import Day, Plan, Week
from generator.publish import addresses, words
from generator.publish.naming import kind_word, lift_word, rule_name, setting_word
from generator.publish.summary import Summary
from generator.publish.texts import LibraryTexts
from generator.publish.views.basics import Link
from generator.publish.views.source import SourceFacts, source_facts
from generator.rules.example import plan_from
from generator.rules.page import Example, read_page
from generator.rules.rule import Evidence, Parameter, Rule


@frozen
class ExampleDay:
    """A day of an example: its kind and the word for it, its lift, and whether the rule is broken there."""

    name: str
    kind: str
    word: str
    lift: str
    broken: bool


@frozen
class ExampleWeek:
    """A week of an example; ``total`` stands instead of days where only distances matter."""

    name: str
    days: tuple[ExampleDay, ...]
    total: str
    broken: bool


@frozen
class ExampleFacts:
    """An example as a table. ``setting`` says what is not usual about its plan."""

    text: str
    setting: str
    weeks: tuple[ExampleWeek, ...]
    where: str
    why: str


@frozen
class EvidenceFacts:
    """What a source says, or None as source for this project's own convention."""

    says: str
    source: SourceFacts | None
    convention: bool


@frozen
class ParameterFacts:
    """A number that a policy may set."""

    name: str
    default: str
    meaning: str
    stricter: str


@frozen
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


_RUNNING = {
    "off-season": N_pgettext("kind of running: ... running", "off-season"),
    "base": N_pgettext("kind of running: ... running", "base"),
    "build": N_pgettext("kind of running: ... running", "build"),
    "specific": N_pgettext("kind of running: ... running", "specific"),
    "taper": N_pgettext("kind of running: ... running", "taper"),
    "race": N_pgettext("kind of running: ... running", "race"),
    "transition": N_pgettext("kind of running: ... running", "transition"),
}
_STRENGTH = {
    "base": N_pgettext("kind of strength work: ... strength", "base"),
    "base_hold": N_pgettext("kind of strength work: ... strength", "base hold"),
    "heavy": N_pgettext("kind of strength work: ... strength", "heavy"),
    "power": N_pgettext("kind of strength work: ... strength", "power"),
    "maintenance": N_pgettext("kind of strength work: ... strength", "maintenance"),
    "taper": N_pgettext("kind of strength work: ... strength", "taper"),
    "off": N_pgettext("kind of strength work: ... strength", "off"),
}
#: Runners that an example names, apart from the usual one.
_AUDIENCES = {
    "competitive": N_pgettext("a runner", "competitive"),
    "first-timer": N_pgettext("a runner", "first-timer"),
    "masters": N_pgettext("a runner", "masters"),
    "returning": N_pgettext("a runner", "returning"),
    "triathlete": N_pgettext("a runner", "triathlete"),
}
_LEVELS = {
    "error": N_("A plan that breaks it is not published. What this rule only warns of is printed on the plan's page."),
    "warning": N_("Kept where possible: a plan that breaks it is published with a warning."),
    "off": N_("Not checked unless a policy turns it on."),
}


_STRICTER = {
    "higher": N_("higher is stricter"),
    "lower": N_("lower is stricter"),
    "fewer": N_("fewer is stricter"),
    "more": N_("more is stricter"),
}


def rule_facts(rule: Rule, library: LibraryTexts, pages: Iterable[Summary]) -> RuleFacts:
    """Return a rule's facts."""
    page, plans = read_page(rule.page), list(pages)
    return RuleFacts(
        slug=rule.slug,
        address=addresses.rule_address(rule.slug),
        name=rule_name(rule.slug),
        description=_("{statement}: why, what exactly is checked, how sure it is, and examples.").format(
            statement=page.statement.rstrip(".")
        ),
        group=rule.group,
        statement=page.statement,
        level=_(_LEVELS[rule.level]),
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


def _plans(pages: Iterable[Summary], wanted: Callable[[Plan], bool]) -> tuple[Link, ...]:
    return tuple(Link(page.texts.title, addresses.plan_address(page.plan)) for page in pages if wanted(page.plan))


def _parameter(parameter: Parameter) -> ParameterFacts:
    value = parameter.default
    shown = words.joined([setting_word(name) for name in value]) if isinstance(value, tuple) else number(value)
    return ParameterFacts(
        setting_word(parameter.name), shown or _("none"), _(parameter.meaning), _(_STRICTER[parameter.stricter])
    )


def _evidence(evidence: Evidence, library: LibraryTexts) -> EvidenceFacts:
    source = source_facts(evidence.source, library.sources) if evidence.source else None
    return EvidenceFacts(_(evidence.says), source, evidence.grade == "convention")


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
        return _("The plan as a whole")
    day = weekday_name(example.weekday) if example.weekday else ""
    if not day:
        return _("Week {number}").format(number=example.week)
    return _("{day} of week {week}").format(day=day, week=example.week) if several else day


def _week(plan: Plan, week: Week, example: Example, by_distance: bool) -> ExampleWeek:
    broken = example.why != "" and example.week == week.number
    name = _("Week {number}") if by_distance else _("Week {number}: {running} running, {strength} strength")
    name = name.format(
        number=week.number, running=pgettext(*_RUNNING[week.running]), strength=pgettext(*_STRENGTH[week.strength])
    )
    total = words.distance(week.run_distance_m, plan.units) if by_distance else ""
    return ExampleWeek(
        name=_("{week}, cutback").format(week=name) if week.cutback else name,
        days=() if by_distance else tuple(_day(day, broken and day.weekday == example.weekday) for day in week.days),
        total=total,
        broken=broken,
    )


def _day(day: Day, broken: bool) -> ExampleDay:
    return ExampleDay(
        name=weekday_letters(day.weekday, 3),
        kind=day.kind,
        word=kind_word(day.kind),
        lift=" + ".join(lift_word(lift.kind) for lift in day.lifts),
        broken=broken,
    )


def _setting(plan: Plan) -> str:
    entry = "" if plan.signed_off else _("base done, not signed off") if plan.base_done else _("new to lifting")
    parts = (
        entry,
        pgettext(*_AUDIENCES[plan.audience]) if plan.audience in _AUDIENCES else "",
        _("beyond the article") if plan.beyond_the_article else "",
        _("in stages") if plan.staged else "",
        _("repeating") if plan.rolling else "",
    )
    return ", ".join(part for part in parts if part)


@frozen
class RuleGroup:
    """Rules of one kind. ``anchor`` is the same in every language."""

    name: str
    anchor: str
    rules: tuple[RuleFacts, ...]


def groups(rules: Iterable[RuleFacts]) -> tuple[RuleGroup, ...]:
    """Return the rules by kind, both in the registry's order."""
    found: dict[str, list[RuleFacts]] = {}
    for rule in rules:
        found.setdefault(rule.group, []).append(rule)
    return tuple(RuleGroup(_(words.humanized(slug)), slug, tuple(of)) for slug, of in found.items())
