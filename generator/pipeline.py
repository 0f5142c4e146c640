"""The one way through: read, validate, outline, schedule, progress, audit. Only this module knows the order."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from generator.audit import audit
from generator.load import load_definition
from generator.model.asking import block_index, calendar_shift, day_position, written_anywhere
from generator.model.definition import Authored, Keys
from generator.model.finding import Diagnostic, Finding, Place, Refused
from generator.model.frame import Clash, PlacedWeek
from generator.model.plan import Plan
from generator.outline import outline
from generator.overrides import faults_of_sketch, merged, overrides_of, rule_checks
from generator.progress import progress
from generator.project import Project
from generator.rules import Policy, resolve
from generator.schedule import fits, schedule
from generator.settle import settle
from generator.validate import validate
from generator.written_places import written_diagnostics
from generator.yaml_tree import Tree


@dataclass(frozen=True, slots=True)
class Expanded:
    """A definition and all that came of it. ``plan.findings`` holds what the audit says."""

    authored: Authored
    policy: Policy
    placed: tuple[PlacedWeek, ...]
    plan: Plan

    @property
    def diagnostics(self) -> tuple[Diagnostic, ...]:
        """The audit's findings, each at the place in the definition that can mend it."""
        written, others = written_diagnostics(self.authored, self.plan)
        found = (*written, *(_located(self.authored, finding) for finding in others))
        return (*sorted(found, key=lambda d: d.place.line), *_fewer(self.authored, self.placed))


def expand(project: Project, path: Path, shown: str) -> Expanded:
    """Expand one definition; Refused with every fault of the first stage that finds any, the audit the last.

    ``shown`` is the path as messages print it. What comes back breaks no rule at level error.
    """
    expanded = draft(project, load_definition(path, project.root, shown), path.stem)
    if any(finding.severity == "error" for finding in expanded.plan.findings):
        raise Refused(expanded.diagnostics)
    return expanded


def preview(project: Project, path: Path, shown: str) -> Expanded:
    """Expand one definition whatever the audit then says; Refused only where no plan comes of it."""
    return draft(project, load_definition(path, project.root, shown), path.stem, sketched=False)


def draft(project: Project, tree: Tree, plan_id: str, sketched: bool = True) -> Expanded:
    """Expand a definition that is already read, whatever the audit then says; Refused by any stage before it.

    ``sketched``: what the rules say of its phases before any day is chosen refuses it as well.
    """
    authored = validate(tree, plan_id, project.known, (rule_checks(project.policies.overrides, sketched),))
    definition, library = authored.definition, project.library
    overrides = merged(project.policies.overrides[definition.policy], overrides_of(definition.rules))
    policy = resolve(overrides)
    base = policy.params("base-before-heavy")
    authored = settle(
        authored,
        (base["least"], base["most"]),
        lambda tried, first, last: fits(outline(tried, library)[first - 1 : last], policy),
    )
    placed = schedule(outline(authored, library), policy)
    clashes = tuple(found for found in placed if isinstance(found, Clash))
    if clashes:
        told = () if sketched or written_anywhere(definition) else tuple(faults_of_sketch(authored, policy))
        raise Refused(told or tuple(_clash_diagnostics(authored, clashes)))
    weeks = tuple(week for week in placed if isinstance(week, PlacedWeek))
    plan = progress(authored, weeks, library, overrides)
    return Expanded(authored, policy, weeks, dataclasses.replace(plan, findings=audit(plan)))


def _clash_diagnostics(authored: Authored, clashes: tuple[Clash, ...]) -> Iterator[Diagnostic]:
    for clash in clashes:
        weeks = _weeks_text(clash.weeks)
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


def _weeks_text(weeks: tuple[int, ...]) -> str:
    """Return ``week 3``, ``weeks 1-8``, ``weeks 1-3, 5, 7-9``."""
    runs: list[list[int]] = []
    for week in sorted(weeks):
        if runs and week == runs[-1][-1] + 1:
            runs[-1].append(week)
        else:
            runs.append([week])
    named = ", ".join(str(run[0]) if len(run) == 1 else f"{run[0]}-{run[-1]}" for run in runs)
    return f"week {named}" if len(weeks) == 1 else f"weeks {named}"


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


def _fewer(authored: Authored, placed: tuple[PlacedWeek, ...]) -> Iterator[Diagnostic]:
    """Say of given weeks with fewer lifts than asked which rule took them; weeks with the same words together."""
    told: dict[tuple[str, str], list[int]] = {}
    for week in placed:
        if week.fewer:
            words = " ".join(reason.text.rstrip(".") + "." for reason in week.fewer).rstrip(".")
            told.setdefault((week.fewer[0].rule, words), []).append(week.frame.number)
    for (rule, words), weeks in told.items():
        message = f"{_weeks_text(tuple(weeks))}: {words[:1].lower()}{words[1:]}"
        place = _given_place(authored, weeks[0], None) or authored.key_place("calendar")
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
    text = finding.text.rstrip(".")
    if finding.week and f"eek {finding.week}" not in text:
        text = f"week {finding.week}: {text}"
    return Diagnostic(place, finding.severity, finding.rule, text)


def _block_of(authored: Authored, week: int | None) -> Keys:
    if week is None:
        return ()
    index = block_index(authored, week)
    return () if index is None else authored.block_keys(index)
