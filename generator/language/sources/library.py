"""The words of the library, the house's policies and the plans that come with hardday."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import yaml

from generator.language.library import LIBRARY_TEXTS, PLAN_TEXTS, texts_in
from generator.language.sources.message import Message


def messages(root: Path) -> Iterator[Message]:
    """Yield the messages of ``plans/library``, ``plans/policies`` and ``plans``."""
    files = [(f"plans/library/{name}.yaml", keys) for name, keys in LIBRARY_TEXTS.items()]
    for folder in ("plans/policies", "plans"):
        paths = sorted((root / folder).glob("*.yaml"))
        files += [(path.relative_to(root).as_posix(), PLAN_TEXTS) for path in paths]
    for place, keys in files:
        content = yaml.load((root / place).read_text("utf-8"), Loader=yaml.CSafeLoader)
        yield from (Message(text, place=place) for text in texts_in(content, keys))
