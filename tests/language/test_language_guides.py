"""Guides block by block, the library's texts, and a clinic's own words that no catalogue has."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
import yaml
from library_texts import read_library_texts
from site_project import ROOT

from generator.language import guides as guides_module
from generator.language import speaking
from generator.language.guides import guide_messages, spoken_guide
from generator.language.library import LIBRARY_TEXTS, spoken_texts, texts_in
from generator.library import load_library
from generator.pipeline import expand
from generator.project import open_project
from generator.publish.clinic import SHIPPED_DISCLAIMER
from generator.publish.plan_words import spoken_plan, spoken_plan_texts
from generator.publish.texts import PlanTexts

LIBRARY = ROOT / "plans" / "library"
GUIDES = sorted((ROOT / "templates" / "guide").glob("*.md.j2"))
GUIDE = """\
---
title: Right and left
description: What it's for.
---
{% set box %}<span class="hd-blank"></span>{% endset -%}

# Comparing right and left

One leg at a time
({{ cite("a") }}).

## Signs {: #own }

| Test | Left |
|---|---|
{% for one in tests -%}
| {{ one }} | {{ box }} |
{% endfor %}

!!! note "Mind"

    A paragraph that
    stands deeper.

{% for one in tests -%}
### [{{ one }}](plans/index.md) {: #{{ one }} }

{% endfor -%}
"""


@pytest.fixture
def shouted(monkeypatch: pytest.MonkeyPatch) -> None:
    """A language in which each message stands in brackets."""
    monkeypatch.setattr(guides_module, "_", lambda text: f"[{text}]")


def test_the_messages_of_a_guide_are_its_blocks() -> None:
    assert list(guide_messages(GUIDE)) == [
        *(
            "Right and left",
            "What it's for.",
            "Comparing right and left",
            'One leg at a time ({{ cite("a") }}).',
            "Signs",
        ),
        "| Test | Left |\n|---|---|\n{% for one in tests -%}\n| {{ one }} | {{ box }} |\n{% endfor %}",
        *('!!! note "Mind"', "A paragraph that stands deeper."),
    ]


def test_a_guide_keeps_its_shape_and_its_headings_their_addresses(shouted: None) -> None:
    with speaking("de"):
        said = spoken_guide(GUIDE)
    assert yaml.safe_load(said.split("---\n")[1]) == {"title": "[Right and left]", "description": "[What it's for.]"}
    assert "\n# [Comparing right and left] {: #comparing-right-and-left }\n" in said
    assert "\n## [Signs] {: #own }\n" in said
    assert '\n[One leg at a time ({{ cite("a") }}).]\n' in said
    assert "\n    [A paragraph that stands deeper.]\n" in said
    assert "### [{{ one }}](plans/index.md) {: #{{ one }} }" in said


@pytest.mark.parametrize("path", GUIDES, ids=lambda path: path.name.partition(".")[0])
def test_a_guide_is_as_it_stands_in_english_and_whole_in_german(path: Path) -> None:
    source = path.read_text("utf-8")
    assert spoken_guide(source) == source
    with speaking("de"):
        said = spoken_guide(source)
    assert said != source
    assert source.count("\n\n") == said.count("\n\n")
    for mark in ("{{ cite(", "{%", "](", "{: #{{"):
        assert source.count(mark) == said.count(mark), mark


@pytest.mark.parametrize("name", LIBRARY_TEXTS)
def test_only_texts_of_the_library_are_translated(name: str) -> None:
    content = yaml.safe_load((LIBRARY / f"{name}.yaml").read_text("utf-8"))
    texts = list(texts_in(content, LIBRARY_TEXTS[name]))
    with speaking("de"):
        said = spoken_texts(name, content)
    assert texts
    assert (
        sum(one != other for one, other in zip(texts, texts_in(said, LIBRARY_TEXTS[name]), strict=True))
        > len(texts) / 2
    )
    assert _without(content, LIBRARY_TEXTS[name]) == _without(said, LIBRARY_TEXTS[name])
    assert spoken_texts(name, content) == content


def _without(value: object, keys: frozenset[str]) -> object:
    if isinstance(value, dict):
        return {key: _without(one, keys) for key, one in value.items() if key not in keys}
    return [_without(one, keys) for one in value] if isinstance(value, list) else value


def test_sources_keep_their_own_names() -> None:
    with speaking("de"):
        sources = read_library_texts(LIBRARY).sources
    assert sources["seynders-2022"]["title"] == "Don't Be Afraid to Do the Heavy Lifting"
    assert sources["doma-deakin-2013"]["type"] == "akutes Crossover-Experiment"


def test_the_checked_library_speaks_too() -> None:
    with speaking("de"):
        library = load_library(LIBRARY)
    assert library.exercises["back-squat"].name == "Kniebeuge mit Langhantel"
    strides = next(one for one in library.sessions if one.id == "strides")
    assert strides.titled(6) == "Lockerer Lauf mit 6 Steigerungen"
    assert load_library(LIBRARY).exercises["back-squat"].name == "Back squat"


def test_a_clinics_own_words_stay_as_they_are() -> None:
    texts = PlanTexts(id="a", title="First marathon", summary="Unser Winterplan.", for_you=("you know us",))
    with speaking("de"):
        said = spoken_plan_texts(texts)
    assert (said.title, said.summary, said.for_you) == ("Erster Marathon", "Unser Winterplan.", ("you know us",))
    assert said.written_title == "First marathon"


def test_a_plan_in_another_language_is_the_same_plan() -> None:
    plan = expand(open_project(ROOT), ROOT / "plans" / "marathon-first.yaml", "plans/marathon-first.yaml").plan
    with speaking("de"):
        said = spoken_plan(plan)
    assert said.title == "Erster Marathon"
    assert [phase.title for phase in said.phases] == [
        "Grundlage",
        "Schwer, mit Freigabe",
        "Die langen Läufe",
        "Tapering und Wettkampf",
    ]
    assert replace(said, title=plan.title, phases=plan.phases, overrides=plan.overrides) == plan
    assert spoken_plan(plan) is plan


def test_the_disclaimer_that_comes_with_hardday_is_translated() -> None:
    shipped = yaml.safe_load((ROOT / "mkdocs.yml").read_text("utf-8"))["extra"]["clinic"]["disclaimer"]
    assert shipped == SHIPPED_DISCLAIMER
