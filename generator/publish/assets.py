"""Style sheets and browser code, copied into the pages under names that say what they hold.

A page and the code that it asks for so always fit together, whatever a browser, a proxy or the pages saved on a phone
still hold of the site's last version. The style sheets become one file, in the order of their numbers.
"""

from __future__ import annotations

import hashlib
import json
import posixpath
import re
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from generator.frozen import frozen

_MAIN = "main.js"
_EARLY = "early.js"
#: Where that tells which modules to fetch at once; it would be a thirtieth of every page.
_NO_MODULES = b"const MODULES = [];"
#: In the scripts' folder: the modules that pages load later, if at all, by their path. The worker (``sw.js``) saves
#: them from this one file, in which what they have in common is sent once.
LATER = "later.json"
_CSS_COMMENT = re.compile(rb"/\*.*?\*/\n?", re.S)
_INDENTATION = re.compile(rb"^[ \t]+", re.M)
_LINE_COMMENT = re.compile(rb"^[ \t]*//.*$", re.M)
_BLOCK_COMMENT = re.compile(rb"^[ \t]*/\*\*.*?\*/[ \t]*$", re.M | re.S)
_STATIC_IMPORT = re.compile(r"""^(?:import|export)\b\s*(?:[^'";]*?\bfrom\s*)?["'](\.[^"']+)["']""", re.M)


#: Takes browser code by its path, and returns it in another language.
Speak = Callable[[Mapping[str, bytes]], Mapping[str, bytes]]


@frozen
class Assets:
    """Every file by its path in the pages, and the names that pages ask for."""

    files: Mapping[str, bytes]
    #: The one style sheet.
    style_sheet: str
    #: The folder of all browser code, with its closing slash; it stands two steps below the site's root.
    scripts: str
    #: The modules in that folder that `main.js` always needs, itself first: fetched at once, not one after another.
    modules: tuple[str, ...]

    def settings(self) -> dict[str, object]:
        """Return what the theme is told, as ``extra.hardday`` of mkdocs.yml."""
        return {"styles": self.style_sheet, "scripts": self.scripts}


def assets(folder: Path, speak: Speak = dict) -> Assets:
    """Return the assets below ``templates/assets``; ``speak`` puts browser code into another language."""
    style = b"\n".join(sheet.read_bytes() for sheet in sorted((folder / "css").glob("*.css"), key=_place))
    sheets = _INDENTATION.sub(b"", _CSS_COMMENT.sub(b"", style))
    style_sheet = f"assets/css/hardday-{_content_name(sheets)}.css"
    code = dict(speak(_code(folder / "js")))
    modules = _imported(_MAIN, code)
    if _EARLY in code:
        code[_EARLY] = code[_EARLY].replace(_NO_MODULES, f"const MODULES = {json.dumps(modules)};".encode())
    scripts = f"assets/js-{_content_name(*(part for name in sorted(code) for part in (name.encode(), code[name])))}/"
    others = {
        f"assets/{path.relative_to(folder).as_posix()}": path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.relative_to(folder).parts[0] not in ("css", "js")
    }
    later = {name: text.decode("utf-8") for name, text in code.items() if name not in (*modules, _EARLY)}
    published = code | {LATER: json.dumps(later, ensure_ascii=False, separators=(",", ":")).encode("utf-8")}
    files = {style_sheet: sheets, **{scripts + name: text for name, text in published.items()}, **others}
    return Assets(files, style_sheet, scripts, tuple(modules))


def _place(sheet: Path) -> int:
    """A style sheet's place in the cascade: the number that its name begins with, ``9-numbers`` before ``10-log``."""
    return int(sheet.name.partition("-")[0])


def _code(folder: Path) -> dict[str, bytes]:
    """All modules by their path in the folder; the worker (``sw/``) is published by ``offline.py``."""
    found = {path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*.js"))}
    return {name: without_comments(text) for name, text in found.items() if not name.startswith("sw/")}


def without_comments(code: bytes) -> bytes:
    """Return browser code without indentation and comments on lines of their own: a fifth of what a phone would load.

    The lines stay, so that a message of a browser still names the source's. Code with a text over several lines, in
    which something may only look like a comment, stays whole.
    """
    if any(line.count(b"`") % 2 for line in code.splitlines()):
        return code
    bare = _LINE_COMMENT.sub(b"", _BLOCK_COMMENT.sub(lambda found: b"\n" * found[0].count(b"\n"), code))
    return _INDENTATION.sub(b"", bare)


def _content_name(*parts: bytes) -> str:
    """Return eight letters that change whenever any of the parts does."""
    found = hashlib.sha256()
    for part in parts:
        found.update(len(part).to_bytes(8, "big") + part)
    return found.hexdigest()[:8]


def _imported(start: str, code: Mapping[str, bytes]) -> list[str]:
    """Return the module and all that it imports statically, at any remove, in the order in which they are met."""
    found, waiting = [], [start]
    while waiting:
        name = waiting.pop(0)
        if name in code and name not in found:
            found.append(name)
            waiting += _imports(name, code[name].decode("utf-8"))
    return found


def _imports(name: str, text: str) -> Iterator[str]:
    here = posixpath.dirname(name)
    for reference in _STATIC_IMPORT.findall(text):
        yield posixpath.normpath(posixpath.join(here, reference))
