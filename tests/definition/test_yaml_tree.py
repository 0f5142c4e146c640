"""Bytes that no editor should have written, and the places of what stands in good ones."""

from __future__ import annotations

import pytest

from generator.model.finding import Refused
from generator.yaml_tree import DEEPEST, LARGEST_BYTES, MOST_VALUES, parse_tree, read_tree


def refused(data: bytes) -> str:
    with pytest.raises(Refused) as problem:
        read_tree(data, "x.yaml")
    return "\n".join(map(str, problem.value.diagnostics))


@pytest.mark.parametrize(
    ("data", "line"),
    [
        (b"title: caf\xe9\n", "x.yaml:1:11: error this is not UTF-8 text. Save the file as UTF-8."),
        (b"a: 1\ntitle: \xc3\xa9\xff\n", "x.yaml:2:9: error this is not UTF-8 text. Save the file as UTF-8."),
        ("title: x\n".encode("utf-16"), "x.yaml:1:1: error this is not UTF-8 text. Save the file as UTF-8."),
        (b"a: 1\r\nb: x\x00y\r\n", "x.yaml:2:5: error a control character (U+0000) stands here. Delete it."),
        (b"a: 1\rb: \x1b[31m\r", "x.yaml:2:4: error a control character (U+001B) stands here. Delete it."),
        ("a: x\u2028y\n".encode(), "x.yaml:1:5: error an invisible line separator (U+2028) stands here. Delete it."),
        ("a: x\x85y\n".encode(), "x.yaml:1:5: error an invisible line separator (U+0085) stands here. Delete it."),
        ("a: 4\u200b0 km\n".encode(), "x.yaml:1:5: error an invisible space (U+200B) stands here. Delete it."),
        (b"", "x.yaml:1:1: error the file is empty. Copy another plan to start from."),
        (b"\xef\xbb\xbf", "x.yaml:1:1: error the file is empty. Copy another plan to start from."),
        (b"# only a comment\n", "x.yaml:1:1: error the file is empty. Copy another plan to start from."),
    ],
)
def test_bytes_that_are_refused(data: bytes, line: str) -> None:
    assert refused(data) == line


@pytest.mark.parametrize("code", [*range(0x202A, 0x202F), *range(0x2066, 0x206A), 0x200E, 0x200F, 0x061C])
def test_every_mark_that_turns_writing_round_is_refused(code: int) -> None:
    for text in (f"a: x{chr(code)}y\n", f'a: "x\\u{code:04x}y"\n', f"x{chr(code)}y: a\n", f'"x\\u{code:04x}": a\n'):
        assert f"an invisible mark that turns the direction of the text round (U+{code:04X})" in refused(text.encode())


def test_letters_of_every_country_are_welcome() -> None:
    text = "title: Läufe für Zoë, 東京, مرحبا, 🏃‍♀️ and NBSP\u00a0here\n"
    assert read_tree(text.encode(), "x").value == {"title": text[7:-1]}


def test_size_depth_and_number_have_an_end() -> None:
    assert "more than 262,144 bytes" in refused(b"a: " + b"x" * LARGEST_BYTES)
    assert "nests too deep" in refused(b"a: " + b"[" * (DEEPEST + 1) + b"]" * (DEEPEST + 1))
    assert "nests too deep" in refused(b"[" * 200_000)
    assert "nests too deep" in refused(b"{a: " * 60_000)
    assert "too many values" in refused(b"a: [" + b"1," * (MOST_VALUES + 1) + b"1]")
    assert parse_tree(b"a: " + b"[" * (DEEPEST - 1) + b"]" * (DEEPEST - 1), "x").value


def test_no_alias_bomb_goes_off() -> None:
    lines = ["a0: &a0 [x, x]"] + [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 12)]
    told = refused("\n".join(lines).encode())
    assert "'&a0' names a part for reuse" in told
    assert "'*a10' repeats another part by an alias" in told


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("a: 4:30", "4:30"),
        ("a: on", "on"),
        ("a: 0x10", "0x10"),
        ("a: 1_000", "1_000"),
        ("a: 2026-11-01", "2026-11-01"),
        ("a: 010", "010"),
        ("a: .inf", ".inf"),
        ("a: ~", None),
        ("a: null", None),
        ("a: 'null'", "null"),
        ("a:", None),
        ("a: ''", ""),
        ("a: =", "="),
    ],
)
def test_scalars_stay_as_they_are_written(text: str, value: str | None) -> None:
    assert read_tree(text.encode(), "x").value == {"a": value}


def test_every_key_and_value_has_its_place() -> None:
    tree = read_tree("größe: [a, {b: c}]\n# comment\nd:\n  - 'e'\n".encode(), "x")
    values = {keys: (place.line, place.column) for keys, place in tree.values.items()}
    assert values == {
        (): (1, 1),
        ("größe",): (1, 8),
        ("größe", 0): (1, 9),
        ("größe", 1): (1, 12),
        ("größe", 1, "b"): (1, 16),
        ("d",): (4, 3),
        ("d", 0): (4, 5),
    }
    assert {keys: (place.line, place.column) for keys, place in tree.keys.items()} == {
        ("größe",): (1, 1),
        ("größe", 1, "b"): (1, 13),
        ("d",): (3, 1),
    }


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("a: |x\n", "x.yaml:1:5: error text follows a | or > sign: start a new line"),
        ("a: b\n\tc: d\n", "x.yaml:2:1: error a tab stands here: indent with spaces"),
        ("a: `b`\n", "x.yaml:1:4: error a text can't start with '`': put it in quotes"),
        ("a: @b\n", "x.yaml:1:4: error a text can't start with '@': put it in quotes"),
        ("a: *\n", "x.yaml:1:5: error a text can't start with '&' or '*': put it in quotes"),
        ("a: !x!y b\n", "x.yaml:1:4: error a text can't start with '!': put it in quotes"),
        ("%a\nb: c\n", "x.yaml:1:3: error a line can't start with '%': put the text in quotes"),
        ("%YAML 9.9\n---\na: b\n", "x.yaml:1:1: error a line can't start with '%': put the text in quotes"),
        ('a: "\\q"\n', "x.yaml:1:5: error a backslash means something else in double quotes: use single quotes"),
        ('a: "\\ud800"\n', "x.yaml:1:7: error a backslash means something else in double quotes: use single quotes"),
        ("a: - b\n", "x.yaml:1:4: error a list entry can't stand here: start a new line"),
        ("- a\nb: c\n", "x.yaml:2:1: error this line is not indented like its neighbors in the list"),
        ("a: {b: c\nd: e\n", "x.yaml:1:4: error this bracket is not closed, or a comma is missing in it"),
        ("a: [b,\n", "x.yaml:2:1: error the file ends inside a bracket that is not closed"),
        ("a: ]\n", "x.yaml:1:4: error a value is missing here, or a bracket or comma is one too many"),
    ],
)
def test_syntax_is_told_in_plain_words(text: str, line: str) -> None:
    assert refused(text.encode()) == line
