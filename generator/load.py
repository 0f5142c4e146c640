"""From files to trees: finds definitions and policies, follows ``extends`` once, keeps every place.

A child's mapping is laid over its parent's key by key; lists and single values replace the parent's.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from generator.model.asking import nearest
from generator.model.finding import Diagnostic, Place, Refused
from generator.yaml_tree import Keys, Tree, read_tree

_SLUG = re.compile(r"^[a-z0-9]+(-[a-z0-9]+)*$")


def read_file(path: Path, shown: str) -> Tree:
    """Read one YAML file; Refused if it can't be read or is not YAML."""
    start = Place(shown, 1, 1)
    if path.is_symlink():
        raise Refused((Diagnostic(start, "error", None, "this is a link to another file", "Copy the file here."),))
    try:
        return read_tree(path.read_bytes(), shown)
    except OSError as problem:
        words = problem.strerror or "it can't be read"
        raise Refused((Diagnostic(start, "error", None, f"the file can't be read: {words}"),)) from None


def definition_files(project: Path) -> tuple[Path, ...]:
    """Return the definitions of a project, by name."""
    folder = project / "plans"
    return tuple(sorted(p for p in folder.glob("*.y*ml") if p.suffix in (".yaml", ".yml")))


def load_definition(path: Path, project: Path, shown: str | None = None) -> Tree:
    """Read a definition with what it extends laid beneath it; Refused with every fault."""
    tree = read_file(path, shown or str(path))
    _want_mapping(tree)
    name = tree.value.pop("extends", None)
    if name is None:
        return tree
    place = tree.values.get(("extends",), Place(tree.path, 1, 1))
    return _extended(tree, name, place, project, path)


def _extended(tree: Tree, name: Any, place: Place, project: Path, path: Path) -> Tree:
    plans = {p.stem: p for p in definition_files(project)} | {path.stem: path}
    policies = {p.stem: p for p in sorted((project / "plans" / "policies").glob("*.yaml"))}
    if not isinstance(name, str) or not _SLUG.match(name):
        message = f"'{name}' can't be extended; expected the name of a plan or a policy, such as marathon-first"
        raise Refused((Diagnostic(place, "error", None, message),))
    if name in policies and name not in plans:
        tree.value.setdefault("policy", name)
        return tree
    if name not in plans or plans[name] == path:
        what = "a plan can't extend itself" if name == path.stem else f"there is no plan or policy '{name}'"
        raise Refused((Diagnostic(place, "error", None, what, nearest(name, (*plans, *policies))),))
    parent = read_file(plans[name], _beside(tree.path, plans[name].name))
    _want_mapping(parent)
    if "extends" in parent.value:
        message = f"'{name}' itself extends another plan; extends: goes one step only"
        raise Refused((Diagnostic(place, "error", None, message, "Extend the other plan directly."),))
    return overlay(parent, tree)


def _beside(shown: str, name: str) -> str:
    head, slash, _ = shown.rpartition("/")
    return f"{head}{slash}{name}"


def _want_mapping(tree: Tree) -> None:
    if not isinstance(tree.value, dict):
        place = Place(tree.path, 1, 1)
        raise Refused((Diagnostic(place, "error", None, "expected `key: value` lines, such as title: First marathon"),))


def overlay(parent: Tree, child: Tree) -> Tree:
    """Lay the child over the parent; places follow the values."""
    tree = Tree(child.path)
    tree.value = _overlay(parent.value, child.value)
    for name in ("values", "keys"):
        theirs, ours = getattr(parent, name), getattr(child, name)
        kept = {k: v for k, v in theirs.items() if not _replaced(k, child.value)}
        getattr(tree, name).update(kept | ours)
    return tree


def _overlay(parent: Any, child: Any) -> Any:
    if isinstance(parent, dict) and isinstance(child, dict):
        return {k: _overlay(parent.get(k), child[k]) if k in child else parent[k] for k in {**parent, **child}}
    return child


def _replaced(keys: Keys, child: Any) -> bool:
    """True if the child has a list or a single value at or above these keys."""
    for key in keys:
        if not isinstance(child, dict) or key not in child:
            return False
        child = child[key]
    return not isinstance(child, dict)
