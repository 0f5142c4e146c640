"""Whatever stands in a file, it is read or refused with a place: nothing else ever comes out."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from definition.drawing import drawn
from definition.reading import CASES, ROOT, shipped
from everything import EVERYTHING
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.model.finding import Diagnostic, Refused
from generator.model.quoting import FORBIDDEN
from generator.model.schema import definition_adapter, known_at
from generator.overrides import rule_checks
from generator.validate import validate, validate_policy
from generator.yaml_tree import Tree, parse_tree, read_tree

#: Fewer while you work, all where CI or `make test-all` runs.
SHARE = 1 if EVERYTHING else 3
PLANS = [path.read_bytes() for path in sorted((ROOT / "plans").glob("*.yaml"))]
PLANS += [path.read_bytes() for path in sorted((CASES / "valid").glob("*.yaml"))]
WORDS = [
    *(b"0|-1|99999999999|1e9|.inf|''|~|null|yes|maybe|40|40 km|40-30 km|10 km-12 mi|5:88 /km|0 min|500 %".split(b"|")),
    *(b"tuesday|day 3|rest + long|no rest or cross|quality + heavy|2026-02-30|9999-12-31|../x|marathon".split(b"|")),
    *(
        b"[]|{}|[[]]|[1, 2, 3]|{a: b}|- x|: |? |&a|*a|!!int|<<|---|\t|'|\"|#|\xff|\x00|\xe2\x80\xae|\n|\n\n  ".split(
            b"|"
        )
    ),
    *(
        b"base|heavy|off|every 2 weeks|3-2|0-4|100 x (1 min run)|level|because|phases|stages|rolling|extends".split(
            b"|"
        )
    ),
]


def checked(tree: Tree) -> None:
    """Read a tree to the end; whatever is refused has a place, words and nothing invisible in them."""
    project = shipped()
    try:
        validate(tree, "drawn", project.known, (rule_checks(project.policies.overrides),))
    except Refused as refused:
        sound(refused.diagnostics)


def sound(diagnostics: tuple[Diagnostic, ...]) -> None:
    assert diagnostics
    for told in diagnostics:
        assert told.place.line >= 1
        assert told.place.column >= 1
        assert told.severity == "error"
        assert told.message.strip()
        assert len(str(told)) < 1500
        assert not FORBIDDEN.search(str(told)), repr(str(told))
        assert "\n" not in str(told)


@settings(drawn, max_examples=200 // SHARE)
@given(st.one_of(st.binary(max_size=200), st.text(max_size=200).map(lambda t: t.encode("utf-8", "surrogatepass"))))
def test_any_bytes(data: bytes) -> None:
    try:
        tree = parse_tree(data, "drawn.yaml")
    except Refused as refused:
        sound(refused.diagnostics)
    else:
        checked(tree)


@settings(drawn, max_examples=250 // SHARE)
@given(st.data())
def test_a_plan_with_a_slip(data: st.DataObject) -> None:
    """A real plan with up to three words put in, taken out or replaced somewhere."""
    text = data.draw(st.sampled_from(PLANS))
    for _ in range(data.draw(st.integers(1, 3))):
        start = data.draw(st.integers(0, len(text)))
        end = min(len(text), start + data.draw(st.sampled_from([0, 0, 1, 4, 12, 40])))
        text = text[:start] + data.draw(st.sampled_from(WORDS)) + text[end:]
    try:
        tree = parse_tree(text, "drawn.yaml")
    except Refused as refused:
        sound(refused.diagnostics)
    else:
        checked(tree)


def keys_of_definitions() -> list[str]:
    places: list[tuple[str | int, ...]] = [
        (),
        ("race",),
        ("entry",),
        ("reviewed",),
        ("rolling",),
        ("rolling", "running"),
        ("rolling", "strength"),
    ]
    return sorted({key for place in places for key in known_at(definition_adapter(), place)})


SCALARS = st.one_of(st.none(), st.sampled_from([w.decode("latin-1") for w in WORDS]), st.text(max_size=20))
KEYS = st.one_of(st.sampled_from(keys_of_definitions()), st.sampled_from(["ramp", "tuesday", "day 2", ""]), st.text())
VALUES = st.recursive(
    SCALARS,
    lambda inner: st.one_of(st.lists(inner, max_size=4), st.dictionaries(KEYS, inner, max_size=6)),
    max_leaves=30,
)


@settings(drawn, max_examples=250 // SHARE)
@given(st.dictionaries(KEYS, VALUES, max_size=12))
def test_any_structure(value: dict[str, Any]) -> None:
    checked(Tree("drawn.yaml", value))


@settings(drawn, max_examples=250 // SHARE)
@given(st.data())
def test_a_plan_with_any_value_anywhere(data: st.DataObject) -> None:
    """A real plan in which one or two values, at any depth, are something else."""
    tree = read_tree(data.draw(st.sampled_from(PLANS)), "drawn.yaml")
    tree.value.pop("extends", None)
    for _ in range(data.draw(st.integers(1, 2))):
        keys = data.draw(st.sampled_from(sorted((k for k in tree.values if k), key=str)))
        inner = tree.value
        try:
            for key in keys[:-1]:
                inner = inner[key]
            inner[keys[-1]] = data.draw(VALUES)
        except (KeyError, IndexError, TypeError):
            continue
    checked(tree)


@settings(drawn, max_examples=100 // SHARE)
@given(VALUES)
def test_any_policy(value: Any) -> None:
    try:
        validate_policy(Tree("drawn.yaml", value))
    except Refused as refused:
        sound(refused.diagnostics)


@pytest.mark.parametrize("path", sorted((ROOT / "plans" / "library").glob("*.yaml")), ids=lambda path: path.stem)
def test_the_library_is_no_plan(path: Path) -> None:
    checked(parse_tree(path.read_bytes(), path.name))
