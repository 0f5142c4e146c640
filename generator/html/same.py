"""Parts of the theme that are the same on pages beside one another (search, colors, footer), rendered once for them.

Which they are is read from the templates: those, and those of their blocks, that are given no page, nor read what the
page that is shown changes in others. What such a part says is kept by all that it reads, and by the folder in which the
page stands, on which its links depend.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import jinja2
from jinja2.environment import TemplateModule
from jinja2.runtime import Context, LoopContext, Macro, Undefined
from jinja2.utils import Namespace, missing, pass_context

from generator.compiled_templates import SettledTemplate
from generator.html.reading import Reader

#: Never another in one environment.
_SETTINGS = frozenset(("config",))
_SIMPLE = (int, float, bool, type(None))
#: Characters of a text on which a part may depend; a longer one is a page's own.
_LONGEST = 100
_REFUSED = object()

Render = Callable[[Context], Iterator[str]]


class SameParts:
    """What is kept of the parts of one environment. Not for several threads at once."""

    def __init__(self, environment: jinja2.Environment) -> None:
        """Take hold of an environment in which no template was loaded yet."""
        self._reader = Reader(environment)
        self._kept: dict[Any, tuple[str, tuple[str, ...], Any]] = {}
        self._targets: list[str] | None = None
        parts = self

        class Template(SettledTemplate):
            @classmethod
            def _from_namespace(cls, environment: Any, namespace: Any, given: Any) -> Any:
                made: Any = super()._from_namespace(environment, namespace, given)
                names = parts._reader.names(made.name) if made.name else None
                made.anew = made.root_render_func
                if names is not None:
                    made.root_render_func = parts._once(made.name, names - _SETTINGS, made.anew)
                blocks = parts._reader.blocks(made.name) if made.name else {}
                made.blocks = made.blocks | {
                    name: parts._once(f"{made.name} {name}", blocks[name] - _SETTINGS, made.blocks[name])
                    for name in blocks
                }
                return made

            def make_module(self: Any, given: Any = None, shared: bool = False, local: Any = None) -> TemplateModule:
                """Return what it sets, for which it has to be rendered."""
                context = self.new_context(given, shared, local)
                return TemplateModule(self, context, list(self.anew(context)))

        environment.template_class = Template
        environment.filters["url"] = self._noting(environment.filters["url"])

    def forget(self) -> None:
        """Render all anew: there are other pages, or they have other titles."""
        self._kept.clear()

    def _once(self, name: str, names: frozenset[str], render: Render) -> Render:
        ordered = sorted(names)

        def rendered(context: Context) -> Iterator[str]:
            values = [context.resolve_or_missing(one) for one in ordered]
            key = self._key(context, name, values)
            if key is None:
                yield from render(context)
                return
            known = self._kept.get(key)
            if known is None:
                outer, self._targets = self._targets, []
                try:
                    known = "".join(render(context)), tuple(self._targets), values
                finally:
                    self._targets = outer
                if not any(key[0] in target for target in known[1]):  # else it depends on the page in the folder
                    self._kept[key] = known
            if self._targets is not None:
                self._targets += known[1]
            yield known[0]

        return rendered

    def _key(self, context: Context, name: str, values: list[Any]) -> Any:
        page = context.get("page")
        folder = page.url.rstrip("/").rpartition("/")[0] if page else ""
        if not folder:
            return None
        seen = tuple([self._identity(value) for value in values])
        return None if _REFUSED in seen else (f"{folder}/", context.get("base_url"), name, *seen)

    def _identity(self, value: Any) -> Any:
        if type(value) is str:
            return value if len(value) <= _LONGEST else _REFUSED
        if type(value) in _SIMPLE:
            return type(value), value
        if value is missing or isinstance(value, Undefined):
            return missing
        if isinstance(value, TemplateModule):
            name = str(value.__name__)
            return (name,) if self._reader.names(name) == _SETTINGS else _REFUSED
        if isinstance(value, Macro | Namespace | LoopContext):
            return _REFUSED
        return id(value), type(value)  # nothing else gets this id, since it is kept beside what was rendered

    def _noting(self, url: Any) -> Any:
        @pass_context
        def noted(context: Context, value: Any) -> Any:
            if self._targets is not None:
                self._targets.append(str(value))
            return url(context, value)

        return noted
