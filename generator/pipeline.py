"""The one way through: read, validate, outline, schedule, progress, audit. Only this module knows the order."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from generator.audit import audit
from generator.load import load_definition
from generator.model.definition import Authored, Keys
from generator.model.finding import Diagnostic, Finding, Place, Refused
from generator.model.frame import Clash, PlacedWeek
from generator.model.plan import Plan
from generator.outline import outline
from generator.overrides import merged, overrides_of, rule_checks
from generator.progress import progress
from generator.project import Project
from generator.rules import Policy, resolve
from generator.schedule import schedule
from generator.validate import validate
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
        return tuple(_located(self.authored, finding) for finding in self.plan.findings)


def expand(project: Project, path: Path, shown: str) -> Expanded:
    """Expand one definition; Refused with every fault of the first stage that finds any, the audit the last.

    ``shown`` is the path as messages print it. What comes back breaks no rule at level error.
    """
    expanded = draft(project, load_definition(path, project.root, shown), path.stem)
    if any(finding.severity == "error" for finding in expanded.plan.findings):
        raise Refused(expanded.diagnostics)
    return expanded


def draft(project: Project, tree: Tree, plan_id: str) -> Expanded:
    """Expand a definition that is already read, whatever the audit then says; Refused by any stage before it."""
    authored = validate(tree, plan_id, project.known, (rule_checks(project.policies.overrides),))
    definition = authored.definition
    overrides = merged(project.policies.overrides[definition.policy], overrides_of(definition.rules))
    policy = resolve(overrides)
    placed = schedule(outline(authored), policy)
    clashes = tuple(found for found in placed if isinstance(found, Clash))
    if clashes:
        raise Refused(tuple(_clash_diagnostics(clashes)))
    weeks = tuple(week for week in placed if isinstance(week, PlacedWeek))
    plan = progress(authored, weeks, project.library, overrides)
    return Expanded(authored, policy, weeks, dataclasses.replace(plan, findings=audit(plan)))


def _clash_diagnostics(clashes: tuple[Clash, ...]) -> Iterator[Diagnostic]:
    for clash in clashes:
        weeks = _weeks_text(clash.weeks)
        others = {ask.place: ask.text for ask in clash.asks}
        first = next(iter(others), Place("plan", 1, 1))
        wishes = "; ".join(f"'{text}' (line {place.line})" for place, text in others.items())
        what = "can't be kept together" if len(others) > 1 else "can't be kept"
        under = f" under {', '.join(clash.rules)}" if clash.rules else ""
        rule = clash.rules[0] if clash.rules else None
        yield Diagnostic(first, "error", rule, f"{weeks}: {wishes} {what}{under}", clash.remedy)


def _weeks_text(weeks: tuple[int, ...]) -> str:
    if len(weeks) == 1:
        return f"week {weeks[0]}"
    return f"weeks {weeks[0]}-{weeks[-1]}"


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


def _located(authored: Authored, finding: Finding) -> Diagnostic:
    place = authored.place(*_block_of(authored, finding.week), *_MENDED_BY.get(finding.rule, ()))
    text = finding.text.rstrip(".")
    if finding.week and f"eek {finding.week}" not in text:
        text = f"week {finding.week}: {text}"
    return Diagnostic(place, finding.severity, finding.rule, text)


def _block_of(authored: Authored, week: int | None) -> Keys:
    if week is None:
        return ()
    last = 0
    for index, block in enumerate(authored.definition.blocks):
        last += block.weeks
        if week <= last:
            return authored.block_keys(index)
    return ()
