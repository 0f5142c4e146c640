"""The definition's text: short, and with comments that say what to change next."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.new.answers import NO_RACE, Answers
from generator.new.season import Phase

_PLAIN = re.compile(r"[^\W_][^\n]*")
_NOT_PLAIN = re.compile(r": |:$| #|^(?:~|null|Null|NULL)$")
_WHO = {
    "competitive": "you train for times and know what hard running is",
    "recreational": "you run all year and have raced before",
    "first-timer": "this is your first plan of the kind, and arriving well is the goal",
    "masters": "you are fifty or older",
    "returning": "you are back from an injury, and your clinician says that you may run",
    "triathlete": "you swim and ride beside running",
}
_NUMBERS = ("", "one", "two", "three", "four", "five", "six")


def plan_text(answers: Answers, phases: tuple[Phase, ...], big_lifts: tuple[str, ...], sources: tuple[str, ...]) -> str:
    """Return the whole definition."""
    lines = [
        *_heading(answers),
        *_about(answers, phases),
        *_runner(answers, big_lifts),
        *_race(answers),
        *_days(answers),
        *_phases(answers, phases),
        *_end(sources),
    ]
    return "\n".join(lines) + "\n"


def scalar(text: str) -> str:
    """Return a text as YAML's value: as it stands where YAML reads it so, else in quotation marks."""
    if _PLAIN.fullmatch(text) and not _NOT_PLAIN.search(text):
        return text
    return "'" + text.replace("'", "''") + "'"


def _heading(answers: Answers) -> Iterator[str]:
    plan = f"plans/{answers.id}.yaml"
    yield "# yaml-language-server: $schema=definition.schema.json"
    yield "#"
    yield "# Begun with `hardday new`. It builds as it stands. Change a line, then ask:"
    yield f"#   hardday check {plan}      what is wrong, in which line, and what would be right"
    yield f"#   hardday explain {plan}    why each session stands on its day"
    yield "#   hardday serve    the pages in your browser, new with every change you save"
    yield "# Editors that know YAML complete and explain each key; the first line tells them how."
    yield ""


def _about(answers: Answers, phases: tuple[Phase, ...]) -> Iterator[str]:
    goal = "without a race" if answers.race == NO_RACE else f"to a race of {answers.race}"
    goal = f"to a {answers.race}" if answers.race.endswith("marathon") else goal
    heavy = any(phase.strength == "heavy" for phase in phases)
    lifts = "heavy lifts after the base" if heavy else "base lifts throughout"
    yield f"title: {scalar(answers.title)}"
    yield "# One or two sentences for the card on the home page."
    yield f"summary: {scalar(f'{answers.weeks} weeks {goal}, {_NUMBERS[answers.runs]} runs a week, {lifts}.')}"
    yield "# competitive, recreational, first-timer, masters, returning or triathlete; some limits depend on it."
    yield f"audience: {answers.audience}"
    yield f"units: {answers.units}"
    yield f"author: {scalar(answers.author)}"
    yield ""
    yield "# Whom the plan suits, a line each; its page lists them. Put it into your own words."
    yield "for_you:"
    yield f"  - you run about {answers.now} {answers.units} a week without pain"
    yield f"  - {_WHO[answers.audience]}"
    if heavy:
        yield "  - a PT, trainer or strength coach can watch you lift before the heavy weeks"
    yield "not_for_you:"
    yield "  - running hurts; ask us first"
    yield ""


def _runner(answers: Answers, big_lifts: tuple[str, ...]) -> Iterator[str]:
    yield "# The runner on the first day. A plan may lift heavy at once only if both are yes."
    yield "entry:"
    yield "  base_done: no"
    yield "  signed_off: no"
    yield "  needs:"
    yield f"    - {_NUMBERS[answers.runs]} days a week to run, two of them with 40 minutes more to lift"
    yield ""
    yield "# A usual easy pace of this runner. It tells the time from the distance."
    yield f"easy_pace: {answers.easy_pace}"
    yield "# The lifts that carry the plan; /exercises/ on the site shows them all."
    yield f"big_lifts: [{', '.join(big_lifts)}]"
    yield ""


def _race(answers: Answers) -> Iterator[str]:
    if answers.race == NO_RACE:
        yield "# For a race add: race: {distance: 10k, week: 12, day: sunday}, and a phase of kind: taper before it."
    else:
        distance = scalar(answers.race)
        yield f"race: {{distance: {distance}, week: {answers.weeks}, day: {answers.long_day}}}"
        yield "# A real race gives the plan its dates and a calendar. Take away the two # and write yours:"
        yield "# races:"
        yield "#   - {name: Springfield Run, day: 2027-05-23}"
    yield ""


def _days(answers: Answers) -> Iterator[str]:
    yield "# Days that are fixed. All others hardday chooses by the rules; /rules/ on the site says which and why."
    yield "# Try wednesday: rest, or friday: no lift. wishes: instead of days: is kept where the rules allow."
    yield "days:"
    yield f"  {answers.long_day}: long"
    yield ""


def _phases(answers: Answers, phases: tuple[Phase, ...]) -> Iterator[str]:
    yield "# One distance a week; volume: 30-40 km, from first to last, is shorter. cutback: names the lighter weeks."
    yield "phases:"
    for phase in phases:
        yield f"  - id: {phase.id}"
        yield f"    title: {phase.title}"
        yield f"    weeks: {len(phase.weeks)}"
        yield f"    purpose: {phase.purpose}"
        yield "    running:"
        yield f"      kind: {phase.running}"
        yield f"      volume: {_distances([week.volume for week in phase.weeks], answers.units)}"
        yield f"      long: {_distances([week.long for week in phase.weeks], answers.units)}"
        yield f"      runs: {phase.runs}{_why_fewer(answers, phase)}"
        if phase.quality:
            yield f"      quality: [{', '.join(phase.quality)}]"
        yield f"      cutback: {list(phase.lighter) or 'none'}"
        every = ", every: 2" if phase.strength == "heavy" and answers.audience == "masters" else ""
        yield f"    strength: {{kind: {phase.strength}, sessions: {phase.sessions}{every}}}"


def _why_fewer(answers: Answers, phase: Phase) -> str:
    if phase.runs == answers.runs:
        return ""
    return (
        "  # fewer, so that a day without a run follows each heavy lift" if phase.strength == "heavy" else "  # fewer"
    )


def _distances(each: list[int], units: str) -> str:
    return f"[{', '.join(f'{one} {units}' for one in each)}]"


def _end(sources: tuple[str, ...]) -> Iterator[str]:
    yield ""
    if sources:
        yield "# What the plan rests on, by its key in plans/library/sources.yaml."
        yield f"sources: [{', '.join(sources)}]"
    yield "# Once a colleague has read the plan, say who and when; its pages print it:"
    yield "# reviewed: {by: 'Dana Example, PT', on: 2026-11-01}"
