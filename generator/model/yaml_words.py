"""A YAML parser's error as a place and words that somebody who is no programmer can act on."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from generator.frozen import frozen

_AT_OPENING = ("found unexpected end of stream", "did not find expected ',' or")
_WORDS = (
    ("could not find expected ':'", "a colon is missing after the key"),
    ("did not find expected '-' indicator", "this line is not indented like its neighbors in the list"),
    ("did not find expected ',' or", "this bracket is not closed, or a comma is missing in it"),
    ("did not find expected node content", "a value is missing here, or a bracket or comma is one too many"),
    ("found unexpected end of stream", "this quote is not closed"),
    ("block sequence entries are not allowed", "a list entry can't stand here: start a new line"),
    ("found undefined tag handle", "a text can't start with '!': put it in quotes"),
    ("did not find expected alphabetic", "a text can't start with '&' or '*': put it in quotes"),
    ("unknown escape character", "a backslash means something else in double quotes: use single quotes"),
    ("escape code", "a backslash means something else in double quotes: use single quotes"),
    ("did not find expected hexdecimal", "a backslash means something else in double quotes: use single quotes"),
    ("did not find expected comment or line break", "text follows a | or > sign: start a new line"),
    ("indentation indicator", "a number after | or > can't be 0"),
    ("incompatible YAML document", "a line can't start with '%': put the text in quotes"),
    ("maximum nesting depth", "the file nests too deep or holds too many values for a training plan"),
    ("directive", "a line can't start with '%': put the text in quotes"),
)


@frozen
class SyntaxFault:
    """Line and column (from 1) of what is wrong, and what it is."""

    line: int
    column: int
    message: str


def syntax_fault(problem: Any, lines: Sequence[str]) -> SyntaxFault:
    """Return the fault that a PyYAML error tells of; ``lines`` are the document's."""
    what = str(getattr(problem, "problem", None) or "")
    context = str(getattr(problem, "context", None) or "")
    mark = getattr(problem, "problem_mark", None)
    opening = getattr(problem, "context_mark", None)
    if opening is not None and any(part in what for part in _AT_OPENING):
        mark = opening
    line, column = (mark.line, mark.column) if mark else (0, 0)
    unfinished = "expected node content" in what and not "".join(lines[line:]).strip()
    lines = lines or [""]
    if line >= len(lines):  # the parser stands behind the end
        line, column = len(lines) - 1, len(lines[-1])
    if unfinished:
        return SyntaxFault(line + 1, column + 1, "the file ends inside a bracket that is not closed")
    text = lines[line]
    return SyntaxFault(line + 1, column + 1, _words(what, context, text, column))


def _words(what: str, context: str, text: str, column: int) -> str:
    before, here = text[:column], text[column : column + 1]
    if (here == "\t" and "token" in what) or "tab character" in what:
        return "a tab stands here: indent with spaces"
    if "cannot start any token" in what:
        return f"a text can't start with '{here}': put it in quotes" if here.strip() else "this can't stand here"
    if "mapping values are not allowed" in what:
        if ":" in before:
            return "a second colon on this line: put the text in quotes, or start a new line"
        return "this line is indented too far, or the line above it has no colon"
    if "did not find expected key" in what or "<block end>" in what or "<document start>" in what:
        if before.strip():
            return "this stands after a text or bracket that is already closed: put the whole text in quotes"
        return "this line is not indented like its neighbors"
    found = next((words for part, words in _WORDS if part in what or part in context), None)
    return found or (f"this is not YAML: {what}" if what else "this is not YAML")
