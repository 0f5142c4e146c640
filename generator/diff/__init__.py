"""What changes for athletes between two versions of a project, a plan, or both."""

from generator.diff.as_json import difference_json
from generator.diff.as_markdown import difference_markdown
from generator.diff.as_text import difference_text
from generator.diff.comparing import difference
from generator.diff.difference import Difference
from generator.diff.sides import NoSide, Side, sides

__all__ = [
    "Difference",
    "NoSide",
    "Side",
    "difference",
    "difference_json",
    "difference_markdown",
    "difference_text",
    "sides",
]
