"""What a template reads: the names that are given to it, or that it may be another on each page."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import asdict
from typing import Any

import jinja2
from jinja2 import nodes
from jinja2.meta import find_undeclared_variables
from jinja2.utils import _PassArg

from generator.compiled_templates import CompiledTemplates
from generator.frozen import frozen

#: Pictures, which are no templates.
_ICONS = ".icons/"
#: Names that stand for the page, for all pages, for blocks, for the time, or for chance.
_OF_PAGES = frozenset(("page", "pages", "self", "super", "caller", "varargs", "kwargs", "build_date_utc", "lipsum"))
#: What the page that is shown changes in others, and methods that change something.
_CHANGING = frozenset(
    ("active", "append", "extend", "insert", "update", "pop", "popitem", "remove", "clear", "setdefault")
)
#: Of the filters that see where they are used, those that are the same for all pages, links apart.
_SEEING = frozenset(("url", "map", "select", "reject", "selectattr", "rejectattr"))
_UNSURE = (nodes.Block, nodes.Extends, nodes.ExprStmt, nodes.Scope, nodes.OverlayScope)


@frozen
class _Local:
    """The templates that a template or a block of one asks for, and the names that are given to it."""

    asked: tuple[str, ...]
    names: tuple[str, ...]


@frozen
class _Text:
    """What a template's own text says: of the whole and of its blocks, where that is sure."""

    whole: _Local | None
    blocks: Mapping[str, _Local]


class Reader:
    """Reads the templates of an environment."""

    def __init__(self, environment: jinja2.Environment) -> None:
        """No template is read by that."""
        self._environment = environment
        self._known: dict[str, frozenset[str] | None] = {}
        self._texts: dict[str, _Text] = {}

    def names(self, template: str) -> frozenset[str] | None:
        """Return the names that are given to a template and to those that it includes; None if a page is among them.

        None as well where that is not sure: a block, which others may fill, or a template whose name is worked out.
        """
        if template not in self._known:
            self._known[template] = None  # while it is read: one that includes itself is left alone
            self._known[template] = self._read(self._text(template).whole)
        return self._known[template]

    def blocks(self, template: str) -> dict[str, frozenset[str]]:
        """Return the same of a template's blocks, without those of which it is not sure."""
        found = {name: self._read(local) for name, local in self._text(template).blocks.items()}
        return {name: names for name, names in found.items() if names is not None}

    def _read(self, local: _Local | None) -> frozenset[str] | None:
        if local is None:
            return None
        found = frozenset(local.names)
        for name in local.asked:
            inner = self.names(name)
            if inner is None:
                return None
            found |= inner
        return found

    def _text(self, template: str) -> _Text:
        if template not in self._texts:
            self._texts[template] = self._kept_text(template)
        return self._texts[template]

    def _kept_text(self, template: str) -> _Text:
        """Return what a template's own text says, which is kept from one run to the next."""
        env, loader = self._environment, self._environment.loader
        try:
            source = loader.get_source(env, template)[0] if loader else ""
            kept = env.bytecode_cache if isinstance(env.bytecode_cache, CompiledTemplates) else None
            key = kept.key(env, "names and blocks", source) if kept else ""
            known = kept.kept(key) if kept else None
            if known is not None:
                said = json.loads(known)
                blocks = {name: _local(one) for name, one in said["blocks"].items()}
                return _Text(_local(said["whole"]) if said["whole"] else None, blocks)
            whole = env.parse(source)
        except jinja2.TemplateError:
            return _Text(None, {})
        found = {block.name: self._parsed(self._alone(block)) for block in whole.find_all(nodes.Block)}
        text = _Text(self._parsed(whole), {name: local for name, local in found.items() if local is not None})
        if kept:
            kept.keep(key, json.dumps(asdict(text)).encode("utf-8"))
        return text

    def _alone(self, block: nodes.Block) -> nodes.Template:
        """Return a block as a template of its own: it sees what a page's context has, and nothing else around it."""
        return nodes.Template(block.body, lineno=block.lineno, environment=self._environment)

    def _parsed(self, whole: nodes.Template) -> _Local | None:
        asked: list[str] = []
        for node in whole.find_all(nodes.Node):
            if isinstance(node, _UNSURE) or self._may_change(node):
                return None
            for name in _asked(node):
                if name is None:
                    return None
                asked.append(name)
        return _Local(tuple(asked), tuple(sorted(find_undeclared_variables(whole))))

    def _may_change(self, node: nodes.Node) -> bool:
        if isinstance(node, nodes.Name):
            return node.name in _OF_PAGES
        if isinstance(node, nodes.Getattr):
            return node.attr in _CHANGING
        if isinstance(node, nodes.Const):
            return isinstance(node.value, str) and node.value in _CHANGING
        if isinstance(node, nodes.Filter):
            given = self._environment.filters.get(node.name)
            sees = _PassArg.from_obj(given) is _PassArg.context if given else True
            return node.name in ("random", "script_tag") or (sees and node.name not in _SEEING)
        return False


def _local(said: Any) -> _Local:
    return _Local(tuple(said["asked"]), tuple(said["names"]))


def _asked(node: nodes.Node) -> Iterator[str | None]:
    """Return the templates that a node asks for; None for one whose name is not known before."""
    if not isinstance(node, nodes.Include | nodes.Import | nodes.FromImport) or not node.with_context:
        return  # nothing is asked for, or what sees nothing of a page
    name = node.template
    if isinstance(name, nodes.Const) and isinstance(name.value, str):
        yield name.value
    elif not _is_icon(name):
        yield None


def _is_icon(name: nodes.Expr) -> bool:
    first = name.nodes[0] if isinstance(name, nodes.Concat) else None
    return isinstance(first, nodes.Const) and first.value == _ICONS
