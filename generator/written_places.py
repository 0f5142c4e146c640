"""What the audit says of written programs, told at the line that says it: the exercise, the session, else the program.

A program breaks a rule week after week in the same words, so its findings are gathered: one message a line and rule.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.model.asking import block_index
from generator.model.definition import Authored, Keys
from generator.model.finding import Diagnostic, Finding
from generator.model.plan import Plan
from generator.model.programme import WrittenSession, named

#: The rules that judge what a session holds.
_OF_DOSES = (
    "abbreviated-content",
    "base-dose",
    "cornerstone-lift",
    "load-up-reps-down",
    "maintenance-when-intense",
    "never-to-failure",
    "sign-off-before-heavy",
    "single-and-double-leg",
)
#: Where a finding's text names its day or week; what follows is the same week after week.
_WHEN = re.compile(r"^(?:[A-Z][a-z]+ of week|Week) [0-9]+")


def written_diagnostics(authored: Authored, plan: Plan) -> tuple[tuple[Diagnostic, ...], tuple[Finding, ...]]:
    """Return what is said of written programs, gathered, and the findings that are about something else."""
    gathered: dict[tuple[Keys, str, str, str], list[Finding]] = {}
    others: list[Finding] = []
    for finding in plan.findings:
        keys = _keys(authored, plan, finding)
        if keys is None:
            others.append(finding)
        else:
            words = _WHEN.sub("", finding.text)
            gathered.setdefault((keys, finding.rule, finding.severity, words), []).append(finding)
    return tuple(_diagnostic(authored, keys, found) for (keys, *_), found in gathered.items()), tuple(others)


def _diagnostic(authored: Authored, keys: Keys, found: list[Finding]) -> Diagnostic:
    first = found[0]
    weeks = sorted({finding.week for finding in found[1:] if finding.week and finding.week != first.week})
    more = "" if not weeks else f"; the same in week{_span(weeks)}"
    return Diagnostic(authored.place(*keys), first.severity, first.rule, f"{first.text.rstrip('.')}{more}")


def _span(weeks: list[int]) -> str:
    if len(weeks) == 1:
        return f" {weeks[0]}"
    whole = weeks[-1] - weeks[0] + 1 == len(weeks)
    return f"s {weeks[0]}-{weeks[-1]}" if whole else f"s {', '.join(map(str, weeks))}"


def _keys(authored: Authored, plan: Plan, finding: Finding) -> Keys | None:
    """Return the keys of what a finding is about within its phase's program; None if it is about something else."""
    index = None if finding.week is None or finding.rule not in _OF_DOSES else block_index(authored, finding.week)
    programme = () if index is None else named(authored.definition.blocks[index].strength.programme)
    if index is None or not programme:
        return None
    keys: Keys = (*authored.block_keys(index), "strength", "programme")
    name = next((lift.written for day in plan.days if day.day == finding.day for lift in day.lifts), "")
    place = next((at for at, session in enumerate(programme) if session.name == name), None)
    if place is None:
        return keys
    exercise = next(_mentioned(programme[place], finding.text), None)
    return (*keys, place) if exercise is None else (*keys, place, "exercises", exercise)


def _mentioned(session: WrittenSession, text: str) -> Iterator[int]:
    """Yield the exercises that a text names, by their place in the session."""
    for index, written in enumerate(session.exercises):
        if re.search(rf"(?<![a-z-]){re.escape(written.exercise)}(?![a-z-])", text):
            yield index
