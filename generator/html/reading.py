"""What a template reads: the names that are given to it, or that it may be another on each page."""

from __future__ import annotations

from collections.abc import Iterator

import jinja2
from jinja2 import nodes
from jinja2.meta import find_undeclared_variables
from jinja2.utils import _PassArg

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


class Reader:
    """Reads the templates of an environment."""

    def __init__(self, environment: jinja2.Environment) -> None:
        """No template is read by that."""
        self._environment = environment
        self._known: dict[str, frozenset[str] | None] = {}

    def names(self, template: str) -> frozenset[str] | None:
        """Return the names that are given to a template and to those that it includes; None if a page is among them.

        None as well where that is not sure: a block, which others may fill, or a template whose name is worked out.
        """
        if template not in self._known:
            self._known[template] = None  # while it is read: one that includes itself is left alone
            self._known[template] = self._read(template)
        return self._known[template]

    def _read(self, template: str) -> frozenset[str] | None:
        loader = self._environment.loader
        try:
            whole = self._environment.parse(loader.get_source(self._environment, template)[0]) if loader else None
        except jinja2.TemplateError:
            return None
        found: frozenset[str] = frozenset()
        for node in whole.find_all(nodes.Node) if whole else ():
            if isinstance(node, _UNSURE) or self._may_change(node):
                return None
            for name in _asked(node):
                inner = self.names(name) if name is not None else None
                if inner is None:
                    return None
                found |= inner
        return found | find_undeclared_variables(whole) if whole else None

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
