"""Templates as Jinja has compiled them, kept for the next run: a fifth of a small build went into compiling them anew.

What is kept is code that is run, so it lies where Python programs of the same person lie, in the user's own cache
folder, and never in a project: a project comes from somebody else, and so may what a CI keeps of its ``build/``. A
folder that others may write to is left alone. Each file has the hash of what it holds, and its name stands for all that
its content depends on; one that is damaged, cut short or of something else is made anew. Where nothing can be kept (a
home that can't be written, a full disk), templates are compiled each time.
"""

from __future__ import annotations

import hashlib
import marshal
import os
import stat
import sys
from contextlib import suppress
from pathlib import Path
from types import CodeType
from typing import Any

import jinja2
import platformdirs
from jinja2.bccache import Bucket, bc_magic

from generator.program import program

_APP, _FOLDER, _ENDING = "hardday", "templates", ".kept"
#: A build uses about seventy; there is room for some versions of hardday, themes and languages.
_MOST, _LEFT = 600, 300
_HASH = 32


class CompiledTemplates(jinja2.BytecodeCache):
    """What is kept of the templates of one environment.

    ``made_with`` says in words what else the code depends on than templates, this program and the environment's own
    settings; the environment must be set up when its first template is loaded.
    """

    def __init__(self, made_with: str = "", folder: Path | None = None) -> None:
        """``folder`` is where it is kept; by itself the user's own cache folder."""
        self._folder = own_folder() if folder is None else folder
        self._made_with = made_with
        self._made_room = False

    def get_bucket(self, environment: jinja2.Environment, name: str, filename: str | None, source: str) -> Bucket:
        """Return what is kept of a template; its code is None if nothing is."""
        bucket = Bucket(environment, self.key(environment, "code", name, filename or "", source), "")
        self.load_bytecode(bucket)
        return bucket

    def load_bytecode(self, bucket: Bucket) -> None:
        """Take the code from its file."""
        found = self.kept(bucket.key)
        if found is not None:
            with suppress(EOFError, ValueError, TypeError):
                code = marshal.loads(found)
                bucket.code = code if isinstance(code, CodeType) else None

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep the code."""
        self.keep(bucket.key, marshal.dumps(bucket.code))

    def key(self, environment: jinja2.Environment, *parts: str) -> str:
        """Return what stands for some texts in this environment."""
        settings = _settings_of(environment)
        whole = "\0".join((program(), sys.version, repr(bc_magic), self._made_with, settings, *parts))
        return hashlib.sha256(whole.encode("utf-8", "surrogatepass")).hexdigest()[:48]

    def kept(self, key: str) -> bytes | None:
        """Return what was kept by that key; None if nothing was, or not as it was kept."""
        if self._folder is None:
            return None
        try:
            whole = (self._folder / f"{key}{_ENDING}").read_bytes()
        except OSError:
            return None
        content = whole[_HASH:]
        return content if whole[:_HASH] == _hash(key, content) else None

    def keep(self, key: str, content: bytes) -> None:
        """Keep it, if that can be done; the oldest make room."""
        if self._folder is None:
            return
        path = self._folder / f"{key}{_ENDING}"
        aside = path.with_name(f".{key}-{os.getpid()}")
        with suppress(OSError):
            try:
                with open(aside, "wb", opener=_for_its_owner) as file:
                    file.write(_hash(key, content) + content)
                os.replace(aside, path)
            except OSError:
                aside.unlink(missing_ok=True)
                raise
            if not self._made_room:
                self._made_room = True
                _make_room(self._folder)


def own_folder() -> Path | None:
    """Return the folder in which templates are kept; None if there is none that is the user's own."""
    try:
        folder = platformdirs.user_cache_path(_APP) / _FOLDER
        if not folder.is_absolute():  # no home is known: it would be a folder of whatever project this runs in
            return None
        for one in (folder.parent, folder):  # each with its mode, which mkdir gives to none that it makes on its way
            one.mkdir(mode=0o700, parents=True, exist_ok=True)
        return folder if all(map(_own, (folder, folder.parent))) else None
    except (OSError, RuntimeError):
        return None


def _own(folder: Path) -> bool:
    if not hasattr(os, "geteuid"):
        return True
    known = folder.lstat()
    others = stat.S_IWGRP | stat.S_IWOTH
    return stat.S_ISDIR(known.st_mode) and known.st_uid == os.geteuid() and not known.st_mode & others


def _for_its_owner(path: str, flags: int) -> int:
    return os.open(path, flags, 0o600)


def _hash(key: str, content: bytes) -> bytes:
    return hashlib.sha256(key.encode("ascii") + content).digest()


def _make_room(folder: Path) -> None:
    names = os.listdir(folder)
    if len(names) > _MOST:
        paths = sorted((folder / name for name in names), key=lambda path: path.lstat().st_mtime_ns)
        for path in paths[:-_LEFT]:
            path.unlink(missing_ok=True)


def _settings_of(environment: jinja2.Environment) -> str:
    """Return what code depends on in an environment: Jinja folds what is constant while it compiles."""
    plain = (
        environment.block_start_string,
        environment.block_end_string,
        environment.variable_start_string,
        environment.variable_end_string,
        environment.comment_start_string,
        environment.comment_end_string,
        environment.line_statement_prefix,
        environment.line_comment_prefix,
        environment.trim_blocks,
        environment.lstrip_blocks,
        environment.newline_sequence,
        environment.keep_trailing_newline,
        environment.optimized,
        environment.is_async,
        environment.sandboxed,
        getattr(environment, "newstyle_gettext", False),
        environment.autoescape if isinstance(environment.autoescape, bool) else _name(environment.autoescape),
        _name(environment.finalize),
        _name(environment.undefined),
        _name(environment.code_generator_class),
    )
    named = (
        f"{kind} {name} {_name(one)}"
        for kind, table in (("filter", environment.filters), ("test", environment.tests))
        for name, one in sorted(table.items())
    )
    policies = (f"policy {name} {value!r}" for name, value in sorted(environment.policies.items()) if _plain(value))
    return "\0".join((repr(plain), *sorted(environment.extensions), *named, *policies))


def _name(one: object) -> str:
    kind = one if hasattr(one, "__qualname__") else type(one)
    return f"{getattr(kind, '__module__', '')}.{getattr(kind, '__qualname__', '')}"


def _plain(value: object) -> bool:
    return value is None or isinstance(value, str | int | float | bool)


class SettledTemplate(jinja2.Template):
    """A template that takes its environment's globals as they are when it is loaded; nobody changes them afterwards.

    Jinja looks through two layers of them each time that a template is rendered, and a page includes a dozen.
    """

    @classmethod
    def _from_namespace(cls, environment: Any, namespace: Any, given: Any) -> Any:
        return super()._from_namespace(environment, namespace, dict(given))
