"""The theme's files are listed as MkDocs lists them, without a walk through its icons."""

from __future__ import annotations

from pathlib import Path

import jinja2
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files

from generator.html.theme_files import ThemeLoader, theme_loader

ROOT = Path(__file__).parents[2]


def theme_files(environment: jinja2.Environment, config: MkDocsConfig) -> list[str]:
    found = Files([])
    found.add_files_from_theme(environment, config)
    return [file.src_uri for file in found]


def test_it_is_the_list_that_mkdocs_makes() -> None:
    config = MkDocsConfig()
    config.load_dict(
        {"site_name": "Any", "theme": {"name": "material", "custom_dir": str(ROOT / "templates" / "theme")}}
    )
    config.validate()
    environment = config.theme.get_env()
    stock = theme_files(environment, config)
    environment.loader = theme_loader(environment)
    assert isinstance(environment.loader, ThemeLoader)
    assert theme_files(environment, config) == stock
    assert len(stock) > 20


def test_what_begins_with_a_dot_is_left_out(tmp_path: Path) -> None:
    for name in ("a.css", "b/c.css", ".icons/d.svg", "b/.e/f.css", "b/.g.css", "h.i/j.css"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("")
    assert ThemeLoader([tmp_path]).list_templates() == ["a.css", "b/c.css", "h.i/j.css"]


def test_another_loader_stays() -> None:
    loader = jinja2.DictLoader({"a.html": ""})
    assert theme_loader(jinja2.Environment(loader=loader)) is loader
