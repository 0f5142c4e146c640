"""mkdocs.yml as a whole, as far as it is no business of MkDocs alone."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml

from generator.model.finding import Diagnostic, Place, Refused
from generator.model.quoting import one_line, quoted
from generator.settings.document import settings_text

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
