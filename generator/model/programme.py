"""A strength program as a paper or a coach writes it down: sessions, and in each the exercises with their doses.

``half-squat 4 x 4RM, rest 3 min``, ``back-squat 3 x 6 @ RIR 2``, ``leg-press 3 x 8-10 @ 70-75 %``,
``calf-raise 3 x 12 to failure``, ``side-plank 2 x 30 s``, ``depth-jump 5 x 8 (from 40 cm)``.

An exercise of the library, then sets x repetitions (or seconds held), then how heavy: ``4RM`` for as many repetitions
as the load allows, else behind an @ a load (``6RM``, ``85 %``) or an effort (``RIR 2``, ``RPE 8``), or ``to failure``.
``each side``, a note in brackets and the rest come behind. Bars part the weeks of a phase, the last is kept:
``half-squat 3 weeks of 3 x 10RM | 4 x 6RM``. Every number may be a range. What is written is kept as it is.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Annotated, ClassVar, Literal

from pydantic import Field

from generator.frozen import frozen
from generator.model.fields import STRICT, Name
from generator.model.quoting import quoted
from generator.model.units import Parsed
from generator.model.written_dose import WrittenDose, dose_of

WrittenKind = Literal["heavy", "base", "maintenance", "abbreviated"]

LONGEST, LONGEST_NOTE = 400, 80
_NAME = re.compile(r"([A-Za-z][A-Za-z -]*?)\s*(?=[0-9]|$)")
_SIDE = re.compile(r"\s*,?\s*\b(?:each|per) (?:side|leg)\b", re.I)
_NOTE = re.compile(r"\s*\(([^()]*)\)")


@frozen
class WrittenExercise(Parsed):
    """An exercise by its slug with a dose for each step of weeks. ``text`` is what the author wrote."""

    text: str
    exercise: str
    doses: tuple[WrittenDose, ...]
    each_side: bool = False
    note: str = ""

    wanted: ClassVar[str] = (
        "an exercise with its dose, such as half-squat 4 x 4RM, rest 3 min or leg-press 3 x 8 @ 75 %"
    )

    @property
    def weeks(self) -> int:
        """For how many weeks doses are written."""
        return sum(dose.weeks for dose in self.doses)

    def at(self, week: int) -> WrittenDose:
        """Return the dose of a week of the phase, counted from 1; behind the last one it stays."""
        last = 0
        for dose in self.doses:
            last += dose.weeks
            if week <= last:
                return dose
        return self.doses[-1]

    def after(self, weeks: int) -> WrittenExercise:
        """Return the exercise as it goes on once so many weeks are done."""
        left = [self.at(weeks + 1 + further) for further in range(max(1, self.weeks - weeks))]
        return replace(self, doses=tuple(replace(dose, weeks=1) for dose in left))

    @classmethod
    def parse(cls, text: str) -> WrittenExercise:
        """Read an exercise and its doses; ValueError names the part that is not understood."""
        if len(text) > LONGEST:
            raise ValueError(f"{quoted(text)} is longer than {LONGEST} characters; expected {cls.wanted}")
        words = " ".join(text.split())
        name = _NAME.match(words)
        if not name:
            raise ValueError(f"{quoted(text)} does not start with an exercise; expected {cls.wanted}")
        rest, note = _cut_note(words[name.end() :])
        rest, sides = _SIDE.subn(" ", rest)
        if not rest.strip():
            raise ValueError(f"{quoted(text)} says no sets and repetitions; expected {cls.wanted}")
        doses = _resting(tuple(dose_of(part.strip(), text) for part in rest.split("|")))
        return cls(text, "-".join(name[1].lower().split()), doses, bool(sides), note)


@frozen(kw_only=True)
class WrittenSession:
    """A session of a written program."""

    __pydantic_config__ = STRICT
    name: Annotated[Name, Field(description="What the program calls the session: A. Its letter if left out.")] = ""
    kind: Annotated[
        WrittenKind | None,
        Field(description="heavy, base, maintenance or abbreviated; told by the doses if left out."),
    ] = None
    exercises: Annotated[
        tuple[WrittenExercise, ...],
        Field(
            description="In their order, with their doses: [half-squat 4 x 4RM, calf-raise 3 x 12 @ RIR 3].",
            min_length=1,
            max_length=20,
        ),
    ]


def named(programme: tuple[WrittenSession, ...]) -> tuple[WrittenSession, ...]:
    """Return the sessions, each with a name: its own, or the letter of its place."""
    return tuple(
        replace(session, name=session.name or chr(ord("A") + index)) for index, session in enumerate(programme)
    )


def _cut_note(text: str) -> tuple[str, str]:
    found = _NOTE.findall(text)
    if len(found) > 1:
        raise ValueError(f"{quoted(text)} has two notes in brackets; write one")
    note = found[0].strip() if found else ""
    if found and not 1 <= len(note) <= LONGEST_NOTE:
        raise ValueError(f"the brackets in {quoted(text)} hold 1 to {LONGEST_NOTE} characters")
    return _NOTE.sub("", text), note


def _resting(doses: tuple[WrittenDose, ...]) -> tuple[WrittenDose, ...]:
    """A rest behind the last week alone holds for all of them."""
    last = doses[-1].rest_s
    if any(dose.rest_s for dose in doses[:-1]):
        return doses
    return tuple(replace(dose, rest_s=last) for dose in doses)
