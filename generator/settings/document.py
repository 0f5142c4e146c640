"""mkdocs.yml as a tree with the place of every key and value, as far as our own settings go.

The file is MkDocs' own: tags and aliases that are meant for it are passed over, and texts stay texts.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml

from generator.model.finding import Diagnostic, Place, Refused
from generator.model.yaml_words import syntax_fault
from generator.yaml_tree import DEEPEST, LARGEST_BYTES, MOST_VALUES, Keys, Tree

FILE = "mkdocs.yml"
_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_EMPTY = frozenset({"", "~", "null", "Null", "NULL"})


def read_document(root: Path, wanted: tuple[str, ...]) -> Tree:
    """Return the tree of the top-level keys that are ``wanted``; Refused if the file can't be read."""
    text = _text(root / FILE)
    try:
        node = yaml.compose(text, Loader=_LOADER)
    except (yaml.YAMLError, RecursionError) as problem:
        if not isinstance(problem, yaml.YAMLError):
            raise _refused("it nests too deep") from None
        found = syntax_fault(problem, text.splitlines())
        raise Refused((Diagnostic(Place(FILE, found.line, found.column), "error", None, found.message),)) from None
    tree = Tree(FILE, {})
    if not isinstance(node, yaml.MappingNode):
        return tree
    reader = _Reader(tree)
    for key, value in node.value:
        if key.value in wanted:
            tree.keys[(key.value,)] = reader.place(key)
            tree.value[key.value] = reader.value(value, (key.value,), 0)
    return tree


def _text(path: Path) -> str:
    try:
        with path.open("rb") as file:
            data = file.read(LARGEST_BYTES + 1)
        if len(data) > LARGEST_BYTES:
            raise _refused(f"it has more than {LARGEST_BYTES:,} bytes")
        return data.decode("utf-8-sig")
    except (OSError, UnicodeDecodeError) as problem:
        raise _refused(getattr(problem, "strerror", None) or "it is not UTF-8 text") from None


def _refused(words: str) -> Refused:
    return Refused((Diagnostic(Place(FILE, 1, 1), "error", None, f"mkdocs.yml can't be read: {words}"),))


class _Reader:
    """Turns nodes into plain values and notes their places; an alias that repeats too much is cut off."""

    def __init__(self, tree: Tree) -> None:
        self.tree, self.count = tree, 0

    def place(self, node: yaml.Node) -> Place:
        return Place(FILE, node.start_mark.line + 1, node.start_mark.column + 1)

    def value(self, node: yaml.Node, keys: Keys, depth: int) -> Any:
        self.count += 1
        if depth > DEEPEST or self.count > MOST_VALUES:
            raise _refused("it nests too deep or holds too many values")
        self.tree.values.setdefault(keys, self.place(node))
        if isinstance(node, yaml.MappingNode):
            return dict(self._pairs(node, keys, depth))
        if isinstance(node, yaml.SequenceNode):
            return [self.value(part, (*keys, at), depth + 1) for at, part in enumerate(node.value)]
        assert isinstance(node, yaml.ScalarNode)
        return None if not node.style and node.value in _EMPTY else str(node.value)

    def _pairs(self, node: yaml.MappingNode, keys: Keys, depth: int) -> Any:
        for key, part in node.value:
            name = key.value if isinstance(key, yaml.ScalarNode) else str(key.tag)
            if (*keys, name) in self.tree.keys:
                first = self.tree.keys[(*keys, name)]
                self.tree.fault(self.place(key), f"'{name}' stands here a second time; first in line {first.line}")
            self.tree.keys.setdefault((*keys, name), self.place(key))
            yield name, self.value(part, (*keys, name), depth + 1)
