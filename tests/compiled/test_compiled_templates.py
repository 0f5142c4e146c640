"""Templates stay compiled from one run to the next, and nothing but what was compiled of them is ever run."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from pathlib import Path

import jinja2
import platformdirs
import pytest

from generator import compiled_templates
from generator.compiled_templates import CompiledTemplates, own_folder
from generator.template_faults import template_fault

SOURCES = {"page": "{% include 'inner' %}, {{ name | trim }}!", "inner": "Good {{ 'day ' | trim }}"}


class Counting(jinja2.Environment):
    """Counts what it compiles."""

    compiled = 0

    def compile(self, *given: object, **named: object) -> object:  # type: ignore[override]
        self.compiled += 1
        return super().compile(*given, **named)  # type: ignore[call-overload]


def environment(folder: Path, sources: dict[str, str] = SOURCES, made_with: str = "", **settings: object) -> Counting:
    cache = CompiledTemplates(made_with, folder)
    return Counting(loader=jinja2.DictLoader(sources), bytecode_cache=cache, **settings)  # type: ignore[arg-type]


def said(found: Counting) -> tuple[str, int]:
    """What a page says, and how many templates were compiled for it."""
    text = found.get_template("page").render(name="Ada ")
    return text, found.compiled


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder in which the page and what it includes are kept."""
    kept = tmp_path / "kept"
    kept.mkdir()
    assert said(environment(kept)) == ("Good day, Ada!", 2)
    return kept


def test_the_next_run_compiles_nothing(folder: Path) -> None:
    assert said(environment(folder)) == ("Good day, Ada!", 0)


def test_a_template_that_changed_is_compiled(folder: Path) -> None:
    assert said(environment(folder, SOURCES | {"inner": "Bad day"})) == ("Bad day, Ada!", 1)


def cut_short(content: bytes) -> bytes:
    return content[: len(content) // 2]


def one_bit(content: bytes) -> bytes:
    return content[:-5] + bytes([content[-5] ^ 1]) + content[-4:]


def nothing(content: bytes) -> bytes:
    return b""


def no_code(content: bytes) -> bytes:
    return b"not code at all, but long enough to have a hash"


@pytest.mark.parametrize("damage", [cut_short, one_bit, nothing, no_code], ids=lambda damage: damage.__name__)
def test_a_damaged_file_is_noticed_and_made_anew(folder: Path, damage: object) -> None:
    assert callable(damage)
    for path in folder.iterdir():
        path.write_bytes(damage(path.read_bytes()))
    assert said(environment(folder)) == ("Good day, Ada!", 2)
    assert said(environment(folder)) == ("Good day, Ada!", 0)


def test_a_file_under_another_files_name_is_noticed(folder: Path) -> None:
    one, other = sorted(folder.iterdir())
    first, second = one.read_bytes(), other.read_bytes()
    one.write_bytes(second)
    other.write_bytes(first)
    assert said(environment(folder)) == ("Good day, Ada!", 2)


def test_a_reader_that_checks_no_hash_runs_what_it_finds(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The seeded defect."""
    monkeypatch.setattr(compiled_templates, "_hash", lambda key, content: b"0" * 32)
    other = environment(folder, {"page": "Trouble", "inner": ""}, "other")
    assert said(other)[0] == "Trouble"
    (trouble,) = (path for path in folder.iterdir() if path.read_bytes().startswith(b"0" * 32))
    for path in folder.iterdir():
        path.write_bytes(trouble.read_bytes())
    assert said(environment(folder)) == ("Trouble", 0)


def test_what_is_folded_while_compiling_depends_on_the_environment(folder: Path) -> None:
    assert said(environment(folder, made_with="German"))[1] == 2
    assert said(environment(folder, finalize=lambda value: f"<{value}>")) == ("Good <day>, <Ada>!", 2)
    found = environment(folder)
    found.filters["trim"] = lambda value: "?"
    assert said(found) == ("Good ?, ?!", 2)


def test_a_folder_that_cannot_be_written_is_none(tmp_path: Path) -> None:
    nowhere = tmp_path / "file" / "kept"
    nowhere.parent.write_text("no folder")
    assert said(environment(nowhere)) == ("Good day, Ada!", 2)


def test_the_oldest_make_room(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(compiled_templates, "_MOST", 10)
    monkeypatch.setattr(compiled_templates, "_LEFT", 5)
    for number in range(12):
        old = folder / f"{number}.kept"
        old.write_bytes(b"")
        os.utime(old, ns=(number, number))
    assert said(environment(folder, made_with="new"))[1] == 2
    assert len(list(folder.iterdir())) == 6
    assert said(environment(folder, made_with="new"))[1] == 0


def test_it_is_the_users_own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    own = own_folder()
    assert own == tmp_path / "hardday" / "templates"
    assert stat.S_IMODE(own.stat().st_mode) == 0o700
    own.chmod(0o777)
    assert own_folder() is None
    own.chmod(0o700)
    own.parent.chmod(0o770)
    assert own_folder() is None


@pytest.fixture
def lenient() -> Iterator[None]:
    """Files are made for the user's group, too, or for all, as many systems have it."""
    before = os.umask(0)
    yield
    os.umask(before)


def test_what_is_kept_is_the_users_alone_whatever_others_files_are(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, lenient: None
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "home" / "cache"))
    own = own_folder()
    assert own is not None
    assert stat.S_IMODE(own.parent.stat().st_mode) == 0o700
    assert said(environment(own)) == ("Good day, Ada!", 2)
    assert {stat.S_IMODE(path.stat().st_mode) for path in own.iterdir()} == {0o600}


def test_where_no_home_is_known_no_folder_is_made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(platformdirs, "user_cache_path", lambda name: Path("~", ".cache", name))
    assert own_folder() is None
    assert not list(tmp_path.iterdir())


@pytest.mark.skipif(not hasattr(os, "geteuid"), reason="folders have no owner's number there")
def test_another_users_folder_is_left_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    assert own_folder() is not None
    me = os.geteuid()
    monkeypatch.setattr(os, "geteuid", lambda: me + 1)
    assert own_folder() is None


def test_a_link_is_no_folder_of_ones_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    (tmp_path / "elsewhere").mkdir(mode=0o700)
    (tmp_path / "hardday").mkdir(mode=0o700)
    (tmp_path / "hardday" / "templates").symlink_to(tmp_path / "elsewhere")
    assert own_folder() is None


def test_a_fault_is_told_with_its_line_by_what_was_kept(folder: Path) -> None:
    sources = {"page": "one\n{{ nobody.knows }}", "inner": ""}
    for _ in range(2):
        with pytest.raises(jinja2.UndefinedError) as told:
            environment(folder, sources).get_template("page").render()
        assert ("<template>", 2) in [(str(entry.path), entry.lineno + 1) for entry in told.traceback]


def test_the_same_template_in_two_projects_is_told_with_the_place_in_its_own(folder: Path, tmp_path: Path) -> None:
    for name in ("first", "second"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "page.j2").write_text("one\n{{ nobody.knows }}", "utf-8")
        loader, cache = jinja2.FileSystemLoader(tmp_path / name), CompiledTemplates("", folder)
        with pytest.raises(jinja2.UndefinedError) as told:
            jinja2.Environment(loader=loader, bytecode_cache=cache).get_template("page.j2").render()
        fault = template_fault(told.value, tmp_path)
        assert fault is not None
        assert (fault.place.path, fault.place.line) == (f"{name}/page.j2", 2)
