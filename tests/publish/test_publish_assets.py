"""Style sheets and browser code are published under names that say what they hold."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from site_project import ROOT

from generator.publish.assets import Assets, assets, without_comments

SOURCES = ROOT / "templates" / "assets"


def project(folder: Path, **code: str) -> Path:
    (folder / "css").mkdir(parents=True)
    (folder / "css" / "10-last.css").write_text("p { color: red } /* why */\n", "utf-8")
    (folder / "css" / "9-first.css").write_text("p { color: blue }\n", "utf-8")
    for name, text in {"main": "export const a = 1;\n", **code}.items():
        path = folder / "js" / f"{name}.js"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    return folder


@pytest.fixture
def plain(tmp_path: Path) -> Assets:
    return assets(project(tmp_path / "plain"))


def test_the_same_content_has_the_same_name(plain: Assets, tmp_path: Path) -> None:
    again = assets(project(tmp_path / "again"))
    assert (again.scripts, again.style_sheet) == (plain.scripts, plain.style_sheet)


@pytest.mark.parametrize("other", [{"main": "export const a = 2;\n"}, {"new": "1;\n"}], ids=["changed", "added"])
def test_other_code_has_another_name(other: dict[str, str], plain: Assets, tmp_path: Path) -> None:
    assert assets(project(tmp_path / "other", **other)).scripts != plain.scripts


def test_a_style_sheet_that_changes_has_another_name(plain: Assets, tmp_path: Path) -> None:
    folder = project(tmp_path / "other")
    (folder / "css" / "9-first.css").write_text("p { color: green }\n", "utf-8")
    assert assets(folder).style_sheet != plain.style_sheet


def test_style_sheets_stand_in_the_order_of_their_numbers_without_comments(plain: Assets) -> None:
    text = plain.files[plain.style_sheet].decode()
    assert text.index("blue") < text.index("red")
    assert "why" not in text


def test_what_a_module_imports_at_any_remove_is_known_and_what_it_may_load_later_is_not(tmp_path: Path) -> None:
    code = {
        "main": 'import { b } from "./lib/b.js";\nimport {\n  c,\n} from "./c.js";\nawait import("./later.js");\n',
        "lib/b": 'export * from "../c.js";\n',
        "c": 'import "./lib/d.js";\n',
        "lib/d": "1;\n",
        "later": "1;\n",
    }
    assert assets(project(tmp_path / "graph", **code)).modules == ("main.js", "lib/b.js", "c.js", "lib/d.js")


def test_what_main_needs_of_the_real_code_is_found() -> None:
    real = assets(SOURCES)
    assert {"main.js", "features/index.js", "lib/dates.js", "ui/dom.js"} <= set(real.modules)
    assert not [name for name in real.modules if name.startswith(("features/ask/", "sw/"))]
    assert all(real.scripts + name in real.files for name in real.modules)
    assert f"const MODULES = {json.dumps(list(real.modules))};" in real.files[f"{real.scripts}early.js"].decode()


def test_comments_and_indentation_are_left_out_and_lines_stay() -> None:
    code = b"// why\nconst a = 1; // stays\n/**\n * What.\n */\n  // where\n  const url = 'https://a/*';\n"
    assert without_comments(code) == b"\nconst a = 1; // stays\n\n\n\n\nconst url = 'https://a/*';\n"


def test_code_with_a_text_over_several_lines_stays_whole() -> None:
    code = b"const text = `\n// no comment\n`;\n// a comment\n"
    assert without_comments(code) == code


def test_hardly_any_real_module_stays_whole() -> None:
    """A text over several lines is rare; a comment block that is not closed where it looks so would show here."""
    whole = [
        path for path in (SOURCES / "js").rglob("*.js") if without_comments(path.read_bytes()) == path.read_bytes()
    ]
    assert len(whole) <= 2
