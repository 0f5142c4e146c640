"""What a warm preview serves is what a cold build publishes, byte for byte, whatever was edited before."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest
from everything import EVERYTHING
from serve_edits import BROKEN, GOOD, _line
from serve_project import EPOCH, built_files, checkout, cold_pages, cold_site, served_files, warm_desk

from generator.serve.desk import Desk

#: A build that fails in MkDocs or in a template says it in other words than a preview, which knows the line.
_ONLY_HERE = ("broken_template", "broken_theme", "broken_settings")


@pytest.fixture(autouse=True)
def _no_clock(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", EPOCH)


def _markdown(desk: Desk) -> tuple[dict[str, bytes], str]:
    pages = desk.shown.pages
    assert pages is not None
    return pages.sources(), pages.around.navigation


def _same_as_cold(desk: Desk, root: Path, draw: Random, told: str) -> None:
    """Compare every file that MkDocs is given, and pages drawn from those that changed and from all others."""
    cold = cold_site(root)
    assert set(desk.shown.errors) == cold.errors, told
    if cold.site is None:
        return
    files, navigation = _markdown(desk)
    whole = cold.site.whole()
    assert files.keys() == whole.keys(), told
    assert [path for path in whole if files[path] != whole[path]] == [], told
    assert navigation == cold.site.navigation, told
    anew, pages = cold_pages(root, cold.site), desk.shown.pages
    assert pages is not None
    assert pages.names() == anew.names(), told
    drawn = {*draw.sample(sorted(set(anew.names()) - {"version.json"}), 12), "index.html", "404.html", "sitemap.xml"}
    assert [name for name in sorted(drawn) if pages.file(name) != anew.file(name)] == [], told


def _edit_and_compare(root: Path, aside: Path, seed: int, edits: int, commands: int, every: int = 1) -> int:
    """Draw edits, apply each, mend what is broken. Return how many could be published.

    Each ``every``th is compared with what is worked out anew in this process, each ``commands``th with the command.
    """
    draw, desk, published = Random(seed), warm_desk(root), 0
    for number in range(edits):
        edit = draw.choice(BROKEN if draw.random() < 0.25 else GOOD)
        told = f"seed {seed}, edit {number}: {edit.__name__}"
        before = served_files(desk) if edit in BROKEN and number % 5 == 0 else None
        undo = edit(draw, root)
        desk.round()
        if edit.__name__ in _ONLY_HERE:
            assert desk.shown.errors, told
        elif number % every == 0:
            _same_as_cold(desk, root, draw, told)
        if desk.shown.errors:
            assert before is None or served_files(desk) == before, f"{told}: the last good site has changed"
            undo()
            desk.round()
            assert not desk.shown.errors, f"{told}, mended: {desk.shown.errors}"
            if number % every == 0:
                _same_as_cold(desk, root, draw, f"{told}, mended")
        else:
            published += 1
        if (number + 1) % commands == 0:
            assert _differences(served_files(desk), built_files(root, aside)) == [], told
    return published


def _differences(served: dict[str, bytes], built: dict[str, bytes]) -> list[str]:
    return sorted(name for name in served.keys() | built.keys() if served.get(name) != built.get(name))


def test_warm_is_cold_after_ten_drawn_edits(tmp_path: Path) -> None:
    edits = 10 if EVERYTHING else 5
    published = _edit_and_compare(
        checkout(tmp_path / "project"), tmp_path / "cold", seed=1, edits=edits, commands=edits, every=3
    )
    assert published >= edits // 2


def test_names_stand_in_a_built_navigation_as_in_a_served_one(tmp_path: Path) -> None:
    """Themes print them unescaped, so none may hold markup, whichever way the navigation is made."""
    root = checkout(tmp_path / "project")
    for path in (root / "plans").glob("*.yaml"):
        _line(path, "title", f"'{path.stem} <blink>a</blink> & \"b\" `c`'")
    for path in ("exercises.yaml", "glossary.yaml"):
        _line(
            root / "plans" / "library" / path, "name" if path == "exercises.yaml" else "term", "'<blink>x</blink> & y'"
        )
    desk = warm_desk(root)
    assert not desk.shown.errors
    built = built_files(root, tmp_path / "cold")
    assert _differences(served_files(desk), built) == []
    assert [name for name, content in built.items() if name.endswith(".html") and b"<blink>" in content] == []


@pytest.mark.long
@pytest.mark.parametrize("seed", range(2, 12))
def test_warm_is_cold_after_two_hundred_drawn_edits(tmp_path: Path, seed: int) -> None:
    _edit_and_compare(checkout(tmp_path / "project"), tmp_path / "cold", seed=seed, edits=20, commands=10)
