"""A site that is looked at in parts has the dead ends that are found on the whole of it, told in the same words."""

from __future__ import annotations

import itertools
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import followed_plainly
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from generator.link_check import Look, dead_links, dead_links_of, look
from generator.link_check.said import PageReader, page_said
from generator.model.finding import Diagnostic
from generator.parts.codec import decode, encode

URL = "https://training.example.org/clinic/"
#: What pages are drawn of: links that are sound, dead or none, attributes over several lines, text that looks like one.
PIECES = (
    '<a href="b/">', '<a href="../a/#one">', "<a href='../gone/'>", '<a href="../../">', "<a href=c/d/#three>",
    '<a href="#two">', '<a href="/clinic/a/">', '<a href="/a/">', f'<a href="{URL}a/b/#one">', '<a href="">',
    f'<link href="{URL}gone/#one">', '<a href="../../../../x/">', '<a href="?x=1#%C3%BC">', '<a href="#top">',
    '<img src="../p%20q.png" srcset="../p%20q.png 2x, ../gone.png 3x">', '<p style="background: url(gone.png)">',
    '<p id="one">', "<p id='two'>", "<p id=three>", '<p id="ü">', '<p id="__own">', '<a href="#__own">',
    '<meta http-equiv="refresh" content="0; url=../gone/">', '<meta name="x" content="0; url=no">',
    "<!-- ", " -->", "<a href", "=", '"', "'", "\n", "\n", "\n", "\n ", "\r\n", " content ", " name", ' href="',
    " id='", "../a/", "gone/", "&amp;", "&#34;", ">", "words = more", "\xa0",
)  # fmt: skip
FILES = ("index.html", "a/index.html", "a/b/index.html", "c/d/index.html", "404.html", "a/x.html")
BESIDE = {
    "p q.png": b"",
    "a/plan.json": b"{}",
    "main.css": b'@import "gone.css"; p { background: url("p q.png") }',
    "assets/js-1/main.js": b'import "./gone.js";\nimport "../../a/plan.json";\n',
    "manifest.webmanifest": b'{"start_url": "./", "icons": [{"src": "gone.png"}]}',
}
TEXTS = st.lists(st.sampled_from(PIECES), max_size=14).map("".join)
SITES = st.fixed_dictionaries({}, optional=dict.fromkeys(FILES, TEXTS)).map(
    lambda pages: BESIDE | {file: text.encode() for file, text in pages.items()}
)


def in_parts(site: Mapping[str, bytes], part_of: Mapping[str, int], url: str = URL) -> list[Look]:
    """Look at each part as the process that made it does, and read the look back as a record keeps it."""
    parts: dict[int, dict[str, bytes]] = {}
    for file, content in site.items():
        parts.setdefault(part_of.get(file, 0), {})[file] = content
    return [decode(Look, encode(look(part, (), url))) for part in parts.values()]


def joined(site: Mapping[str, bytes], looks: list[Look], url: str = URL) -> tuple[Diagnostic, ...]:
    return dead_links_of(looks, site.keys(), site.__getitem__, url, "site")


def written(site: Mapping[str, bytes], folder: Path) -> Path:
    for file, content in site.items():
        (folder / file).parent.mkdir(parents=True, exist_ok=True)
        (folder / file).write_bytes(content)
    return folder


@settings(max_examples=250)
@given(SITES, st.dictionaries(st.sampled_from((*FILES, *BESIDE)), st.integers(0, 2)))
def test_drawn_sites(tmp_path_factory: Any, site: dict[str, bytes], part_of: dict[str, int]) -> None:
    folder = written(site, tmp_path_factory.mktemp("drawn"))
    expected = followed_plainly.dead_links(folder, URL, "site")
    assert joined(site, in_parts(site, part_of)) == expected
    assert dead_links(folder, URL, "site") == expected


@settings(max_examples=400)
@given(st.lists(TEXTS, min_size=1, max_size=5))
@example(['<p title="Skip to content\n">\n<a href\n="x/">', "Skip to content\n"])
@example(["\n<a href='x", "\n<a href='x\ny/'>"])
def test_a_page_says_the_same_whatever_was_read_before(pages: list[str]) -> None:
    reader = PageReader()
    for text in pages:
        assert reader.read(text.encode()) == page_said(text.encode())


def site_of(plans: int, weeks: int, spoiled: str = "") -> dict[str, bytes]:
    """Plans with a page a week: each week leads to the next, each plan to a shared page; ``spoiled`` is on all."""
    pages = {"index.html": '<p id="here">' + "".join(f'<a href="p{n}/#here">' for n in range(plans))}
    for plan in range(plans):
        pages[f"p{plan}/index.html"] = '<p id="here"><a href="w0/">'
        for week in range(weeks):
            on = f'<a href="../w{week + 1}/#here">' if week + 1 < weeks else '<a href="../#here">'
            pages[f"p{plan}/w{week}/index.html"] = f'<p id="here">\n<a href="../../#here">\n{on}\n{spoiled}'
    return {file: text.encode() for file, text in pages.items()}


def by_plan(site: Mapping[str, bytes]) -> list[Look]:
    return in_parts(site, {file: int(file[1 : file.index("/")]) + 1 for file in site if file[0] == "p"})


def test_what_leads_out_of_a_plan_is_all_that_is_kept() -> None:
    (shared, plan, _) = by_plan(site_of(plans=2, weeks=12))
    assert plan.leaving == (("", "here"),)
    assert len(plan.anchors) == 13
    assert shared.leaving == (("p0/", "here"), ("p1/", "here"))


def test_no_file_is_read_again_where_all_is_well() -> None:
    site = site_of(plans=3, weeks=4)
    assert dead_links_of(by_plan(site), site.keys(), nobody_asks, URL) == ()


def nobody_asks(file: str) -> bytes:
    raise AssertionError(file)


def test_only_parts_with_a_dead_end_are_read_again() -> None:
    site = site_of(plans=3, weeks=4)
    site["p1/w2/index.html"] += b'<a href="../../p2/w9/">'
    read: list[str] = []

    def reading(file: str) -> bytes:
        read.append(file)
        return site[file]

    (found,) = dead_links_of(by_plan(site), site.keys(), reading, URL, "site")
    assert str(found) == (
        "site/p1/w2/index.html:4:10: error /p1/w2/ links to what does not exist: '../../p2/w9/' is not there"
    )
    assert {file[:3] for file in read} == {"p1/"}


@pytest.mark.parametrize("order", list(itertools.permutations(range(3))))
def test_a_frame_s_dead_end_is_told_once_whatever_the_order_of_the_parts(order: tuple[int, ...]) -> None:
    site = site_of(plans=2, weeks=3, spoiled='<a href="../../gone/">')
    looks = by_plan(site)
    (found,) = joined(site, [looks[n] for n in order])
    assert str(found).startswith("site/p0/w0/index.html:4:10: error /p0/w0/ links")
    assert str(found).endswith("'../../gone/' is not there; so do 5 more pages")


def test_other_names_of_a_part_are_there() -> None:
    page = {"p/index.html": b'<a href="calendar.ics"><a href="plan.json">'}
    assert look(page, ["p/calendar.ics"]).leaving == (("p/plan.json", ""),)


@pytest.mark.site
def test_the_built_site_and_a_spoiled_copy(built_site: Path, tmp_path: Path) -> None:
    served = "https://training.example.org/"
    files = {path.relative_to(built_site).as_posix(): path for path in built_site.rglob("*") if path.is_file()}
    site = {file: path.read_bytes() for file, path in files.items()}
    plans = sorted({file.split("/")[1] for file in site if file.startswith("plans/") and file.count("/") > 1})
    part_of = {file: part for part, name in enumerate(plans, 1) for file in site if file.startswith(f"plans/{name}/")}
    assert joined(site, in_parts(site, part_of, served), served) == ()
    for file in site:
        if part_of.get(file) == 1:
            site[file] = site[file].replace(b'id="mon"', b'id="monday"').replace(b"../rules/hosts/", b"../rules/hostz/")
    expected = followed_plainly.dead_links(written(site, tmp_path), served, "site")
    assert len(expected) > 1
    assert joined(site, in_parts(site, part_of, served), served) == expected
