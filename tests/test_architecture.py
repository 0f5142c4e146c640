"""The way through goes one way: model, science, rules and progressions, stages, pipeline, command line."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[1] / "generator"

LAYERS: dict[str, float] = {
    "frozen": -1,
    "shipped": -1,
    "language": 0,
    "model": 1,
    "science": 2,
    "yaml_tree": 2,
    "rules": 3,
    "progressions": 3,
    "load": 3,
    "settings": 3,
    "schema": 3.5,
    "calendar_words": 3,
    "plan_json": 3,
    **dict.fromkeys(
        [
            "library",
            "validate",
            "validate_sense",
            "overrides",
            "layers",
            "compare",
            "settle",
            "outline",
            "schedule",
            "progress",
            "audit",
            "calendar_import",
            "moves",
            "publish",
            "table",
            "report",
            "written_places",
        ],
        4,
    ),
    "swap": 5,
    "reviews": 4,
    "source_date": 4,
    "owned": 5,
    "project": 5,
    "pipeline": 6,
    "schema_file": 6,
    "checking": 6.5,
    "whole_site": 6.8,
    "serve": 7,
    "cli_serve": 8,
    "build": 7.2,
    "explain": 7,
    "plan_files": 7,
    "export": 5,
    "stats": 6,
    "importing": 7,
    "cli_options": 7,
    "cli_calendar": 8,
    "cli_explain": 8,
    "cli_diff": 8,
    "diff": 7.5,
    "cli_export": 8,
    "cli_stats": 8,
    "cli_schema": 8,
    "new": 7,
    "cli_new": 8,
    "cli_reviews": 8,
    "cli_rollback": 8,
    "bookmarks": 4.5,
    "kept_sites": 6,
    "records": 6,
    "committed": 2,
    "template_faults": 2,
    "program": 0,
    "compiled_templates": 1,
    "processes": 2,
    "link_check": 5,
    "inputs": 2,
    "parts": 6.9,
    "html": 3.5,
    "one_at_a_time": 5,
    "cli_host": 8,
    "hosting": 5,
    "cli": 9,
    "__main__": 10,
    "__init__": 0,
}
#: Parts of one stage that stand in two modules.
SAME_STAGE = {("validate", "validate_sense")}
#: The tool that gathers all words of the site reads the rules' pages as they are published; nothing imports it.
GATHERS_WORDS = {("language", "rules")}


def _part(path: Path) -> str:
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


def _imports(path: Path) -> set[str]:
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        names = []
        if isinstance(node, ast.ImportFrom) and node.module and node.level == 0:
            names = [node.module] if node.module != "generator" else [f"generator.{a.name}" for a in node.names]
        elif isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        found |= {name.split(".")[1] for name in names if name.startswith("generator.")}
    return found


MODULES = sorted(PACKAGE.rglob("*.py"))


def test_every_part_has_a_layer() -> None:
    assert {_part(path) for path in MODULES} == set(LAYERS)


@pytest.mark.parametrize("path", MODULES, ids=lambda p: str(p.relative_to(PACKAGE)))
def test_imports_go_down(path: Path) -> None:
    part = _part(path)
    for other in _imports(path) - {part}:
        if (part, other) not in SAME_STAGE | GATHERS_WORDS:
            assert LAYERS[other] < LAYERS[part], f"{part} imports {other}"
