"""The clinic's picture: a file in the project's folder ``clinic/``, small and with nothing in it that could run."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from generator.model.quoting import nearest, quoted
from generator.settings.clinic import Logo
from generator.settings.forms import WrongForm

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

#: Where a clinic keeps its own files, below the project's root.
FOLDER = "clinic"
LARGEST = 200 * 1024
_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9 ._-]{0,99}\.([A-Za-z]{3,4})")
_BEGINNINGS = {
    "png": re.compile(rb"\x89PNG\r\n\x1a\n"),
    "jpg": re.compile(rb"\xff\xd8\xff"),
    "webp": re.compile(rb"RIFF....WEBP", re.S),
}
_SVG = "{http://www.w3.org/2000/svg}"
_RUNS = frozenset(("script", "foreignobject", "handler", "listener", "iframe", "embed", "object"))
_ELSEWHERE = re.compile(r"^\s*(?:[a-z][a-z0-9+.-]*:|//)", re.I)
_STYLE_ELSEWHERE = re.compile(r"@import|url\(\s*['\"]?\s*(?!#|data:image/)", re.I)


def read_logo(root: Path, name: str) -> Logo:
    """Return the picture ``clinic/<name>``; WrongForm if there is none, or if it can't stand on a page."""
    named = _NAME.fullmatch(name.removeprefix(f"{FOLDER}/"))
    ending = named[1].lower().replace("jpeg", "jpg") if named else ""
    if not named or ending not in ("svg", *_BEGINNINGS):
        where = f"Put an .svg, .png, .jpg or .webp into the folder {FOLDER}/ beside mkdocs.yml, and write its name."
        raise WrongForm(f"{quoted(name)} is not the name of a picture in {FOLDER}/", where)
    content = _content(root / FOLDER, named[0])
    if ending == "svg":
        _check_svg(name, content)
    elif not _BEGINNINGS[ending].match(content):
        raise WrongForm(f"{quoted(name)} is not a picture of the kind its name says")
    return Logo(ending, content)


def _content(folder: Path, name: str) -> bytes:
    path = folder / name
    shown = quoted(f"{FOLDER}/{name}")
    if path.is_symlink() or folder.is_symlink():
        raise WrongForm(f"{shown} is a link to another file", "Copy the file there.")
    if not path.is_file():
        there = sorted(one.name for one in folder.iterdir() if one.is_file()) if folder.is_dir() else []
        hint = nearest(name, there) or f"Put the picture into the folder {FOLDER}/ beside mkdocs.yml."
        raise WrongForm(f"there is no file {shown}", hint)
    try:
        with path.open("rb") as file:
            content = file.read(LARGEST + 1)
    except OSError as problem:
        raise WrongForm(f"{shown} can't be read: {problem.strerror}") from None
    if len(content) > LARGEST:
        raise WrongForm(f"{shown} has more than {LARGEST // 1024} KB", "Every page shows it: save a smaller one.")
    return content


def _check_svg(name: str, content: bytes) -> None:
    """A picture in a page runs nothing, but its own address might; so it may hold nothing that runs or loads."""
    shown = quoted(name)
    if re.search(rb"<!ENTITY", content, re.I) or b"\0" in content:
        raise WrongForm(f"{shown} defines entities", "Save it as a plain SVG.")
    from xml.etree import ElementTree

    try:
        drawing = ElementTree.fromstring(content)
    except (ElementTree.ParseError, ValueError, LookupError):
        raise WrongForm(f"{shown} is not an SVG that browsers can read") from None
    if drawing.tag != f"{_SVG}svg":
        raise WrongForm(f"{shown} is not an SVG", 'Its first tag is <svg xmlns="http://www.w3.org/2000/svg">.')
    if not drawing.get("viewBox") and not (drawing.get("width") and drawing.get("height")):
        raise WrongForm(f"{shown} says nothing of its size", "Save it with a viewBox.")
    for part in drawing.iter():
        if why := _unsafe(part):
            raise WrongForm(f"{shown} {why}", "Save it as a plain SVG, with nothing but shapes.")


def _unsafe(part: Element) -> str:
    """Return what in an element runs or loads something; empty if nothing does."""
    tag = str(part.tag).rpartition("}")[2].lower()
    if tag in _RUNS:
        return f"holds <{tag}>"
    if tag == "style" and _STYLE_ELSEWHERE.search(part.text or ""):
        return "loads something from elsewhere"
    for key, value in part.attrib.items():
        bare = key.rpartition("}")[2].lower()
        if bare.startswith("on"):
            return f"holds {bare}=, which runs code"
        animated = bare in ("to", "from", "values", "by") and "script:" in value.lower()
        leads = bare in ("href", "src") and _ELSEWHERE.match(value) and not value.lower().startswith("data:image/")
        if leads or animated:
            return "loads or leads to something elsewhere"
        if _STYLE_ELSEWHERE.search(value):
            return "loads something from elsewhere"
    return ""
