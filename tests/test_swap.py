"""A finished folder takes the place of the published one: whole, at once, or not at all."""

import os
import threading
from pathlib import Path

import pytest

import generator.swap
from generator.swap import swap_in


def _folder(path: Path, text: str, pages: int = 3) -> Path:
    (path / "plans").mkdir(parents=True)
    for number in range(pages):
        (path / "plans" / f"{number}.html").write_text(text, "utf-8")
    return path


def _texts(path: Path) -> set[str]:
    return {page.read_text("utf-8") for page in path.rglob("*.html")}


def _without_exchange(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(generator.swap, "_exchanged", lambda one, other: False)


@pytest.fixture(params=["exchange", "two renames"])
def any_system(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Run with what the system has, and as on a system that can't exchange two names."""
    if request.param == "two renames":
        _without_exchange(monkeypatch)


@pytest.mark.usefixtures("any_system")
def test_the_new_folder_takes_the_place_of_the_old_one(tmp_path: Path) -> None:
    new, published = _folder(tmp_path / "build" / "next", "new"), _folder(tmp_path / "site", "old", pages=5)
    swap_in(new, published)
    assert _texts(published) == {"new"}
    assert len(list(published.rglob("*.html"))) == 3
    assert list((tmp_path / "build").iterdir()) == []


@pytest.mark.usefixtures("any_system")
def test_the_first_publication_needs_no_folder(tmp_path: Path) -> None:
    new = _folder(tmp_path / "build" / "next", "new")
    swap_in(new, tmp_path / "site")
    assert _texts(tmp_path / "site") == {"new"}
    assert not new.exists()


@pytest.mark.usefixtures("any_system")
def test_swapping_again_and_again_leaves_nothing_behind(tmp_path: Path) -> None:
    for text in ("one", "two", "three"):
        swap_in(_folder(tmp_path / "build" / "next", text), tmp_path / "site")
        assert _texts(tmp_path / "site") == {text}
    assert list((tmp_path / "build").iterdir()) == []


@pytest.mark.usefixtures("any_system")
def test_what_is_missing_can_t_be_published_and_the_old_folder_stays(tmp_path: Path) -> None:
    published = _folder(tmp_path / "site", "old")
    with pytest.raises(OSError, match="No such file"):
        swap_in(tmp_path / "build" / "next", published)
    assert _texts(published) == {"old"}


@pytest.mark.parametrize("problem", [PermissionError("this disk is read-only"), KeyboardInterrupt()], ids=repr)
def test_a_failed_second_rename_brings_the_old_folder_back(
    problem: BaseException, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _without_exchange(monkeypatch)
    new, published = _folder(tmp_path / "next", "new"), _folder(tmp_path / "site", "old")
    rename = os.replace

    def failing(one: Path, other: Path) -> None:
        if one == new:
            raise problem
        rename(one, other)

    monkeypatch.setattr(os, "replace", failing)
    with pytest.raises(type(problem)):
        swap_in(new, published)
    assert _texts(published) == {"old"}
    assert _texts(new) == {"new"}


def test_what_an_interrupted_swap_left_is_no_hindrance(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _without_exchange(monkeypatch)
    _folder(tmp_path / "next-old", "older")
    swap_in(_folder(tmp_path / "next", "new"), _folder(tmp_path / "site", "old"))
    assert _texts(tmp_path / "site") == {"new"}
    assert not (tmp_path / "next-old").exists()


def test_a_reader_always_finds_a_whole_folder(tmp_path: Path) -> None:
    published = _folder(tmp_path / "site", "0")
    done = threading.Event()
    missing: list[str] = []
    seen: set[str] = set()

    def read() -> None:
        while not done.is_set():
            try:
                seen.add((published / "plans" / "0.html").read_text("utf-8"))
            except FileNotFoundError as problem:
                missing.append(str(problem))

    reader = threading.Thread(target=read)
    reader.start()
    for number in range(1, 101):
        swap_in(_folder(tmp_path / "next", str(number), pages=1), published)
    done.set()
    reader.join()
    assert missing == []
    assert len(seen) > 1
