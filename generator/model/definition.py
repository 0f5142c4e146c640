"""What an author writes in ``plans/<id>.yaml``, typed: the one boundary schema and what lies behind it.

The dataclasses are plain and frozen; pydantic reads them once, in ``validate``, and writes the JSON Schema from
them. Every field says what it is, with its unit and an example, because editors show it to the author.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import field
from typing import Annotated, Any, Literal

from pydantic import Field

from generator.frozen import frozen
from generator.model.day_wish import DayWish
from generator.model.fields import STRICT, IsoDate, Line, Name, Note, Sentences, Sessions, Slug, Title, Whole, YesNo
from generator.model.finding import Place
from generator.model.given import GivenDay
from generator.model.layer import Layer
from generator.model.programme import WrittenSession
from generator.model.step_text import Workout
from generator.model.units import Distance, DistanceRange, Duration, Pace, Percent
from generator.model.vocabulary import (
    Audience,
    CrossRole,
    Family,
    RunningPhase,
    StrengthPhase,
    Unit,
    WeekStart,
)

DEFAULT_CROSS_TIME = Duration(40 * 60)
DEFAULT_CUTBACK = Percent(20.0)

Progression = DistanceRange | tuple[Distance, ...]


def _doc(text: str, **more: Any) -> Any:
    return Field(description=text, **more)


Programme = Annotated[
    tuple[WrittenSession, ...],
    _doc(
        "Sessions written out instead of the tables, in their order through the week; sessions: makes them take turns.",
        max_length=7,
    ),
]


@frozen(kw_only=True)
class Goal:
    """A race: the goal race, or a tune-up on the way."""

    __pydantic_config__ = STRICT
    distance: Annotated[Distance, _doc("The race's distance: 42.195 km, marathon, half marathon, 10k, 5k.")]
    week: Annotated[Whole, _doc("The week of the plan in which it is run.", ge=1, le=200)]
    day: Annotated[Line, _doc("Its weekday, such as sunday (or day 9 in longer microcycles).")]
    name: Annotated[Name, _doc("Its name, if it has one.")] = ""


@frozen(kw_only=True)
class RaceDate:
    """A real race: the plan's race day falls on its day."""

    __pydantic_config__ = STRICT
    name: Annotated[Title, _doc("Its name: Springfield Marathon.")]
    day: Annotated[IsoDate, _doc("Its date: 2027-05-23.")]
    id: Annotated[
        Slug | None, _doc("Its calendar's address, if not its name: keeps a race's calendar when it is renamed.")
    ] = None

    @property
    def slug(self) -> str:
        """The name as it stands in addresses: ``springfield-marathon``; empty if no letter or digit is left."""
        if self.id:
            return self.id
        plain = unicodedata.normalize("NFKD", self.name).encode("ascii", "ignore").decode().lower()
        return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")


@frozen(kw_only=True)
class Entry:
    """The runner on the first day."""

    __pydantic_config__ = STRICT
    base_done: Annotated[YesNo, _doc("yes if a strength base of 6-8 weeks is already done.")] = False
    signed_off: Annotated[YesNo, _doc("yes if a professional has already signed the lifts off.")] = False
    needs: Annotated[tuple[Line, ...], _doc("What the runner brings, a line each.", max_length=12)] = ()


@frozen(kw_only=True)
class Review:
    """Who of the clinic answers for the plan, and since when."""

    __pydantic_config__ = STRICT
    by: Annotated[Line, _doc("Name and role, such as Dana Example, PT, DPT.")]
    on: Annotated[IsoDate, _doc("The day of the review: 2026-11-01.")]


@frozen(kw_only=True)
class Running:
    """The running of a phase."""

    __pydantic_config__ = STRICT
    kind: Annotated[RunningPhase, _doc("What the phase does for running; it decides what lifting may be.")]
    runs: Annotated[Whole, _doc("Runs a week, the long run and the quality run included.", ge=1, le=12)]
    volume: Annotated[
        Progression | None,
        _doc("A week's distance, first to last: 48-64 km, the race not counted. Or one value a week in brackets."),
    ] = None
    long: Annotated[
        Progression | None, _doc("The long run, first to last: 18-26 km. Or one value a week in brackets.")
    ] = None
    second_long: Annotated[
        Progression | None, _doc("The aerobic run on the day after the long run, for ultras: 14-17 km.")
    ] = None
    quality: Annotated[tuple[Family, ...], _doc("Kinds of quality run, taken in turn: [threshold, intervals].")] = ()
    quality_runs: Annotated[Whole | None, _doc("Quality runs a week; 1 if any kind is named.", ge=0, le=4)] = None
    aerobic: Annotated[
        Whole | None,
        _doc("How many of the other runs are aerobic (steady, at least 35 min; may carry a lift).", ge=0, le=10),
    ] = None
    cross: Annotated[Whole, _doc("Days of cross-training a week.", ge=0, le=6)] = 0
    cross_role: Annotated[CrossRole, _doc("recovery (no lift) or aerobic (may carry a short lift).")] = "recovery"
    cross_time: Annotated[Duration, _doc("How long a cross-training session is: 40 min.")] = DEFAULT_CROSS_TIME
    long_with: Annotated[
        Literal["marathon-pace", "half-marathon-pace"] | None,
        _doc("Run the end of every second long run at this effort."),
    ] = None
    workout: Annotated[
        Workout | None, _doc("Every run of the phase, written out: 5 min walk, 6 x (1 min run, 2 min walk).")
    ] = None
    cutback: Annotated[
        Literal["every 2 weeks", "every 3 weeks", "every 4 weeks", "none"] | tuple[Whole, ...],
        _doc("Lighter weeks, or the weeks of the phase that are: [4, 8]."),
    ] = "every 4 weeks"
    cutback_by: Annotated[Percent, _doc("How much lighter: 20 %.")] = DEFAULT_CUTBACK


#: Stands for the running of a phase whose every week the calendar gives; the calendar then says what kind it is.
AS_GIVEN = Running(kind="build", runs=1)


@frozen(kw_only=True)
class Strength:
    """The lifting of a phase."""

    __pydantic_config__ = STRICT
    kind: Annotated[StrengthPhase, _doc("What the phase does for strength.")]
    sessions: Annotated[
        Sessions | None,
        _doc("Key lifts a week: 2, or 2-3 to let the tables and the days decide."),
    ] = None
    abbreviated: Annotated[Whole, _doc("Short bodyweight sessions a week beside them.", ge=0, le=2)] = 0
    every: Annotated[Whole, _doc("Weeks each step of the table is kept (2 for masters).", ge=1, le=4)] = 1
    programme: Programme = ()


@frozen(kw_only=True)
class StrengthBlock:
    """Some weeks of strength on a given calendar, whatever the running phases are."""

    __pydantic_config__ = STRICT
    kind: Annotated[StrengthPhase, _doc("What these weeks do for strength.")]
    weeks: Annotated[Whole, _doc("How many weeks.", ge=1, le=60)]
    title: Annotated[Name, _doc("Their name on the page.")] = ""
    sessions: Annotated[Sessions | None, _doc("Key lifts a week: 2. As many of them as the rules allow.")] = None
    abbreviated: Annotated[Whole, _doc("Short bodyweight sessions a week beside them.", ge=0, le=2)] = 0
    every: Annotated[Whole, _doc("Weeks each step of the table is kept (2 for masters).", ge=1, le=4)] = 1
    programme: Programme = ()


@frozen(kw_only=True)
class CalendarStrength:
    """The lifting on a given calendar. Where it says nothing, phases follow from the calendar itself."""

    __pydantic_config__ = STRICT
    sessions: Annotated[
        Sessions | None,
        _doc("Key lifts a week, as many as the rules allow: 2, or 2-3. Each phase's usual number if left out."),
    ] = None
    abbreviated: Annotated[Whole, _doc("Short bodyweight sessions a week, where the rules allow.", ge=0, le=2)] = 1
    heavy: Annotated[YesNo, _doc("no: base weight throughout, for novices and for clinics without a coach.")] = True
    base_weeks: Annotated[
        Whole | None,
        _doc("Weeks of base before the first heavy one: 6, 7 or 8. What suits the calendar if left out.", ge=6, le=8),
    ] = None
    phases: Annotated[
        tuple[StrengthBlock, ...],
        _doc("Strength phases of your own instead of those found: {kind: base, weeks: 8}.", max_length=60),
    ] = ()


@frozen(kw_only=True)
class PhaseText:
    """A phase as the author writes it."""

    __pydantic_config__ = STRICT
    id: Annotated[Slug, _doc("Its address: /plans/<plan>/<id>/.")]
    title: Annotated[Title, _doc("Its name on the page.")]
    weeks: Annotated[Whole, _doc("How many weeks it lasts.", ge=1, le=60)]
    running: Annotated[
        Running, _doc("The running of the phase. A phase whose weeks the calendar gives needs none.")
    ] = AS_GIVEN
    strength: Annotated[Strength, _doc("The lifting of the phase.")]
    purpose: Annotated[Sentences, _doc("What it is for, in a sentence or two.")] = ""
    enter_when: Annotated[tuple[Line, ...], _doc("What must be true before it starts.", max_length=12)] = ()
    leave_when: Annotated[tuple[Line, ...], _doc("What must be true before it ends.", max_length=12)] = ()
    days: Annotated[Mapping[str, DayWish], _doc("Days that are fixed in this phase: saturday: long.")] = field(
        default_factory=dict
    )
    wishes: Annotated[Mapping[str, DayWish], _doc("Days that would be nice in this phase.")] = field(
        default_factory=dict
    )


@frozen(kw_only=True)
class Definition:
    """A runner type: who it is for, and what its weeks ask."""

    __pydantic_config__ = STRICT
    title: Annotated[Title, _doc("The runner type's name.")]
    summary: Annotated[Line, _doc("One or two sentences for the card on the home page.")]
    audience: Annotated[Audience, _doc("Whom it is for; some limits depend on it.")]
    units: Annotated[Unit, _doc("km or mi: how the plan is written and shown.")]
    week_starts: Annotated[WeekStart, _doc("monday, sunday or saturday.")] = "monday"
    author: Annotated[Line, _doc("Who wrote it.")]
    phases: Annotated[tuple[PhaseText, ...], _doc("The phases in order.", max_length=30)] = ()
    stages: Annotated[
        tuple[PhaseText, ...],
        _doc("Instead of phases: stages, each repeated until its leave_when is met.", max_length=30),
    ] = ()
    rolling: Annotated[
        PhaseText | None, _doc("Instead of phases: one stretch of weeks that repeats for as long as one likes.")
    ] = None
    calendar: Annotated[
        Mapping[str, Mapping[str, GivenDay]],
        _doc("A running calendar that somebody already has, week by week: 1: {monday: rest, tuesday: easy 6 km, ...}."),
    ] = field(default_factory=dict)
    calendar_starts: Annotated[
        Whole | None,
        _doc(
            "The plan's week in which the calendar's first week falls, if the two count differently: 9.", ge=1, le=200
        ),
    ] = None
    strength: Annotated[
        CalendarStrength, _doc("The lifting in the calendar's weeks that belong to none of the phases.")
    ] = CalendarStrength()
    for_you: Annotated[tuple[Line, ...], _doc("For you if ..., a line each.", max_length=12)] = ()
    not_for_you: Annotated[tuple[Line, ...], _doc("Not for you if ..., a line each.", max_length=12)] = ()
    entry: Annotated[Entry, _doc("The runner on the first day.")] = Entry()
    race: Annotated[Goal | None, _doc("The goal race, if there is one.")] = None
    tune_ups: Annotated[tuple[Goal, ...], _doc("Lesser races on the way.", max_length=12)] = ()
    races: Annotated[
        tuple[RaceDate, ...],
        _doc("Real races that the plan's race stands for, each with its own dates and calendar.", max_length=12),
    ] = ()
    start: Annotated[IsoDate | None, _doc("The first day's date, for a dated plan: 2027-01-04.")] = None
    easy_pace: Annotated[Pace, _doc("A typical easy pace of this runner, to tell time from distance: 5:40 /km.")]
    big_lifts: Annotated[
        tuple[Slug, ...],
        _doc("Which big lifts, by exercise: [back-squat, trap-bar-deadlift, hip-thrust].", max_length=12),
    ] = ("back-squat", "trap-bar-deadlift", "hip-thrust")
    advanced_heavy: Annotated[
        YesNo, _doc("yes for sets of 3-5: beyond the article, needs a second sign-off and says so.")
    ] = False
    microcycle_days: Annotated[Whole, _doc("Days in a training week; 7 unless you know why.", ge=5, le=14)] = 7
    days: Annotated[Mapping[str, DayWish], _doc("Fixed days: saturday: long, wednesday: rest, friday: no lift.")] = (
        field(default_factory=dict)
    )
    wishes: Annotated[Mapping[str, DayWish], _doc("Days that would be nice: kept where the rules allow.")] = field(
        default_factory=dict
    )
    microcycle: Annotated[
        Mapping[str, DayWish], _doc("A whole week written out, day by day: tuesday: quality + heavy.")
    ] = field(default_factory=dict)
    policy: Annotated[Slug, _doc("A policy of plans/policies: hard-hard, separate-days, low-frequency.")] = "hard-hard"
    rules: Annotated[
        Mapping[str, Mapping[str, Any]],
        _doc("A rule's parameters for this plan; a looser one says why: ramp: {most: 25, because: ...}."),
    ] = field(default_factory=dict)
    layers: Annotated[
        tuple[Layer, ...],
        _doc("What changes some weeks of an athlete's plan: no gym, travel, illness. The rest stays.", max_length=40),
    ] = ()
    moved: Annotated[
        Mapping[Line, Line],
        _doc(
            "Where what was published at other addresses of this plan is now, so that bookmarks lead there: "
            "week 8: week 7, weeks 9-20: weeks 8-19, build-2: build, spring-race.ics: calendar.ics.",
            max_length=400,
        ),
    ] = field(default_factory=dict)
    sources: Annotated[tuple[Slug, ...], _doc("Keys of plans/library/sources.yaml.", max_length=40)] = ()
    source: Annotated[Note, _doc("Where the plan comes from, if it is somebody else's.")] = ""
    licence: Annotated[Name, _doc("Under which licence it may be published.")] = ""
    reviewed: Annotated[Review | None, _doc("Who reviewed it and when.")] = None
    order: Annotated[Whole, _doc("Where its card stands on the home page: small numbers first.", ge=0, le=999)] = 100

    @property
    def blocks(self) -> tuple[PhaseText, ...]:
        """The phases, the stages or the rolling stretch: exactly one of them is given."""
        return self.phases or self.stages or ((self.rolling,) if self.rolling else ())


Keys = tuple[str | int, ...]


@frozen
class Authored:
    """A definition with the place of every value, for messages. ``id`` is the file's name without ``.yaml``."""

    id: str
    path: str
    definition: Definition
    places: Mapping[Keys, Place]
    key_places: Mapping[Keys, Place] = field(default_factory=dict)

    def key_place(self, *keys: str | int) -> Place:
        """Return the place of a key itself, such as a day's name; else that of its value."""
        return self.key_places.get(keys) or self.place(*keys)

    def place(self, *keys: str | int) -> Place:
        """Return the place of a value, or of the nearest thing around it that the author wrote."""
        for length in range(len(keys), -1, -1):
            found = self.places.get(keys[:length])
            if found is not None:
                return found
        return Place(self.path, 1, 1)

    @property
    def block_key(self) -> str:
        """The key under which the blocks stand: phases, stages or rolling."""
        d = self.definition
        return "phases" if d.phases else "stages" if d.stages else "rolling"

    def block_keys(self, index: int) -> Keys:
        """The keys that lead to the block of that index."""
        return ("rolling",) if self.block_key == "rolling" else (self.block_key, index)


@frozen
class PolicyText:
    """A policy: parameters of rules and what the house thinks of them, as data."""

    __pydantic_config__ = STRICT
    title: Annotated[Title, _doc("Its name.")]
    summary: Annotated[Line, _doc("What it is for, in a sentence.")]
    rules: Annotated[Mapping[str, Mapping[str, Any]], _doc("Rules set otherwise than by default.")] = field(
        default_factory=dict
    )
