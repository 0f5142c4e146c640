"""Guides are whole texts: each block of one, a paragraph, a table or a heading, is a message of the catalogue.

A block is what stands between empty lines, with its ``{{ }}`` as it is. A paragraph may be broken into lines anywhere;
all else keeps its lines. A heading's address stays that of its English words, whatever language it is in.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from textwrap import dedent, indent

from generator.language.voice import SOURCE, _, spoken

_FRONT_MATTER = re.compile(r"\A---\n(.*?)\n---\n", re.S)
_HEADER_LINE = re.compile(r"^(title|description): (.+)$", re.M)
_EMPTY_LINES = re.compile(r"(\n(?:[ \t]*\n)+)")
_HEADING = re.compile(r"^(#+) (.*?)((?: \{[:#].*\})?)$")
#: What no reader reads: Jinja, tags, where a link leads, and what Markdown's attributes say.
_NOT_WORDS = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|<[^<>]*>|(?<=\])\([^()]*\)|\{[:#][^{}]*\}", re.S)
#: A line that means something by where it begins.
_OWN_LINE = re.compile(r"^\s*(?:[|#:<{-]|!!!|\d+\. |\*\*.*\*\*$)")


def spoken_guide(source: str) -> str:
    """Return a guide's template with each block in the language that is spoken."""
    return source if spoken() == SOURCE else _each_message(source, _)


def guide_messages(source: str) -> Iterator[str]:
    """Yield the messages of a guide's template, in its order."""
    found: list[str] = []

    def keep(text: str) -> str:
        found.append(text)
        return text

    _each_message(source, keep)
    yield from found


def _each_message(source: str, change: Callable[[str], str]) -> str:
    header = _FRONT_MATTER.match(source)
    begin = header.end() if header else 0
    head = _HEADER_LINE.sub(lambda line: _header_line(line[1], line[2], change), source[:begin])
    return head + "".join(
        part if at % 2 else _block(part, change) for at, part in enumerate(_EMPTY_LINES.split(source[begin:]))
    )


def _header_line(key: str, text: str, change: Callable[[str], str]) -> str:
    said = change(text)
    if said == text:
        return f"{key}: {text}"
    return f"{key}: '{said.replace(chr(39), chr(39) * 2)}'"


def _block(block: str, change: Callable[[str], str]) -> str:
    if not re.search(r"[^\W\d_]", _NOT_WORDS.sub("", block)):
        return block
    plain = dedent(block)
    text = plain.strip()
    heading = _HEADING.match(text)
    if heading:
        said = change(heading[2])
        return block if said == heading[2] else f"{heading[1]} {said}{heading[3] or f' {{: #{_address(heading[2])} }}'}"
    message = text if any(map(_OWN_LINE.match, text.splitlines())) else " ".join(text.split())
    said = change(message)
    if said == message:
        return block
    before, after = plain[: len(plain) - len(plain.lstrip())], plain[len(plain.rstrip()) :]
    first = next(line for line in block.splitlines() if line.strip())
    return indent(before + said + after, first[: len(first) - len(first.lstrip())])


def _address(heading: str) -> str:
    """Return a heading's address as Markdown makes it of its words."""
    from markdown.extensions.toc import slugify

    return str(slugify(heading, "-"))
