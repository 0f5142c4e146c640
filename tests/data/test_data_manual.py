"""The manual of data and of understanding: every key, column, table, command, option and origin that there is."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from generator.cli import cli
from generator.export import TABLES
from generator.plan_json.index import INDEX_MEANING
from generator.plan_json.meaning import MEANING

DOCS = Path(__file__).parents[2] / "docs"
DATA = (DOCS / "data.md").read_text("utf-8")
UNDERSTANDING = (DOCS / "understanding.md").read_text("utf-8")


def _rows(text: str) -> list[tuple[str, str]]:
    return re.findall(r"^\| `([a-z0-9_]+)` \| (.*) \|$", text, re.M)


def test_every_key_stands_there_with_its_meaning_and_no_other_does() -> None:
    rows = _rows(DATA[DATA.index("## The index") :])
    keys = [(k, m) for meanings in (INDEX_MEANING, MEANING) for one in meanings.values() for k, m in one.items() if k]
    assert rows == keys


def test_every_column_stands_there_with_its_meaning_and_no_other_does() -> None:
    rows = _rows(DATA[: DATA.index("## For programs")])
    assert rows == [pair for table in TABLES for pair in table.columns.items()]
    assert re.findall(r"^### ([a-z]+)\.csv$", DATA, re.M) == [table.name for table in TABLES]


@pytest.mark.parametrize(
    ("command", "text"),
    [("export", DATA), ("explain", UNDERSTANDING), ("stats", UNDERSTANDING)],
    ids=lambda one: one[:8],
)
def test_every_option_is_in_the_manual(command: str, text: str) -> None:
    assert f"`hardday {command}`" in text
    options = [name for parameter in cli.commands[command].params for name in parameter.opts if name.startswith("--")]
    assert len(options) > 3
    assert [name for name in options if name not in text] == []
