"""MkDocs' settings of a project, with what hardday just worked out instead of the file that mkdocs.yml inherits."""

from __future__ import annotations

import importlib
import logging
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import yaml
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import ConfigurationError
from mkdocs.utils.yaml import get_yaml_loader

from generator.frozen import frozen
from generator.html.navigation import FILE_NAME
from generator.model.finding import Diagnostic, Place, Refused

_SETTINGS = "mkdocs.yml"
_SAFE: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # in C it is ten times as quick
#: MkDocs' own loader obeys every tag of Python. Here those alone are known that settings need: ``!ENV`` and names.
_Settings: Any = get_yaml_loader(_SAFE)
_DEEPEST = 10


@frozen
class Read:
    """MkDocs' settings; ``own_navigation``: mkdocs.yml has a navigation of its own, and not the one that is given."""

    config: MkDocsConfig
    own_navigation: bool


def read_config(root: Path, inherited: str) -> Read:
    """Return the settings; Refused with what MkDocs says of them. No folder of the project is read or written.

    ``inherited`` is the text of the file that mkdocs.yml inherits, with a navigation or without.
    """
    path = root.resolve() / _SETTINGS
    config = MkDocsConfig(config_file_path=str(path))
    with complaints() as said:
        try:
            given = yaml.load(inherited, Loader=_SAFE) or {}
            settings = _with_inherited(path, given, 0)
            config.load_dict(settings)
            config.load_dict({"docs_dir": str(Path(__file__).parent), "site_dir": str(path.parent / "build" / "none")})
            errors, warnings = config.validate()
        except (ConfigurationError, OSError, ValueError) as problem:
            raise Refused((mkdocs_says(str(problem)),)) from None
    told = [f"Config value '{name}': {what}" for name, what in (*errors, *(warnings if config.strict else ()))]
    if told or said:
        raise Refused(tuple(mkdocs_says(one) for one in dict.fromkeys((*told, *said))))
    return Read(config, settings.get("nav") is not given.get("nav"))


def mkdocs_says(message: str) -> Diagnostic:
    """Return what MkDocs complains of, as a build tells it."""
    return Diagnostic(Place(_SETTINGS, 1, 1), "error", None, f"MkDocs says: {' '.join(message.split())}")


@contextmanager
def complaints() -> Iterator[list[str]]:
    """Collect what MkDocs warns of while the block runs; in a build each of these is an error."""
    found: list[str] = []
    handler, logger = _Collecting(found), logging.getLogger("mkdocs")
    logger.addHandler(handler)
    try:
        yield found
    finally:
        logger.removeHandler(handler)


class _Collecting(logging.Handler):
    def __init__(self, found: list[str]) -> None:
        super().__init__(logging.WARNING)
        self.found = found

    def emit(self, record: logging.LogRecord) -> None:
        """Keep the message."""
        self.found.append(record.getMessage())


def _with_inherited(path: Path, given: Any, depth: int) -> Any:
    """Return a settings file laid over what it inherits, as MkDocs does it; our own file is the one in memory."""
    try:
        own = yaml.load(path.read_text(encoding="utf-8-sig"), Loader=_Settings)
    except yaml.YAMLError as problem:
        raise ConfigurationError(f"the settings can't be read: {problem}") from None
    if not isinstance(own, dict):
        raise ConfigurationError("the settings are not lines of `name: value`")
    name = own.pop("INHERIT", None)
    if name is None:
        return own
    if Path(str(name)).name == FILE_NAME:
        parent = given
    elif depth < _DEEPEST and (path.parent / str(name)).is_file():  # a pipe would be waited for
        parent = _with_inherited(path.parent / str(name), given, depth + 1)
    else:
        raise ConfigurationError(f"Inherited config file '{name}' does not exist.")
    return _merged(parent, own)


def _named(loader: Any, name: str, node: Any) -> Any:
    """Return what a name of Python stands for, as themes and extensions want it: ``!!python/name:module.function``."""
    module, _, own = name.rpartition(".")
    try:
        return getattr(importlib.import_module(module), own)
    except (ImportError, AttributeError, ValueError):
        message = f"there is no {name} in Python's modules"
        raise yaml.constructor.ConstructorError(None, None, message, node.start_mark) from None


_Settings.add_multi_constructor("tag:yaml.org,2002:python/name:", _named)


def _merged(parent: Any, own: Any) -> Any:
    """Lay groups of settings over one another, key by key; anything else replaces what is beneath it."""
    if not (isinstance(parent, dict) and isinstance(own, dict)):
        return own
    return parent | {key: _merged(parent[key], value) if key in parent else value for key, value in own.items()}
