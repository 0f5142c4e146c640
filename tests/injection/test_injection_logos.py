"""A clinic's logo comes from the clinic's own folder, however good a picture its setting leads to."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml

from generator.settings import logo, read_settings

#: Names that lead out of clinic/, or below it, to pictures that could well stand on a page.
OUTSIDE = (
    *("../x.svg", "../../x.svg", "clinic/../x.svg", "inner/../../x.svg", "inner/mark.svg", "plans/../../x.svg"),
    *("/x.svg", "/clinic/mark.svg", "linked/x.svg"),
)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project with good pictures in its clinic's folder, below it, beside it, above it, and behind links."""
    root = tmp_path / "project"
    folder = root / "clinic"
    for name in ("inner", "plans"):
        (folder / name).mkdir(parents=True)
    for place in (folder / "mark.svg", folder / "inner" / "mark.svg", root / "x.svg", tmp_path / "x.svg"):
        place.write_bytes(b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"/>')
    (folder / "link.svg").symlink_to(root / "x.svg")
    (folder / "linked").symlink_to(root)
    return root


def is_taken(project: Path, name: str) -> bool:
    """True if a picture of this name comes onto pages; one that does not is told with its place."""
    named = f"{project}{name}" if name.startswith("/") else name
    (project / "mkdocs.yml").write_text(yaml.safe_dump({"extra": {"clinic": {"logo": named}}}), "utf-8")
    settings = read_settings(project)
    told = [str(one) for one in settings.diagnostics]
    assert settings.clinic.logo or any(one.startswith("mkdocs.yml:") for one in told), told
    return settings.clinic.logo is not None


def with_a_folder_that_is_a_link(project: Path) -> Path:
    """The project with its clinic's folder behind a link."""
    (project / "clinic").rename(project.parent / "elsewhere")
    (project / "clinic").symlink_to(project.parent / "elsewhere")
    return project


def test_a_logo_comes_from_nowhere_else(project: Path) -> None:
    assert is_taken(project, "mark.svg")
    assert is_taken(project, "clinic/mark.svg")
    assert [name for name in (*OUTSIDE, "link.svg") if is_taken(project, name)] == []
    assert not is_taken(with_a_folder_that_is_a_link(project), "mark.svg")


def test_a_reader_that_takes_any_path_is_noticed(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(logo, "_NAME", re.compile(r".*\.([A-Za-z]{3,4})"))
    assert [name for name in OUTSIDE if not is_taken(project, name)] == []


def test_a_reader_that_follows_links_is_noticed(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Path, "is_symlink", lambda path: False)
    assert is_taken(project, "link.svg")
    assert is_taken(with_a_folder_that_is_a_link(project), "mark.svg")
