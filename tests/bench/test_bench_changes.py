"""What the benchmark changes between two builds, and how it finds that two sites are not the same."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from tools.bench.changes import change_exercise, change_plan, change_template
from tools.bench.measure import Failed
from tools.bench.trees import Size, articles_and_files, copy_files, differing, digests, size_of, want_same

ROOT = Path(__file__).parents[2]
PLAN = "plans/5k-10k-competitive.yaml"
EXERCISES = "plans/library/exercises.yaml"
WEEK = "templates/pages/week.md.j2"
CHANGES = [(change_plan, PLAN), (change_exercise, EXERCISES), (change_template, WEEK)]


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    for name in (PLAN, EXERCISES, WEEK):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy2(ROOT / name, tmp_path / name)
    return tmp_path


@pytest.mark.parametrize(("change", "file"), CHANGES)
def test_each_change_is_one_line_of_one_file_and_new_every_time(
    change: Callable[[Path, int], None], file: str, checkout: Path
) -> None:
    seen = [(checkout / file).read_text("utf-8").splitlines()]
    before = digests(checkout)
    for time in (1, 2, 3):
        change(checkout, time)
        seen.append((checkout / file).read_text("utf-8").splitlines())
        assert len(set(seen[-1]) - set(seen[-2])) == 1
    assert differing(before, digests(checkout)) == [file]
    assert len({tuple(one) for one in seen}) == len(seen)
    assert len(seen[-1]) == len(seen[1])


@pytest.mark.parametrize("change", [change_plan, change_exercise])
def test_a_change_that_finds_nothing_to_change_fails(change: Callable[[Path, int], None], checkout: Path) -> None:
    for name in (PLAN, EXERCISES):
        (checkout / name).write_text("title: nothing\n")
    with pytest.raises(Failed, match="not as this benchmark knows it"):
        change(checkout, 1)


def tree(folder: Path, **files: str) -> Path:
    for name, text in files.items():
        path = folder / name.replace("__", "/")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    return folder


def test_sites_that_differ_are_found_out(tmp_path: Path) -> None:
    one = tree(tmp_path / "one", a="1", b="2", sub__c="3", version="x")
    other = tree(tmp_path / "other", a="1", b="another", sub__d="3", version="y")
    assert differing(digests(one, ["version"]), digests(other, ["version"])) == ["b", "sub/c", "sub/d"]
    with pytest.raises(Failed, match="sites differ in 4 of 5 files: b, sub/c, sub/d, version"):
        want_same(digests(one), digests(other), "sites")
    want_same(digests(one), digests(one), "sites")


def test_what_stands_around_an_article_tells_no_pages_apart_but_all_else_does(tmp_path: Path) -> None:
    article = "<article class='x'>a\n{0}</article>"
    here = {
        "a.html": f"<nav>1</nav>{article}",
        "b.html": f"{article} b",
        "c.html": "1\n\n2",
        "d.js": "1\n\n2",
        "e.html": "3",
    }
    there = {"a.html": f"{article}<nav>2</nav>", "b.html": "b", "c.html": "1\n2", "d.js": "1\n2", "e.html": "4"}
    one, other = (articles_and_files(tree(tmp_path / name, **files)) for name, files in (("1", here), ("2", there)))
    assert differing(one, other) == ["b.html", "d.js", "e.html"]
    changed = articles_and_files(tree(tmp_path / "3", **here | {"a.html": here["a.html"].replace("{0}", "b")}))
    assert differing(one, changed) == ["a.html"]


def test_files_are_made_those_of_another_folder(tmp_path: Path) -> None:
    one = tree(tmp_path / "one", a="1", sub__c="3")
    other = tree(tmp_path / "other", a="2", b="old")
    copy_files(differing(digests(one), digests(other)), one, other)
    assert digests(one) == digests(other)


def test_a_site_is_measured(tmp_path: Path) -> None:
    week, plan = "plans__x__week-03__index.html", "plans__x__index.html"
    site = tree(
        tmp_path, **{week: "w" * 30, plan: "p" * 90, "sw.js": "s" * 5, "plans__x__week-04__index.html": "w" * 20}
    )
    assert size_of(site) == Size(pages=3, files=4, bytes=145, largest_week=30)
