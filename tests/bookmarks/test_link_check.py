"""Every link of a built site is followed, quickly, and what lychee finds is found, too."""

from __future__ import annotations

import sys
import time
from pathlib import Path

import pytest

from generator.link_check import dead_links

sys.path.insert(0, str(Path(__file__).parents[1] / "site"))
from site_gates import dead_links_by_lychee

PAGE = """<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{title}</title>{head}</head>
<body><h1 id="top-of-it">{title}</h1><p id="über">{body}</p></body></html>"""


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """Three sound pages, a picture, a style sheet, a manifest."""
    folder = tmp_path / "site"
    pages = {
        "index.html": '<a href="plans/">Plans</a> <a href="plans/x/#top-of-it">X</a> <a href="#über">here</a>',
        "plans/index.html": '<a href="x/">X</a> <img src="../a%20picture.png" alt="" srcset="../a%20picture.png 2x">',
        "plans/x/index.html": '<a href="../../?a=1#%C3%BCber">home</a> <a href="https://elsewhere.example.org/nowhere/">no</a>',
    }
    for path, body in pages.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(PAGE.format(title=path, head="", body=body), "utf-8")
    (folder / "a picture.png").write_bytes(b"")
    (folder / "main.css").write_text('body { background: url("a picture.png") } /* url(gone.png) */', "utf-8")
    (folder / "manifest.webmanifest").write_text('{"start_url": "./", "icons": [{"src": "a picture.png"}]}', "utf-8")
    return folder


def plant(site: Path, body: str = "", head: str = "", page: str = "plans/index.html") -> None:
    text = (site / page).read_text("utf-8")
    (site / page).write_text(text.replace("</body>", f"{body}</body>").replace("</head>", f"{head}</head>"), "utf-8")


def told(site: Path, url: str = "") -> list[str]:
    return [str(found) for found in dead_links(site, url, "site")]


def test_a_sound_site_has_nothing(site: Path) -> None:
    (site / "main.css").write_text('body { background: url("a picture.png") }', "utf-8")
    assert told(site) == []
    assert dead_links_by_lychee(site) == []


@pytest.mark.parametrize(
    "body",
    [
        '<a href="y/">Y</a>',
        "<a href=y/>Y</a>",
        "<a href='y/'>Y</a>",
        '<a href="x/#bottom">bottom</a>',
        '<a href="#nowhere">nowhere</a>',
        '<img src="squat.png" alt="">',
        '<img alt="" src="../a%20picture.png" srcset="../a%20picture.png 1x, ../larger.png 2x">',
        '<a href="../plans/x/index.htm">X</a>',
    ],
)
def test_planted_defects_are_found_by_both(site: Path, body: str) -> None:
    plant(site, body)
    (found,) = told(site)
    assert found.startswith("site/plans/index.html:2:")
    assert "/plans/ links to what does not exist" in found
    assert dead_links_by_lychee(site) != []


@pytest.mark.parametrize(
    ("head", "body"),
    [
        ('<link rel="stylesheet" href="gone.css">', ""),
        ('<meta http-equiv="refresh" content="0; url=../gone/">', ""),
        ('<noscript><meta http-equiv="refresh" content="0; url=gone/"></noscript>', ""),
        ("", '<script src="main.js"></script>'),
        ("", '<p style="background: url(gone.png)">'),
        ("", '<svg><use href="#nowhere"></use></svg>'),
        ("", '<a href="../../outside/">out</a>'),
        ("", '<a href="https://training.example.org/gone/">ours</a>'),
        ("", '<a href="/gone/">ours</a>'),
        ("", '<A HREF="y&amp;z/">Y</A>'),
    ],
)
def test_more_that_is_found(site: Path, head: str, body: str) -> None:
    (site / "main.css").unlink()
    plant(site, body, head)
    assert len(told(site, "https://training.example.org/")) == 1


@pytest.mark.parametrize(
    ("file", "text"),
    [
        ("main.css", "body { background: url(gone.png) }"),
        ("main.css", '@import "gone.css";'),
        ("manifest.webmanifest", '{"icons": [{"src": "gone.png"}]}'),
        ("assets/js-1a2b/main.js", 'import { h } from "./gone.js";\n'),
        ("assets/js-1a2b/main.js", 'const later = () => import("./gone.js");\n'),
    ],
)
def test_style_sheets_the_manifest_and_modules_are_followed(site: Path, file: str, text: str) -> None:
    (site / "main.css").unlink()
    (site / file).parent.mkdir(parents=True, exist_ok=True)
    (site / file).write_text(text, "utf-8")
    (found,) = told(site)
    assert found.startswith(f"site/{file}:1:")


@pytest.mark.parametrize(
    "body",
    [
        "<!-- <a href='gone/'>was here</a> -->",
        '<pre>&lt;a href="gone/"&gt;</pre>',
        '<a href="mailto:a@b.example.org">mail</a> <a href="tel:+1">call</a> <a href="data:,x">data</a>',
        '<a href="//other.example.org/x">other</a> <a href="#">top</a> <a href="#top">top</a>',
        '<a href="x/#:~:text=words">words</a> <a href="">here</a>',
        '<meta name="description" content="0; url of nothing">',
        '<a href="https://training.example.org/plans/x/">ours</a> <a href="/plans/x/">ours</a>',
    ],
)
def test_what_is_no_link_of_ours_is_left_alone(site: Path, body: str) -> None:
    (site / "main.css").unlink()
    plant(site, body)
    assert told(site, "https://training.example.org/") == []


def test_below_a_path_an_address_from_the_host_s_root_is_dead(site: Path) -> None:
    (site / "main.css").unlink()
    plant(site, '<a href="/clinic/plans/">ours</a> <a href="https://x.example.org/clinic/plans/x/">ours</a>')
    assert told(site, "https://x.example.org/clinic/") == []
    plant(site, '<a href="/plans/">not ours</a>')
    assert len(told(site, "https://x.example.org/clinic/")) == 1


def test_one_defect_of_a_template_is_told_once(site: Path) -> None:
    (site / "main.css").unlink()
    for number in range(30):
        (site / "plans" / str(number)).mkdir()
        body = '<a href="../../gone/">gone</a>'
        (site / "plans" / str(number) / "index.html").write_text(PAGE.format(title="", head="", body=body), "utf-8")
    (found,) = told(site)
    assert found.endswith("; so do 29 more pages")


def test_two_thousand_pages_take_a_few_seconds(site: Path) -> None:
    links = "".join(f'<a href="../{number}/#top-of-it">{number}</a>' for number in range(150))
    body = links + "<p>" + "words of a page " * 1800 + "</p>"
    for number in range(2100):
        (site / "plans" / str(number)).mkdir()
        (site / "plans" / str(number) / "index.html").write_text(PAGE.format(title="", head="", body=body), "utf-8")
    (site / "main.css").unlink()
    began = time.process_time()
    assert told(site) == []
    assert time.process_time() - began < 10
