"""The kinds of field a definition has: one line of text, a whole number, yes or no, a date, a short name.

A tree's scalars are text, so a number is read from digits alone and yes or no from those words alone.
"""

from __future__ import annotations

import re
from typing import Annotated

from pydantic import BeforeValidator, ConfigDict, Field, WithJsonSchema

from generator.model.quoting import quoted

STRICT = ConfigDict(extra="forbid", str_strip_whitespace=True)


def _whole(value: object) -> object:
    """Read a whole number from its text: digits only, so that nothing is guessed."""
    if isinstance(value, str):
        if not re.fullmatch(r"-?[0-9]{1,9}", value.strip()):
            raise ValueError(f"{quoted(value)} is not a whole number, such as 4")
        return int(value)
    return value


def _yes_no(value: object) -> object:
    """Read yes or no as YAML's readers have always written them."""
    if isinstance(value, str):
        answer = {"yes": True, "true": True, "no": False, "false": False}.get(value.strip().lower())
        if answer is None:
            raise ValueError(f"{quoted(value)} is neither yes nor no")
        return answer
    return value


Whole = Annotated[int, BeforeValidator(_whole)]
YesNo = Annotated[
    bool, BeforeValidator(_yes_no), WithJsonSchema({"anyOf": [{"type": "boolean"}, {"enum": ["yes", "no"]}]})
]
ONE_LINE = r"^[^\r\n]*$"
SLUG, LONGEST_SLUG = r"^[a-z0-9]+(-[a-z0-9]+)*$", 60
Slug = Annotated[str, Field(pattern=SLUG, max_length=LONGEST_SLUG)]
Title = Annotated[str, Field(min_length=1, max_length=80, pattern=ONE_LINE)]
Line = Annotated[str, Field(min_length=1, max_length=300, pattern=ONE_LINE)]
Name = Annotated[str, Field(max_length=120, pattern=ONE_LINE)]
Note = Annotated[str, Field(max_length=300, pattern=ONE_LINE)]
Sentences = Annotated[str, Field(max_length=600)]
IsoDate = Annotated[str, Field(pattern=r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$")]
Sessions = Annotated[
    str,
    Field(pattern=r"^[0-4](\s*(-|–|to)\s*[0-4])?$"),
    WithJsonSchema({"anyOf": [{"type": "integer", "minimum": 0, "maximum": 4}, {"type": "string"}]}),
]
