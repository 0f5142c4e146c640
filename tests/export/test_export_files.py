"""Exported files are whole, and nobody else's file is written over."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from generator.export import files
from generator.export.files import LIST, strangers, write_tables, write_whole

ONE = {"weeks.csv": b"a\r\n", "days.csv": b"b\r\n"}


def test_a_second_export_writes_over_the_first(tmp_path: Path) -> None:
    folder = tmp_path / "new" / "out"
    write_tables(folder, ONE)
    assert not list(strangers(folder, ONE))
    write_tables(folder, {"weeks.csv": b"c\r\n"})
    assert (folder / "weeks.csv").read_bytes() == b"c\r\n"
    assert not list(strangers(folder, ONE))
    assert sorted(os.listdir(folder)) == [LIST, "days.csv", "weeks.csv"]


def test_a_file_of_somebody_elses_or_changed_since_is_told(tmp_path: Path) -> None:
    (tmp_path / "weeks.csv").write_text("mine")
    assert list(strangers(tmp_path, ONE)) == [f"{tmp_path / 'weeks.csv'} is there already and was not made by hardday"]
    (tmp_path / "weeks.csv").unlink()
    write_tables(tmp_path, ONE)
    (tmp_path / "days.csv").write_text("b, corrected by hand")
    assert list(strangers(tmp_path, ONE)) == [f"{tmp_path / 'days.csv'} is there already and was changed since"]


def test_links_and_folders_are_told(tmp_path: Path) -> None:
    (tmp_path / "elsewhere").write_text("kept")
    (tmp_path / "weeks.csv").symlink_to(tmp_path / "elsewhere")
    (tmp_path / "days.csv").mkdir()
    assert len(list(strangers(tmp_path, ONE))) == 2


@pytest.mark.parametrize("text", ["", "[]", "{", '{"format": "hardday/export@1", "files": 3}', "[" * 100_000])
def test_a_broken_list_makes_every_file_a_strangers(tmp_path: Path, text: str) -> None:
    write_tables(tmp_path, ONE)
    (tmp_path / LIST).write_text(text)
    assert len(list(strangers(tmp_path, ONE))) == 2


@pytest.mark.parametrize("fails_at", range(4))
def test_a_run_that_is_cut_short_leaves_whole_files_and_can_be_done_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, fails_at: int
) -> None:
    write_tables(tmp_path, ONE)
    two = {name: content * 1000 for name, content in ONE.items()}
    real, calls = os.replace, []

    def replace(old: str | Path, new: str | Path) -> None:
        if len(calls) == fails_at:
            raise OSError(28, "No space left on device")
        calls.append(new)
        real(old, new)

    with monkeypatch.context() as patched:
        patched.setattr(files.os, "replace", replace)
        with pytest.raises(OSError, match="No space"):
            write_tables(tmp_path, two)
    for name in ONE:
        assert (tmp_path / name).read_bytes() in (ONE[name], two[name])
    assert not [name for name in os.listdir(tmp_path) if name.endswith(".part")]
    assert not list(strangers(tmp_path, two))
    write_tables(tmp_path, two)
    assert all((tmp_path / name).read_bytes() == content for name, content in two.items())


def test_the_list_has_a_format_and_a_checksum_a_file(tmp_path: Path) -> None:
    write_tables(tmp_path, ONE)
    data = json.loads((tmp_path / LIST).read_text())
    assert data["format"] == "hardday/export@1"
    assert {name: len(sums) for name, sums in data["files"].items()} == {"weeks.csv": 1, "days.csv": 1}


def test_a_file_is_whole_and_may_be_read_by_others(tmp_path: Path) -> None:
    path = tmp_path / "x.svg"
    write_whole(path, b"one")
    write_whole(path, b"two")
    assert path.read_bytes() == b"two"
    assert path.stat().st_mode & 0o444
