"""How long work tells how far it is: one call a step, whoever shows it (``progress_shown.py``) or does not.

Nothing here knows a clock or a terminal, so whoever works may import it.
"""

from __future__ import annotations

from typing import Protocol


class Progress(Protocol):
    """Told how far long work is. It may be called as often as there is something to count; showing is cheap."""

    def __call__(self, text: str, done: int = 0, of: int = 0) -> None:
        """Take note of a stage of the work and how far it is.

        ``text`` names the stage, in words that stay the same while it lasts ("Making plans"): another text is another
        stage. ``done`` of ``of`` pieces are finished; ``of`` is 0 where there is nothing to count. Never raises.
        """


def unseen(text: str, done: int = 0, of: int = 0) -> None:
    """Show nothing: for whoever wants no progress."""
