"""``extends``: one step, places in the file where a value stands, lists replaced whole."""

from __future__ import annotations

from pathlib import Path

import pytest
from definition.reading import ROOT, faults, read

from generator.load import load_definition, overlay
from generator.model.finding import Refused
from generator.yaml_tree import read_tree

PARENT = (ROOT / "plans" / "time-crunched.yaml").read_text(encoding="utf-8")


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project with one plan, ``parent``, and one policy, ``house``."""
    (tmp_path / "plans" / "policies").mkdir(parents=True)
    (tmp_path / "plans" / "parent.yaml").write_text(PARENT, encoding="utf-8")
    (tmp_path / "plans" / "policies" / "house.yaml").write_text("title: House\nsummary: Ours.\n", encoding="utf-8")
    return tmp_path


def told(project: Path, text: str, name: str = "child") -> list[str]:
    path = project / "plans" / f"{name}.yaml"
    path.write_text(text, encoding="utf-8")
    return [str(fault) for fault in faults(path, project, f"plans/{name}.yaml")]


def test_a_fault_of_the_parent_is_told_in_the_parents_file(project: Path) -> None:
    parent = project / "plans" / "parent.yaml"
    parent.write_text(PARENT.replace("weeks: 6", "weeks: six", 1), encoding="utf-8")
    line = PARENT[: PARENT.index("weeks: 6")].count("\n") + 1
    assert told(project, "title: A child\nextends: parent\n") == [
        f"plans/parent.yaml:{line}:12: error weeks: 'six' is not a whole number, such as 4"
    ]


def test_a_childs_own_value_is_told_in_its_own_file(project: Path) -> None:
    assert told(project, "title: A child\nextends: parent\nunits: mi\n")[0].startswith("plans/parent.yaml:")
    (only,) = told(project, "title: A child\nextends: parent\nunits: yards\n")
    assert only.startswith("plans/child.yaml:3:8: error units: 'yards' is not one of km or mi")


def test_a_list_is_replaced_whole(project: Path) -> None:
    """Nothing of the parent's phases is left, neither a value nor a place."""
    child = "title: A child\nextends: parent\nphases:\n  - {id: only, title: Only, weeks: 6}\n"
    assert [line.split(": error ")[1][:22] for line in told(project, child)] == [
        "'running:' is missing ",
        "'strength:' is missing",
    ]
    assert all(line.startswith("plans/child.yaml:4:5:") for line in told(project, child))


def test_other_blocks_replace_the_parents(project: Path) -> None:
    """A child with a rolling stretch has no phases left, so it does not have both."""
    running = "{kind: base, volume: 20 km, runs: 3}"
    block = f"{{id: all-year, title: All year, weeks: 4, running: {running}, strength: {{kind: base}}}}"
    child = f"title: A child\nextends: parent\nrolling: {block}\n"
    assert [line for line in told(project, child) if "one of the three" in line] == []


def test_a_group_is_laid_over_key_by_key(project: Path) -> None:
    (project / "plans" / "child.yaml").write_text("title: A child\nextends: parent\nentry: {base_done: yes}\n")
    child = read(project / "plans" / "child.yaml", project)
    parent = read(project / "plans" / "parent.yaml", project)
    assert child.definition.entry.base_done
    assert child.definition.entry.needs == parent.definition.entry.needs
    assert child.place("entry", "base_done").path == "child.yaml"
    assert child.place("entry", "needs", 0).path == "parent.yaml"


def test_the_title_and_the_review_are_not_inherited(project: Path) -> None:
    parent = project / "plans" / "parent.yaml"
    parent.write_text(PARENT + "reviewed: {by: Dana Example, on: 2026-11-01}\n", encoding="utf-8")
    assert told(project, "extends: parent\n") == [
        "plans/child.yaml:1:1: error 'title:' is missing. The runner type's name."
    ]
    (project / "plans" / "child.yaml").write_text("title: A child\nextends: parent\n")
    assert read(project / "plans" / "child.yaml", project).definition.reviewed is None


def test_two_steps_are_refused(project: Path) -> None:
    (project / "plans" / "grandchild.yaml").write_text("title: G\nextends: child\n")
    told(project, "title: A child\nextends: parent\n")
    found = [str(f) for f in faults(project / "plans" / "grandchild.yaml", project)]
    assert found == [
        "grandchild.yaml:2:10: error 'child' itself extends 'parent'; extends: goes one step only. "
        "Extend the other plan directly."
    ]


@pytest.mark.parametrize("name", ["../policies/house", "/etc/passwd", "..", "plans/parent", "parent.yaml", "Parent"])
def test_only_names_are_extended(project: Path, name: str) -> None:
    (only,) = told(project, f"title: A child\nextends: {name}\n")
    assert "can't be extended; expected the name of one plan or policy" in only


def test_an_unknown_parent_hides_no_other_fault_and_misses_nothing(project: Path) -> None:
    """What the parent might have given is not called missing; what is wrong in the child is told."""
    found = told(project, "title: A child\nextends: parrent\nunits: yards\n")
    assert [line.split(" error ")[1][:40] for line in found] == [
        "there is no plan or policy 'parrent'. Di",
        "units: 'yards' is not one of km or mi. k",
    ]


def test_an_unreadable_parent_is_told(project: Path) -> None:
    (project / "plans" / "parent.yaml").write_text("title: [\n", encoding="utf-8")
    (only,) = told(project, "title: A child\nextends: parent\n")
    assert only == "plans/parent.yaml:2:1: error the file ends inside a bracket that is not closed"


def test_a_name_that_is_both_is_refused(project: Path) -> None:
    (project / "plans" / "policies" / "parent.yaml").write_text("title: P\nsummary: P.\n")
    (only,) = told(project, "title: A child\nextends: parent\n")
    assert "'parent' is a plan and a policy" in only


def test_a_plan_of_two_files_is_refused(project: Path) -> None:
    (project / "plans" / "parent.yml").write_text(PARENT, encoding="utf-8")
    found = [str(f) for f in faults(project / "plans" / "parent.yaml", project)]
    assert found == [
        "parent.yaml:1:1: error parent.yaml and parent.yml would have one address. Rename or delete one of them."
    ]


def test_a_link_a_folder_and_nothing_are_refused(project: Path) -> None:
    link, folder = project / "plans" / "link.yaml", project / "plans" / "folder.yaml"
    link.symlink_to(project / "plans" / "parent.yaml")
    folder.mkdir()
    for path, words in (
        (link, "a link to another file"),
        (folder, "is not a file"),
        (project / "no.yaml", "can't be read: No such file"),
    ):
        with pytest.raises(Refused) as refused:
            load_definition(path, project)
        assert words in str(refused.value)


def test_places_follow_values_whatever_is_laid_over_what() -> None:
    """A group over a list, a list over a group, a value over both: no place of the parent's stays below it."""
    parent = read_tree(b"a: [x, y]\nb: {c: 1, d: 2}\ne: {f: 1}\ng: 1\n", "parent")
    child = read_tree(b"a: {k: 1}\nb: [z]\ne: {h: 2}\n", "child")
    tree = overlay(parent, child)
    assert tree.value == {"a": {"k": "1"}, "b": ["z"], "e": {"f": "1", "h": "2"}, "g": "1"}
    owners = {keys: place.path for keys, place in tree.values.items()}
    assert owners == {
        (): "child",
        ("a",): "child",
        ("a", "k"): "child",
        ("b",): "child",
        ("b", 0): "child",
        ("e",): "child",
        ("e", "f"): "parent",
        ("e", "h"): "child",
        ("g",): "parent",
    }
