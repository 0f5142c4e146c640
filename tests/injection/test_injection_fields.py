"""Hostile texts reach every field that holds words, and a defect is noticed by elements and by what is run."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import pytest
from injection_browser import BLANK
from injection_gate import faults_of_elements, looks, run_on, site_of, tame_site
from injection_sites import PLANS, WORDS, Words, checkout, filled, harmless, unknown_texts
from markupsafe import Markup
from playwright.sync_api import Browser

from generator.load import load_definition
from generator.model.definition import Definition
from generator.project import open_project
from generator.publish import marked, navigation
from generator.validate import validate

TEXTS = ('<b onclick="alert(1)">x</b>', "<img src=x onerror=alert(1)>", "</title><script>alert(1)</script>")


def definitions(root: Path) -> list[Definition]:
    """The definitions that are filled."""
    project = open_project(root)
    paths = sorted(PLANS.glob("*.yaml"))
    return [validate(load_definition(path, root), path.stem, project.known).definition for path in paths]


def test_every_text_of_a_definition_is_words_or_of_a_form_of_its_own(tmp_path: Path) -> None:
    """A new field of words has to be named, and then hostile texts come there."""
    words = Words(("x",), harmless)
    found = definitions(checkout(tmp_path / "project", words))
    counted = Words(("x",), harmless)
    for one in found:
        assert sorted(set(unknown_texts(one))) == []
        filled(one, counted)
    assert set(counted.counted) == WORDS
    assert {field.name for field in dataclasses.fields(Definition)} >= {"title", "summary", "for_you"}


@pytest.mark.browser
def test_a_title_that_nobody_tamed_is_noticed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, chromium: Browser
) -> None:
    """So it was: titles stood in the navigation of every page as they were written."""
    tame = looks(chromium, tame_site(tmp_path / "tame", TEXTS, monkeypatch))
    monkeypatch.setattr(navigation, "tamed", str)
    pages = site_of(tmp_path, TEXTS, monkeypatch)
    assert len(faults_of_elements(looks(chromium, pages), tame)) > 100
    assert any("alert" in hit for hit in run_on(chromium, pages, ["exercises/goblet-squat/"], scripts=False))
    assert run_on(chromium, pages, [BLANK], scripts=False) == []


@pytest.mark.long
@pytest.mark.browser
def test_a_field_that_is_marked_safe_is_noticed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, chromium: Browser
) -> None:
    tame = looks(chromium, tame_site(tmp_path / "tame", TEXTS, monkeypatch))
    monkeypatch.setattr(marked, "escaped", Markup)
    pages = site_of(tmp_path, TEXTS, monkeypatch)
    assert len(faults_of_elements(looks(chromium, pages), tame)) > 5
    assert any("alert" in hit for hit in run_on(chromium, pages, ["exercises/goblet-squat/"], scripts=False))
