"""What a preview must not forget: each of these defects is put in, and the comparison with a cold build turns red."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from library_texts import read_library_texts
from serve_project import EPOCH, checkout, served_files, warm_desk

from generator import inputs
from generator.publish import parts
from generator.publish.parts import Remembered
from generator.serve import warm
from generator.serve.desk import Desk, _Anew
from generator.serve.pages import Around

Defect = Callable[[pytest.MonkeyPatch], None]


@pytest.fixture(autouse=True)
def _no_clock(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", EPOCH)


def _navigation(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(Around, "__eq__", lambda one, other: (one.paths, one.settings) == (other.paths, other.settings))


def _extends(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(inputs, "_SEES_OTHERS", re.compile(b"nothing such"))


def _made_of(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(parts, "_same", lambda one, other: len(one) == len(other))


def _theme(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(Around, "__eq__", lambda one, other: (one.paths, one.navigation) == (other.paths, other.navigation))


def _library(patch: pytest.MonkeyPatch) -> None:
    before = read_library_texts(Path(__file__).parents[2] / "plans" / "library")
    patch.setattr(warm, "LibraryTexts", lambda texts: before)


@pytest.mark.long
@pytest.mark.parametrize(
    ("defect", "file", "old", "new"),
    [
        (_navigation, "plans/winter.yaml", "title: Off-season strength", "title: Strong by spring"),
        (_extends, "plans/winter.yaml", "easy_pace: 5:30", "easy_pace: 5:50"),
        (_made_of, "plans/winter.yaml", "easy_pace: 5:30", "easy_pace: 5:50"),
        (_theme, "templates/theme/main.html", "", "<!-- a line more -->"),
        (_library, "plans/library/exercises.yaml", "name: Back squat", "name: Back squat to a box"),
    ],
)
def test_a_preview_that_forgets_is_found_out(tmp_path: Path, defect: Defect, file: str, old: str, new: str) -> None:
    root = checkout(tmp_path / "project")
    with pytest.MonkeyPatch.context() as patch:
        defect(patch)
        desk = warm_desk(root)
        path = root / file
        text = path.read_text("utf-8")
        path.write_text(text.replace(old, new, 1) if old else text + new, "utf-8")
        desk.round()
        served = served_files(desk)
    assert served != served_files(warm_desk(root))


def test_what_prints_differently_is_not_the_same() -> None:
    made = Remembered()
    values = (1, 1.0, True, "1", {"a": 1, "b": 2}, {"b": 2, "a": 1}, [1], (1,))
    assert [made("part", (value,), lambda value=value: repr(value)) for value in values] == list(map(repr, values))


def test_the_same_is_made_once_and_what_nobody_asks_for_is_forgotten() -> None:
    made, count = Remembered(), list[int]()
    for _ in range(3):
        made(("page", "a"), ("text", 1), lambda: count.append(1))
    assert len(count) == 1
    made.forget_unused()
    made.forget_unused()
    made(("page", "a"), ("text", 1), lambda: count.append(1))
    assert len(count) == 2


def test_a_save_that_takes_back_what_is_half_shown_is_not_taken_for_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = checkout(tmp_path / "project")
    desk, path = warm_desk(root), root / "plans" / "winter.yaml"
    text, page = path.read_text("utf-8"), "plans/winter/index.html"
    pages = desk.shown.pages
    assert pages is not None
    before = pages.file(page)
    with desk.looking_at(page), monkeypatch.context() as patch:
        patch.setattr(Desk, "_pause", _saved_again(path, text))
        path.write_text(text.replace("title: Off-season strength", "title: Strong by spring"), "utf-8")
        desk.round()
        assert desk.shown.pages is not None
        assert b"Strong by spring" in (desk.shown.pages.file(page) or b"")
    desk.round()
    assert desk.shown.pages is not None
    assert desk.shown.pages.file(page) == before


def _saved_again(path: Path, text: str) -> Callable[[Desk], None]:
    def pause(desk: Desk) -> None:
        path.write_text(text, "utf-8")
        raise _Anew

    return pause
