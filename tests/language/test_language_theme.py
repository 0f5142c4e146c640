"""Around every page MkDocs prints our words of the catalogue, and the theme its own in the same language."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import site_project
from author_words import AuthorWords
from language_projects import project_in
from pseudo_language import CLOSE, LANGUAGE, OPEN, write_pseudo_catalogue
from site_texts import outside

from generator.build import build_site
from generator.language import voice
from generator.publish.theme_words import SAID_IN_SETTINGS
from generator.report.progress import unseen
from generator.settings.document import FILE


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a published site of one plan in the language of brackets."""
    folder = tmp_path_factory.mktemp("brackets")
    project = project_in(LANGUAGE, folder, "time-crunched")
    write_pseudo_catalogue(folder / "locale")
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(voice, "CATALOGUES", folder / "locale")
        patched.setenv("SOURCE_DATE_EPOCH", site_project.SOURCE_DATE_EPOCH)
        result = build_site(project, unseen)
    assert not result.failed, result.diagnostics
    return project / "site"


def _page(site: Path, address: str) -> str:
    return (site / address / "index.html" if not address.endswith(".html") else site / address).read_text("utf-8")


def _visible(html: str) -> list[str]:
    return [piece for piece in outside(re.sub(r"<[^<>]*>", " ", html))[0] if re.search(r"[^\W\d_]", piece)]


def test_a_page_says_its_language(site: Path) -> None:
    assert f'<html lang="{LANGUAGE}"' in _page(site, "plans/time-crunched")


def test_the_footer_is_in_the_language(site: Path) -> None:
    footer = re.search(r'<footer class="md-footer hd-footer">.*?</footer>', _page(site, ""), re.S)
    assert footer
    authors = AuthorWords(site.parent)
    assert [piece for piece in _visible(footer[0]) if not authors.has(piece)] == []
    assert outside(re.findall(r'aria-label="([^"]*)"', footer[0])[0])[0] == []


def test_labels_that_we_mend_are_in_the_language(site: Path) -> None:
    html = _page(site, "rules/cutback")
    for said in ("Search", "Breadcrumbs", "Table of contents"):
        assert f'aria-label="{OPEN}{said}{CLOSE}"' in html
    for said in SAID_IN_SETTINGS.values():
        assert f'"{OPEN}{said}{CLOSE}"' in html, said
        assert f'"{said}"' not in html, said


def test_the_page_for_missing_addresses_is_in_the_language(site: Path) -> None:
    article = re.search(r'<h1 id="missing">.*?</p>', _page(site, "404.html"), re.S)
    assert article
    assert _visible(article[0]) == []
    assert 'href="/plans/"' in article[0] or "plans/" in article[0]


def test_what_is_translated_of_the_settings_stands_in_those_that_are_shipped() -> None:
    shipped = (site_project.ROOT / FILE).read_text("utf-8")
    for said in SAID_IN_SETTINGS.values():
        assert said in shipped
