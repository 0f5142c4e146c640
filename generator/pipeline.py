"""The one way through: read, validate, outline, schedule, progress, audit, moves. Only this module knows the order."""

from __future__ import annotations

import dataclasses
import datetime
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from generator.audit import audit
from generator.frozen import frozen
from generator.language import _
from generator.layers import Course, as_allowed, layer_place, overlay, rewritten, told_changes
from generator.load import load_definition
from generator.model.asking import block_index, calendar_shift, day_position, written_anywhere
from generator.model.definition import Authored, Keys
from generator.model.finding import Diagnostic, Finding, Place, Refused
from generator.model.frame import Clash, Frame, PlacedWeek
from generator.model.library import Library
from generator.model.plan import Plan
from generator.model.vocabulary import WEEKDAYS
from generator.outline import outline
from generator.overrides import faults_of_sketch, merged, overrides_of, rule_checks
from generator.progress import worked_out
from generator.progress.working import WeekWorking
from generator.project import Project
from generator.rules import Policy, resolve
from generator.rules.wording import weeks_text
from generator.schedule import Kept, TooManyWays, fits, schedule
from generator.settle import settle
from generator.validate import validate
from generator.written_places import written_diagnostics
from generator.yaml_tree import Tree

if TYPE_CHECKING:
    from generator.moves import WeekMoves

Weeks = tuple[PlacedWeek, ...]


@frozen
class Expanded:
    """A definition and all that came of it. ``plan.findings`` holds what the audit says.

    ``course``: the same without its layers, where it has any. ``workings`` say what each week's numbers came from.
    """

    authored: Authored
    policy: Policy
    placed: tuple[PlacedWeek, ...]
    plan: Plan
    course: Course | None = None
    workings: tuple[WeekWorking, ...] = ()

    @property
    def diagnostics(self) -> tuple[Diagnostic, ...]:
        """The audit's findings, each at the place in the definition that can mend it."""
        known = self.course.without.findings if self.course else self.plan.findings
        new = [finding for finding in self.plan.findings if finding not in known]
        rest = dataclasses.replace(self.plan, findings=tuple(f for f in self.plan.findings if f not in new))
        written, others = written_diagnostics(self.authored, rest)
        found = (*written, *(_located(self.authored, finding) for finding in others))
        layered = (_of_layer(self.course, finding) for finding in new if self.course)
        fewer = _fewer(self.authored, self.placed, self.course)
        shifted = _shifted(self.authored, self.plan)
        return (*sorted((*found, *layered, *shifted), key=lambda d: d.place.line), *fewer)


def _shifted(authored: Authored, plan: Plan) -> Iterator[Diagnostic]:
    """Tell of real races that are on another weekday than the plan's: all of its days then stand earlier or later."""
    for index, race in enumerate(plan.races):
        written = next(day.weekday for day in plan.days if plan.race and day.day == plan.race.day)
        real = WEEKDAYS[datetime.date.fromisoformat(race.date).weekday()]
        if real != written:
            later = (WEEKDAYS.index(real) - WEEKDAYS.index(written) + 3) % 7 - 3
            moved = f"{abs(later)} day{'s' if abs(later) > 1 else ''} {'later' if later > 0 else 'earlier'}"
            message = f"{race.name} is on a {real.title()}, the plan's race on a {written.title()}"
            hint = f"For this race every day of the plan stands {moved}."
            yield Diagnostic(authored.place("races", index, "day"), "warning", None, message, hint)


def expand(project: Project, path: Path, shown: str) -> Expanded:
    """Expand one definition; Refused with every fault of the first stage that finds any, the audit the last.

    ``shown`` is the path as messages print it. What comes back breaks no rule at level error.
    """
    expanded = draft(project, load_definition(path, project.root, shown), path.stem)
    if any(finding.severity == "error" for finding in expanded.plan.findings):
        raise Refused(expanded.diagnostics)
    return expanded


def moves(expanded: Expanded) -> tuple[WeekMoves, ...]:
    """Return which days of each week may change places, of a plan that breaks no rule."""
    from generator.moves import week_moves  # asked for by few who expand a plan

    return week_moves(expanded.plan)


def preview(project: Project, path: Path, shown: str) -> Expanded:
    """Expand one definition whatever the audit then says; Refused only where no plan comes of it."""
    return draft(project, load_definition(path, project.root, shown), path.stem, sketched=False)


def draft(project: Project, tree: Tree, plan_id: str, sketched: bool = True) -> Expanded:
    """Expand a definition that is already read, whatever the audit then says; Refused by any stage before it.

    ``sketched``: what the rules say of its phases before any day is chosen refuses it as well.
    """
    authored = validate(tree, plan_id, project.known, (rule_checks(project.policies.overrides, sketched),))
    try:
        return _drafted(project, authored, sketched)
    except TooManyWays:
        raise Refused((_too_free(authored),)) from None


def _drafted(project: Project, authored: Authored, sketched: bool) -> Expanded:
    definition, library = authored.definition, project.library
    overrides = merged(project.policies.overrides[definition.policy], overrides_of(definition.rules))
    policy = resolve(overrides)
    base = policy.params("base-before-heavy")
    authored = settle(
        authored,
        (base["least"], base["most"]),
        lambda tried, first, last: fits(outline(tried, library, first, last), policy),
    )
    try:
        weeks = _placed(authored, outline(authored, library), policy)
    except Refused as refused:
        told = () if sketched or written_anywhere(definition) else tuple(faults_of_sketch(authored, policy))
        raise Refused(told or refused.diagnostics) from None
    worked = worked_out(authored, weeks, library, overrides)
    plan = dataclasses.replace(worked.plan, findings=audit(worked.plan))
    expanded = Expanded(authored, policy, weeks, plan, workings=worked.weeks)
    return _with_layers(expanded, library) if definition.layers else expanded


def _placed(authored: Authored, frames: tuple[Frame, ...], policy: Policy, kept: Kept | None = None) -> Weeks:
    """Return the frames with their days chosen; Refused with every clash. Nothing where weeks are kept and clash."""
    placed = schedule(frames, policy, kept or {})
    clashes = tuple(found for found in placed if isinstance(found, Clash))
    if clashes:
        raise Refused(tuple(_clash_diagnostics(authored, clashes)))
    return tuple(week for week in placed if isinstance(week, PlacedWeek))


def _too_free(authored: Authored) -> Diagnostic:
    """Say that the days of long weeks can be placed in too many ways."""
    days = authored.definition.microcycle_days
    message = f"a training week of {days} days that leaves so many of them free has too many ways to place them"
    hint = "Fix more of its days under days: (for example 'day 2: quality'), or take weeks of fewer days."
    return Diagnostic(authored.place("microcycle_days"), "error", None, message, hint)


def _with_layers(bare: Expanded, library: Library) -> Expanded:
    """Lay a definition's layers over its plan: first those that change what it asks, then those that change weeks."""
    changed = rewritten(bare.authored, tuple(week.frame for week in bare.placed))
    placed, plan, overrides = bare.placed, bare.plan, bare.plan.overrides
    workings = bare.workings
    if changed.weeks:
        frames = as_allowed(outline(changed.authored, library), changed.written_out)
        kept = {week.frame.number: week.days for week in placed if week.frame.number not in changed.weeks}
        every = frozenset(frame.number for frame in frames)
        placed = _placed(changed.authored, frames, bare.policy, kept)
        placed = placed or _placed(changed.authored, as_allowed(frames, every), bare.policy)
        worked = worked_out(changed.authored, placed, library, overrides)
        plan = changed.among(plan, worked.plan)
        workings = tuple(
            now if now.placed.frame.number in changed.weeks else before
            for now, before in zip(worked.weeks, workings, strict=True)
        )
        placed = changed.beside(bare.placed, placed)
    course = Course(changed.authored, placed, plan, bare.plan, bare.policy)
    from generator.compare import compare  # nothing is compared without layers

    laid, weeks = overlay(course, changed.written_out), placed
    while True:
        weeks = _placed(changed.authored, laid.frames, bare.policy, laid.kept)
        following = laid.after(weeks) if weeks else laid.widened()
        if following is laid:
            break
        laid = following
    worked = worked_out(changed.authored, weeks, library, overrides, laid.days)
    plan = laid.cut_short(worked.plan)
    lifted = zip(workings, worked.weeks, strict=True)
    workings = tuple(dataclasses.replace(ran, lifts=now.lifts) for ran, now in lifted)
    plan = dataclasses.replace(plan, findings=audit(plan))
    differences = {found.number: found.texts for found in compare(bare.plan, plan)}
    plan = told_changes(course, plan, laid.notes(plan), differences)
    return Expanded(bare.authored, bare.policy, weeks, plan, course, workings)


def _of_layer(course: Course, finding: Finding) -> Diagnostic:
    """A finding that the plan without layers does not have stands at the layer that explains its week."""
    place, hint = layer_place(course, finding.week), "Without its layers the plan keeps this rule. "
    hint += "Make the layer shorter, or write the week's days otherwise with instead:."
    found = _told_of(place, finding)
    return dataclasses.replace(found, hint=hint) if finding.severity == "error" else found


def _clash_diagnostics(authored: Authored, clashes: tuple[Clash, ...]) -> Iterator[Diagnostic]:
    for clash in clashes:
        weeks = weeks_text(clash.weeks)
        given = _given_place(authored, clash.weeks[0], None)
        if given is not None and clash.rules == ("hosts",):
            message = f"{weeks}: the calendar leaves no room for {' and '.join(ask.text for ask in clash.asks)}"
            yield Diagnostic(given, "error", "hosts", message, clash.remedy)
            continue
        others = {ask.place: ask.text for ask in clash.asks}
        first = next(iter(others), Place("plan", 1, 1))
        wishes = "; ".join(f"'{text}' (line {place.line})" for place, text in others.items())
        what = "can't be kept together" if len(others) > 1 else "can't be kept"
        under = f" under {', '.join(clash.rules)}" if clash.rules else ""
        rule = clash.rules[0] if clash.rules else None
        yield Diagnostic(first, "error", rule, f"{weeks}: {wishes} {what}{under}", clash.remedy)


#: Which line of a phase mends a broken rule: what the author changes first.
_MENDED_BY: dict[str, Keys] = {
    "ramp": ("running", "volume"),
    "taper": ("running", "volume"),
    "single-run-spike": ("running", "long"),
    "long-run-share": ("running", "long"),
    "long-run-then-light": ("running", "long"),
    "quality-cap": ("running", "quality"),
    "cutback": ("running", "cutback"),
    "rest-after-heavy": ("running", "runs"),
    "base-dose": ("strength", "sessions"),
    "third-key-lift": ("strength", "sessions"),
    "hosts": ("strength", "sessions"),
    "strength-every-week": ("strength", "kind"),
    "base-before-heavy": ("strength", "kind"),
    "maintenance-when-intense": ("strength", "kind"),
    "phases-vary": ("strength", "kind"),
}


def _fewer(authored: Authored, placed: Weeks, course: Course | None) -> Iterator[Diagnostic]:
    """Say of weeks with fewer lifts than wanted which rule took them; weeks with the same words together.

    Of weeks that a layer concerns the page says it, since the layer is the reason.
    """
    told: dict[tuple[str, str], list[int]] = {}
    for week in placed:
        if week.fewer and not (course and week.frame.layered):
            words = " ".join(reason.text.rstrip(".") + "." for reason in week.fewer).rstrip(".")
            words = words.replace(_("{day} of week {week}").format(day="", week=week.frame.number), "")
            told.setdefault((week.fewer[0].rule, words), []).append(week.frame.number)
    for (rule, words), weeks in told.items():
        message = f"{weeks_text(tuple(weeks))}: {words[:1].lower()}{words[1:]}"
        asked = authored.place(*_block_of(authored, weeks[0]), "strength", "programme")
        place = _given_place(authored, weeks[0], None) or asked
        yield Diagnostic(place, "warning", rule if rule != "wish" else None, message)


def _given_place(authored: Authored, week: int, day: int | None) -> Place | None:
    """Return the line of the calendar that gives a day or a week of the plan; None if none does."""
    shift = calendar_shift(authored)
    for name, days in authored.definition.calendar.items():
        if name.isdecimal() and int(name) + shift == week:
            length = authored.definition.microcycle_days
            here = (n for n in days if day is not None and day_position(n, authored) == day % length)
            named = next(here, None)
            return authored.key_place("calendar", name, *((named,) if named else ()))
    return None


def _located(authored: Authored, finding: Finding) -> Diagnostic:
    given = None if finding.week is None else _given_place(authored, finding.week, finding.day)
    place = given or authored.place(*_block_of(authored, finding.week), *_MENDED_BY.get(finding.rule, ()))
    return _told_of(place, finding)


def _told_of(place: Place, finding: Finding) -> Diagnostic:
    text = finding.text.rstrip(".")
    if finding.week and _("Week {number}").format(number=finding.week)[1:] not in text:
        text = f"week {finding.week}: {text}"
    return Diagnostic(place, finding.severity, finding.rule, text)


def _block_of(authored: Authored, week: int | None) -> Keys:
    if week is None:
        return ()
    index = block_index(authored, week)
    return () if index is None else authored.block_keys(index)
