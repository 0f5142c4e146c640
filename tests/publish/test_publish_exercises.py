from __future__ import annotations

import pytest
import sample_plans as sample

from generator.publish.views.exercise import exercise_facts, exercise_uses, slots
from generator.publish.views.source import source_facts

LIBRARY = sample.library()
USES = [exercise_uses(page) for page in sample.sample_pages()]
FACTS = [exercise_facts(slug, LIBRARY, USES) for slug in LIBRARY.exercises]


def test_every_exercise_stands_in_one_slot_from_the_first_step_up() -> None:
    listed = [exercise for slot in slots(FACTS, LIBRARY) for exercise in slot.exercises]
    assert sorted(exercise.slug for exercise in listed) == sorted(LIBRARY.exercises)
    for slot in slots(FACTS, LIBRARY):
        levels = [int(LIBRARY.exercises[exercise.slug]["level"]) for exercise in slot.exercises]
        assert levels == sorted(levels)


def test_an_exercise_names_the_phases_that_use_it() -> None:
    squat = next(exercise for exercise in FACTS if exercise.slug == "back-squat")
    assert "Competitive marathoner: Heavy" in [link.text for link in squat.used_in]
    unused = next(exercise for exercise in FACTS if exercise.slug == "bound")
    assert unused.used_in == ()


def test_a_plan_with_an_unknown_exercise_is_our_bug() -> None:
    with pytest.raises(ValueError, match="is in a plan but not in"):
        LIBRARY.name_of("kettle-toss")


@pytest.mark.parametrize(
    ("key", "short"),
    [
        ("seynders-2022", "Seynders 2022"),
        ("doma-deakin-2013", "Doma and Deakin 2013"),
        ("eihara-2022", "Eihara et al. 2022"),
        ("acsm-2026", "American College of Sports Medicine 2026"),
        ("nsca-load-chart", "National Strength and Conditioning Association"),
        ("sequence-review-2024", "Sequence review 2024"),
    ],
)
def test_sources_are_cited_short(key: str, short: str) -> None:
    assert source_facts(key, LIBRARY.sources).short == short


def test_a_source_that_is_not_in_the_bibliography_is_refused() -> None:
    with pytest.raises(ValueError, match="is cited but not in"):
        source_facts("nobody-1999", LIBRARY.sources)
