"""What a command for a whole project found."""

from __future__ import annotations

from generator.frozen import frozen
from generator.model.finding import Diagnostic


@frozen
class Result:
    """What a command found: how many plans, every diagnostic, how its closing line ends, what is left to do."""

    plans: int
    diagnostics: tuple[Diagnostic, ...]
    closing: str = ""
    left_to_do: str = ""

    @property
    def failed(self) -> bool:
        """True if any diagnostic is an error."""
        return any(d.severity == "error" for d in self.diagnostics)
