"""One session of a cell: its kind, how far and how long, its workout, and the words that stay with it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from generator.calendar_words.kinds import kind_of
from generator.calendar_words.labels import Label
from generator.calendar_words.lexemes import Lexeme, Said, Unclear, span
from generator.calendar_words.nodes import Many, Meant, Node, One, every, meaning
from generator.calendar_words.pauses import ENDS
from generator.calendar_words.reading import ReadSession
from generator.calendar_words.sequence import sequence
from generator.calendar_words.vocabulary import SaidKind, Vocabulary, plain_kind
from generator.calendar_words.whole import Parts, stands_around
from generator.calendar_words.writing import Unwritable, workout_text
from generator.frozen import frozen
from generator.model.given import Amount
from generator.model.step_text import Workout
from generator.model.units import RACES

#: A race's distance beside its name may be rounded by so much (26 mi, 21 km).
_AS_NAMED = 0.02
_HOW = "the whole run, a colon, and its parts: 16 km: 11 km easy, 5 km @ marathon"


@frozen
class Read:
    """A session read, or rest; ``left_out`` are words that a rest day has no place for."""

    session: ReadSession | None
    left_out: str = ""


def read_session(lexemes: Sequence[Lexeme], text: str, vocabulary: Vocabulary) -> Read:
    """Read a session's lexemes; Unclear for what can't be taken one way."""
    parts = _all_optional(_race_first(sequence(lexemes)))
    simple = _simple(parts)
    if simple is not None:
        return _Session(text, vocabulary, simple, meaning((*parts.words, *simple.words)), lexemes).read()
    return _Session(text, vocabulary, parts.total, meaning(_total_words(parts)), lexemes, parts.nodes).read()


def _race_first(parts: Parts) -> Parts:
    """Return a race as the whole run where the other parts only stand around it (``2 km WU, 5k race, 2 km CD``)."""
    races = [one for one in parts.nodes if isinstance(one, One) and one.quantity and _says_race(one)]
    others = [node for node in parts.nodes if node not in races]
    if parts.total is not None or len(races) != 1 or not all(map(stands_around, others)):
        return parts
    return Parts(races[0], others, parts.words)


def _all_optional(parts: Parts) -> Parts:
    """Return a workout of one part without the words that leave it to the athlete: they are the session's."""
    if parts.total is not None or len(parts.nodes) != 1:
        return parts
    node = parts.nodes[0]
    left = [word for word in node.words if isinstance(word, Said) and "optional" in word.wording.parts]
    kept = replace(node, words=tuple(word for word in node.words if word not in left))
    return Parts(None, [kept], [*parts.words, *left])


def _says_race(one: One) -> bool:
    meant = meaning(one.words)
    return bool(meant.races) or any(kind == "race" for kind, _ in meant.kinds)


def _simple(parts: Parts) -> One | None:
    """Return the one length of a session without a workout, or one without a length; None if it has a workout."""
    if parts.nodes and (parts.total is not None or len(parts.nodes) > 1):
        return None
    if parts.total is not None:
        return parts.total
    if not parts.nodes:
        start, end = span(parts.words)
        return One(start, end, None)
    node = parts.nodes[0]
    if isinstance(node, Many) or (node.quantity is not None and meaning(node.words).step in ENDS):
        return None
    return node


def _total_words(parts: Parts) -> tuple[Lexeme, ...]:
    return (*parts.words, *(parts.total.words if parts.total is not None else ()))


@dataclass(slots=True)
class _Session:
    """A session on its way. ``whole`` is the run, ``nodes`` its workout; ``head`` is what its own words mean."""

    text: str
    vocabulary: Vocabulary
    whole: One | None
    head: Meant
    lexemes: Sequence[Lexeme]
    nodes: Sequence[Node] = ()

    def read(self) -> Read:
        kind = kind_of(self.head, self.nodes, self.vocabulary, self.place())
        self._check(kind)
        distance, duration = self._amounts(kind)
        if kind == "rest":
            if distance or duration or self.nodes or self.head.optional:
                raise Unclear(*self.place(), "a rest day has nothing to run; write rest or easy 5 km if it is a choice")
            return Read(None, Label(self.text, self.head, "rest", self.whole, (), None).written())
        if kind == "race" and distance is None:
            raise Unclear(*self.place(), "a race needs its distance; write race 10 km, or half marathon")
        workout = self._workout(kind)
        label = Label(self.text, self.head, kind, self.whole, self.nodes, workout).written()
        if kind is None and not (distance or duration or workout):
            raise Unclear(*self.place(), "it says neither what kind of run it is nor how far; write easy 5 km")
        paces, rpes = self.head.paces, self.head.rpes
        if len(paces) > 1 or len(rpes) > 1:
            raise Unclear(*self.place(), "it says twice how fast or how hard; write one of them")
        return Read(
            ReadSession(
                kind=plain_kind(kind) if kind is not None else None,
                distance=distance,
                duration=duration,
                label=label,
                workout=workout,
                optional=self.head.optional,
                pace=paces[0].seconds if paces else None,
                rpe=rpes[0].rpe if rpes else None,
                recovery=kind == "recovery",
            )
        )

    def _check(self, kind: SaidKind | None) -> None:
        """Refuse words that have lost what they belong to."""
        parts = list(every(self.nodes))
        pauses = [node.pause for node in parts if isinstance(node, Many)]
        meant = [self.head, *(meaning(node.words) for node in parts if node not in pauses)]
        for said in [said for one in meant for said in one.races if kind != "race"]:
            raise Unclear(said.start, said.end, "a race's name in another run; write @ before it, if it is an effort")
        between = any(one.signs & {"sets", "reps"} for one in meant)
        told = any("pause" in said.wording.parts for one in meant for said in one.kept if isinstance(said, Said))
        if self.head.signs & {"last", "first"} or (between and not told):
            raise Unclear(*self.place(), f"which part is meant is not clear; write {_HOW}")

    def place(self) -> tuple[int, int]:
        return span(list(self.lexemes))

    def _amounts(self, kind: SaidKind | None) -> tuple[Amount | None, Amount | None]:
        """Return how far and how long the whole is; a race's name is its distance."""
        quantities = [] if self.whole is None or self.whole.quantity is None else [self.whole.quantity]
        quantities += self.whole.also if self.whole is not None else ()
        distance = next((q.amount for q in quantities if not q.timed), None)
        duration = next((q.amount for q in quantities if q.timed), None)
        names = {said.wording.race for said in self.head.races if said.wording.race is not None}
        if kind != "race" or not names:
            return distance, duration
        if len(names) > 1:
            raise Unclear(*self.place(), f"it names two distances, {' and '.join(sorted(names))}; write one of them")
        name = names.pop()
        named = Amount(RACES[name], RACES[name], name)
        if distance is not None and abs(distance.most - named.most) > _AS_NAMED * named.most:
            raise Unclear(*self.place(), f"{name} and {distance.text} are two distances; write one of them")
        return distance or named, duration

    def _workout(self, kind: SaidKind | None) -> Workout | None:
        if kind in ("cross", "race"):
            return None
        nodes = self.nodes
        target = _head_target(self.head)
        if not nodes and self.whole is not None and self.whole.quantity is not None and self.head.aims:
            nodes = (One(*self.place(), self.whole.quantity, (*self.head.aims, *self.head.paces, *self.head.rpes)),)
        if not nodes:
            return None
        try:
            written = workout_text(nodes, target)
        except Unwritable:
            return None
        try:
            return Workout.parse(written)
        except ValueError as problem:
            raise Unclear(*self.place(), str(problem)) from None


def _head_target(head: Meant) -> str:
    """Return the one effort that is named before a workout (``hills: 8 x 60 s``)."""
    targets = {aim.target for aim in head.aims} or {target for target, _ in head.soft}
    one = next(iter(targets)) if len(targets) == 1 else None
    return one or ""
