"""Blocks of raw HTML in a page's Markdown, which Python-Markdown copies as they are, at a high price.

``split`` takes them out where it is sure that the library would copy them to the letter: well-formed blocks that begin
and end with a line, of plain tags with quoted attributes. Wherever that is in doubt the page is left whole: comments,
instructions, scripts, fences of code, tabs, a ``markdown`` attribute, tags that are not balanced, capitals, ``&`` that
begins no entity.
"""

from __future__ import annotations

import re

from generator.frozen import frozen
from generator.html.tags import SPECIAL, TITLE, VOID, names

#: What may begin a block: of Python-Markdown's own list, without what it treats specially or never closes.
_BLOCKS = names(
    "address article aside blockquote center details dialog div dl fieldset figcaption figure footer form h1 h2 h3 h4"
    " h5 h6 header main menu nav ol p section table ul"
)
_BEGINNERS = _BLOCKS | SPECIAL
#: The last two are marks of the library's footnotes, the one before is our own.
_DOUBTFUL = ("<!", "<?", "```", "~~~", "\r", "\x02", "\x03", "hdraw", "1337820767766393449", "3936677670287331")
_BEGIN = re.compile(r"( {0,3})<([a-z][a-z0-9]*)", re.IGNORECASE)
_MARKED = re.compile(r"<[^>]*\bmarkdown\b")
_TAG = re.compile(
    r"<(?:/([a-z][a-z0-9]*+)>|([a-z][a-z0-9]*+)(?: ++[a-zA-Z_][-\w:.]*+(?:=\"[^\"<>`]*+\")?+)*+ *+(/?)>|)", re.ASCII
)
_ENTITY = re.compile(r"&(?:#[0-9]+|#x[0-9a-fA-F]+|[a-zA-Z][a-zA-Z0-9]*);")
#: Pages have most of their lines in common. Characters of a line, and lines, that are remembered.
_LONGEST, _MOST = 600, 50_000


@frozen
class Split:
    """A page's text without its blocks: each left a short one of its kind in ``rest``."""

    rest: str
    blocks: tuple[str, ...]
    left: tuple[str, ...]

    def joined(self, html: str) -> str | None:
        """Put the blocks back into what came of the rest; None if one of them is not found exactly once."""
        for block, left in zip(self.blocks, self.left, strict=True):
            before, found, after = html.partition(left)
            if not found or left in after:
                return None
            html = f"{before}{block}{after}"
        return html


@frozen
class _Line:
    """What a line of a block does: elements it closes, in order, and leaves open; ``even``: none of either.

    ``after`` the last that it closes, so many begin.
    """

    closes: tuple[str, ...]
    opens: tuple[str, ...]
    after: int
    even: bool


_lines: dict[str, _Line] = {}


def split(text: str) -> Split | None:
    """Take the blocks out of a page's Markdown; None if the library must see it as it is."""
    lines = text.split("\n")
    rest: list[str] = []
    blocks: list[str] = []
    left: list[str] = []
    stack: list[str] = []
    first, name = 0, ""
    for number, line in enumerate(lines):
        done = _lines.get(line)
        if not stack:
            found = _BEGIN.match(line)
            if found is None or found[2].lower() not in _BEGINNERS:
                if any(one in line for one in _DOUBTFUL):
                    return None
                rest.append(line)
                continue
            first, name = number, found[2]
            if found[1]:
                return None
        elif done is not None and done.even:
            continue
        done = done or _remembered(line)
        if done is None or not _follows(done, stack, first == number):
            return None
        if not stack:
            if not line.endswith(f"</{name}>"):
                return None
            blocks.append("\n".join(lines[first : number + 1]))
            left.append(f"<{name}>\nhdraw{len(left)}block\n</{name}>")
            rest.append(left[-1])
    text = "\n".join(rest)
    return None if stack or _MARKED.search(text) else Split(text, tuple(blocks), tuple(left))


def _follows(line: _Line, stack: list[str], begins: bool) -> bool:
    """Apply a line to the elements that are open; False if they don't fit, or if more than one block stands in it."""
    for one in line.closes:
        if not stack or stack.pop() != one:
            return False
    if (begins and line.after != 1) or (not begins and not stack and line.after):
        return False
    stack.extend(line.opens)
    return True


def _remembered(line: str) -> _Line | None:
    done = _looked_through(line)
    if done is not None and len(line) <= _LONGEST and len(_lines) < _MOST:
        _lines[line] = done
    return done


def _looked_through(line: str) -> _Line | None:
    """Follow a line's tags; None if the library might not copy it."""
    if line.count("&") != len(_ENTITY.findall(line)) or line.count("<title") != len(TITLE.findall(line)):
        return None
    if "\t" in line or line.isspace() or any(one in line for one in _DOUBTFUL) or _MARKED.search(line):
        return None
    closes: list[str] = []
    opens: list[str] = []
    after = 0
    for closed, opened, at_once in _TAG.findall(line):
        if closed:
            if not opens:
                closes.append(closed)
                after = 0
            elif opens.pop() != closed:
                return None
        elif not opened or opened in SPECIAL:
            return None
        else:
            after += not opens
            if not at_once and opened not in VOID:
                opens.append(opened)
    return _Line(tuple(closes), tuple(opens), after, not closes and not opens)
