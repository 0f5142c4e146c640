"""The settings in mkdocs.yml are read as MkDocs reads them."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from mkdocs.config.base import load_config

from generator.html.config import read_config
from generator.model.finding import Refused

SETTINGS = """\
site_name: !ENV [NO_SUCH_NAME_AT_ALL, "Läufe: früh & spät"]
use_directory_urls: yes
theme: &theme
  name: material
  features: [navigation.prune]
extra: {since: 2026-01-01, same: *theme, number: 0x1F, none: ~}
markdown_extensions:
  - toc: {slugify: !!python/name:markdown.extensions.toc.slugify_unicode ''}
"""
ASKED = ("site_name", "use_directory_urls", "extra", "mdx_configs", "markdown_extensions")


def test_they_are_what_mkdocs_reads(tmp_path: Path) -> None:
    (tmp_path / "docs").mkdir()
    (tmp_path / "mkdocs.yml").write_text(SETTINGS, "utf-8")
    stock = load_config(str(tmp_path / "mkdocs.yml"))
    read = read_config(tmp_path, "").config
    assert [read[name] for name in ASKED] == [stock[name] for name in ASKED]
    assert read["site_name"] == "Läufe: früh & spät"
    assert read["mdx_configs"]["toc"]["slugify"].__name__ == "slugify_unicode"


@pytest.mark.parametrize("name", ["a-pipe.yml", ".", "gone.yml"])
def test_what_is_inherited_has_to_be_a_file(tmp_path: Path, name: str) -> None:
    os.mkfifo(tmp_path / "a-pipe.yml")  # whoever opened it would wait until somebody writes
    (tmp_path / "mkdocs.yml").write_text(f"INHERIT: {name}\n{SETTINGS}", "utf-8")
    with pytest.raises(Refused) as refused:
        read_config(tmp_path, "")
    (told,) = refused.value.diagnostics
    assert told.message == f"MkDocs says: Inherited config file '{name}' does not exist."


def test_settings_may_inherit_a_file(tmp_path: Path) -> None:
    (tmp_path / "base.yml").write_text("site_author: somebody\n", "utf-8")
    (tmp_path / "mkdocs.yml").write_text(f"INHERIT: base.yml\n{SETTINGS}", "utf-8")
    assert read_config(tmp_path, "").config["site_author"] == "somebody"
