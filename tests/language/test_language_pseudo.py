"""The gate: in a language of brackets no text of the site stands outside of them, but for an author's own words."""

from __future__ import annotations

from pathlib import Path

import pytest
from author_words import AuthorWords
from everything import EVERYTHING
from language_projects import FEW, pages_of, project_in
from pseudo_language import LANGUAGE, bracketed, write_pseudo_catalogue
from site_texts import loose_texts, outside

from generator.language import voice
from generator.progress import words
from generator.settings.file import site_file


def unmarked(folder: Path, monkeypatch: pytest.MonkeyPatch, *plans: str) -> list[str]:
    """Build the pages of all plans, or of those named, in brackets; return what stands outside of them."""
    project = project_in(LANGUAGE, folder, *plans)
    write_pseudo_catalogue(folder / "locale")
    monkeypatch.setattr(voice, "CATALOGUES", folder / "locale")
    files, authors = pages_of(project), AuthorWords(project)
    loose = {text.strip(): path for path, text in loose_texts(files, site_file(project)) if not authors.has(text)}
    return [f"{path}: {text}" for text, path in sorted(loose.items())]


def test_every_text_of_some_plans_is_a_message(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """While you work, of weeks that an author wrote, of a plan in stages and of weeks of nine days."""
    assert unmarked(tmp_path, monkeypatch, *(FEW if EVERYTHING else FEW[:3])) == []


@pytest.mark.long
def test_every_text_of_the_site_is_a_message(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert unmarked(tmp_path, monkeypatch) == []


def test_a_text_that_nobody_marked_is_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("generator.publish.words.effort", lambda band: "rather hard")
    monkeypatch.setitem(words._PURPOSES, "aerobic", "To be fit.")
    found = unmarked(tmp_path, monkeypatch, "time-crunched")
    assert any("rather hard" in text for text in found), "a value inside of a message"
    assert any("To be fit" in text for text in found)


def test_what_stands_in_brackets_is_told_from_what_does_not() -> None:
    assert outside("⟦Rest ⟦day⟧⟧, then run ⟦now⟧") == ([", then run "], 0)
    assert outside("⟦open") == ([], 1)


def test_brackets_stand_around_words_and_not_around_values() -> None:
    assert bracketed("{day} of week {week}") == "{day}⟦ of week ⟧{week}"
    assert bracketed('Take the <a href="{link}">sheet</a>') == '⟦Take the <a href="{link}">sheet</a>⟧'
    assert bracketed("| Age | 37 |\n|---|---|") == "| ⟦Age⟧ | 37 |\n|---|---|"
    assert bracketed("- one\n- two") == "- ⟦one⟧\n- ⟦two⟧"
