"""No page of the site leads nowhere; and both judges see it when one does."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from site_gates import dead_links_by_html_proofer, dead_links_by_lychee, nothing

pytestmark = pytest.mark.site
Gate = Callable[[Path], list[str]]
GATES = pytest.mark.parametrize("gate", [dead_links_by_lychee, dead_links_by_html_proofer])

SOUND = """<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{title}</title></head>
<body><h1 id="top">{title}</h1><p><a href="{link}">elsewhere</a></p>{more}</body></html>"""


def two_pages(folder: Path, link: str = "second/#top", more: str = "") -> Path:
    (folder / "second").mkdir()
    (folder / "index.html").write_text(SOUND.format(title="First", link=link, more=more), encoding="utf-8")
    (folder / "second" / "index.html").write_text(SOUND.format(title="Second", link="../", more=""), encoding="utf-8")
    return folder


@pytest.mark.parametrize(
    "gate", [dead_links_by_lychee, pytest.param(dead_links_by_html_proofer, marks=pytest.mark.long)]
)
def test_the_site_has_no_dead_link(gate: Gate, built_site: Path) -> None:
    nothing(gate(built_site))


@GATES
def test_two_sound_pages_pass(gate: Gate, tmp_path: Path) -> None:
    assert gate(two_pages(tmp_path)) == []


@GATES
@pytest.mark.parametrize("link", ["third/", "second/#bottom"], ids=["dead-page", "dead-anchor"])
def test_a_dead_link_is_found(gate: Gate, link: str, tmp_path: Path) -> None:
    assert len(gate(two_pages(tmp_path, link=link))) == 1


@GATES
def test_a_missing_picture_is_found(gate: Gate, tmp_path: Path) -> None:
    assert gate(two_pages(tmp_path, more='<img src="squat.png" alt="A squat">')) != []
