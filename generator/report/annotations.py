"""A diagnostic as a workflow command of GitHub Actions, which shows it beside its line in a pull request.

``::error file=plans/x.yaml,line=14,col=5,title=two-recovery-days::message``. What a plan's author wrote may stand in
the message and in the file's name; escaped, it can't end the line or begin a command of its own. Source: GitHub's
runner, ``ActionCommand.cs``, which escapes and reads back exactly these characters.
"""

from __future__ import annotations

from collections.abc import Mapping

from generator.model.finding import Diagnostic
from generator.model.quoting import FORBIDDEN

_IN_TEXT = {"%": "%25", "\r": "%0D", "\n": "%0A"}
_IN_PROPERTY = {**_IN_TEXT, ":": "%3A", ",": "%2C"}
#: What Python and terminals also take for the end of a line; the runner reads lines by those of its platform.
_OTHER_BREAKS = dict.fromkeys(map(ord, "\v\f\x1c\x1d\x1e\x85\u2028\u2029"), " ")


def annotation(d: Diagnostic, page: str = "", below: str = "") -> str:
    """Return the command on one line. ``page`` explains the rule; ``below`` is put before the path."""
    properties = {
        "file": f"{below}{d.place.path}",
        "line": str(d.place.line),
        "col": str(d.place.column),
        "title": d.rule or "hardday",
    }
    told = ",".join(f"{name}={_escaped(value, _IN_PROPERTY)}" for name, value in properties.items())
    parts = (f"{d.message}. {d.hint}" if d.hint else d.message, page)
    text = "\n".join(part for part in parts if part)
    return f"::{d.severity} {told}::{_escaped(text, _IN_TEXT)}"


def _escaped(text: str, codes: Mapping[str, str]) -> str:
    coded = text.translate(_OTHER_BREAKS).translate({ord(letter): code for letter, code in codes.items()})
    return FORBIDDEN.sub("\N{REPLACEMENT CHARACTER}", coded)
