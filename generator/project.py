"""A project on disk: its library, its policies, what definitions may refer to, the clinic's own page settings."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial
from pathlib import Path
from typing import Any

import yaml

from generator.frozen import frozen
from generator.library import load_library
from generator.load import parse_file
from generator.model.definition import PolicyText
from generator.model.finding import Diagnostic, Place, Refused
from generator.model.library import Library
from generator.model.plan import Override
from generator.model.quoting import one_line, quoted
from generator.overrides import faults_in_policy, overrides_of
from generator.settings.document import settings_text
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


_SAFE: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # a build reads mkdocs.yml several times


class _Tolerant(_SAFE):  # type: ignore[misc]
    """Reads mkdocs.yml for our own settings; the tags meant for MkDocs are passed over."""

    def construct_object(self, node: Any, deep: bool = False) -> Any:
        """Return what a node means; a YAML error, at its place, for what can't be: February 30, too many digits."""
        try:
            return super().construct_object(node, deep)
        except (ArithmeticError, AttributeError, LookupError, TypeError, ValueError):
            message = f"{quoted(node.value)} is no value" if isinstance(node.value, str) else "this is no value"
            raise yaml.constructor.ConstructorError(None, None, message, node.start_mark) from None


def _no_object(kind: str, node: Any) -> None:
    message = f"the tag !!python/{kind} would make an object; only !ENV and !!python/name: may stand here"
    raise yaml.constructor.ConstructorError(None, None, message, node.start_mark)


# The first that fits is asked. MkDocs itself would obey it.
for _kind in ("object", "module"):
    _Tolerant.add_multi_constructor(
        f"tag:yaml.org,2002:python/{_kind}", lambda loader, suffix, node, kind=_kind: _no_object(kind, node)
    )
_Tolerant.add_multi_constructor("", lambda loader, suffix, node: None)


def site_file(root: Path) -> dict[str, Any]:
    """Return all of mkdocs.yml, but for what only MkDocs understands."""
    return _settings(root)


def site_settings(root: Path) -> dict[str, Any]:
    """Return ``extra`` of mkdocs.yml: the one place for the clinic's name, contact, colors and booking link."""
    extra = _settings(root).get("extra", {})
    return extra if isinstance(extra, dict) else {}


def site_url(root: Path) -> str:
    """Return where mkdocs.yml says that the site is served, with a closing slash; calendars link to it."""
    given = str(_settings(root).get("site_url") or "")
    return given if given.endswith("/") or not given else given + "/"


def _settings(root: Path) -> dict[str, Any]:
    try:
        settings = yaml.load(settings_text(root), Loader=_Tolerant)
    except yaml.YAMLError as problem:
        mark = getattr(problem, "problem_mark", None)
        place = Place("mkdocs.yml", mark.line + 1 if mark else 1, mark.column + 1 if mark else 1)
        words = one_line(getattr(problem, "problem", None) or "it is not YAML", 200)
        raise Refused((Diagnostic(place, "error", None, f"mkdocs.yml can't be read: {words}"),)) from None
    return settings if isinstance(settings, dict) else {}
