"""A project on disk: its library, its policies, what definitions may refer to."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial
from pathlib import Path

from generator.frozen import frozen
from generator.library import load_library
from generator.load import parse_file
from generator.model.definition import PolicyText
from generator.model.finding import Diagnostic, Place, Refused
from generator.model.library import Library
from generator.model.plan import Override
from generator.overrides import faults_in_policy, overrides_of
from generator.validate import Known, validate_policy
from generator.yaml_tree import Tree


@frozen
class Policies:
    """The house's policies by name: their texts, and their overrides typed."""

    texts: Mapping[str, PolicyText]
    overrides: Mapping[str, tuple[Override, ...]]


@frozen
class Project:
    """All that definitions share."""

    root: Path
    library: Library
    policies: Policies
    known: Known


def open_project(root: Path) -> Project:
    """Read a project's library and policies; Refused with every fault of theirs."""
    if not (root / "plans").is_dir():
        place = Place(str(root), 1, 1)
        hint = "Go to the folder that holds mkdocs.yml and plans/, or name it with --project."
        raise Refused((Diagnostic(place, "error", None, "there is no folder plans/ here", hint),))
    library = load_library(root / "plans" / "library")
    policies = _policies(root / "plans" / "policies")
    known: Known = {
        "exercises": frozenset(library.exercises),
        "big_lifts": frozenset(slug for slug, exercise in library.exercises.items() if exercise.big),
        "one_sided": frozenset(slug for slug, exercise in library.exercises.items() if exercise.per_side),
        "held": frozenset(slug for slug, exercise in library.exercises.items() if exercise.unit == "holds"),
        "jumps": frozenset(slug for slug, exercise in library.exercises.items() if exercise.slot == "plyometric"),
        "sources": frozenset(library.sources),
        "policies": frozenset(policies.texts),
    }
    return Project(root, library, policies, known)


def _policies(folder: Path) -> Policies:
    texts: dict[str, PolicyText] = {}
    overrides: dict[str, tuple[Override, ...]] = {}
    faults: list[Diagnostic] = []
    for path in sorted(folder.glob("*.yaml")):
        shown = f"plans/policies/{path.name}"
        try:
            tree = parse_file(path, shown)
            texts[path.stem] = validate_policy(tree, partial(_faults_of_rules, tree))
        except Refused as refused:
            faults += refused.diagnostics
            continue
        overrides[path.stem] = overrides_of(texts[path.stem].rules)
    if faults:
        raise Refused(tuple(faults))
    return Policies(texts, overrides)


def _faults_of_rules(tree: Tree, policy: PolicyText) -> Iterator[Diagnostic]:
    return faults_in_policy(tree.path, {**tree.values, **tree.keys}, overrides_of(policy.rules))
