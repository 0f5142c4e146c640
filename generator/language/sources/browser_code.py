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
_MARKED = re.compile(rf"(?<![\w.$])(?:t\(\s*{_TEXT}|tn\(\s*{_TEXT},\s*{_TEXT})")
_COMMENT = re.compile(r"^[ \t]*(?://|/?\*).*$", re.M)


def messages(root: Path) -> Iterator[Message]:
    """Yield the messages of all modules and of the worker."""
    for path in sorted((root / "templates" / "assets" / "js").rglob("*.js")):
        place = path.relative_to(root).as_posix()
        for alone, one, many in _MARKED.findall(_COMMENT.sub("", path.read_text("utf-8"))):
            yield Message(json.loads(alone or one), json.loads(many) if many else "", place)
