"""What is wrong and where: findings about a plan, diagnostics about a file, both plain values."""

from __future__ import annotations

from collections.abc import Iterator

from generator.frozen import frozen
from generator.model.quoting import escaped, safe
from generator.model.vocabulary import Severity


@frozen
class Place:
    """A place in a file: path as given, line and column counted from 1."""

    path: str
    line: int
    column: int

    def __str__(self) -> str:
        return f"{escaped(self.path)}:{self.line}:{self.column}"


@frozen
class Fault:
    """What a rule's check yields: where in the plan, and what is wrong there.

    ``day`` is the absolute day (0 is the plan's first), ``week`` the week's number (from 1). ``severity`` is
    given only when it differs from the rule's own level (``ramp`` warns first and errs later).
    """

    week: int | None
    day: int | None
    text: str
    severity: Severity | None = None


@frozen
class Finding:
    """A broken rule in a plan, as it stands in ``findings`` of the plan's JSON."""

    rule: str
    severity: Severity
    week: int | None
    day: int | None
    text: str


@frozen
class Diagnostic:
    """A message to the author: place, severity, rule (or None), what is wrong, what would be right."""

    place: Place
    severity: Severity
    rule: str | None
    message: str
    hint: str = ""

    def __str__(self) -> str:
        """Return the line that contract and editors know: ``path:1:2: error[rule] message``."""
        rule = f"[{self.rule}]" if self.rule else ""
        hint = f". {self.hint}" if self.hint else ""
        return f"{self.place}: {self.severity}{rule} {safe(self.message)}{safe(hint)}"


class Refused(Exception):
    """The author's input has errors: carries every diagnostic, for exit status 1."""

    def __init__(self, diagnostics: tuple[Diagnostic, ...]) -> None:
        super().__init__("\n".join(map(str, diagnostics)))
        self.diagnostics = diagnostics

    def __iter__(self) -> Iterator[Diagnostic]:
        return iter(self.diagnostics)
