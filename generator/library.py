"""The shared library, read and checked: exercises, quality runs, tests, sources."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import ConfigDict, Field, TypeAdapter, ValidationError

from generator.frozen import frozen
from generator.language.library import spoken_texts
from generator.load import parse_file
from generator.model.fields import LONGEST_SLUG, SLUG
from generator.model.finding import Diagnostic, Place, Refused
from generator.model.library import Exercise, Library, RaceClass, SessionArchetype
from generator.model.quoting import one_line, quoted
from generator.model.vocabulary import Family, RunningPhase, Slot, Unit
from generator.yaml_tree import Tree

STRICT = ConfigDict(extra="forbid", str_strip_whitespace=True)
Text = Annotated[str, Field(min_length=1)]
Band = Annotated[str, Field(pattern=r"^\d{1,2}-\d{1,2}$")]
NEEDED = ("exercises", "sessions", "sources", "tests")
#: Where names stand in each file of the library.
_NAMED: dict[str, tuple[tuple[str, ...], ...]] = {
    **dict.fromkeys(("exercises", "sessions", "sources", "glossary"), ((),)),
    "tests": (("tests",),),
    "stop_signs": (("groups",),),
}
_DOI = r"10\.[0-9]{4,9}/[A-Za-z0-9._;()/:-]+"
EASIEST_LEVEL, HARDEST_LEVEL = 1, 5


@frozen(kw_only=True)
class ExerciseText:
    """An exercise as it stands in ``exercises.yaml``."""

    __pydantic_config__ = STRICT
    name: Text
    slot: Slot
    big: bool
    sides: Literal["one", "both"]
    level: Annotated[int, Field(ge=EASIEST_LEVEL, le=HARDEST_LEVEL)]
    equipment: tuple[Text, ...]
    purpose: Text
    cues: Annotated[tuple[Text, ...], Field(min_length=1)]
    faults: Annotated[tuple[Text, ...], Field(min_length=1)]
    not_when: Annotated[tuple[Text, ...], Field(min_length=1)]
    abbreviated: bool
    loaded: bool
    unit: Literal["reps", "holds"]
    easier: str | None = None
    harder: str | None = None


@frozen(kw_only=True)
class SessionText:
    """A quality run as it stands in ``sessions.yaml``."""

    __pydantic_config__ = STRICT
    family: Family
    title: Text
    purpose: Text
    repetition: Text
    reps: Band
    rpe: Band
    target: Text
    recovery: str = ""
    units: tuple[Unit, ...] = ("km", "mi")
    phases: tuple[RunningPhase, ...] = ()
    races: tuple[RaceClass, ...] = ()


@cache
def _exercises() -> TypeAdapter[dict[str, ExerciseText]]:
    return TypeAdapter(dict[str, ExerciseText])


@cache
def _sessions() -> TypeAdapter[dict[str, SessionText]]:
    return TypeAdapter(dict[str, SessionText])


def load_library(folder: Path) -> Library:
    """Read ``plans/library`` in the language that is spoken; Refused with every fault of its files."""
    trees: dict[str, Tree] = {}
    faults: list[Diagnostic] = []
    for name in sorted({*NEEDED, *(path.stem for path in folder.glob("*.yaml"))}):
        try:
            read = _mapping(parse_file(folder / f"{name}.yaml", f"plans/library/{name}.yaml"))
            trees[name] = replace(read, value=spoken_texts(name, read.value))
            faults += read.faults
        except Refused as refused:
            faults += refused.diagnostics
    faults += (fault for name, tree in trees.items() for fault in _of_names(name, tree))
    if not trees.keys() >= {*NEEDED}:
        raise Refused(tuple(faults))
    exercises = _typed(trees["exercises"], _exercises(), faults)
    sessions = _typed(trees["sessions"], _sessions(), faults)
    faults += _of_exercises(trees["exercises"], exercises)
    archetypes = {slug: _archetype(slug, text) for slug, text in sessions.items()}
    faults += _of_sessions(trees["sessions"], archetypes)
    if faults:
        raise Refused(tuple(faults))
    return Library(
        {slug: Exercise(slug=slug, **_fields(text)) for slug, text in exercises.items()},
        tuple(archetypes.values()),
        tuple(trees["tests"].value.get("tests", {})),
        tuple(trees["sources"].value),
        {name: tree.value for name, tree in trees.items()},
    )


def _of_names(name: str, tree: Tree) -> Iterator[Diagnostic]:
    """Names of the library's things become addresses and anchors: none may lead out of its folder."""
    for within in _NAMED.get(name, ()):
        named = tree.value
        for key in within:
            named = named.get(key) if isinstance(named, dict) else None
        for slug, entry in named.items() if isinstance(named, dict) else ():
            if not (isinstance(slug, str) and re.fullmatch(SLUG, slug) and len(slug) <= LONGEST_SLUG):
                message = f"{quoted(str(slug))} can't be part of an address; write small letters, digits and hyphens"
                yield Diagnostic(_place(tree, (*within, slug)), "error", None, message)
            doi = entry.get("doi") if name == "sources" and isinstance(entry, dict) else None
            if doi is not None and not re.fullmatch(_DOI, str(doi)):
                message = f"{quoted(str(doi))} is no DOI, such as 10.1139/apnm-2012-0362"
                yield Diagnostic(_place(tree, (slug, "doi")), "error", None, message)


def _mapping(tree: Tree) -> Tree:
    if not isinstance(tree.value, dict):
        tree.fault(Place(tree.path, 1, 1), "expected `slug:` with its fields below")
        raise Refused(tuple(tree.faults))
    return tree


def _typed(tree: Tree, adapter: TypeAdapter[Any], faults: list[Diagnostic]) -> dict[str, Any]:
    try:
        found: dict[str, Any] = adapter.validate_python(tree.value)
    except ValidationError as problem:
        errors = problem.errors(include_url=False)
        for error in errors:
            keys = tuple(error["loc"])
            message = f"{one_line('.'.join(map(str, keys)), 120)}: {error['msg'][0].lower()}{error['msg'][1:]}"
            faults.append(Diagnostic(_place(tree, keys), "error", None, message))
        wrong = {error["loc"][0] for error in errors if error["loc"]}
        found = adapter.validate_python({slug: value for slug, value in tree.value.items() if slug not in wrong})
    return found


def _place(tree: Tree, keys: tuple[str | int, ...]) -> Place:
    for length in range(len(keys), 0, -1):
        found = tree.values.get(keys[:length]) or tree.keys.get(keys[:length])
        if found is not None:
            return found
    return Place(tree.path, 1, 1)


def _fields(text: Any) -> dict[str, Any]:
    return {name: getattr(text, name) for name in text.__dataclass_fields__}


def _of_exercises(tree: Tree, exercises: dict[str, ExerciseText]) -> Iterator[Diagnostic]:
    """Steps up and down stay in the slot and go up and down."""
    for slug, exercise in exercises.items():
        for name, sign in (("easier", -1), ("harder", 1)):
            other = getattr(exercise, name)
            if other is None:
                continue
            there = exercises.get(other)
            if there is None and other in tree.value:
                continue  # it has faults of its own
            if there is None:
                yield Diagnostic(_place(tree, (slug, name)), "error", None, f"there is no exercise {quoted(other)}")
            elif there.slot != exercise.slot or (there.level - exercise.level) * sign < 0:
                message = f"{quoted(other)} is not {name} than {quoted(slug)} within the slot {exercise.slot}"
                yield Diagnostic(_place(tree, (slug, name)), "error", None, message)


def _archetype(slug: str, text: SessionText) -> SessionArchetype:
    least, most = map(int, re.findall(r"\d+", text.reps))
    easiest, hardest = map(int, re.findall(r"\d+", text.rpe))
    rest = {name: value for name, value in _fields(text).items() if name not in ("reps", "rpe")}
    return SessionArchetype(id=slug, reps_least=least, reps_most=most, rpe=(easiest, hardest), **rest)


def _of_sessions(tree: Tree, archetypes: dict[str, SessionArchetype]) -> Iterator[Diagnostic]:
    for slug, archetype in archetypes.items():
        if not 1 <= archetype.reps_least <= archetype.reps_most or not 1 <= archetype.rpe[0] <= archetype.rpe[1] <= 10:
            message = f"{quoted(slug)} has reps or rpe that run backwards or out of range"
            yield Diagnostic(_place(tree, (slug, "reps")), "error", None, message)
            continue
        try:
            archetype.steps(archetype.reps_most, "10k")
        except ValueError as problem:
            yield Diagnostic(_place(tree, (slug, "repetition")), "error", None, one_line(problem, 300))
    if archetypes and not any(archetype.family == "strides" for archetype in archetypes.values()):
        yield Diagnostic(Place(tree.path, 1, 1), "error", None, "at least one session of the family strides is needed")
