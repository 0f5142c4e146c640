"""The gate: in a language of brackets no text of the site stands outside of them, but for an author's own words."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
import site_project
from author_words import AuthorWords
from pseudo_language import LANGUAGE, bracketed, write_pseudo_catalogue
from site_texts import loose_texts, outside

from generator.build import build_pages
from generator.language import voice
from generator.progress import words
from generator.project import site_file

#: They show a given calendar, layers, stages, weeks without weekdays, a plan that begins again, changed rules, races.
FEW = ("given-club-half", "return-from-injury", "nine-days", "time-crunched", "marathon-first")


def project_in_brackets(folder: Path, *plans: str) -> Path:
    """Copy the project, with all its plans or those named, into a folder; its pages will be in brackets."""
    project = site_project.copy_sources(folder / "project")
    for path in (project / "plans").glob("*.yaml"):
        if plans and path.stem not in plans and path.parent.name == "plans":
            path.unlink()
    settings = (project / "mkdocs.yml").read_text("utf-8")
    assert "  language: en\n" in settings
    (project / "mkdocs.yml").write_text(settings.replace("  language: en\n", f"  language: {LANGUAGE}\n"), "utf-8")
    shutil.rmtree(project / "templates")
    write_pseudo_catalogue(folder / "locale")
    return project


def unmarked(project: Path, folder: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Build the project's pages in brackets; return what stands outside of them."""
    monkeypatch.setattr(voice, "CATALOGUES", folder / "locale")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", site_project.SOURCE_DATE_EPOCH)
    result = build_pages(project, lambda text: None)
    assert not result.failed, result.diagnostics
    pages = project / "build" / "pages"
    files = {
        path.relative_to(pages).as_posix(): path.read_bytes() for path in sorted(pages.rglob("*")) if path.is_file()
    }
    authors = AuthorWords(project)
    loose = {text.strip(): path for path, text in loose_texts(files, site_file(project)) if not authors.has(text)}
    return [f"{path}: {text}" for text, path in sorted(loose.items())]


def test_every_text_of_some_plans_is_a_message(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert unmarked(project_in_brackets(tmp_path, *FEW), tmp_path, monkeypatch) == []


@pytest.mark.long
def test_every_text_of_the_site_is_a_message(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert unmarked(project_in_brackets(tmp_path), tmp_path, monkeypatch) == []


def test_a_text_that_nobody_marked_is_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    project = project_in_brackets(tmp_path, "time-crunched")
    monkeypatch.setattr("generator.publish.words.effort", lambda band: "rather hard")
    monkeypatch.setitem(words._PURPOSES, "aerobic", "To be fit.")
    found = unmarked(project, tmp_path, monkeypatch)
    assert any("rather hard" in text for text in found), "a value inside of a message"
    assert any("To be fit" in text for text in found)


def test_what_stands_in_brackets_is_told_from_what_does_not() -> None:
    assert outside("⟦Rest ⟦day⟧⟧, then run ⟦now⟧") == ([", then run "], 0)
    assert outside("⟦open") == ([], 1)
    assert bracketed("| Age | 37 |\n|---|---|") == "| ⟦Age⟧ | 37 |\n|---|---|"
    assert bracketed("- one\n- two") == "- ⟦one⟧\n- ⟦two⟧"
