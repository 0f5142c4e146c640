"""From answers to a definition that builds: tried on hardday's own stages before it is shown or written."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator

from generator.frozen import frozen
from generator.model.finding import Diagnostic, Place, Refused
from generator.model.plan import Plan
from generator.new.answers import AUDIENCES, LEAST_RUNS, LEAST_WEEKS, MOST_RUNS, MOST_WEEKS, Answers
from generator.new.distances import least_now, reachable
from generator.new.season import VARIETIES, season
from generator.new.text import plan_text
from generator.pipeline import Expanded, draft
from generator.project import Project
from generator.yaml_tree import parse_tree

#: What a run is at most, on average over the week, in metres.
MOST_RUN_M = 30_000
_BIG = ("back-squat", "trap-bar-deadlift", "hip-thrust")
_LIGHT = ("goblet-squat", "kettlebell-deadlift")
_SOURCES = ("seynders-2022", "blagrove-2018", "frandsen-2025")


@frozen
class Made:
    """A definition's text, the plan that came of it, and the audit's warnings."""

    text: str
    plan: Plan
    warnings: tuple[Diagnostic, ...]


def make(project: Project, answers: Answers) -> Made:
    """Return the definition; Refused, in plain words and with the answer to change, if none can come of the answers."""
    problem = _out_of_proportion(answers)
    if problem:
        raise _refused(answers, *problem)
    made, faults = _tried(project, answers)
    if made is not None:
        return made
    change = next((told for told, other in _changes(answers) if _works(project, other)), "")
    hint = f"Answer {change}." if change else "Answer --weeks, --runs or --audience otherwise."
    raise _refused(answers, f"these answers don't fit together: {faults[0].message}", hint)


def _refused(answers: Answers, message: str, hint: str) -> Refused:
    place = Place(f"plans/{answers.id}.yaml", 1, 1)
    return Refused((Diagnostic(place, "error", None, f"nothing is written: {message}", hint),))


def _out_of_proportion(answers: Answers) -> tuple[str, str] | None:
    """Return what can be told without trying: too little to run for so many runs, or too steep a way up."""
    units, runs, now, peak = answers.units, answers.runs, answers.now, answers.peak
    if peak < now:
        return f"the biggest week ({peak} {units}) is smaller than a week now ({now} {units})", f"Answer --peak {now}."
    least = least_now(answers, runs)
    if now < least:
        message = f"{runs} runs a week don't fit into {now} {units}, if one of them is to carry a lift (35 min or more)"
        fewer = next(
            (f", or --runs {n}" for n in range(runs - 1, LEAST_RUNS - 1, -1) if least_now(answers, n) <= now), ""
        )
        return message, f"Answer --now {least} or more{fewer}."
    if peak * answers.unit_m > MOST_RUN_M * runs:
        return f"{peak} {units} in {runs} runs are more than {MOST_RUN_M // 1000} km each", _shorter(answers)
    if peak > reachable(answers):
        message = f"from {now} to {peak} {units} a week is too steep for {answers.weeks} weeks"
        more = (dataclasses.replace(answers, weeks=weeks) for weeks in range(answers.weeks, MOST_WEEKS + 1))
        longer = next((f", or --weeks {other.weeks}" for other in more if reachable(other) >= peak), "")
        return message, f"Answer --peak {reachable(answers)} or less{longer}."
    return None


def _shorter(answers: Answers) -> str:
    """Say which answers keep a run within its most, on average."""
    most, runs = MOST_RUN_M * answers.runs // answers.unit_m, -(-answers.peak * answers.unit_m // MOST_RUN_M)
    ways = [f"--peak {most} or less"] if most >= answers.now else []
    ways += [f"--runs {runs}"] if runs <= MOST_RUNS else []
    return f"Answer {', or '.join(ways) or f'--now {most} or less'}."


def _works(project: Project, answers: Answers) -> bool:
    return _out_of_proportion(answers) is None and _tried(project, answers)[0] is not None


def _tried(project: Project, answers: Answers) -> tuple[Made | None, tuple[Diagnostic, ...]]:
    """Return the richest plan that breaks no rule, or what stops the plainest."""
    faults: tuple[Diagnostic, ...] = ()
    for variety in VARIETIES:
        text = plan_text(answers, season(answers, variety), _lifts(project, answers), _sources(project))
        try:
            expanded = _expanded(project, answers, text)
        except Refused as refused:
            faults = refused.diagnostics
            continue
        return Made(text, expanded.plan, expanded.diagnostics), ()
    return None, faults


def _expanded(project: Project, answers: Answers, text: str) -> Expanded:
    expanded = draft(project, parse_tree(text.encode("utf-8"), f"plans/{answers.id}.yaml"), answers.id)
    if any(finding.severity == "error" for finding in expanded.plan.findings):
        raise Refused(tuple(d for d in expanded.diagnostics if d.severity == "error"))
    return expanded


def _lifts(project: Project, answers: Answers) -> tuple[str, ...]:
    known, wanted = project.known["big_lifts"], _BIG if answers.may_be_heavy else _LIGHT
    return tuple(lift for lift in wanted if lift in known) or tuple(sorted(known))[:3]


def _sources(project: Project) -> tuple[str, ...]:
    return tuple(source for source in _SOURCES if source in project.known["sources"])


def _changes(answers: Answers) -> Iterator[tuple[str, Answers]]:
    """Yield answers that differ in one thing, the nearest first, with how to say so."""
    for step in range(1, MOST_WEEKS):
        for name, least, most in (("runs", LEAST_RUNS, MOST_RUNS), ("weeks", LEAST_WEEKS, MOST_WEEKS)):
            for value in (getattr(answers, name) + step, getattr(answers, name) - step):
                if least <= value <= most and step <= 6:
                    yield f"--{name} {value}", dataclasses.replace(answers, **{name: value})
        if step <= 8:
            now = answers.now + 5 * step
            more = dataclasses.replace(answers, now=now, peak=max(answers.peak, now))
            yield f"--now {now}", more
    for audience in AUDIENCES:
        if audience != answers.audience:
            yield f"--audience {audience}", dataclasses.replace(answers, audience=audience)
