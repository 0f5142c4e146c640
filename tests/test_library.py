from pathlib import Path

import pytest

from generator.library import load_library
from generator.model.finding import Refused
from generator.model.plan import Repeat, Step

FOLDER = Path(__file__).parents[1] / "plans" / "library"


@pytest.fixture(scope="module")
def library():
    return load_library(FOLDER)


def test_shipped_library(library):
    assert len(library.exercises) >= 20
    assert library.exercises["back-squat"].big
    assert library.exercises["split-squat"].per_side
    assert "single-leg-calf-raise" in library.tests
    assert "frandsen-2025" in library.sources


def test_every_family_has_sessions_in_both_units(library):
    for family in (
        "strides",
        "hills",
        "fartlek",
        "threshold",
        "intervals",
        "repetitions",
        "race-pace",
        "marathon-pace",
    ):
        for unit in ("km", "mi"):
            assert any(unit in archetype.units for archetype in library.family(family)), (family, unit)


def test_steps_carry_effort(library):
    kilometers = next(a for a in library.sessions if a.id == "race-pace-kilometers")
    assert kilometers.titled(5) == "5 × 1 km at race pace"
    work = Step("work", 1000, None, "10k", (7, 8))
    assert kilometers.steps(5, "10k") == (Repeat(5, (work, Step("recovery", None, 90))),)


def test_one_stretch_has_no_recovery(library):
    steady = next(a for a in library.sessions if a.id == "marathon-pace-steady-kilometers")
    assert steady.steps(8, "marathon") == (Step("work", 8000, None, "marathon", (5, 6)),)


def copy(tmp_path, name, old, new):
    for path in FOLDER.glob("*.yaml"):
        text = path.read_text()
        if path.stem == name:
            assert old in text
            text = text.replace(old, new, 1)
        (tmp_path / path.name).write_text(text)
    return tmp_path


@pytest.mark.parametrize(
    ("name", "old", "new", "said"),
    [
        ("exercises", "slot: knee-dominant", "slot: knees", "slot"),
        ("exercises", "harder: box-squat", "harder: box-squad", "no exercise 'box-squad'"),
        ("exercises", "harder: box-squat", "harder: hip-thrust", "not harder"),
        ("exercises", "easier: goblet-squat", "easier: back-squat", "not easier"),
        ("exercises", "  level: 1\n", "  level: 9\n", "less than or equal to 5"),
        ("exercises", "  big: yes\n", "  big: perhaps\n", "big"),
        ("exercises", "  big: yes\n", "  large: yes\n", "large"),
        ("sessions", "family: strides", "family: sprints", "family"),
        ("sessions", "reps: 6-8", "reps: 8-6", "backwards"),
        ("sessions", "reps: 6-8", "reps: some", "reps"),
        ("sessions", "recovery: 60 s jog", "recovery: a minute", "a minute"),
        ("sessions", "target: strides", "target: fast", "'fast' is not a known effort"),
    ],
)
def test_faults_have_places(tmp_path, name, old, new, said):
    with pytest.raises(Refused) as refused:
        load_library(copy(tmp_path, name, old, new))
    first = next(iter(refused.value))
    assert first.place.path == f"plans/library/{name}.yaml"
    assert first.place.line > 5
    assert any(said in str(diagnostic) for diagnostic in refused.value)


def test_missing_file(tmp_path):
    with pytest.raises(Refused, match=r"sessions\.yaml:1:1"):
        load_library(tmp_path)
