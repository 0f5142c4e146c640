"""The clinic's name, contact, booking link, colors and logo are told once, in `extra.clinic` of mkdocs.yml."""

from __future__ import annotations

import html
import re
import shutil
from pathlib import Path
from typing import Any

import pytest
import yaml
from everything import EVERYTHING
from site_gates import nothing
from site_pages import addresses, page_file
from site_project import build, copy_sources, few_plans

from generator.settings.reading import KNOWN

pytestmark = pytest.mark.site

NAME = 'O\'Brien & Sons "Physical" Therapy <PT>'
OTHER_CLINIC: dict[str, Any] = {
    "name": NAME,
    "phone": "",
    "email": "care@other.example.org",
    "address": "2 Other Road",
    "booking": "https://other.example.org/book?from=plans&kind=first",
    "booking_text": "Come and see us",
    "logo": "mark.png",
    "colors": {"header": "#123456", "header_text": "#fefefe", "link": "#234567", "link_dark": "#aabbcc"},
    "disclaimer": "Other words of caution.",
    "imprint": "Other Clinic, Registered\nCounty court 123\n\nAnswerable: <Pat> & sons",
    "privacy": "Other words on privacy.",
    "review_after": "2 years",
    "reviewed_reminder": "",
    "embed_on": ["https://other.example.org"],
    "headers_file": True,
}


@pytest.fixture(scope="module")
def others_pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """The pages of the same plans, published by another clinic; of two of them while you work."""
    project = copy_sources(tmp_path_factory.mktemp("clinic") / "project")
    if not EVERYTHING:
        few_plans(project, "marathon-competitive", "return-from-injury")
    settings = project / "mkdocs.yml"
    text = settings.read_text(encoding="utf-8")
    assert set(KNOWN) == OTHER_CLINIC.keys(), "a setting of the clinic that no test changes"
    (project / "clinic").mkdir(exist_ok=True)
    shutil.copy2(project / "templates" / "assets" / "icons" / "favicon.png", project / "clinic" / "mark.png")
    before, after = re.split(r"\n  clinic:\n(?:    .*\n)+", text)
    settings.write_text(f"{before}\n  clinic: {yaml.safe_dump(OTHER_CLINIC, default_flow_style=True)}{after}", "utf-8")
    site = build(project)
    assert "frame-ancestors 'self' https://other.example.org\n" in (site / "_headers").read_text(encoding="utf-8")
    return {address: page_file(site, address).read_text(encoding="utf-8") for address in addresses(site)}


def lacking(pages: dict[str, str], text: str) -> list[str]:
    return [address for address, page in pages.items() if text not in page]


@pytest.mark.parametrize(
    "text",
    [
        f"<b>{NAME.replace('&', '&amp;').replace('<', '&lt;').replace('>', '&gt;')}</b>",
        '<a href="mailto:care@other.example.org">',
        "2 Other Road",
        'href="https://other.example.org/book?from=plans&kind=first"',
        "Come and see us",
        "Other words of caution.",
        "--clinic-header:#123456;--clinic-header-text:#fefefe;--clinic-link:#234567;--clinic-link-dark:#aabbcc",
        '<meta name="theme-color" content="#123456">',
    ],
)
def test_every_page_shows_what_was_changed(text: str, others_pages: dict[str, str]) -> None:
    unescaped = {address: html.unescape(page) for address, page in others_pages.items()}
    nothing(lacking(unescaped, html.unescape(text)))


def test_a_name_cannot_break_the_markup(others_pages: dict[str, str]) -> None:
    nothing([address for address, page in others_pages.items() if "<PT>" in page])


def test_imprint_and_privacy_are_the_clinics(others_pages: dict[str, str]) -> None:
    assert "<p>Other Clinic, Registered<br>" in others_pages["imprint/"]
    assert "&lt;Pat&gt; &amp; sons</p>" in others_pages["imprint/"].replace("&#60;", "&lt;").replace(
        "&#62;", "&gt;"
    ).replace("&#38;", "&amp;")
    assert "<p>Other words on privacy.</p>" in html.unescape(others_pages["privacy/"])
    for page in ("imprint", "privacy"):
        nothing([at for at, text in others_pages.items() if not re.search(rf'href="[./a-z]*{page}/"|href="./"', text)])


def test_nothing_of_the_example_is_left(others_pages: dict[str, str]) -> None:
    left = re.compile(r'Example Clinic|clinic\.example\.org|"tel:|#0f5c6e', re.IGNORECASE)
    nothing([address for address, page in others_pages.items() if left.search(page)])


def test_the_logo_is_named_after_the_clinic(others_pages: dict[str, str]) -> None:
    logo = re.compile(r'<img src="[^"]*assets/clinic/logo-[0-9a-f]{8}\.png" alt="([^"]*)">')
    names = {html.unescape(name) for page in others_pages.values() for name in logo.findall(page)}
    assert names == {NAME}


@pytest.mark.parametrize(
    "clinic", ["", pytest.param("  clinic: {name: A, colors: {}, embed_on: }\n", marks=pytest.mark.long)]
)
def test_a_project_that_says_little_of_its_clinic_builds(clinic: str, tmp_path: Path) -> None:
    project = copy_sources(tmp_path / "project")
    few_plans(project, "time-crunched")
    settings = project / "mkdocs.yml"
    text = settings.read_text(encoding="utf-8")
    before, after = re.split(r"\n  clinic:\n(?:    .*\n)+", text)
    settings.write_text(f"{before}\n{clinic}{after}", encoding="utf-8")
    site = build(project)
    for address in addresses(site):
        page = page_file(site, address).read_text(encoding="utf-8")
        assert "--clinic-header:#0f5c6e;" in page, address
        assert not re.search(r'href="(tel:|mailto:)?"|<address[^>]*>\s*</address>|]\(\)', page), address
