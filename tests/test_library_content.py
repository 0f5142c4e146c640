"""The content library and the guide pages: consistent in themselves and with each other."""

from __future__ import annotations

import itertools
import re
from pathlib import Path
from typing import Any, get_args

import pytest
import yaml

from generator.model.vocabulary import Slot
from generator.publish.markdown import press
from generator.shipped import TEMPLATES

PROJECT = Path(__file__).parent.parent
LIBRARY: dict[str, Any] = {
    name: yaml.safe_load((PROJECT / "plans" / "library" / f"{name}.yaml").read_text(encoding="utf-8"))
    for name in ("exercises", "sources", "glossary", "tests", "stop_signs")
}
EXERCISES, SOURCES = LIBRARY["exercises"], LIBRARY["sources"]
GUIDES = sorted((PROJECT / "templates" / "guide").glob("*.md.j2"))
SIGN_OFF = PROJECT / "templates" / "guide" / "sign-off.md.j2"
FIELDS = {
    "name": str,
    "slot": str,
    "big": bool,
    "sides": str,
    "level": int,
    "equipment": list,
    "purpose": str,
    "cues": list,
    "faults": list,
    "not_when": list,
    "abbreviated": bool,
    "loaded": bool,
    "unit": str,
}
LENGTHS = {"equipment": (1, 4), "cues": (3, 6), "faults": (2, 4), "not_when": (1, 3)}
PROMISE = re.compile(r"prevents? injur|injury[- ]free|injury[- ]proof|guarantee", re.IGNORECASE)
TERMS = """
    macrocycle mesocycle microcycle quality long-run aerobic easy cross-training rest heavy-lift base-lift
    maintenance-lift short-lift rpe rir one-rm set rep deload cutback taper tune-up vdot threshold marathon-pace
    interval repetition strides lsi combined-day key-run key-lift sign-off host-day
"""


def rendered(guide: Path) -> str:
    env = press(TEMPLATES, SOURCES).guides.overlay(finalize=None, autoescape=False)
    phase = {"title": "Base", "running": "base", "strength": "base_hold", "first_week": 1, "last_week": 8}
    return env.get_template(f"guide/{guide.name}").render(
        clinic={"name": "A clinic", "contact": "by phone", "booking": "https://clinic.example.org/"},
        library=LIBRARY,
        plans=[{"id": "a-plan", "title": "A plan", "weeks": 8, "phases": [phase]}],
        cite=lambda key: f"[{SOURCES[key]['authors']}](sources.md#{key})",
        year_picture="<svg></svg>",
        anchors={"a-plan": "a-plan"},
        root="../",
        to=lambda address: f"../{address}",
    )


@pytest.mark.parametrize("slug", EXERCISES)
def test_an_exercise_is_complete(slug: str) -> None:
    exercise = EXERCISES[slug]
    assert set(FIELDS) <= set(exercise) <= {*FIELDS, "easier", "harder"}
    assert [name for name, kind in FIELDS.items() if not isinstance(exercise[name], kind)] == []
    for name, (least, most) in LENGTHS.items():
        assert least <= len(exercise[name]) <= most, name
        assert all(isinstance(text, str) for text in exercise[name]), name
    assert exercise["slot"] in get_args(Slot)
    assert exercise["sides"] in ("one", "both")
    assert exercise["unit"] in ("reps", "holds")
    assert not (exercise["big"] and exercise["abbreviated"]), "a short session has no big lift"


@pytest.mark.parametrize("slug", EXERCISES)
def test_easier_and_harder_are_one_ladder(slug: str) -> None:
    exercise = EXERCISES[slug]
    for way, back, step in (("easier", "harder", -1), ("harder", "easier", 1)):
        if way in exercise:
            other = EXERCISES[exercise[way]]
            assert other["slot"] == exercise["slot"]
            assert (other["level"] - exercise["level"]) * step > 0
            assert other[back] == slug


def test_every_slot_has_exercises_and_no_two_of_a_ladder_share_a_level() -> None:
    assert {exercise["slot"] for exercise in EXERCISES.values()} == set(get_args(Slot))
    steps = [(e["slot"], e["level"]) for e in EXERCISES.values() if "easier" in e or "harder" in e]
    assert len(set(steps)) == len(steps) >= 26
    assert {exercise["level"] for exercise in EXERCISES.values()} <= {1, 2, 3, 4, 5}


def test_each_big_pattern_has_a_first_step() -> None:
    big = {exercise["slot"] for exercise in EXERCISES.values() if exercise["big"]}
    assert big == {"knee-dominant", "hip-dominant", "thrust"}
    assert {exercise["slot"] for exercise in EXERCISES.values() if exercise["level"] == 1} == set(get_args(Slot))


@pytest.mark.parametrize("key", SOURCES)
def test_a_source_says_how_sure_it_is(key: str) -> None:
    source = SOURCES[key]
    assert {"authors", "title", "type", "grade"} <= set(source)
    assert source["grade"] in ("verified", "secondary", "memory")
    assert set(source.get("unseen", [])) <= {"authors", "title", "journal", "publisher", "year", "volume", "locator"}
    assert "" not in source.values()
    assert re.fullmatch(r"10\.\d{4,}/\S+", source.get("doi", "10.1000/none"))


def test_evidence_of_the_imbalance_tests_has_its_source_or_says_convention() -> None:
    tests = [LIBRARY["tests"]["symmetry"], *LIBRARY["tests"]["tests"].values()]
    for entry in (entry for test in tests for entry in test["evidence"]):
        if entry["grade"] == "convention":
            assert "source" not in entry
        else:
            assert entry["grade"] in ("verified", "secondary")
            assert entry["source"] in SOURCES


def test_stop_signs_name_an_urgency() -> None:
    groups = LIBRARY["stop_signs"]["groups"].values()
    assert {group["urgency"] for group in groups} == {"emergency", "clinician", "pause"}
    assert all(group["signs"] and group["title"] for group in groups)
    assert LIBRARY["stop_signs"]["before_you_start"]["questions"]


def test_the_glossary_has_the_words_of_the_plans() -> None:
    assert set(LIBRARY["glossary"]) >= set(TERMS.split())
    assert all(set(entry) == {"term", "text"} for entry in LIBRARY["glossary"].values())


@pytest.mark.parametrize("guide", GUIDES, ids=lambda guide: guide.name)
def test_a_guide_page_renders_with_one_title_and_no_skipped_heading(guide: Path) -> None:
    page = rendered(guide)
    depths = [len(marks) for marks in re.findall(r"^(#+) ", page, flags=re.MULTILINE)]
    assert depths[0] == 1
    assert depths.count(1) == 1
    assert all(after - before <= 1 for before, after in itertools.pairwise(depths))
    assert page.count("<div") == page.count("</div>")


@pytest.mark.parametrize("guide", GUIDES, ids=lambda guide: guide.name)
def test_a_guide_page_links_to_what_the_library_has(guide: Path) -> None:
    page = rendered(guide)
    assert set(re.findall(r"sources\.md#([\w-]+)", page)) <= set(SOURCES)
    assert set(re.findall(r"exercises/([\w-]+)\.md", page)) <= set(EXERCISES)
    guides = {guide.name.removesuffix(".j2") for guide in GUIDES}
    assert set(re.findall(r"\]\(([\w-]+\.md)", page)) <= guides


@pytest.mark.parametrize("guide", GUIDES, ids=lambda guide: guide.name)
def test_a_guide_page_promises_nothing(guide: Path) -> None:
    page = rendered(guide)
    for source in SOURCES.values():  # a title is quoted as it stands
        page = page.replace(source["title"], "")
    assert PROMISE.search(page) is None


def test_the_sign_off_sheet_has_a_row_of_blanks_for_every_big_lift() -> None:
    page = rendered(SIGN_OFF)
    for slug, exercise in EXERCISES.items():
        row = re.search(rf"^\| .*exercises/{slug}\.md\).*$", page, flags=re.MULTILINE)
        assert (row is not None) == exercise["big"]
        assert row is None or row[0].count("hd-blank") == 7
