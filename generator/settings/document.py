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
    node = yaml.compose(settings_text(root), Loader=_LOADER)
    tree = Tree(FILE, {})
    if not isinstance(node, yaml.MappingNode):
        return tree
    reader = _Reader(tree)
    for key, value in node.value:
        if isinstance(key, yaml.ScalarNode) and key.value in wanted:
            tree.keys[(key.value,)] = reader.place(key)
            tree.value[key.value] = reader.value(value, (key.value,), 0)
    return tree


def settings_text(root: Path) -> str:
    """Return the text of mkdocs.yml, which any YAML reader may take: its syntax is right, and it stays small.

    Refused, at its place, where it can't be read, nests too deep or grows by its aliases. Readers go down a level a
    call, without looking how far, so that only the parser, which does not, may see a file first.
    """
    text = _text(root / FILE)
    sizes: dict[Any, int] = {}
    opened: list[list[Any]] = [["", 0]]  # the anchor of each open part, and of how many values it is made
    try:
        for event in yaml.parse(text, Loader=_LOADER):
            if isinstance(event, yaml.CollectionStartEvent):
                opened.append([event.anchor, 1])
            elif isinstance(event, yaml.CollectionEndEvent):
                anchor, size = opened.pop()
                opened[-1][1] += size
                sizes[anchor] = size
            elif isinstance(event, yaml.AliasEvent):
                opened[-1][1] += sizes.get(event.anchor, MOST_VALUES if event.anchor in dict(opened) else 1)
            elif isinstance(event, yaml.ScalarEvent):
                opened[-1][1] += 1
            if len(opened) > DEEPEST + 1 or opened[-1][1] > MOST_VALUES:
                mark: Any = event.start_mark
                place = Place(FILE, mark.line + 1, mark.column + 1)
                message = "mkdocs.yml can't be read: it nests too deep or holds too many values"
                raise Refused((Diagnostic(place, "error", None, message),))
        yaml.compose(text, Loader=_LOADER)  # what an alias means is seen only here
    except yaml.YAMLError as problem:
        found = syntax_fault(problem, text.splitlines())
        raise Refused((Diagnostic(Place(FILE, found.line, found.column), "error", None, found.message),)) from None
    return text


def _text(path: Path) -> str:
    try:
        if path.exists() and not path.is_file():
            raise _refused("it is not a file")
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
