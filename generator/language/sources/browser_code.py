"""The words that browser code says: what stands in ``t("...")`` and ``tn("one", "many", n)``.

They are plain texts in double quotes, often in the middle of a template's ``${}``, where Babel's own reader loses them.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

from generator.language.sources.message import Message

_TEXT = r'("(?:[^"\\\n]|\\.)*")'
_BEGINS = r"(?<![\w.$])"
#: A text alone: what stands before it, and the text as code has it.
MARKED = re.compile(rf"({_BEGINS}t\(\s*){_TEXT}")
#: A text for one and for several.
COUNTED = re.compile(rf"{_BEGINS}tn\(\s*{_TEXT},\s*{_TEXT}")
_COMMENT = re.compile(r"^[ \t]*(?://|/?\*).*$", re.M)


def messages(root: Path) -> Iterator[Message]:
    """Yield the messages of all modules and of the worker."""
    for path in sorted((root / "templates" / "assets" / "js").rglob("*.js")):
        place, code = path.relative_to(root).as_posix(), _COMMENT.sub("", path.read_text("utf-8"))
        found = [(one.start(), json.loads(one[2]), "") for one in MARKED.finditer(code)]
        found += [(one.start(), json.loads(one[1]), json.loads(one[2])) for one in COUNTED.finditer(code)]
        yield from (Message(text, plural, place) for _, text, plural in sorted(found))
