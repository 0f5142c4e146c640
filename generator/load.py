"""From files to trees: finds definitions and policies, follows ``extends`` once, keeps every place.

A child's mapping is laid over its parent's key by key; lists and single values replace the parent's. What only the
parent can say of itself, its title, its review and where its own addresses moved, is not inherited.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from generator.model.definition_files import definition_files
from generator.model.finding import Diagnostic, Place, Refused
from generator.model.quoting import nearest, quoted
from generator.yaml_tree import LARGEST_BYTES, Keys, Tree, parse_tree, read_tree

_SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_NOT_INHERITED = ("title", "reviewed", "moved")
_BLOCKS = ("phases", "stages", "rolling")


def read_file(path: Path, shown: str) -> Tree:
    """Read one YAML file; Refused if it can't be read or has any fault."""
    return read_tree(_bytes(path, shown), shown)


def parse_file(path: Path, shown: str) -> Tree:
    """Read one YAML file and keep its lesser faults in the tree; Refused if it can't be read to its end."""
    return parse_tree(_bytes(path, shown), shown)


def load_definition(path: Path, project: Path, shown: str | None = None) -> Tree:
    """Read a definition with what it extends laid beneath it; Refused if it can't be read.

    Faults that leave the rest readable stay in the tree, for ``validate`` to report with its own.
    """
    tree = parse_tree(_bytes(path, shown or str(path)), shown or str(path))
    _want_mapping(tree)
    _one_of_a_name(tree, path)
    if "extends" not in tree.value:
        return tree
    name = tree.value.pop("extends")
    places = tree.values if name else tree.keys
    place = places.get(("extends",), Place(tree.path, 1, 1))
    return _Extension(tree, place, path, project).of(name)


def _bytes(path: Path, shown: str) -> bytes:
    start = Place(shown, 1, 1)
    try:
        if path.is_symlink():
            raise Refused((Diagnostic(start, "error", None, "this is a link to another file", "Copy the file here."),))
        if path.exists() and not path.is_file():
            raise Refused((Diagnostic(start, "error", None, "this is not a file"),))
        with path.open("rb") as file:
            return file.read(LARGEST_BYTES + 1)
    except (OSError, ValueError) as problem:
        words = getattr(problem, "strerror", None) or "it can't be read"
        hint = _meant(path) if isinstance(problem, FileNotFoundError) else ""
        raise Refused((Diagnostic(start, "error", None, f"the file can't be read: {words}", hint),)) from None


def _meant(path: Path) -> str:
    """Name the file that may be meant: one beside it, or one of plans/ where the folder or the ending is left out."""
    known = {str(other): other.stem for folder in (path.parent, path.parent / "plans") for other in _yaml_in(folder)}
    same = next((name for name, stem in known.items() if stem == path.stem), "")
    close = get_close_matches(path.stem, known.values(), 1, 0.7)
    found = same or next((name for name, stem in known.items() if close and stem == close[0]), "")
    return f"Did you mean {quoted(found, 200)}?" if found else ""


def _yaml_in(folder: Path) -> list[Path]:
    try:
        return sorted(path for path in folder.glob("*.y*ml") if path.suffix in (".yaml", ".yml"))[:1000]
    except OSError:
        return []


def _want_mapping(tree: Tree) -> None:
    if not isinstance(tree.value, dict):
        message = "a definition is made of lines of `key: value`, such as title: First marathon"
        if tree.value is None:
            tree.fault(Place(tree.path, 1, 1), "the file is empty", "Copy another plan to start from.")
        else:
            tree.fault(tree.values[()], message)
        raise Refused(tuple(tree.faults))


def _one_of_a_name(tree: Tree, path: Path) -> None:
    twin = path.with_suffix(".yml" if path.suffix == ".yaml" else ".yaml")
    if path.suffix in (".yaml", ".yml") and twin.exists():
        message = f"{path.name} and {twin.name} would have one address"
        tree.fault(Place(tree.path, 1, 1), message, "Rename or delete one of them.")


class _Extension:
    """A definition on its way to what it extends; a fault of ``extends`` stays in the tree."""

    def __init__(self, tree: Tree, place: Place, path: Path, project: Path) -> None:
        self.tree, self.place, self.path = tree, place, path
        self.plans = {p.stem: p for p in definition_files(project)}
        self.policies = {p.stem for p in (project / "plans" / "policies").glob("*.yaml")}

    def of(self, name: Any) -> Tree:
        """Return the definition laid over the plan of that name, or with the policy of that name."""
        if name is None or (isinstance(name, str) and not name.strip()):
            return self._refused("nothing stands after 'extends:'", "Write the name of a plan or a policy.")
        if not isinstance(name, str) or not _SLUG.fullmatch(name):
            shown = quoted(name) if isinstance(name, str) else "a list or a group of keys"
            wanted = "the name of one plan or policy, such as marathon-first, without its folder or .yaml"
            return self._refused(f"{shown} can't be extended; expected {wanted}")
        if name in self.plans and name in self.policies:
            return self._refused(f"'{name}' is a plan and a policy", "Write policy: for the policy, or rename one.")
        if name in self.policies:
            return self._with_policy(name)
        if name == self.path.stem:
            return self._refused("a plan can't extend itself")
        if name not in self.plans:
            hint = nearest(name, sorted({*self.plans, *self.policies} - {self.path.stem}))
            return self._refused(f"there is no plan or policy {quoted(name)}", hint)
        return self._with_plan(name)

    def _refused(self, message: str, hint: str = "") -> Tree:
        self.tree.fault(self.place, message, hint)
        self.tree.partial = True
        return self.tree

    def _with_policy(self, name: str) -> Tree:
        own = self.tree.value.get("policy", name)
        if own != name:
            message = f"'{name}' is a policy, and policy: names {quoted(own)}"
            return self._refused(message, "Keep one of the two lines.")
        self.tree.value["policy"] = name
        self.tree.values.setdefault(("policy",), self.place)
        return self.tree

    def _with_plan(self, name: str) -> Tree:
        path = self.plans[name]
        shown = _beside(self.tree.path, path.name) if path.parent == self.path.parent else str(path)
        try:
            parent = parse_tree(_bytes(path, shown), shown)
            _want_mapping(parent)
        except Refused as refused:
            raise Refused((*self.tree.faults, *refused.diagnostics)) from None
        if "extends" in parent.value:
            message = f"'{name}' itself extends {quoted(parent.value['extends'])}; extends: goes one step only"
            return self._refused(message, "Extend the other plan directly.")
        return overlay(parent, self.tree)


def _beside(shown: str, name: str) -> str:
    head, slash, _ = shown.rpartition("/")
    return f"{head}{slash}{name}"


def overlay(parent: Tree, child: Tree) -> Tree:
    """Lay the child over the parent; every value keeps the place, in either file, where it stands."""
    base = {key: value for key, value in parent.value.items() if key not in _NOT_INHERITED}
    if any(name in child.value for name in _BLOCKS):
        base = {key: value for key, value in base.items() if key not in _BLOCKS}
    tree = Tree(child.path, _overlay(base, child.value), faults=[*parent.faults, *child.faults])
    inherited = frozenset(_inherited(base, child.value, ()))
    for name in ("values", "keys"):
        theirs, ours = getattr(parent, name), getattr(child, name)
        kept = {k: v for k, v in theirs.items() if any(k[:n] in inherited for n in range(1, len(k) + 1))}
        getattr(tree, name).update(kept | ours)
    return tree


def _overlay(parent: Any, child: Any) -> Any:
    if isinstance(parent, dict) and isinstance(child, dict):
        return {k: _overlay(parent.get(k), child[k]) if k in child else parent[k] for k in {**parent, **child}}
    return child


def _inherited(parent: Any, child: Any, keys: Keys) -> Iterator[Keys]:
    """Yield the keys of the largest parts that come from the parent whole."""
    if isinstance(parent, dict) and isinstance(child, dict):
        for key, value in parent.items():
            if key in child:
                yield from _inherited(value, child[key], (*keys, key))
            else:
                yield (*keys, key)
