"""Every command, option, key of a plan, setting and environment variable stands in README.md or docs/, in code font."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import click
import pytest

from generator.cli import cli
from generator.model.definition import Definition
from generator.model.schema import definition_adapter
from generator.settings.reading import KNOWN
from generator.validate import definition_schema

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "generator"
#: Options that every command takes alike: told once.
SHARED = frozenset(("--project", "--format", "--help", "-h", "--version"))
#: What of mkdocs.yml is read beside ``extra.clinic``.
SETTINGS = ("site_url", "site_name", "site_description", "extra", "clinic", "colors", "language")
COLORS = ("header", "header_text", "link", "link_dark")
_FENCE = re.compile(r"^( *)(```+)[^\n]*\n(.*?)^\1\2 *$", re.M | re.S)
_SPAN = re.compile(r"(?<!`)(`+)(?!`)(.+?)(?<!`)\1(?!`)", re.S)


@dataclass(frozen=True)
class Manual:
    """The text of one file that stands in code font."""

    name: str
    code: str

    def names(self, word: str) -> bool:
        """Return True if a word stands there by itself, as a command, an option, a key."""
        return bool(re.search(rf"(?<![\w-]){re.escape(word)}(?![\w-])", self.code))


def manual(name: str, text: str) -> Manual:
    """Return what of a Markdown text stands in code font: blocks and spans."""
    blocks = [found[3] for found in _FENCE.finditer(text)]
    spans = [found[2] for found in _SPAN.finditer(_FENCE.sub("", text))]
    return Manual(name, "\n".join((*blocks, *spans)))


def manuals() -> list[Manual]:
    files = (ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md")))
    return [manual(path.name, path.read_text("utf-8")) for path in files]


def commands(group: click.Group, before: str = "hardday") -> Iterator[tuple[str, click.Command]]:
    """Yield every command with all that one types to reach it."""
    for name, command in group.commands.items():
        yield f"{before} {name}", command
        if isinstance(command, click.Group):
            yield from commands(command, f"{before} {name}")


def undocumented_commands(group: click.Group, pages: list[Manual]) -> list[str]:
    """Return each command that no page names, and each option that no page with its command names."""
    missing = []
    for name, command in commands(group):
        about = [page for page in pages if page.names(name)]
        if not about:
            missing.append(name)
        for parameter in command.params:
            if not isinstance(parameter, click.Option) or parameter.hidden:
                continue
            spellings = [one for one in (*parameter.opts, *parameter.secondary_opts) if one.startswith("--")]
            pages_asked = pages if set(spellings) & SHARED else about
            missing += [f"{name} {one}" for one in spellings if not any(page.names(one) for page in pages_asked)]
    return missing


def undocumented_words(words: Iterator[str] | tuple[str, ...], pages: list[Manual]) -> list[str]:
    """Return the words that no page has in code font."""
    return [word for word in words if not any(page.names(word) for page in pages)]


def variables(sources: Mapping[str, str]) -> dict[str, str]:
    """Return each environment variable that code reads by its name or by a constant's, with a file that does."""
    found: dict[str, str] = {}
    constants = dict(re.findall(r'(?m)^([A-Z_]+) = "(\w+)"$', "\n".join(sources.values())))
    for path, text in sources.items():
        for node in ast.walk(ast.parse(text)):
            for name in _read_in(node):
                found.setdefault(constants.get(name.strip("<>"), name), path)
    return found


def _read_in(node: ast.AST) -> Iterator[str]:
    asked: ast.AST | None = None
    if isinstance(node, ast.Call) and ast.unparse(node.func) in ("os.environ.get", "os.getenv") and node.args:
        asked = node.args[0]
    elif isinstance(node, ast.Subscript) and ast.unparse(node.value) == "os.environ":
        asked = node.slice
    elif isinstance(node, ast.Compare) and any(ast.unparse(one) == "os.environ" for one in node.comparators):
        asked = node.left
    if isinstance(asked, ast.Constant) and isinstance(asked.value, str):
        yield asked.value
    elif asked is not None:
        yield f"<{ast.unparse(asked)}>"


def package_sources() -> dict[str, str]:
    return {str(path.relative_to(ROOT)): path.read_text("utf-8") for path in sorted(PACKAGE.rglob("*.py"))}


PAGES = manuals()


def test_every_command_and_option() -> None:
    assert undocumented_commands(cli, PAGES) == []


def test_every_command_names_its_options_in_its_help() -> None:
    silent = [
        f"{name} {parameter.opts[0]}"
        for name, command in commands(cli)
        for parameter in command.params
        if isinstance(parameter, click.Option) and not parameter.hidden and not parameter.help
    ]
    assert silent == []


def test_every_key_of_a_plan() -> None:
    keys = tuple(definition_schema()["properties"])
    assert len(keys) >= len(Definition.__dataclass_fields__)
    assert definition_adapter()
    assert undocumented_words(keys, PAGES) == []


def test_every_setting() -> None:
    assert undocumented_words((*KNOWN, *SETTINGS, *COLORS), PAGES) == []


def test_every_environment_variable() -> None:
    found = variables(package_sources())
    assert "SOURCE_DATE_EPOCH" in found
    assert undocumented_words(tuple(found), PAGES) == []


@click.group()
def _group() -> None: ...


@_group.command("secret")
@click.option("--quietly", is_flag=True, help="Tell nobody.")
@click.option("--loudly/--not-loudly", help="Tell all.")
def _secret(quietly: bool, loudly: bool) -> None: ...


@pytest.mark.parametrize(
    ("text", "missing"),
    [
        ("hardday secret --quietly --loudly --not-loudly, in plain words", "hardday secret"),
        ("`hardday secret` with `--loudly` or `--not-loudly`", "hardday secret --quietly"),
        ("`hardday secret --quietly-not` `--loudly` `--not-loudly`", "hardday secret --quietly"),
        ("`hardday secrets` `--quietly` `--loudly` `--not-loudly`", "hardday secret"),
        ("```\nhardday secret --quietly --not-loudly\n```\n", "hardday secret --loudly"),
    ],
)
def test_what_is_not_documented_is_seen(text: str, missing: str) -> None:
    assert missing in undocumented_commands(_group, [manual("page", text)])


def test_what_is_documented_is_no_fault() -> None:
    block = "  ```\n  hardday secret --loudly\n  hardday secret --not-loudly\n  ```\n"
    text = f"`hardday secret` tells `--quietly`.\n\n{block}"
    assert undocumented_commands(_group, [manual("page", text)]) == []


def test_an_option_must_stand_where_its_command_does() -> None:
    pages = [manual("one", "`hardday secret`"), manual("other", "`--quietly` `--loudly` `--not-loudly`")]
    assert "hardday secret --quietly" in undocumented_commands(_group, pages)


@pytest.mark.parametrize(
    "code",
    ['os.environ.get("HARDDAY_X")', 'os.environ["HARDDAY_X"]', 'os.getenv("HARDDAY_X")', '"HARDDAY_X" in os.environ'],
)
def test_a_variable_that_is_read_is_seen(code: str) -> None:
    assert undocumented_words(tuple(variables({"a.py": code})), [manual("page", "HARDDAY_X `HARDDAY_XY`")]) == [
        "HARDDAY_X"
    ]


def test_a_variable_whose_name_is_worked_out_is_seen() -> None:
    assert list(variables({"a.py": "os.environ.get(name)"})) == ["<name>"]
