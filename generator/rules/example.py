"""Plans in a line, for the examples on rule pages: ``Tu quality+heavy | We rest | Sa long+heavy``.

Days are named Mo to Su and parted by a bar; days not named are rest. Sessions of a day are joined by a plus in the
order they are done (see ``example_session``). Weeks are parted by a double bar; ``6 weeks of`` repeats the week that
follows. Square brackets before a week say what is not usual: ``running=`` and ``strength=`` hold from there on,
``cutback``, ``deload``, ``first-test``, ``retest`` and ``no-test`` for that week, and the rest for the whole plan:
``entry=new|base-done|signed-off`` (usual: signed-off), ``audience=``, ``race=42.2``, ``beyond-the-article``,
``staged``, ``rolling``. Where only distances matter: ``weeks: 40 44 cut 36 50 km``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from itertools import groupby
from typing import TypeVar, get_args

from generator.model.plan import Assessment, Cross, Day, Phase, Plan, Race, Run, Session, Week
from generator.model.units import Distance
from generator.model.vocabulary import WEEKDAYS, DayKind, RunningPhase, StrengthPhase
from generator.rules.example_session import TUNE_UP, sessions_from
from generator.rules.page import weekday_named

T = TypeVar("T", bound=str)

_HEADED = re.compile(r"^(?:(\d+) weeks of )?(?:\[([^\]]*)\])?\s*(?:(\d+) weeks of )?(.*)$", re.S)
_NUMBER = re.compile(r"\[[^\]]*\]|cut|[\d.]+|km|mi")
_SHARES = (("Tu", "aerobic"), ("Th", "aerobic"), ("Fr", "easy"), ("Sa", "easy"), ("Su", "long"))


@dataclass
class _Words:
    """What the brackets said: words for the whole plan, words that last, words for one week."""

    plan: dict[str, str] = field(default_factory=dict)
    running: RunningPhase = "build"
    strength: StrengthPhase = "heavy"
    week: set[str] = field(default_factory=set)

    def read(self, text: str) -> None:
        """Take in one bracket; ValueError for a word that is not known."""
        self.week = set()
        for word in text.split():
            name, _, value = word.partition("=")
            if name == "running":
                self.running = _one_of(value, get_args(RunningPhase))
            elif name == "strength":
                self.strength = _one_of(value, get_args(StrengthPhase))
            elif name in ("cutback", "deload", "first-test", "retest", "no-test"):
                self.week.add(name)
            elif name in ("entry", "audience", "race", "beyond-the-article", "staged", "rolling"):
                self.plan[name] = value or "yes"
            else:
                raise ValueError(f"'{word}' is not known in square brackets")


def plan_from(text: str) -> Plan:
    """Read an example; ValueError names what is not understood."""
    words = _Words()
    written = _numbered(text.removeprefix("weeks:"), words) if text.startswith("weeks:") else _written(text, words)
    weeks, phases = _in_phases(_with_tests(written))
    goal, tune_ups = _races(weeks, words)
    entry = words.plan.get("entry", "signed-off")
    return Plan(
        id="example",
        title="Example",
        units="km",
        week_starts="monday",
        start=None,
        race=goal,
        signed_off=entry == "signed-off",
        base_done=entry in ("signed-off", "base-done"),
        beyond_the_article="beyond-the-article" in words.plan,
        phases=phases,
        weeks=weeks,
        findings=(),
        tune_ups=tune_ups,
        audience=words.plan.get("audience", "recreational"),
        staged="staged" in words.plan,
        rolling="rolling" in words.plan,
    )


def _written(text: str, words: _Words) -> tuple[Week, ...]:
    weeks: list[Week] = []
    for part in text.split("||"):
        found = _HEADED.match(part.strip())
        if not found:
            raise ValueError(f"'{part}' is not a week")
        words.read(found[2] or "")
        for _ in range(int(found[1] or found[3] or 1)):
            weeks.append(_week(len(weeks) + 1, found[4], words))
    return tuple(weeks)


def _numbered(text: str, words: _Words) -> tuple[Week, ...]:
    tokens = _NUMBER.findall(text)
    weeks: list[Week] = []
    cut = False
    words.read("")
    for token in tokens[:-1]:
        if token.startswith("["):
            words.read(token[1:-1])
        elif token == "cut":
            cut = True
        else:
            metres = Distance.parse(f"{token} {tokens[-1]}").metres
            words.week = words.week | {"cutback"} if cut else words.week - {"cutback"}
            weeks.append(_week(len(weeks) + 1, _shared_out(metres, words), words))
            cut = False
    return tuple(weeks)


def _shared_out(metres: int, words: _Words) -> str:
    """Share a week's distance out over five days, and add the goal race in the race week."""
    share = metres // len(_SHARES)
    rest = metres - share * (len(_SHARES) - 1)
    days = [f"{day} {kind} {(rest if kind == 'long' else share) / 1000} km" for day, kind in _SHARES]
    if words.running == "race":
        days[-1] = f"We easy {rest / 1000} km | Su race"
    return " | ".join(days)


def _week(number: int, text: str, words: _Words) -> Week:
    written: dict[str, str] = {}
    for part in text.split("|"):
        name, _, what = part.strip().partition(" ")
        weekday = weekday_named(name)
        if weekday in written:
            raise ValueError(f"{name} is written twice in '{text}'")
        written[weekday] = what
    days = tuple(
        Day((number - 1) * 7 + position, weekday, None, _kind(sessions), sessions)
        for position, weekday in enumerate(WEEKDAYS)
        for sessions in (sessions_from(written.get(weekday, "rest")),)
    )
    test = next((kind for word, kind in (("first-test", "first"), ("retest", "retest")) if word in words.week), "")
    if "no-test" in words.week:
        test = "none"
    return Week(
        number=number,
        phase="",
        cutback="cutback" in words.week,
        run_distance_m=sum(run.distance_m or 0 for day in days for run in day.runs),
        running=words.running,
        strength=words.strength,
        days=days,
        assessment=Assessment(test, ("single-leg-squat",)) if test else None,
        deload="deload" in words.week,
    )


def _kind(sessions: tuple[Session, ...]) -> DayKind:
    runs = [session.kind for session in sessions if isinstance(session, Run)]
    if runs:
        order: tuple[DayKind, ...] = ("race", "long", "quality", "aerobic", "easy")
        return next(kind for kind in order if kind in runs)
    return "cross" if any(isinstance(session, Cross) for session in sessions) else "rest"


def _with_tests(weeks: tuple[Week, ...]) -> tuple[Week, ...]:
    """Put the tests into the first and last base week, where the example says nothing else."""
    base = [week.number for week in weeks if week.strength == "base"]
    done = []
    for week in weeks:
        test = week.assessment
        if test is None and week.number in (base[:1] + base[-1:]):
            test = Assessment("first" if week.number == base[0] else "retest", ("single-leg-squat",))
        if test is not None and test.kind == "none":
            test = None
        done.append(replace(week, assessment=test))
    return tuple(done)


def _in_phases(weeks: tuple[Week, ...]) -> tuple[tuple[Week, ...], tuple[Phase, ...]]:
    """Gather weeks of like running and strength into phases, and name each week's phase."""
    named: list[Week] = []
    phases: list[Phase] = []
    for number, (_, group) in enumerate(groupby(weeks, key=lambda week: (week.running, week.strength)), 1):
        of = [replace(week, phase=f"phase-{number}") for week in group]
        first, last = of[0], of[-1]
        phases.append(Phase(first.phase, f"Phase {number}", first.number, last.number, first.running, first.strength))
        named += of
    return tuple(named), tuple(phases)


def _races(weeks: tuple[Week, ...], words: _Words) -> tuple[Race | None, tuple[Race, ...]]:
    """Return the goal race (the last day written ``race``) and the tune-ups."""
    goal, tune_ups = None, []
    for week in weeks:
        for day in week.days:
            for run in day.runs:
                race = Race(run.distance_m or 0, week.number, day.day)
                if run.title == TUNE_UP:
                    tune_ups.append(race)
                elif run.kind == "race":
                    goal = replace(race, distance_m=_km(words.plan.get("race", "10")))
    return goal, tuple(tune_ups)


def _km(text: str) -> int:
    return Distance.parse(f"{text} km").metres


def _one_of(text: str, names: tuple[T, ...]) -> T:
    for name in names:
        if name == text:
            return name
    raise ValueError(f"'{text}' is not one of {', '.join(map(str, names))}")
