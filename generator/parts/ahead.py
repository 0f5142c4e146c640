"""A single plan that has changed is printed by another process from the first moment on.

It needs none of what this process reads meanwhile: each imports and reads what its own half of the work asks for.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from generator.frozen import frozen
from generator.inputs import Inputs
from generator.parts.keys import ground_key
from generator.parts.record_files import FOLDER, surely_stale
from generator.processes import begun, gives_away

if TYPE_CHECKING:
    from generator.parts.printed import Outcome, Printed


@frozen
class Ahead:
    """What comes of one definition, as soon as it is asked for."""

    path: Path
    printing: Iterator[Printed | Outcome]


@contextmanager
def printed_ahead(root: Path, inputs: Inputs) -> Iterator[Ahead | None]:
    """Let the only plan be printed that has to be made; nothing if there are others, or no other process is cheap."""
    stale = surely_stale(inputs, ground_key(inputs), inputs.plans, (root / FOLDER,)) if gives_away() else []
    if len(stale) != 1:
        yield None
        return
    with begun(_Printing(root, inputs), stale, beside=True) as printing:
        yield Ahead(stale[0], printing)


@frozen
class _Printing:
    """Imports what prints where it is called, in the other process."""

    root: Path
    inputs: Inputs

    def __call__(self, path: Path) -> Printed | Outcome:
        from generator.parts.printing import print_alone

        return print_alone(self.root, self.inputs, path)
