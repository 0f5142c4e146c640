"""No gym, travel and illness over a plan: its weeks laid anew, and asked of the scheduler again."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import field, replace

from generator.frozen import frozen
from generator.language import _
from generator.layers.climbing import Climb, planned
from generator.layers.course import Course
from generator.layers.frames import BASE_SESSIONS, Ask, layered
from generator.layers.illness import LONG_ABSENCE, Absence, convalesced
from generator.layers.lifting import Effect, Season, has_key_lifts, held_back
from generator.layers.notes import WRITTEN_BACK, notes_of
from generator.layers.running_days import WeekDays, measures_of, running_of
from generator.layers.telling import because_of, speaking_for, title_of
from generator.layers.travel import Around, traveled
from generator.model.frame import Frame, PlacedDay, PlacedWeek
from generator.model.layer import Layer
from generator.model.layer_days import ill_days, named_positions
from generator.model.plan import Plan
from generator.model.vocabulary import KEY_LIFTS, KEY_RUNS, LiftKind


@frozen
class Overlay:
    """Every week's running as layers leave it, and which weeks are asked of the scheduler anew.

    ``fixed``: weeks whose runs are laid anew. ``paused`` and ``short`` grow as the scheduler shows what fits
    (``after``): weeks without key lifts, and base weeks with so many short sessions beside them.
    """

    course: Course
    days: tuple[WeekDays, ...]
    fixed: frozenset[int]
    no_gym: frozenset[int]
    absences: tuple[Absence, ...]
    paused: frozenset[int]
    short: Mapping[int, int] = field(default_factory=dict)

    @property
    def frames(self) -> tuple[Frame, ...]:
        """What every week asks of the scheduler now."""
        effects = self._effects()
        found = []
        for week in self.course.placed:
            frame = week.frame
            if frame.number in self.fixed | self.paused | self.short.keys() | effects.keys():
                frame = layered(frame, self._ask(week, effects.get(frame.number)))
            found.append(frame)
        return held_back(found, self.course.written_whole)

    @property
    def kept(self) -> dict[int, tuple[PlacedDay, ...]]:
        """The days of the weeks that no layer concerns, by the week's number."""
        numbers = (frame.number for frame in self.frames if not frame.layered)
        return {number: self.course.days_of(number) for number in numbers}

    def notes(self, plan: Plan) -> dict[int, tuple[str, ...]]:
        """Return what is to be said of weeks beside what differs in them; ``plan`` is what came of the layers."""
        found = dict(notes_of(self.course, self.frames, self.days, self._effects(), plan))
        for number in self._written_back():
            found[number] = (*found.get(number, ()), _(WRITTEN_BACK))
        return found

    def _written_back(self) -> Iterator[int]:
        """Yield the first weeks back with lifts where a program writes these out: nothing lowers them but this word."""
        for absence in self.absences:
            lifting = (w.frame.number for w in self.course.placed if has_key_lifts(w.frame))
            back = absence.back // self.course.authored.definition.microcycle_days + 1
            first = next((number for number in lifting if number >= back and number not in self.paused), None)
            if first is not None and first in self.course.written and len(absence.missed) >= LONG_ABSENCE:
                yield first

    def cut_short(self, plan: Plan) -> Plan:
        """Return the plan whose weeks of illness know the distance they had before."""
        cut = cut_short(self.course, self.absences)
        weeks = zip(plan.weeks, self.course.plan.weeks, strict=True)
        return replace(plan, weeks=tuple(planned(week, old) if week.number in cut else week for week, old in weeks))

    def widened(self) -> Overlay:
        """Return the overlay with the weeks beside those laid anew asked for their lifts anew too."""
        anew = {frame.number for frame in self.frames if frame.layered}
        beside = {number + step for number in anew for step in (-1, 1)}
        return replace(self, fixed=self.fixed | {n for n in beside if 1 <= n <= len(self.days)})

    def after(self, placed: tuple[PlacedWeek, ...]) -> Overlay:
        """Return the overlay with what the scheduler has shown: itself where nothing has to change."""
        paused, short = set(self.paused), dict(self.short)
        for week in placed:
            if not week.frame.layered or week.frame.paused:
                continue
            number = week.frame.number
            keys = sum(day.lift in KEY_LIFTS for day in week.days)
            if week.frame.strength == "base":
                sessions = sum(day.lift is not None for day in week.days)
                if not keys or (sessions < BASE_SESSIONS and number in short):
                    paused.add(number)
                elif sessions < BASE_SESSIONS:
                    short[number] = BASE_SESSIONS - keys
            elif has_key_lifts(week.frame) and not keys and self._lifted(number):
                paused.add(number)
        if paused == self.paused and short == self.short:
            return self
        return replace(self, paused=frozenset(paused), short={n: s for n, s in short.items() if n not in paused})

    def _lifted(self, week: int) -> bool:
        return any(day.lift in KEY_LIFTS for day in self.course.days_of(week))

    def _effects(self) -> Mapping[int, Effect]:
        entry = self.course.authored.definition.entry
        frames = tuple(week.frame for week in self.course.placed)
        season = Season(frames, self.paused, self.course.written, entry.base_done, self.course.policy)
        return season.effects(self.absences)

    def _ask(self, week: PlacedWeek, effect: Effect | None) -> Ask:
        number = week.frame.number
        indexes = speaking_for(self.course, number)
        layers = tuple(self.course.layers[index] for index in indexes)
        why = f"{title_of(layers)}: {because_of(layers)}."
        before = running_of(self.course.without.weeks[number - 1])
        return Ask(
            days=self.days[number - 1],
            done=self._done(number, effect),
            no_lift=frozenset(self._no_lift(week.frame)),
            no_gym=number in self.no_gym,
            paused=number in self.paused,
            short=self.short.get(number, 0),
            lifts=sum(day.lift is not None for day in week.days),
            effect=None if number in self.paused else effect,
            text=title_of(layers),
            place=self.course.place(indexes[0]),
            whys=[why if day != old else "" for day, old in zip(self.days[number - 1], before, strict=True)],
        )

    def _done(self, week: int, effect: Effect | None) -> dict[int, LiftKind | None]:
        """The lifts of days before an illness, where there is a gym; of the kind that other layers have made them.

        In a week that pauses only base lifts are left, and none in the plan's first week of lifts.
        """
        if week in self.no_gym:
            return {}
        positions = done_positions(self.course, self.absences, week)
        paused = week in self.paused
        lifting = (w.frame.number for w in self.course.placed if has_key_lifts(w.frame))
        first = next((number for number in lifting if number not in self.paused), len(self.days) + 1)
        kind: LiftKind | None = "base" if paused else effect.lift if effect else None
        lost = paused and (week < first or self.course.placed[week - 1].frame.strength != "base")
        lifts = {i: self.course.days_of(week)[i].lift for i in positions}
        return {i: (None if lost else kind or lift) if lift in KEY_LIFTS else lift for i, lift in lifts.items()}

    def _no_lift(self, frame: Frame) -> Iterator[int]:
        for absence in self.absences:
            for day in (*absence.missed, *absence.first_days):
                if 0 <= day - frame.first_day < frame.length:
                    yield day - frame.first_day


def overlay(course: Course, written_out: frozenset[int]) -> Overlay:
    """Return the plan's weeks with no gym, travel and illness laid over them.

    ``written_out``: weeks whose days a layer writes out; they are the author's own and no rule shortens them.
    """
    weeks = [running_of(week) for week in course.plan.weeks]
    before = tuple(weeks)
    for layer in course.layers:
        for number in layer.weeks if layer.kind == "travel" else ():
            weeks[number - 1] = traveled(weeks[number - 1], *_left(course, layer, number), _around(course, number))
    absences = tuple(_absences(course))
    measures = measures_of(course.plan, course.authored.definition.easy_pace.seconds_per_km)
    laid = tuple(weeks)
    for absence in absences:
        laid = convalesced(laid, absence, measures)
    if laid != tuple(running_of(week) for week in course.without.weeks):
        long = [absence.back for absence in absences if len(absence.missed) >= LONG_ABSENCE]
        cut = cut_short(course, absences)
        climb = Climb(course.plan, course.without, course.policy, measures, min(long, default=None), cut)
        laid = climb.climbed(laid, frozenset(_days_of(course, written_out)))
    changed = {n for n, (new, old) in enumerate(zip(laid, before, strict=True), 1) if _kinds(new) != _kinds(old)}
    named = {n for layer in course.layers if layer.kind in ("travel", "no_gym", "ill") for n in layer.weeks}
    no_gym = frozenset(n for layer in course.layers if layer.no_gym or not layer.gym for n in layer.weeks)
    frames = (week.frame for week in course.placed)
    lifting = frozenset(frame.number for frame in frames if has_key_lifts(frame))
    back = {n for a in absences for n in _weeks_of(course, a.first_days)}
    fixed = frozenset(changed | named | back) | written_out
    return Overlay(course, laid, fixed, no_gym, absences, no_gym & lifting)


def done_positions(course: Course, absences: tuple[Absence, ...], week: int) -> tuple[int, ...]:
    """Return the days of a week that lie before an illness in it: they are done, unless they are days back."""
    frame = course.placed[week - 1].frame
    starts = [absence.missed.start - frame.first_day for absence in absences]
    last = min((start for start in starts if 0 <= start < frame.length), default=0)
    back = {day - frame.first_day for absence in absences for day in (*absence.missed, *absence.first_week)}
    back |= {day - frame.first_day for absence in absences for day in absence.first_days}
    return tuple(position for position in range(last) if position not in back)


def cut_short(course: Course, absences: tuple[Absence, ...]) -> frozenset[int]:
    """Return the weeks of which an illness takes days."""
    return frozenset(number for absence in absences for number in _weeks_of(course, absence.missed))


def _days_of(course: Course, weeks: frozenset[int]) -> Iterator[int]:
    for frame in (week.frame for week in course.placed if week.frame.number in weeks):
        yield from range(frame.first_day, frame.first_day + frame.length)


def _kinds(days: WeekDays) -> tuple[str, ...]:
    return tuple(day.kind for day in days)


def _weeks_of(course: Course, days: range) -> Iterator[int]:
    length = course.authored.definition.microcycle_days
    return (day // length + 1 for day in days if day // length < len(course.placed))


def _absences(course: Course) -> Iterator[Absence]:
    for layer in course.layers:
        missed = ill_days(layer, course.authored)
        if missed:
            yield Absence(missed, course.authored.definition.microcycle_days)


def _left(course: Course, layer: Layer, number: int) -> tuple[tuple[int, ...], int | None]:
    """Return the positions on which one can run, and how many runs at most."""
    length = course.placed[number - 1].frame.length
    return (named_positions(layer, course.authored) if layer.days else tuple(range(length))), layer.runs


def _around(course: Course, number: int) -> Around:
    """Return what the weeks beside a week of travel ask of its ends."""
    days = course.days_of(number)
    first = course.placed[number - 1].frame.first_day
    line = [day for week in course.placed for day in week.days]
    keys = [index for index, day in enumerate(line) if day.kind in KEY_RUNS]
    before = max((index for index in keys if index < first), default=None)
    after = min((index for index in keys if index >= first + len(days)), default=None)
    yesterday = line[first - 1] if first else None
    return Around(
        before=None if before is None else first - 1 - before,
        after=None if after is None else after - first - len(days),
        tired=yesterday is not None and yesterday.lift in course.policy.params("no-key-run-after-heavy")["lifts"],
    )
