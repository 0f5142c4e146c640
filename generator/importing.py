"""Import: somebody's calendar is read, written as a definition, proved to be the same, and tried on the rules.

Nothing is written until the definition's text has been read back and holds the very calendar that was read.
"""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import field, replace
from pathlib import Path

from generator.calendar_import import Calendar, load_columns, read_calendar
from generator.calendar_import.definition_text import Heading, definition_text, title_from
from generator.calendar_import.runs_text import Weeks, runs_of
from generator.calendar_words import Vocabulary, load_vocabulary, with_settled
from generator.frozen import frozen
from generator.load import load_definition
from generator.model.asking import given_weeks
from generator.model.finding import Diagnostic, Place, Refused
from generator.model.given import GivenDay
from generator.model.plan import Plan
from generator.model.vocabulary import Weekday, WeekStart, weekday_of
from generator.pipeline import Expanded, draft
from generator.project import Project, open_project
from generator.rules import by_slug
from generator.validate import validate
from generator.yaml_tree import LARGEST_BYTES, parse_tree

#: The group of rules over running alone.
_RUNNING = "ramp"


class Unsettled(ValueError):
    """A wording that the author settles can't be: says why."""


@frozen
class Asked:
    """What is imported, where to, and what the author says of it. ``settled`` are wordings and their kinds."""

    calendar: Path
    out: Path
    heading: Heading
    sheet: str | None = None
    settled: Mapping[str, str] = field(default_factory=dict)
    easy_pace: str = ""


@frozen
class Imported:
    """What was written: its weeks in lines, and what the author should know."""

    lines: tuple[str, ...]
    diagnostics: tuple[Diagnostic, ...]


def import_calendar(root: Path, asked: Asked) -> Imported:
    """Write the definition of a calendar; Refused, and nothing written, if any of it is not understood.

    Unsettled for a wording that the author settles as what it can't be.
    """
    project = open_project(root)
    folder = root / "plans" / "library"
    vocabulary = _vocabulary(folder, asked.settled)
    calendar = read_calendar(
        asked.calendar,
        vocabulary,
        load_columns(folder),
        shown=str(asked.calendar),
        sheet_name=asked.sheet,
        easy_pace=asked.easy_pace,
    )
    heading = _heading(asked)
    text = _proved(project, asked, calendar, definition_text(calendar, heading))
    expanded, refused = _tried(project, asked, text)
    relaxed = _broken_by_the_running(expanded)
    if relaxed:
        text = _proved(project, asked, calendar, definition_text(calendar, heading, relaxed))
        expanded, refused = _tried(project, asked, text)
    write_whole(asked.out, text)
    found = (*_about_the_plan(asked, expanded, relaxed), *(expanded.diagnostics if expanded else ()), *refused)
    told = tuple(replace(diagnostic, severity="warning") for diagnostic in found)
    lines = (_first_line(asked, calendar), *(_lift_lines(expanded.plan) if expanded else ()))
    return Imported(lines, (*calendar.notes, *told))


def _vocabulary(folder: Path, settled: Mapping[str, str]) -> Vocabulary:
    words = load_vocabulary(folder)
    try:
        return with_settled(words, settled)
    except ValueError as problem:
        raise Unsettled(str(problem)) from None


def _heading(asked: Asked) -> Heading:
    title = asked.heading.title or title_from(asked.calendar.stem)
    return replace(asked.heading, file=asked.calendar.name, title=title, easy_pace=asked.easy_pace)


def _proved(project: Project, asked: Asked, calendar: Calendar, text: str) -> str:
    """Return the text if it is read back as the same calendar; else the fault is ours."""
    shown, data = str(asked.out), text.encode("utf-8")
    if len(data) > LARGEST_BYTES:
        message = f"the definition would have more than {LARGEST_BYTES:,} bytes; import the calendar in parts"
        raise Refused((Diagnostic(Place(str(asked.calendar), 1, 1), "error", None, message),))
    try:
        definition = validate(parse_tree(data, shown), asked.out.stem, project.known).definition
    except Refused as refused:
        raise RuntimeError(f"the definition made of {asked.calendar.name} has faults: {refused}") from refused
    if definition.calendar != calendar.given:
        raise RuntimeError(f"the definition made of {asked.calendar.name} holds another calendar")
    return text


def _tried(project: Project, asked: Asked, text: str) -> tuple[Expanded | None, tuple[Diagnostic, ...]]:
    """Return what comes of the definition, or what stops it."""
    try:
        return draft(project, parse_tree(text.encode("utf-8"), str(asked.out)), asked.out.stem), ()
    except Refused as refused:
        return None, refused.diagnostics


def _broken_by_the_running(expanded: Expanded | None) -> tuple[str, ...]:
    """Return the rules over running alone that the calendar breaks at level error, in the order of the findings."""
    findings = expanded.plan.findings if expanded is not None else ()
    errors = dict.fromkeys(finding.rule for finding in findings if finding.severity == "error")
    return tuple(slug for slug in errors if by_slug(slug).group == _RUNNING)


def _about_the_plan(asked: Asked, expanded: Expanded | None, relaxed: tuple[str, ...]) -> Iterator[Diagnostic]:
    """Yield what holds for the plan as a whole: no lifts on it, and rules that only warn in it."""
    start = Place(str(asked.out), 1, 1)
    if expanded is None:
        message = "the lifts that are asked for can't be placed on this calendar by rule; it is written all the same"
        yield Diagnostic(start, "warning", None, message)
    elif not any(True for week in expanded.plan.weeks for _ in week.lifts):
        message = "no lift can be placed on this calendar by rule; it is written all the same"
        yield Diagnostic(start, "warning", None, message)
    if relaxed:
        message = f"the calendar's own running breaks {' and '.join(relaxed)}; in this plan that is a warning (rules:)"
        yield Diagnostic(start, "warning", None, message)


def _first_line(asked: Asked, calendar: Calendar) -> str:
    days = [given for week in calendar.weeks for given in week.days.values()]
    runs = sum(session.kind != "cross" for given in days for session in given.sessions)
    guessed = len(calendar.guesses) + len(calendar.blank)
    guesses = f"; {guessed} guess{'' if guessed == 1 else 'es'} to look at" if guessed else ""
    return f"{asked.out}: {_count(len(calendar.weeks), 'week')}, {_count(runs, 'run')}{guesses}"


def _lift_lines(plan: Plan) -> Iterator[str]:
    """Yield a line a week: its phase of strength and its lifts on their days."""
    wide = max((len(week.strength) for week in plan.weeks), default=0)
    for week in plan.weeks:
        lifts = ", ".join(f"{day.weekday} {lift.kind}" for day in week.days for lift in day.lifts) or "no lift"
        yield f"week {week.number:>2}  {week.strength:<{wide}}  {lifts}"


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"


def running_of(root: Path, file: Path) -> tuple[Weeks, WeekStart]:
    """Return the running of a definition by week and weekday, and the day its weeks start on.

    Weeks that a calendar gives are as it gives them; all others are as the plan has them, whatever rules it breaks.
    """
    project, shown = open_project(root), str(file)
    tree = load_definition(file, root, shown)
    authored = validate(tree, file.stem, project.known)
    definition = authored.definition
    if definition.microcycle_days != 7:
        message = f"weeks of {definition.microcycle_days} days have no weekdays, and a calendar names them"
        raise Refused((Diagnostic(authored.place("microcycle_days"), "error", None, message),))
    given = {number: _by_weekday(days, definition.week_starts) for number, days in given_weeks(authored).items()}
    if definition.calendar and not definition.phases:
        return dict(sorted(given.items())), definition.week_starts
    plan = draft(project, load_definition(file, root, shown), file.stem).plan
    return {**runs_of(plan), **given}, definition.week_starts


def _by_weekday(days: tuple[GivenDay, ...], starts: WeekStart) -> dict[Weekday, GivenDay]:
    return {weekday_of(position, starts): day for position, day in enumerate(days)}


def write_whole(out: Path, text: str) -> None:
    """Write a file so that it is there whole or not at all."""
    handle, name = tempfile.mkstemp(prefix=f".{out.stem}-", suffix=".part", dir=out.parent)
    part = Path(name)
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as file:
            file.write(text)
        part.chmod(0o644)
        part.replace(out)
    finally:
        part.unlink(missing_ok=True)
