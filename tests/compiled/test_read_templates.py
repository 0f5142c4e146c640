"""What templates read is kept beside their code, and told as if it had just been read."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import jinja2
import pytest

from generator.compiled_templates import CompiledTemplates
from generator.html.publisher import Publisher
from generator.html.reading import Reader

SOURCES = {
    "foot": "{{ config.name }} {% include 'inner' %}",
    "inner": "{{ color }}",
    "block": "{% block content %}{% endblock %}",
    "broken": "{% if %}",
}


class Counting(jinja2.Environment):
    """Counts what it parses."""

    parsed = 0

    def parse(self, *given: object, **named: object) -> object:  # type: ignore[override]
        self.parsed += 1
        return super().parse(*given, **named)  # type: ignore[arg-type]


def read(folder: Path, sources: dict[str, str] = SOURCES) -> tuple[list[list[str] | None], int]:
    """Return the names that each template reads, and how many were parsed for that."""
    environment = Counting(loader=jinja2.DictLoader(sources), bytecode_cache=CompiledTemplates("", folder))
    reader = Reader(environment)
    found = [reader.names(name) for name in sources]
    return [None if names is None else sorted(names) for names in found], environment.parsed


NAMES = [["color", "config"], ["color"], None, None]


def test_the_next_run_parses_nothing_but_what_is_broken(tmp_path: Path) -> None:
    assert read(tmp_path) == (NAMES, 4)
    assert read(tmp_path) == (NAMES, 1)


def test_a_template_that_changed_is_read_anew_in_all_that_include_it(tmp_path: Path) -> None:
    read(tmp_path)
    assert read(tmp_path, SOURCES | {"inner": "{{ page.title }}"}) == ([None, None, None, None], 2)


@pytest.mark.parametrize("damaged", [b"", b"null", b'{"asked": [], "names": []}', b"\0" * 400])
def test_a_damaged_file_is_read_anew(tmp_path: Path, damaged: bytes) -> None:
    read(tmp_path)
    for path in tmp_path.iterdir():
        path.write_bytes(damaged)
    assert read(tmp_path) == (NAMES, 4)


def test_the_next_run_compiles_nothing_of_the_theme(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    compiled: list[str] = []
    compile_it = jinja2.Environment.compile

    def counted(self: jinja2.Environment, source: Any, name: Any = None, *rest: Any, **named: Any) -> Any:
        compiled.append(name)
        return compile_it(self, source, name, *rest, **named)

    monkeypatch.setattr(jinja2.Environment, "compile", counted)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    (tmp_path / "mkdocs.yml").write_text("site_name: Any\ntheme: material\nplugins: [search]\n", "utf-8")
    first = list(Publisher(tmp_path, "").chapter({"index.md": b"# Any page"}, ["index.md"]).made())
    assert {"main.html", "partials/language.html"} <= set(compiled)
    compiled.clear()
    assert list(Publisher(tmp_path, "").chapter({"index.md": b"# Any page"}, ["index.md"]).made()) == first
    assert not compiled


def test_a_site_with_hooks_keeps_no_code_since_a_filter_of_theirs_may_be_folded_into_it(tmp_path: Path) -> None:
    settings = "site_name: Any\ntheme: material\n"
    (tmp_path / "mkdocs.yml").write_text(settings, "utf-8")
    assert isinstance(Publisher(tmp_path, "").environment.bytecode_cache, CompiledTemplates)
    (tmp_path / "hook.py").write_text("def on_env(env, **_):\n    return env\n", "utf-8")
    (tmp_path / "mkdocs.yml").write_text(f"{settings}hooks: [hook.py]\n", "utf-8")
    assert Publisher(tmp_path, "").environment.bytecode_cache is None
